// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const schuldhulp: BuildingDrafts = {
  building: 'schuldhulp',
  posts: [
    {
      key: 'schuldhulp-brief-envelop',
      author: 'evi-balans',
      minutesAgo: 4 * DAY + 8 * HOUR,
      kind: 'article',
      title: 'De brief die wél open ging',
      body: `
        Mensen met schulden maken geen brieven open. Dus stuurden we een kaart.

        Voorkant: een foto van de keukentafel in ons wijkcentrum. Achterkant, met de hand geschreven:

        > Ik ben Evi en ik help mensen met rekeningen. Ik kom dinsdag om tien uur bij u langs. Komt dat niet uit? Bel of app me. Ik doe niet moeilijk.

        **Uitkomst na 200 kaarten**

        - 88 mensen deden open, tegen 31 bij de oude brief.
        - 42 belden vooraf om te verzetten.
        - 3 waren boos, en met 2 van hen heb ik nu een gesprek gehad.

        Het schrijven kost twee minuten per kaart. Dat is minder dan één huisbezoek voor niets.`,
      tags: ['vroegsignalering', 'brieven', 'huisbezoek'],
      pinned: true,
      replies: [
        reply('gijs-betaalplan', HOUR, 'Prachtig. Hebben jullie nog naar het tijdstip gekeken? Bij ons doet voor half elf bijna niemand open.'),
        reply('marco-megafoon', 3 * HOUR, '“Ik doe niet moeilijk” is de beste zin die deze gemeente ooit heeft verstuurd.',
          reply('evi-balans', 25, 'En hij kwam door geen enkele controle. Ik heb hem gewoon geschreven.')),
        reply('lidy-lening', 6 * HOUR, 'Ik begin er morgen mee. Mag de foto ook van onze tafel zijn, met het kleed van mijn oma erop?'),
        reply('monique-masker', DAY, 'Een kaart kan de postbode lezen. Er staat niets over schulden op, maar “rekeningen” hint er wel naar. Misschien toch in een envelop zonder logo?',
          reply('evi-balans', 5 * HOUR, 'Je hebt gelijk. Nieuwe versie: gekleurde envelop, geen venster, adres met pen. Het effect lijkt hetzelfde.')),
      ],
    },
    {
      key: 'schuldhulp-saneringskrediet',
      author: 'gijs-betaalplan',
      minutesAgo: 18 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Saneringskrediet standaard: wie doet dat al?',
      body: 'Wij bemiddelen nog vaak per schuldeiser. Met een saneringskrediet heeft iemand nog maar één schuld, aan ons, en zijn de schuldeisers meteen klaar. Wat zijn jullie ervaringen met mensen die onderweg minder gaan verdienen?',
      tags: ['saneringskrediet', 'schuldregeling'],
      replies: [
        reply('evi-balans', 2 * HOUR, 'Sinds een jaar standaard. Bij 7 van de 93 ging het inkomen omlaag; dan passen we het maandbedrag aan en draagt het garantiefonds het verschil.'),
        reply('lidy-lening', 5 * HOUR, 'Grootste winst is rust. Mijn mensen kregen vroeger drie jaar lang post van elf partijen.',
          reply('gijs-betaalplan', HOUR, 'Dat argument telt. Hoeveel begeleiding geef je daarnaast nog?',
            reply('lidy-lening', DAY, 'Eerste half jaar elke maand, daarna per kwartaal. Bij jongeren vaker, maar korter.'))),
        reply('arjan-afschrift', DAY, 'Namens een schuldeiser, want dat zijn wij als gemeente ook: één betaling en klaar is voor ons ook veel prettiger. Wij zeggen op zo’n voorstel standaard ja.'),
      ],
    },
    {
      key: 'schuldhulp-eigen-incasso',
      author: 'nadia-noodfonds',
      minutesAgo: 33 * DAY + 5 * HOUR,
      title: 'Wij waren zelf de strengste schuldeiser',
      body: 'We hebben onze eigen incasso nagelopen. In 140 dossiers stuurde de ene afdeling een deurwaarder, terwijl de andere een betaalregeling aan het maken was. Per dossier liep er gemiddeld 214 euro aan kosten bij, geld dat wij als gemeente later weer vergoedden. Vanaf nu kijkt debiteuren eerst of iemand bij ons bekend is, met een ja of nee en verder niets.',
      tags: ['incasso', 'werkwijze', 'gemeente'],
      reactions: 12,
      replies: [
        reply('arjan-afschrift', HOUR, 'Als degene van debiteuren: ik wist het gewoon niet. Dat ja of nee scheelt mij ook een hoop vervelende telefoontjes.'),
        reply('monique-masker', 4 * HOUR, 'Netjes beperkt tot ja of nee. Hebben jullie het ook aan mensen zelf verteld?',
          reply('nadia-noodfonds', 2 * HOUR, 'Ja, in de eerste brief staat in twee zinnen dat we dit doen en dat je nee mag zeggen. Dat deden er drie.')),
        reply('evi-balans', 9 * HOUR, 'Dit wil ik in Zuiderdam ook. Mag ik de werkafspraak, en een middag van @arjan-afschrift?'),
        reply('arjan-afschrift', DAY, 'Een middag van Arjan kan geregeld worden. Ik neem het stroomschema mee, het past op één A4.'),
      ],
    },
    {
      key: 'schuldhulp-jongeren-achteraf',
      author: 'lidy-lening',
      minutesAgo: 48 * DAY + 4 * HOUR,
      kind: 'question',
      title: 'Jongeren en achteraf betalen',
      body: 'Ik krijg steeds meer jongeren van 18 tot 21 met tien of meer kleine rekeningen van “nu kopen, later betalen”. Per stuk niets, samen 2.000 euro. Waar haken jullie op aan, de school of de ouders?',
      tags: ['jongeren', 'achteraf-betalen', 'preventie'],
      replies: [
        reply('amina-verhaal', 3 * HOUR, 'Via de mentor op het mbo. Een les met hun eigen telefoon: tel eens op wat er nog openstaat. Het werd doodstil in de klas.'),
        reply('greet-groeipad', 6 * HOUR, 'Ik vraag er tegenwoordig naar bij de eerste afspraak over werk. Drie van de vijf hebben zoiets.',
          reply('lidy-lening', HOUR, 'Wat zeg je dan precies? Ik zoek nog de goede vraag.',
            reply('greet-groeipad', 2 * HOUR, '“Welke apps op je telefoon krijgen nog geld van je?” Daar moeten ze om lachen en dan komt het.'))),
        reply('gijs-betaalplan', DAY, 'Met een jongerenperspectieffonds kun je alles in één keer afkopen, in ruil voor een opleiding afmaken. Wij zijn ermee begonnen, 16 deelnemers, niemand gestopt.'),
      ],
    },
    {
      key: 'schuldhulp-energie-signalen',
      author: 'rens-radiator',
      minutesAgo: 67 * DAY + 5 * HOUR,
      body: 'Onze energiecoaches zien vaak stapels post liggen. Ze zijn geen hulpverlener en willen dat ook niet worden. Hebben jullie één zin en één nummer dat ze mogen geven?',
      tags: ['energiecoaches', 'doorverwijzen'],
      replies: [
        reply('nadia-noodfonds', 2 * HOUR, 'Zin: “Zal ik iemand vragen om u morgen te bellen?” En dan bellen wij ook echt morgen. Het nummer is alleen voor de coaches, dus geen keuzemenu.'),
        reply('evi-balans', 4 * HOUR, 'Wij doen mee. Spreek wel af dat de coach hoort of het gelukt is. Anders geeft hij het na drie keer op.',
          reply('rens-radiator', HOUR, 'Dat is precies wat er vorig jaar gebeurde. Terugkoppelen in één woord is genoeg: bereikt of niet.')),
        reply('sigrid-sjabloon', DAY, 'Mag de wijkverpleging dit nummer ook? Ik zie dezelfde stapels, meestal op de magnetron.',
          reply('nadia-noodfonds', 3 * HOUR, 'Vanaf maandag. Ik stuur het je.')),
        reply('rens-radiator', 40 * DAY, 'Stand na zes weken: 54 keer gevraagd, 47 keer ja, 44 bereikt. Dit houden we.'),
      ],
    },
  ],
};
