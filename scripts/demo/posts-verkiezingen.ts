// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const verkiezingen: BuildingDrafts = {
  building: 'verkiezingen',
  posts: [
    {
      key: 'verkiezingen-stembureaus',
      author: 'wendy-stembus',
      minutesAgo: 2 * DAY + 2 * HOUR,
      kind: 'question',
      title: 'Sporthal valt weg als stembureau: waar heen met 2.400 kiezers?',
      body: 'De sporthal bij ons station is in de verkiezingsweek al verhuurd. Ik zoek een plek met een vlakke ingang, ruimte voor vier hokjes en een rij die niet op het fietspad staat. Wat voor bijzondere locaties gebruiken jullie?',
      tags: ['stembureaus', 'locaties', 'toegankelijkheid'],
      replies: [
        reply('yara-kiesraam', HOUR, 'De tramremise was een succes. Warm, breed en iedereen wilde hem van binnen zien. De opkomst steeg er vier procent.'),
        reply('ans-akte', 3 * HOUR, 'In een dorp stemmen ze bij ons in de brandweerkazerne. Wel een afspraak gemaakt over uitrukken: kiezers gaan dan aan de linkerkant staan.'),
        reply('linde-laag', 6 * HOUR, 'Ik maak een kaartje met alle gebouwen van de gemeente binnen 600 meter, vlakke ingang aangevinkt. Morgen klaar.',
          reply('wendy-stembus', 20 * HOUR, 'Dank! De muziekschool staat erop en had ik nooit bedacht. Ze willen het graag, en er is een piano voor in de wachtrij.')),
        reply('wim-wachtrij', DAY, 'Reken op één hokje per 600 kiezers en twee meter rij per tien mensen. Dat klopt bij ons altijd.'),
      ],
    },
    {
      key: 'verkiezingen-tellen',
      author: 'yara-kiesraam',
      minutesAgo: 20 * DAY + 5 * HOUR,
      kind: 'article',
      title: 'Centraal tellen: draaiboek na onze eerste keer',
      body: `
        We telden op partij in het stembureau en de dag erna op kandidaat in de sporthal, met 140 mensen. Hier is wat we volgende keer anders doen.

        **De zaal**

        - Tafels in hoefijzers van zes. Dan ziet de teamleider iedereen.
        - Eén looprichting. We hadden twee botsingen met dozen.

        **De mensen**

        - Om elf uur een echte pauze. Daarna daalde het aantal fouten met de helft.
        - Een vaste persoon voor verschillen. Niet de burgemeester.

        **De uitkomst**

        - 31 stembureaus in één keer goed, 6 na hertelling, 0 onverklaard.
        - Klaar om 16.20 uur, terwijl we op 19.00 uur hadden gerekend. Er waren dus te veel broodjes.`,
      tags: ['tellen', 'draaiboek', 'evaluatie'],
      replies: [
        reply('wendy-stembus', 2 * HOUR, 'Fantastisch overzicht. Hoe hield je bij welke doos waar was?',
          reply('yara-kiesraam', HOUR, 'Met een geel kaartje dat van hand tot hand ging, met tijden. Laagdrempelig en geen accu nodig.')),
        reply('victor-notulen', 8 * HOUR, 'Als waarnemer vond ik het indrukwekkend rustig. Dat hoor ik ook van de fracties.'),
        reply('jan-willem-motie', DAY, 'Mogen wij met drie mensen meekijken de volgende keer? Wij gaan voor het eerst centraal.'),
        reply('naima-formulier', 2 * DAY, 'Was er iemand voor de kinderen van de tellers? Bij ons haken daar ieder jaar goede mensen op af.',
          reply('yara-kiesraam', 4 * HOUR, 'Nog niet, wel een heel goed idee. De gymzaal ernaast is vrij.')),
      ],
    },
    {
      key: 'verkiezingen-vrijwilligers',
      author: 'sanne-voorbeeld',
      minutesAgo: 36 * DAY + 4 * HOUR,
      title: 'Jongeren in het stembureau',
      body: 'We zoeken zestig stembureauleden tussen 18 en 25. Eerste ronde langs het mbo leverde er 23 op. Ze vroegen drie dingen: wat verdien ik, mag ik samen met een vriend, en moet ik om zes uur op? Op twee van de drie kon ik ja zeggen.',
      tags: ['stembureauleden', 'jongeren', 'werving'],
      replies: [
        reply('wendy-stembus', 2 * HOUR, 'Mogen ze een halve dag? Dan is dat zes uur ook opgelost voor de middagploeg.',
          reply('sanne-voorbeeld', 40, 'Goed plan. Ik ga terug en vraag wie er tussen twee en tien kan.')),
        reply('marco-megafoon', 5 * HOUR, 'Ik maak een filmpje met die 23. Zíj vertellen, ik houd alleen de camera vast. Geleerd in @participatie.'),
        reply('kees-stempel', DAY, 'Zet ze naast een ervaren lid. Onze oudste voorzitter is 81 en kan niet wachten om het iemand te leren.'),
        reply('sanne-voorbeeld', 15 * DAY, 'Stand: 58 van de 60. Er zitten zes vriendengroepen bij en één tweeling. Zet die alsjeblieft niet aan dezelfde tafel.'),
      ],
    },
    {
      key: 'verkiezingen-stempas',
      author: 'kees-stempel',
      minutesAgo: 54 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Stempassen retour: hoe lang bewaren en wie belt?',
      body: 'We kregen 311 stempassen onbestelbaar terug. De meeste door verhuizing, sommige door een brievenbus die er niet is. Doen jullie daar actief iets mee?',
      tags: ['stempassen', 'post'],
      replies: [
        reply('ricardo-reispas', 3 * HOUR, 'Ze zijn een goed signaal voor de registratie. Wij leggen ze naast lopende adresonderzoeken, daar kwamen er 40 uit.'),
        reply('wim-wachtrij', 6 * HOUR, 'Wie belt om een vervangende pas, krijgt hem bij ons dezelfde dag aan de balie. De oude wordt ongeldig verklaard, dus let op de lijst in het stembureau.',
          reply('kees-stempel', HOUR, 'Die lijst is bij ons tot de avond ervoor bijgewerkt. Te laat?',
            reply('yara-kiesraam', 2 * HOUR, 'Dat is volgens de regels. Print hem om zes uur ’s avonds, en niet om vijf.'))),
        reply('naima-formulier', DAY, 'Ik heb er vorige keer twintig gebeld van wie we een nummer hadden. Allemaal verbaasd en blij.'),
      ],
    },
    {
      key: 'verkiezingen-verzorgingshuis',
      author: 'ans-akte',
      minutesAgo: 81 * DAY,
      body: 'Tip voor het verzorgingshuis: zet het mobiele stembureau niet op dinsdagochtend, dan komt de kapper. We hadden er vorige keer twaalf, en na het verzetten 64. Met permanent.',
      tags: ['mobiel-stembureau', 'ouderen'],
      replies: [
        reply('wendy-stembus', HOUR, 'Hier klopt alles aan. Ik bel vandaag alle huizen om te vragen wanneer de kapper er is.'),
        reply('bas-beheer', 4 * HOUR, 'Ik zet een extra veld in de planning: “kapper”. Zo serieus ben ik zelden geweest.'),
        reply('yara-kiesraam', DAY, 'Bij ons is het de viskar. Elk huis heeft zijn eigen concurrent.',
          reply('ans-akte', 2 * HOUR, 'Zet het stembureau dan naast de viskar.')),
      ],
    },
  ],
};
