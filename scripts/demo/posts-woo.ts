// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const woo: BuildingDrafts = {
  building: 'woo',
  posts: [
    {
      key: 'woo-chatberichten',
      author: 'fleur-folio',
      minutesAgo: 20 * HOUR,
      kind: 'question',
      title: 'Woo-verzoek over chatberichten op privételefoons',
      body: 'Er is een verzoek binnen om alle berichten tussen twee ambtenaren over een bouwproject. Ze gebruikten daarvoor hun eigen telefoon. Vallen die eronder, en hoe vraag je ze op zonder in iemands privéberichten te bladeren?',
      tags: ['woo-verzoek', 'chatberichten', 'zoeken'],
      replies: [
        reply('rosa-redactie', 30, 'Ja. Het gaat om de inhoud, niet om van wie de telefoon is. Een bericht over het werk is een document van de organisatie.'),
        reply('esther-dossier', HOUR, 'Wij laten de medewerker zelf zoeken, met onze zoektermen en een verklaring dat dit alles is. Een collega van Woo zit ernaast om te helpen. Niemand geeft zijn toestel af.',
          reply('fleur-folio', 40, 'Dat is netjes. Heb je een voorbeeld van die verklaring?',
            reply('esther-dossier', 2 * HOUR, 'Die staat nu bij de stukken van @woo. Pas de termijn aan, wij geven vijf werkdagen.'))),
        reply('bram-archief', 5 * HOUR, 'Vraag meteen of ze de berichten willen exporteren en in de zaak opslaan. Een toestel wordt eens ingeruild en dan ben je alles kwijt.'),
        reply('ivo-inzage', 11 * HOUR, 'Spreek wel af dat privéberichten die per ongeluk in beeld komen nergens worden opgeschreven. Dat geeft rust aan alle kanten.'),
      ],
    },
    {
      key: 'woo-lakken-werkwijze',
      author: 'esther-dossier',
      minutesAgo: 14 * DAY,
      kind: 'article',
      title: 'Werkwijze: van verzoek tot besluit in vier weken',
      body: `
        Wij halen nu 78 procent van de Woo-verzoeken binnen de termijn. Twee jaar geleden was dat 41. Dit is onze planning.

        **Dag 1 en 2.** Bel de verzoeker. *Wat wilt u eigenlijk weten?* In de helft van de gevallen wordt het verzoek kleiner, en de verzoeker blijer.

        **Dag 3 tot 8.** Zoeken, door twee mensen, met een lijst van termen die we bewaren.

        **Dag 9 tot 16.** Beoordelen en lakken. Elke laag krijgt meteen de grondslag. Nooit achteraf.

        **Dag 17 tot 22.** Zienswijzen van anderen, als dat nodig is.

        **Dag 23 tot 28.** Besluit, inventarislijst, publicatie.

        Verdagen met twee weken doen we alleen als we kunnen uitleggen waarom.`,
      tags: ['woo-verzoek', 'werkwijze', 'termijnen'],
      pinned: true,
      reactions: 20,
      replies: [
        reply('rosa-redactie', 3 * HOUR, 'Zo’n telefoontje op dag één is de beste tip die ik in jaren heb gehoord. Bij ons ging een verzoek van 4.000 naar 37 documenten, in een gesprek van tien minuten.'),
        reply('fleur-folio', 7 * HOUR, 'Wat doe je als de verzoeker niet gebeld wil worden?',
          reply('esther-dossier', HOUR, 'Dan mailen we drie keuzes: alles, alleen de kern, of eerst een lijst. Bijna iedereen kiest de lijst.')),
        reply('kasper-kopie', DAY, 'Zienswijzen in zes dagen halen wij nooit. Bedrijven vragen standaard uitstel.',
          reply('rosa-redactie', 4 * HOUR, 'Stuur ze alleen de passages die over hen gaan, niet het hele pak. Scheelt een advocaat die alles wil lezen.')),
        reply('loes-dekblad', 2 * DAY, 'Uit bestuurlijk oogpunt: fijn dat het besluit nu een week voor de deadline op tafel ligt, in plaats van een uur.'),
        reply('monique-masker', 3 * DAY, 'Let bij het lakken op dubbele lagen: in twee bestanden kon ik de tekst er zo onder vandaan kopiëren. Controleer altijd het eindbestand.'),
      ],
    },
    {
      key: 'woo-bewaartermijn-mail',
      author: 'bram-archief',
      minutesAgo: 26 * DAY,
      kind: 'question',
      title: 'E-mail bewaren: hele postbus of per bericht?',
      body: 'We willen van “iedereen bergt zelf op” af, want dat doet niemand. Het alternatief is postbussen van sleutelfuncties helemaal bewaren. Wie heeft dat al ingevoerd en wat vond de ondernemingsraad ervan?',
      tags: ['archief', 'e-mail', 'bewaren'],
      replies: [
        reply('hilde-hangmap', 3 * HOUR, 'Noordkade doet het zo: bestuurders en directie blijvend, andere functies tien jaar. Iedereen heeft tien weken om privémail eruit te halen. De OR vond vooral die tien weken belangrijk.'),
        reply('mats-metadata', 5 * HOUR, 'Vergeet gedeelde postbussen niet. Daar zit de helft van het echte werk in en die horen bij niemand.',
          reply('bram-archief', DAY, 'Goed punt. We hebben er 214, waarvan ruim de helft zonder eigenaar.')),
        reply('karim-register', 9 * HOUR, 'Doe vooraf een DPIA, juist omdat er ook ziekmeldingen en functioneringsgesprekken in zitten. Wij sluiten de postbussen van P&O en bedrijfsmaatschappelijk werk uit.'),
        reply('kasper-kopie', 3 * DAY, 'Praktisch: test eerst of je er ook iets in terugvindt. Bij de proef hier kreeg ik op “dakkapel” elfduizend resultaten.',
          reply('hilde-hangmap', 4 * HOUR, 'Daarom zoek je nooit op één woord, maar op een zaaknummer of een periode. En dan nog blijft het werk.')),
      ],
    },
    {
      key: 'woo-actief-openbaar',
      author: 'mats-metadata',
      minutesAgo: 42 * DAY,
      body: 'We publiceren nu elke week automatisch de besluitenlijst, de agenda’s van het college en de vergunningen. Sinds drie maanden komen er minder verzoeken binnen: van 14 naar 9 per maand. Toeval? Ik durf het nog niet te zeggen, maar ik ben hoopvol.',
      tags: ['actieve-openbaarmaking', 'publicatie'],
      replies: [
        reply('koen-kengetal', 2 * HOUR, 'Drie maanden is kort. Vergelijk ook waar de verzoeken over gaan: als juist de verzoeken over vergunningen wegvallen, wordt het overtuigender.',
          reply('mats-metadata', 5 * DAY, 'Uitgezocht: verzoeken over vergunningen gingen van 6 naar 1, de rest bleef gelijk. Dus geen toeval.')),
        reply('esther-dossier', 6 * HOUR, 'Wie controleert of er geen namen van inwoners in de vergunningen staan?'),
        reply('rosa-redactie', DAY, 'Bij ons een script en daarna een mens. Het script vindt 97 procent, de mens de pijnlijke drie.'),
        reply('marco-megafoon', 2 * DAY, 'Denk aan de leesbaarheid. Een besluitenlijst vol nummers is openbaar, maar nog niet duidelijk.'),
      ],
    },
    {
      key: 'woo-overbrengen',
      author: 'hilde-hangmap',
      minutesAgo: 60 * DAY,
      kind: 'article',
      title: 'Wat er in de dozen uit 1987 zat',
      body: `
        We maken de bouwvergunningen van 1980 tot 1995 klaar voor overbrenging. Negentien strekkende meter, en dit kwamen we tegen:

        - een plattegrond op behang, met de bloemen nog aan de achterkant;
        - een bezwaarschrift in dichtvorm (ongegrond, wel mooi);
        - drie dossiers met asbest: niet op papier, maar erin.

        **Les 1.** Laat dozen van vóór 1990 eerst door iemand met handschoenen en een masker openen.

        **Les 2.** Scan niet alles. Van 60 procent bestond al een goede film.

        **Les 3.** Schrijf op wat je hebt vernietigd en waarom. De vraag komt altijd.`,
      tags: ['archief', 'overbrengen', 'bouwdossiers'],
      replies: [
        reply('bram-archief', 4 * HOUR, 'Dat gedicht wil ik lezen. Is het openbaar?',
          reply('hilde-hangmap', DAY, 'Zeker. Het rijmt op “rooilijn”, wat niet meevalt.')),
        reply('roos-rooilijn', DAY + 6 * HOUR, 'Met zo’n achternaam voel ik me aangesproken.'),
        reply('fatima-model', 2 * DAY, 'Wij krijgen elke week vragen om oude tekeningen. Komt er een zoekpagina voor inwoners? Nu bellen ze allemaal naar ons.',
          reply('hilde-hangmap', 3 * HOUR, 'Na de zomer, op adres. Tot die tijd mag je ze naar de studiezaal sturen, er is koffie.')),
        reply('linde-laag', 3 * DAY, 'Met de adressen erbij kan ik de dossiers op de kaart zetten. Dan klik je gewoon op een huis.'),
      ],
    },
    {
      key: 'woo-anonimiseren-tool',
      author: 'rosa-redactie',
      minutesAgo: 76 * DAY,
      kind: 'question',
      title: 'Anonimiseringssoftware: wat ging er bij jullie mis?',
      body: 'Niet “welke is de beste”, maar: waar gaat het mis? Ik verzamel fouten, zodat we ze in de volgende aanbesteding als proef kunnen opnemen.',
      tags: ['anonimiseren', 'software', 'inkoop'],
      replies: [
        reply('monique-masker', 3 * HOUR, 'Namen die ook gewone woorden zijn. “De heer Bakker” werd netjes gelakt, en daarna alle bakkers in het winkelplan ook.'),
        reply('fleur-folio', 5 * HOUR, 'Handtekeningen in scans. En een keer stond de naam in de bestandsnaam zelf, daar kijkt geen programma naar.'),
        reply('esther-dossier', DAY, 'Tabellen die over twee bladzijden lopen. Op de tweede bladzijde vergat hij de kolom.'),
        reply('lotte-bestek', 2 * DAY, 'Geef de aanbieders straks tien documenten met deze valkuilen en laat ze dezelfde middag draaien. Dat is eerlijker dan een mooie demonstratie.',
          reply('rosa-redactie', 2 * HOUR, 'Precies het plan. Wil jij de set met mij samenstellen? Met verzonnen namen natuurlijk.')),
        reply('mats-metadata', 4 * DAY, 'Voeg “eigenschappen van het bestand” toe. Auteur en bewerkgeschiedenis reizen vrolijk mee.'),
      ],
    },
  ],
};
