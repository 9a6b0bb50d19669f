// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const wmo: BuildingDrafts = {
  building: 'wmo',
  posts: [
    {
      key: 'wmo-vervoer-uitval',
      author: 'ben-belbus',
      minutesAgo: 18 * HOUR,
      title: 'Wmo-vervoer: te laat is vaak erger dan niet',
      body: 'Sinds de nieuwe planning rijdt 83 procent van de ritten op tijd. Klinkt goed, maar de overige 17 procent zijn vaak dezelfde mensen: dialyse in de ochtend, dagbesteding aan de rand van het gebied. Ik wil in het contract een grens per reiziger in plaats van een gemiddelde. Wie heeft dat al?',
      tags: ['wmo-vervoer', 'contract', 'kwaliteit'],
      replies: [
        reply('wilma-weging', 35, 'Wij hebben opgenomen dat niemand meer dan twee keer per maand langer dan een half uur mag wachten. Boete gaat niet naar de gemeente maar als tegoed naar de reiziger.',
          reply('ben-belbus', 25, 'Dat tegoed is mooi bedacht. Hoe reageerde de vervoerder?',
            reply('wilma-weging', 2 * HOUR, 'Eerst met een rekenmodel, daarna met een betere planning.'))),
        reply('youssef-regelaar', 2 * HOUR, 'Mijn cliënten bellen niet meer om te klagen. Ze zeggen gewoon af. Kijk dus ook naar ritten die verdwijnen.'),
        reply('sigrid-sjabloon', 5 * HOUR, 'Dit zie ik achter de deur: iemand die drie kwartier in een jas op een stoel zit, met insuline in de tas. Goed dat je dit oppakt.'),
        reply('zehra-zorgpad', 9 * HOUR, 'Een belletje als de bus vijf minuten weg is zou al zoveel schelen.'),
      ],
    },
    {
      key: 'wmo-huishoudelijke-hulp',
      author: 'femke-fictie',
      minutesAgo: 8 * DAY,
      kind: 'question',
      title: 'Hoe leg je uit dat er twee uur minder hulp is?',
      body: 'Na herindicatie krijgt een mevrouw drie in plaats van vijf uur huishoudelijke hulp. Feitelijk klopt het, want haar zoon woont weer thuis. Maar hoe breng je zo’n boodschap zonder dat het voelt als straf voor de zoon?',
      tags: ['huishoudelijke-hulp', 'gesprek', 'indicatie'],
      replies: [
        reply('zehra-zorgpad', 2 * HOUR, 'Begin bij de zoon, met haar erbij. Wat doet hij al, wat lukt hem, en wat niet? Soms blijkt dat hij nachten werkt en dan klopt je besluit niet meer.',
          reply('femke-fictie', DAY, 'Dat heb ik gedaan. Hij werkt inderdaad in ploegen. We zijn op vier uur uitgekomen en iedereen snapt waarom.')),
        reply('ilona-indicatie', 4 * HOUR, 'Check ook of je de afspraak over gebruikelijke hulp goed hebt opgeschreven. De meeste bezwaren die wij verliezen, gaan over drie zinnen die ontbreken.'),
        reply('joost-verzonnen', 7 * HOUR, 'Bouw het af in twee stappen als dat kan. Een overgangsperiode van zes weken geeft mensen lucht.'),
        reply('marit-mantel', 2 * DAY, 'En vraag wie er voor de zoon zorgt. Jonge mantelzorgers zeggen dat zelf nooit.'),
      ],
    },
    {
      key: 'wmo-traplift',
      author: 'joost-verzonnen',
      minutesAgo: 24 * DAY,
      kind: 'article',
      title: 'Trapliften hergebruiken: zo doen we het',
      body: `
        Vorig jaar gingen bij ons 46 trapliften naar de schroot terwijl ze gemiddeld vier jaar oud waren. Dat doen we nu anders.

        - De leverancier haalt een lift binnen twee weken op en keurt hem.
        - De rail wordt op maat gemaakt uit delen. Alleen de bocht is soms nieuw.
        - Een cliënt krijgt een gebruikte lift met dezelfde garantie.

        **Resultaat na negen maanden:** 29 hergebruikte liften, gemiddeld 1.900 euro goedkoper en drie weken sneller. Geen enkele klacht. Wel één compliment: de vorige eigenaar had een bekerhouder gemaakt.`,
      tags: ['woningaanpassing', 'hergebruik', 'traplift'],
      replies: [
        reply('youssef-regelaar', 3 * HOUR, 'Wat als iemand per se een nieuwe wil?',
          reply('joost-verzonnen', 2 * HOUR, 'Dan leggen we uit dat hij gekeurd is. Tot nu toe wilde niemand vijf weken langer wachten.')),
        reply('patricia-perceel', 5 * HOUR, 'Dit is ook voor @inkoop interessant. Onze overeenkomst loopt volgend jaar af, ik neem het mee in de vraag aan de markt.'),
        reply('sigrid-sjabloon', 9 * HOUR, 'Drie weken sneller is drie weken minder op een bed in de woonkamer. Dat is de winst die ik zie.'),
        reply('marit-mantel', DAY, 'En de familie blij, want die vraagt altijd als eerste waar “dat ding” na een overlijden naartoe gaat.'),
      ],
    },
    {
      key: 'wmo-keukentafel-taal',
      author: 'ilona-indicatie',
      minutesAgo: 39 * DAY,
      body: 'Ik las deze maand 50 onderzoeksverslagen. In 31 daarvan staat “cliënt is zelfredzaam op het gebied van mobiliteit”. Wat ze vertelde was: “ik kom nog bij de brievenbus”. Zullen we voortaan gewoon opschrijven wat mensen zeggen?',
      tags: ['verslag', 'taal', 'kwaliteit'],
      reactions: 19,
      replies: [
        reply('femke-fictie', HOUR, 'Schuldig. Het systeem vraagt om een score en dan ga je vanzelf in scores schrijven.'),
        reply('marco-megafoon', 3 * HOUR, 'Zal ik een uurtje met het team komen oefenen? We nemen drie verslagen en lezen ze hardop voor. Dat is meestal genoeg.',
          reply('ilona-indicatie', HOUR, 'Ja! Ook voor de buren, als er plek is.')),
        reply('youssef-regelaar', 6 * HOUR, 'Ik laat het verslag voortaan door de cliënt zelf voorlezen voor hij tekent. Er gaat elke keer iets uit.'),
        reply('evi-balans', DAY, 'Bij ons in de schuldhulp precies hetzelfde. “Er is sprake van problematische schulden” zegt iemand die bang is voor de deurbel nooit.'),
      ],
    },
    {
      key: 'wmo-mantelzorgwoning',
      author: 'marit-mantel',
      minutesAgo: 54 * DAY,
      kind: 'question',
      title: 'Mantelzorgwoning in de tuin: mag die blijven staan als de zorg stopt?',
      body: 'Een dochter heeft voor haar vader een unit in de tuin geplaatst. Hij is overleden. Ze wil de unit houden voor haar moeder, die nu nog gezond is. Wat zeggen jullie dan?',
      tags: ['mantelzorg', 'wonen', 'vergunningen'],
      replies: [
        reply('roos-rooilijn', 4 * HOUR, 'Zodra de zorg stopt, vervalt de reden waarom hij er vergunningvrij mocht staan. Wij geven wel een redelijke termijn. Als de moeder binnenkort zorg nodig heeft, kan dat meetellen.'),
        reply('joost-verzonnen', 8 * HOUR, 'Een verklaring van de huisarts of van ons helpt dan. Wel eerlijk zijn: “nu nog gezond” is geen zorgvraag.',
          reply('marit-mantel', DAY, 'Duidelijk. Ik ga er langs, een brief lijkt me nu niet kies.')),
        reply('hans-heuvelproef', 2 * DAY, 'Wij overwegen een regel waarmee zo’n woning vijf jaar mag blijven voor familie. Scheelt verdriet en sloopkosten, en er is toch woningnood.'),
      ],
    },
    {
      key: 'wmo-rolstoelpool',
      author: 'zehra-zorgpad',
      minutesAgo: 68 * DAY,
      body: 'Bij het station en bij het gemeentehuis staan nu drie rolstoelen die je met je bibliotheekpas kunt lenen. In de eerste maand 57 keer gebruikt, en ze zijn alle drie nog heel. Vooral voor een dagje met oma blijkt dit ideaal.',
      tags: ['hulpmiddelen', 'toegankelijkheid'],
      replies: [
        reply('femke-fictie', 2 * HOUR, 'Wat slim met die pas. Wie is aansprakelijk als er iets stukgaat?',
          reply('zehra-zorgpad', 3 * HOUR, 'Wij. Tot nu toe één lekke band, geplakt door de fietsenmaker van het station.')),
        reply('jelle-modelstra', DAY, 'Zet ze ook op de kaart van de drempelvrije routes, dan heb je meteen een dagtochtje.'),
        reply('youssef-regelaar', 3 * DAY, 'Kunnen wij er eentje lenen voor de week van de toegankelijkheid? Ik wil het college door de eigen hal laten rijden.'),
      ],
    },
  ],
};
