// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const zwerfafval: BuildingDrafts = {
  building: 'zwerfafval',
  posts: [
    {
      key: 'zwerfafval-rekken',
      author: 'erik-emballage',
      minutesAgo: 6 * DAY,
      kind: 'article',
      title: 'Rekken naast prullenbakken: cijfers na een half jaar',
      body: `
        We hingen bij 40 prullenbakken een rek waar je flesjes en blikjes in kunt zetten. Voor wie ze wil meenemen, hoeft er geen bak meer om.

        **Wat we zagen**

        - Omgekeerde bakken: van 63 naar **19** per maand.
        - Zwerfafval binnen tien meter: min 34 procent.
        - Gestolen rekken: 3. Het bleek één iemand met een schuur.

        **Wat niet werkte**

        Bij het station. Daar stonden na een uur twintig koffiebekers in het rek. We maken de gaten kleiner.

        Een rek kost 85 euro, met montage 140. Wie mee wil bestellen: volgende maand doen we een tweede ronde.`,
      tags: ['statiegeld', 'prullenbakken', 'cijfers'],
      replies: [
        reply('niels-container', 2 * HOUR, 'Zuiderdam doet mee voor dertig stuks. Kunnen ze ook aan een ronde paal?',
          reply('erik-emballage', 40, 'Ja, met een andere beugel van twaalf euro. Zet ik op de lijst.')),
        reply('carlijn-compost', 5 * HOUR, 'Heb je ook gekeken wie ze meeneemt? Bij ons klagen inwoners over “rondhangende verzamelaars”. Ik vind dat zelf geen probleem, maar de vraag komt.',
          reply('erik-emballage', 3 * HOUR, 'We hebben met zes vaste verzamelaars gesproken. Ze vinden het rek vooral veiliger: geen handen meer in glas. Eén van hen repareert ze nu als ze scheef hangen.')),
        reply('peter-plantsoen', DAY, 'Mijn ploeg is er blij mee, het scheelt ’s ochtends een half uur vegen op de route.'),
        reply('teun-noort', 2 * DAY, 'Deze cijfers komen bij de motie te staan, dank.'),
      ],
    },
    {
      key: 'zwerfafval-cilinders',
      author: 'bernd-berm',
      minutesAgo: 17 * DAY,
      kind: 'question',
      title: 'Cilinders in de berm: hoe voeren jullie die af?',
      body: 'We vinden elke week een stuk of vijf grote gascilinders langs de provinciale weg. De verwerker weigert ze, omdat er vorig jaar een is ontploft in de oven. Ze liggen nu op de werf en ik word er niet rustig van.',
      tags: ['cilinders', 'veiligheid', 'verwerking'],
      replies: [
        reply('niels-container', 2 * HOUR, 'Nooit bij het restafval, ook niet als ze leeg lijken. Wij hebben een contract met een erkend bedrijf dat ze ophaalt in een kooi. 14 euro per stuk.'),
        reply('rachid-voorbeeldsma', 6 * HOUR, 'Noteer vindplaats en tijd. Bij ons bleek het elke donderdagavond dezelfde parkeerplaats te zijn, en toen konden we er iets aan doen.',
          reply('bernd-berm', HOUR, 'Goed idee, ik laat de ploeg een speldje op de kaart zetten.')),
        reply('olaf-sirene', DAY, 'Zet de voorraad alvast achter een hek, in de buitenlucht en uit de zon. Bel de brandweer voor advies, dat kost niets.'),
        reply('carlijn-compost', 3 * DAY, 'Heb hetzelfde bedrijf benaderd als Niels, ze komen nu op één ochtend bij alle drie de gemeenten. Scheelt voorrijkosten.'),
      ],
    },
    {
      key: 'zwerfafval-opruimdag',
      author: 'carlijn-compost',
      minutesAgo: 34 * DAY,
      body: 'Terugblik op de opruimdag: 640 mensen, 23 scholen, 3,1 ton afval, één kunstgebit en een complete tuinset. De fanfare liep mee, wat niet was aangevraagd maar wel hielp. Welke dingen hebben jullie gevonden?',
      tags: ['opruimdag', 'vrijwilligers'],
      replies: [
        reply('henk-proefvak', 2 * HOUR, 'In De Sluis: een kluis. Helaas leeg.'),
        reply('peter-plantsoen', 4 * HOUR, 'Een bruidsjurk, netjes in een zak. We hebben een briefje opgehangen, maar niemand heeft zich gemeld.'),
        reply('anouk-bankje', 7 * HOUR, 'Negentien fietsen uit één stukje gracht. De duikers van de brandweer oefenden meteen.',
          reply('carlijn-compost', HOUR, 'Negentien! Dat is meer dan onze hele gemeente.')),
        reply('koen-kengetal', DAY, 'Mag ik de gewichten per kern? Dan kan ik ze naast het aantal bakken leggen. Dat laat vaak iets onverwachts zien.',
          reply('carlijn-compost', 4 * HOUR, '@koen-kengetal, de tabel volgt maandag. Reken de tuinset niet mee, anders wint Eikenrode oneerlijk.')),
      ],
    },
    {
      key: 'zwerfafval-innamepunt-school',
      author: 'niels-container',
      minutesAgo: 48 * DAY,
      kind: 'question',
      title: 'Wie heeft een innamepunt op een school of sportclub?',
      body: 'We willen dat kinderen flesjes op school kunnen inleveren en dat de opbrengst naar de klas gaat. Praktische vragen: waar laat je de volle zakken, wie telt, en trekt het wespen aan?',
      tags: ['statiegeld', 'scholen', 'innamepunt'],
      replies: [
        reply('erik-emballage', 3 * HOUR, 'Op drie sportclubs. De zakken krijgen een code en worden door de inzamelaar geteld, dus je hoeft zelf niets te doen. Per maand levert het een club zo’n 90 euro op.'),
        reply('siem-signaal', 5 * HOUR, 'Bij de soos tellen de jongeren het zelf en kopen er pingpongballetjes van. Wespen alleen als je de zak langer dan een week laat staan.'),
        reply('carlijn-compost', DAY, 'Regel vooraf de brandveiligheid. Bij ons mocht het rek niet in de gang staan, en buiten waaide alles weg.',
          reply('niels-container', 2 * HOUR, 'Handig @carlijn-compost, had ik niet aan gedacht. Dan wordt het de fietsenstalling met een dak.')),
        reply('marco-megafoon', 4 * DAY, 'Ik maak graag de poster. Eén zin en één pijl, meer niet.'),
      ],
    },
    {
      key: 'zwerfafval-peuken',
      author: 'peter-plantsoen',
      minutesAgo: 64 * DAY,
      body: 'Proef met tegels waarin je je peuk kunt gooien, bij twaalf bushaltes. In acht weken 26.000 peuken die niet in de put belandden. Geteld per emmer, niet per stuk, voor wie zich zorgen maakt over mijn dagbesteding.',
      tags: ['peuken', 'proef', 'haltes'],
      replies: [
        reply('ria-regenton', 2 * HOUR, 'Elke peuk minder in de put is schoner water in de sloot. Wat kost zo’n tegel en wie leegt hem?',
          reply('peter-plantsoen', HOUR, '120 euro per tegel. De ploeg doet het met een stofzuiger op de kar, drie minuten per halte.')),
        reply('daan-grafiek', 9 * HOUR, 'Ik wil die emmers best eens wegen, dan hebben we een omrekenfactor.'),
        reply('niels-container', 2 * DAY, 'Bij het ziekenhuis zou dit ook helpen. Daar staat de halte op een rookvrij terrein, dus eigenlijk mag het niet bestaan. Lastig gesprek.'),
      ],
    },
    {
      key: 'zwerfafval-ballonnen',
      author: 'rachid-voorbeeldsma',
      minutesAgo: 78 * DAY,
      kind: 'question',
      title: 'Ballonnen oplaten: verbieden of ontmoedigen?',
      body: 'In onze regels staat niets over ballonnen. Vorige week kreeg ik een boze bewoner met een schaap dat er een had opgegeten. Hebben jullie een verbod in de APV, en handhaaf je dat dan ook op een begrafenis?',
      tags: ['ballonnen', 'apv'],
      replies: [
        reply('robin-ronde', 4 * HOUR, 'Verbod staat erin sinds twee jaar. In de praktijk bellen we met de organisator en vertellen waarom. Nog nooit een boete geschreven, zeker niet op een begraafplaats.'),
        reply('pim-proef', 8 * HOUR, 'Voor de tekst: neem ook wensballonnen op en maak geen uitzondering voor “afbreekbaar”. Die breken pas na een jaar af.',
          reply('rachid-voorbeeldsma', 2 * HOUR, 'Dank, dat woord stond inderdaad in ons concept.')),
        reply('dewi-doorsnee', DAY, 'Bellenblaas is een prima vervanging. Onze burgemeester staat er op elke opening mee, en de foto’s zijn leuker.'),
      ],
    },
  ],
};
