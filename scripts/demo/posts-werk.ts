// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const werk: BuildingDrafts = {
  building: 'werk',
  posts: [
    {
      key: 'werk-magazijn-vijftien',
      author: 'leila-steekproef',
      minutesAgo: 32 * HOUR,
      title: 'Vijftien plekken in een magazijn, te beginnen over drie weken',
      body: 'Een werkgever aan de haven zoekt vijftien mensen voor het magazijn. Dagdienst, geen Nederlands op niveau nodig, wel kunnen tillen. Ze willen de eerste vier weken iemand op de vloer die helpt. Wie heeft kandidaten, en wie kan er begeleiden?',
      tags: ['vacatures', 'logistiek'],
      replies: [
        reply('sara-werkplek', 40, 'Ik heb er vier die graag willen, waarvan twee met een kind op de opvang tot half zes. Eindigt de dienst echt om vijf uur?',
          reply('leila-steekproef', 25, 'Om half vijf, heb ik net nog nagevraagd. En er rijdt een busje vanaf het station.')),
        reply('tom-testema', 2 * HOUR, 'Ik kan de eerste twee weken op de vloer staan, daarna een collega. Laten we dat meteen in de afspraak zetten, anders wordt het “als het uitkomt”.'),
        reply('greet-groeipad', 5 * HOUR, 'Drie kandidaten uit Heuvelrug-Oost, mits de reiskosten in de eerste maand worden voorgeschoten.'),
        reply('bart-bedacht', 7 * HOUR, 'Voorschieten kan uit het regionale budget. Stuur mij de namen niet hier maar in het systeem, dan regel ik het vandaag.'),
      ],
    },
    {
      key: 'werk-proefplaats',
      author: 'mark-matching',
      minutesAgo: 12 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Hoe lang mag een proefplaats duren voordat het gratis werk wordt?',
      body: 'Een werkgever wil standaard drie maanden proefplaatsing “om te kijken of het klikt”. Bij twee eerdere kandidaten klikte het na drie maanden opeens niet. Welke grens houden jullie aan?',
      tags: ['proefplaats', 'werkgevers', 'afspraken'],
      replies: [
        reply('sara-werkplek', HOUR, 'Maximaal vier weken, met vooraf een intentie op papier. Langer alleen als er een beperking is die tijd vraagt.'),
        reply('tom-testema', 3 * HOUR, 'Bij mensen met een psychische kwetsbaarheid zijn twee maanden soms nodig. Maar dan evalueren we elke twee weken en hoort de kandidaat als eerste wat eruit komt.',
          reply('mark-matching', 2 * HOUR, 'Helder onderscheid. Ik maak er een regel met een uitzondering van.')),
        reply('wilma-weging', 8 * HOUR, 'Neem de uitkomst ook mee bij social return. Wie drie keer achter elkaar niemand aanneemt, telt niet meer mee.'),
        reply('bart-bedacht', DAY, 'Ik ga het gesprek met deze werkgever samen met jou aan. Vriendelijk beginnen, met onze cijfers op tafel.',
          reply('mark-matching', 9 * DAY, 'Gesprek geweest. Ze schrokken zelf van de optelsom. Vanaf nu vier weken, en één van de twee eerdere kandidaten mag terugkomen.')),
      ],
    },
    {
      key: 'werk-statushouders-techniek',
      author: 'greet-groeipad',
      minutesAgo: 26 * DAY + 5 * HOUR,
      kind: 'article',
      title: 'Leerwerktraject zonnepanelen: tussenstand',
      body: `
        Twaalf mensen begonnen in het voorjaar, met drie dagen werken en twee dagen taal en theorie.

        - **Tien** zijn er nog. Eén vond ander werk, één kreeg een kind en komt terug.
        - **Zeven** hebben hun veiligheidscertificaat. De theorie was het struikelblok, tot de docent alles op foto’s zette.
        - **Vier** hebben al een contract in het vooruitzicht.

        De taal van het dak leer je op het dak. "Ladder vast?" zit er bij iedereen in. "Kunt u dat formulier ook digitaal aanleveren?" nog niet.

        Voor de tweede groep zoek ik een locatie met een hoog plafond en een koffieapparaat.`,
      tags: ['leerwerktraject', 'techniek', 'taal'],
      replies: [
        reply('leila-steekproef', 4 * HOUR, 'De oude loods in het Havenkwartier staat tot het voorjaar leeg. Hoog plafond, het koffieapparaat moet je zelf meenemen.',
          reply('greet-groeipad', HOUR, 'Bel ik morgen. Koffieapparaat hebben we intussen drie.')),
        reply('siem-signaal', 9 * HOUR, 'Ik ken twee jongens van 18 die dit zouden willen, zonder startkwalificatie. Mogen ze een keer meelopen?'),
        reply('koen-kengetal', DAY, 'Tien van de twaalf na een half jaar is veel hoger dan gemiddeld. Schrijf op wat je doet, dan kunnen we het herhalen.'),
        reply('marco-megafoon', 2 * DAY, 'Ik kom graag foto’s maken. Met toestemming, en ook van de docent die alles op foto’s zette.'),
      ],
    },
    {
      key: 'werk-loonkostensubsidie',
      author: 'tom-testema',
      minutesAgo: 40 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Loonwaarde meten bij thuiswerk',
      body: 'Mijn kandidaat doet administratie en werkt drie van de vier dagen thuis. De loonwaardemeting gaat uit van meekijken op de werkplek. Hoe meet je eerlijk zonder in iemands keuken te gaan zitten?',
      tags: ['loonwaarde', 'thuiswerk', 'jobcoach'],
      replies: [
        reply('sara-werkplek', 3 * HOUR, 'Wij namen één week op kantoor als meetweek en vroegen de werkgever om de productie van vier weken. Samen gaf dat een goed beeld.'),
        reply('mark-matching', 6 * HOUR, 'Vraag het de kandidaat. Die weet vaak heel precies wat haar op een thuisdag lukt en waarom het daar juist beter gaat.',
          reply('tom-testema', 2 * DAY, 'Gedaan: op kantoor 55 procent, thuis 80, omdat het stil is. Nu vier dagen thuis en een lagere subsidie. Iedereen blij, ik ook.')),
        reply('lidy-lening', DAY, 'Reken wel even door wat het met haar toeslagen doet. Meer verdienen was bij een van mijn mensen bijna minder overhouden.'),
      ],
    },
    {
      key: 'werk-banenmarkt',
      author: 'bart-bedacht',
      minutesAgo: 56 * DAY + 4 * HOUR,
      body: 'Banenmarkt geëvalueerd: 34 werkgevers, 410 bezoekers, 58 vervolggesprekken en tot nu toe 17 banen. Grootste succes was het stille uur van negen tot tien, zonder muziek. Grootste fout: de rolstoelingang zat achter de stand van de sponsor.',
      tags: ['banenmarkt', 'evaluatie'],
      replies: [
        reply('leila-steekproef', 2 * HOUR, 'Twaalf werkgevers willen volgend jaar alléén in het stille uur staan. Misschien moeten we het omdraaien.'),
        reply('greet-groeipad', 5 * HOUR, 'Busje vanuit de dorpen zat beide keren vol. Volgend jaar twee.'),
        reply('siem-signaal', 8 * HOUR, 'Mijn jongeren vonden de stands eng, maar het speeddaten leuk. Vijf minuten, één vraag, klaar.',
          reply('bart-bedacht', 3 * HOUR, 'Dan krijgen ze een eigen hoek met speeddaten. Help je bedenken welke vraag?',
            reply('siem-signaal', HOUR, '“Waar was je laatst trots op?” Werkt bij werkgevers trouwens ook.'))),
        reply('joost-verzonnen', 2 * DAY, 'Betrek volgende keer ook de dagbesteding. Er zijn mensen die een paar uur per week heel goed zouden passen.'),
      ],
    },
    {
      key: 'werk-kinderopvang-ochtend',
      author: 'sara-werkplek',
      minutesAgo: 73 * DAY + 3 * HOUR,
      title: 'Zonder opvang geen baan',
      body: 'Van de 60 alleenstaande ouders in mijn bestand kunnen er 38 niet beginnen vóór kwart voor negen. Dus val je af voor de zorg, de schoonmaak en het magazijn, precies waar het werk is. Wie praat er mee met de opvang over een vroege groep?',
      tags: ['kinderopvang', 'ouders', 'zorg'],
      replies: [
        reply('leila-steekproef', HOUR, 'Het verpleeghuis wil best een vroege opvang in het gebouw, hoorde ik. Ze komen elke ochtend handen tekort tussen zeven en half tien.'),
        reply('bart-bedacht', 4 * HOUR, 'Dit is een regionaal knelpunt. Ik nodig twee opvangorganisaties en het verpleeghuis uit, kom jij met je cijfers?',
          reply('sara-werkplek', HOUR, 'Graag, en met één van de moeders als ze wil.')),
        reply('lidy-lening', DAY, 'Let op de eigen bijdrage. De eerste twee maanden moeten ze voorschieten, en dat geld is er niet.'),
        reply('sara-werkplek', 51 * DAY, 'Na zeven weken: er is een vroege groep van acht kinderen vanaf half zeven. Zes moeders zijn begonnen. Ik heb even gehuild op de fiets, in de goede zin.'),
      ],
    },
  ],
};
