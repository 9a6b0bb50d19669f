// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const jeugd: BuildingDrafts = {
  building: 'jeugd-regio',
  posts: [
    {
      key: 'jeugd-wachtlijst-stand',
      author: 'maaike-proefstra',
      minutesAgo: 5 * HOUR,
      kind: 'article',
      title: 'Wachttijden deze maand: waar het knelt',
      body: `
        De cijfers van de aanbieders zijn binnen. Samengevat:

        - **Ambulant, licht**: vorige maand 5 weken, nu 4 weken
        - **Dyslexie**: vorige maand 9 weken, nu 9 weken
        - **Traumabehandeling**: vorige maand 17 weken, nu **21 weken**
        - **Gezinsopname**: vorige maand 26 weken, nu 24 weken

        Bij trauma zijn twee behandelaars vertrokken en is er een vacature die al vijf maanden openstaat. Voorstel: gezinnen die langer dan acht weken wachten, krijgen van ons een vaste contactpersoon die elke twee weken belt.

        Graag jullie reactie vóór het overleg van donderdag.`,
      tags: ['wachtlijsten', 'cijfers', 'trauma'],
      replies: [
        reply('amina-verhaal', 25, 'Eens met het bellen, als we dat ook echt volhouden. Bij ons zijn het nu 19 gezinnen, dus ongeveer drie uur per week.'),
        reply('tess-fabel', 45, 'Bellen is goed, maar zet er inhoud bij. Ik kan een korte groep voor ouders geven: slapen, rust, wat te doen bij nachtmerries. Vier avonden, te beginnen volgende maand.',
          reply('maaike-proefstra', 20, 'Dat is een mooie aanvulling. Ook voor ouders uit de andere twee gemeenten?',
            reply('tess-fabel', 15, 'Zeker, tot twaalf ouders. Liever geen wachtlijst voor de wachtlijstgroep.'))),
        reply('jolanda-jaarplan', 2 * HOUR, 'Wij hebben bij de praktijkondersteuner nog zes plekken vrij voor lichtere klachten. Soms blijkt dat genoeg te zijn.'),
        reply('marleen-denkbeeld', 3 * HOUR, '@maaike-proefstra, ik spreek de aanbieder vrijdag over die vacature. In het contract staat dat ze bij meer dan zestien weken met een plan moeten komen.'),
      ],
    },
    {
      key: 'jeugd-afspraken',
      author: 'amina-verhaal',
      minutesAgo: 105 * DAY,
      kind: 'article',
      title: 'Afspraken voor dit gebouw',
      body: `
        We werken hier met drie gemeenten. Dat kan alleen als iedereen zich hieraan houdt.

        - **Geen namen, adressen of zaaknummers** van kinderen en ouders. Ook geen voorletters. Verander details als je een casus bespreekt.
        - Een casus bespreken doe je in de intervisie, niet in een bericht.
        - Bij acute zorgen over veiligheid: bel. Nooit hier.
        - Twijfel je? Vraag het aan @karim-register of @ivo-inzage. Dat is geen zwaktebod.

        Aanmelden kan alleen met een werkadres van een van de gemeenten. De beheerders kijken elke week mee.`,
      tags: ['afspraken', 'privacy', 'welkom'],
      pinned: true,
      replies: [
        reply('karim-register', 2 * HOUR, 'Dank voor de heldere tekst. Eén aanvulling: ook een combinatie van dorp, leeftijd en ziekte kan iemand herkenbaar maken.',
          reply('amina-verhaal', HOUR, 'Toegevoegd aan de afspraak over details. Scherp.')),
        reply('samira-sprook', DAY, 'Fijn dat er staat dat twijfelen mag. In mijn vorige baan leerde je vooral om niets te vragen.'),
        reply('sanne-voorbeeld', 3 * DAY, 'Ik zit hier om mee te denken over de ouderraad en lees alleen waar dat over gaat. Haal me er gerust uit als dat klaar is.',
          reply('maaike-proefstra', 5 * HOUR, 'Juist fijn dat je er bent. Zonder jou vergeten we de ouders nog eens.')),
      ],
    },
    {
      key: 'jeugd-inkoop-ambulant',
      author: 'marleen-denkbeeld',
      minutesAgo: 9 * DAY + 7 * HOUR,
      kind: 'question',
      title: 'Minder aanbieders, meer overzicht: waar leggen we de grens?',
      body: 'We hebben nu 143 contracten, waarvan 61 voor minder dan drie kinderen per jaar. Minder aanbieders geeft overzicht, maar die ene kleine in het dorp doet vaak precies wat nodig is. Wat is voor jullie een redelijke grens?',
      tags: ['inkoop', 'aanbieders', 'ambulant'],
      replies: [
        reply('wilma-weging', 2 * HOUR, 'Kijk niet naar het aantal kinderen maar naar wat niemand anders kan. Van die 61 zijn er volgens mij twaalf echt uniek.'),
        reply('samira-sprook', 5 * HOUR, 'Laat de consulenten een lijstje maken van aanbieders die ze missen als ze weg zijn. Dat is binnen een dag klaar, en eerlijker dan een grens.',
          reply('marleen-denkbeeld', 3 * HOUR, 'Goed idee, ik stuur morgen een formulier met drie vragen.')),
        reply('jolanda-jaarplan', DAY, 'Voor ons dorp is afstand doorslaggevend. Een aanbieder op 25 kilometer betekent dat een ouder een halve dag vrij moet nemen.'),
        reply('ronald-rondetafel', 2 * DAY, 'Vergeet niet dat lopende trajecten afgemaakt moeten kunnen worden. Een overgang van een jaar lijkt me het minimum.'),
      ],
    },
    {
      key: 'jeugd-huisarts',
      author: 'priya-praktijk',
      minutesAgo: 23 * DAY + 5 * HOUR,
      title: 'Een jaar praktijkondersteuner jeugd bij de huisarts',
      body: 'We zijn een jaar bezig in vier praktijken. Van de 268 kinderen die ik zag, gingen er 61 door naar specialistische hulp. Vroeger verwees de huisarts er ongeveer 180 van de 268 door. Gemiddeld waren drie gesprekken genoeg. Ik ga volgende maand ook op woensdagmiddag zitten, want dan zijn de kinderen vrij.',
      tags: ['huisarts', 'preventie', 'resultaten'],
      replies: [
        reply('maaike-proefstra', HOUR, 'Indrukwekkend. Weten we ook hoe het later met die andere 207 gaat?',
          reply('priya-praktijk', 3 * HOUR, 'Ik bel na een half jaar. Van de eerste honderd gaat het met 81 goed, 11 kregen later alsnog andere hulp en 8 heb ik niet bereikt.')),
        reply('tess-fabel', 4 * HOUR, 'Dat nabellen is uitzonderlijk en precies wat wij missen. Mag ik je belvragen overnemen?'),
        reply('daan-grafiek', 9 * HOUR, 'Ik help graag om er een nette vergelijking van te maken met praktijken zonder ondersteuner. Alleen aantallen, geen kinderen.'),
        reply('jolanda-jaarplan', 2 * DAY, 'Deze cijfers gaan mee in de begroting. Dit is de makkelijkste onderbouwing die ik in jaren heb geschreven.'),
      ],
    },
    {
      key: 'jeugd-achttien',
      author: 'ronald-rondetafel',
      minutesAgo: 37 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Van 18− naar 18+: wie houdt de regie?',
      body: 'Op de achttiende verjaardag stopt de jeugdhulp en begint er van alles: Wmo, zorgverzekering, eigen huur, soms schulden. Bij ons valt één op de vijf jongeren ertussen. Hoe regelen jullie dat?',
      tags: ['achttien-plus', 'overgang', 'regie'],
      replies: [
        reply('siem-signaal', 2 * HOUR, 'Begin op 16½, met de jongere zelf aan tafel. Wij hebben een kaart met vijf dingen: slapen, geld, werk of school, iemand om te bellen, zorg. Zijn ze alle vijf groen, dan is achttien gewoon een feestje.'),
        reply('evi-balans', 5 * HOUR, 'Wij openen bij 17½ al een gesprek over geld. Zorgverzekering en zorgtoeslag zijn de eerste twee schulden die ik zie.',
          reply('ronald-rondetafel', HOUR, 'Kun je een keer bij ons regieteam komen vertellen? Dat wist ik bijvoorbeeld niet.')),
        reply('joost-verzonnen', DAY, 'Vanuit de Wmo mogen we eerder onderzoek doen, zodat er op de verjaardag al een besluit ligt. Bel mij als een consulent zegt dat het niet kan.'),
        reply('amina-verhaal', 2 * DAY, 'En laat de jeugdhulpverlener nog drie maanden meelopen. Dat mag, het heet verlengde jeugdhulp en bijna niemand vraagt het aan.'),
      ],
    },
    {
      key: 'jeugd-ouderraad',
      author: 'sanne-voorbeeld',
      minutesAgo: 53 * DAY + 6 * HOUR,
      body: 'De regionale ouderraad is rond: acht ouders en twee jongeren. Ze willen als eerste de brief bespreken die je krijgt als je op een wachtlijst komt. Citaat uit de kennismaking: “Die brief is juridisch vast perfect, maar ik dacht dat we waren afgewezen.” Wie schuift er aan?',
      tags: ['ouderraad', 'brieven', 'participatie'],
      replies: [
        reply('samira-sprook', 3 * HOUR, 'Ik kom. Ik verstuur die brief drie keer per week en voel me nu een beetje ongemakkelijk.'),
        reply('ronald-rondetafel', 6 * HOUR, 'Ook aanwezig. Stel je de tekst vooraf beschikbaar, zodat ze kunnen strepen?',
          reply('sanne-voorbeeld', HOUR, 'Ja, groot afgedrukt, met dikke stiften.')),
        reply('marit-mantel', DAY, 'Denk aan ouders die zelf zorg nodig hebben. Overdag met kinderopvang werkt beter dan ’s avonds.'),
        reply('sanne-voorbeeld', 16 * DAY, 'Resultaat: de nieuwe brief is twaalf regels, begint met “U staat op de wachtlijst en u bent niet afgewezen” en er staat een naam onder. Vanaf maandag in gebruik in alle drie de gemeenten.'),
      ],
    },
  ],
};
