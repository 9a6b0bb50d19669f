// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const data: BuildingDrafts = {
  building: 'data',
  posts: [
    {
      key: 'data-hittekaart',
      author: 'linde-laag',
      minutesAgo: 3 * DAY + 9 * HOUR,
      title: 'De hittekaart van de streek staat online',
      body: 'Met metingen van 118 sensoren en de bomenbestanden van de drie gemeenten. Per straat zie je hoe warm het wordt op een dag van 32 graden. Grootste verrassing: het nieuwe stationsplein is acht graden warmer dan het oude kerkhof ernaast.',
      tags: ['hittestress', 'kaart', 'sensoren'],
      replies: [
        reply('ria-regenton', HOUR, 'Hier hebben we twee jaar op gewacht, dank! Kun je er ook de verzorgingshuizen op zetten?',
          reply('linde-laag', 4 * HOUR, 'Gedaan, als aparte laag. Drie ervan liggen op een rode plek.')),
        reply('anke-atlas', 3 * HOUR, 'Onze bomen kloppen nog niet overal: in het noorden zijn er in maart veertig gekapt. Ik lever morgen een nieuw bestand.'),
        reply('ilse-ontwerp', 7 * HOUR, 'Dat stationsplein is door een collega met gevoel voor steen ontworpen. Ik zeg verder niks.'),
        reply('dennis-dataset', DAY, 'Vermeld bij de kaart dat het een berekening is en geen meting per huis. Anders krijgen we vragen van makelaars.',
          reply('linde-laag', 2 * HOUR, 'Staat er nu bij, in gewone taal en niet onderaan.')),
      ],
    },
    {
      key: 'data-voorspelmodel',
      author: 'daan-grafiek',
      minutesAgo: 17 * DAY,
      kind: 'article',
      title: 'Waarom we een voorspelmodel niet hebben gebouwd',
      body: `
        De vraag was: kunnen we voorspellen wie in de problemen komt, zodat we eerder kunnen helpen? We hebben het niet gedaan. Dit is waarom.

        1. **De gegevens meten iets anders.** Wie vaak hulp krijgt, komt vaker voor in de gegevens. Het model leert dus waar *wij* kijken.
        2. **Een fout treft een mens.** Van elke honderd "hoge kansen" zouden er 34 onterecht zijn. Dan staat er iemand op de stoep zonder reden.
        3. **Er was iets beters.** Verhuurders, energiebedrijven en zorgverzekeraars melden al betaalachterstanden. Daar deden we te weinig mee.

        Nu belt het team schuldhulp binnen een week na zo'n signaal. Geen model, wel resultaat.`,
      tags: ['algoritmes', 'ethiek', 'vroegsignalering'],
      reactions: 23,
      replies: [
        reply('ivo-inzage', 2 * HOUR, 'Dit zou verplichte kost moeten zijn. Mag ik het gebruiken in de training voor nieuwe projectleiders?',
          reply('daan-grafiek', 30, 'Graag. Neem vooral punt 3 mee, mensen denken dat je alleen nee kunt zeggen.')),
        reply('evi-balans', 5 * HOUR, 'Namens het team: dat bellen werkt, zie ook @daken over de huisbezoeken. Zes van de tien mensen nemen op en vier willen een gesprek.'),
        reply('koen-kengetal', 9 * HOUR, 'Die 34 procent: hoe hebben jullie die berekend zonder het model te maken?',
          reply('mei-tabel', HOUR, 'Met een simpele versie op oude, onherleidbare gegevens, een middag werk. Daarna weggegooid.')),
        reply('karim-register', DAY, 'Nette afweging. Leg ook vast dát je het niet deed; over drie jaar stelt iemand dezelfde vraag opnieuw.'),
      ],
    },
    {
      key: 'data-telling-fietsers',
      author: 'jelle-modelstra',
      minutesAgo: 29 * DAY + 2 * HOUR,
      kind: 'question',
      title: 'Telkastjes tellen dubbel bij bakfietsen',
      body: 'Onze telkastjes in het fietspad zien een bakfiets als twee fietsers. In de schoolstraat scheelt dat dertig procent. Heeft iemand een correctie?',
      tags: ['fiets', 'tellingen', 'kwaliteit'],
      replies: [
        reply('dennis-dataset', 3 * HOUR, 'Tel een ochtend met de hand en bereken per plek een factor. Bij ons varieert die van 0,74 tot 0,98, het ligt echt aan de buurt.'),
        reply('mei-tabel', 6 * HOUR, 'De nieuwste software kijkt naar de afstand tussen de wielen. Vraag de leverancier om versie 3; onze update was gratis.',
          reply('jelle-modelstra', 5 * DAY, 'Update gedaan. Het aantal fietsers is gedaald en mijn humeur gestegen.')),
        reply('anke-atlas', DAY, 'Reken je oude cijfers ook om, anders lijkt het volgend jaar alsof niemand meer fietst.'),
      ],
    },
    {
      key: 'data-definitie-woning',
      author: 'koen-kengetal',
      minutesAgo: 47 * DAY + 5 * HOUR,
      body: 'Hoeveel woningen hebben we in de streek? Ik vroeg het aan zes afdelingen en kreeg zes antwoorden, van 58.912 tot 61.340. Ze hebben allemaal gelijk: de een telt recreatiewoningen mee, de ander kamers, de derde alles met een voordeur. Zullen we samen afspreken wat we bedoelen?',
      tags: ['definities', 'wonen', 'cijfers'],
      replies: [
        reply('anke-atlas', 2 * HOUR, 'Voorstel: standaard is “verblijfsobject met woonfunctie”. Wil je iets anders, dan zet je het erbij.'),
        reply('dennis-dataset', 4 * HOUR, 'Eens. En één plek waar alle definities staan, met een eigenaar per begrip.',
          reply('koen-kengetal', HOUR, 'Ik begin een lijst met twintig begrippen. Wie neemt “inwoner”? Die is lastiger dan je denkt.',
            reply('ricardo-reispas', 3 * HOUR, 'Die neem ik, want ik krijg er dagelijks ruzie over.'))),
        reply('daan-grafiek', DAY, 'Mooi detail: het verschil tussen hoogste en laagste is groter dan onze hele bouwopgave.'),
        reply('hans-heuvelproef', 2 * DAY, 'En precies daarom vraag ik al jaren om één getal voor de woonvisie. Dank!'),
      ],
    },
    {
      key: 'data-dashboard-weg',
      author: 'mei-tabel',
      minutesAgo: 62 * DAY,
      body: 'Ik heb 41 dashboards uitgezet die in een half jaar door niemand waren geopend. Er kwamen drie reacties: twee bedankjes en één vraag van iemand die dacht dat het er tien waren. Hoe ruimen jullie op?',
      tags: ['dashboards', 'opruimen'],
      replies: [
        reply('dennis-dataset', HOUR, 'Elk dashboard krijgt bij ons een houdbaarheidsdatum van een jaar. Wil je het houden, dan moet je op een knop drukken. De meeste verlopen in stilte.'),
        reply('stefan-stappenplan', 5 * HOUR, 'Ik was degene met de vraag. Ik gebruikte er één, en dat bleek nummer 42 te zijn.',
          reply('mei-tabel', 20, 'Die staat er nog, met jouw naam als eigenaar.')),
        reply('tim-termijn', DAY, 'Bespaart het ook licenties? Dan wil ik het in de bezuinigingslijst zetten.'),
      ],
    },
    {
      key: 'data-luchtfoto-privacy',
      author: 'anke-atlas',
      minutesAgo: 75 * DAY + 4 * HOUR,
      kind: 'question',
      title: 'Luchtfoto’s van 5 centimeter: scherper dan we willen?',
      body: 'De nieuwe luchtfoto’s zijn zo scherp dat je tuinstoelen kunt tellen en mensen kunt zien liggen. Voor groenbeheer is het prachtig. Mogen we ze op de open kaart zetten?',
      tags: ['luchtfotos', 'privacy', 'kaart'],
      replies: [
        reply('ivo-inzage', 3 * HOUR, 'Intern voor groenbeheer: ja, met een logboek. Op de open kaart zou ik ze terugbrengen naar 25 centimeter. Dan zie je wel de tuin, maar niet wie erin ligt.'),
        reply('linde-laag', 6 * HOUR, 'Dat doen wij ook zo. Reken op een nacht om de hele gemeente om te zetten.',
          reply('anke-atlas', DAY, 'Gedaan. De fijne set staat achter slot voor vier mensen.')),
        reply('thijs-toezicht', DAY, 'Toezicht zou er graag bijgebouwen mee opsporen. Ik weet dat dit een ander doel is, dus ik vraag het netjes.',
          reply('ivo-inzage', 2 * HOUR, 'Fijn dat je het vraagt. Nieuw doel is een nieuwe afweging; laten we die samen maken voordat iemand gaat zoeken.')),
      ],
    },
  ],
};
