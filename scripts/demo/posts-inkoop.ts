// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const inkoop: BuildingDrafts = {
  building: 'inkoop',
  posts: [
    {
      key: 'inkoop-drempel-mkb',
      author: 'lotte-bestek',
      minutesAgo: 2 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Hoe krijg je kleine bedrijven uit de streek aan tafel?',
      body: 'Voor het onderhoud van speeltoestellen vroegen we vijf offertes en kregen er twee, allebei van ver. De hovenier om de hoek zegt: “Dat formulier kost me een week.” Wat laten jullie weg?',
      tags: ['mkb', 'offertes', 'lokaal'],
      replies: [
        reply('patricia-perceel', HOUR, 'Alles waar je niets mee doet als het antwoord ja is. Wij gingen van 31 naar 8 vragen en kregen zes offertes.'),
        reply('frank-formaat', 4 * HOUR, 'Onder de drempel mag je heel veel weglaten, zolang je iedereen gelijk behandelt. Een gesprek van een half uur met een verslag van één bladzijde is ook een offerte.',
          reply('lotte-bestek', 2 * HOUR, 'Dat durf ik wel, maar durft onze accountant het ook?',
            reply('tim-termijn', 5 * HOUR, 'Als het in het inkoopbeleid staat: ja. Stuur me de tekst, dan kijk ik vooraf mee.'))),
        reply('sjoerd-offerte', 9 * HOUR, 'Betaal sneller, en zeg dat erbij. Voor een bedrijf van vier man is veertien dagen belangrijker dan een paar procent.'),
        reply('bernd-berm', DAY, 'Bij ons rijdt de inkoper een dag mee met de ploeg. Daarna schreef ze een bestek dat iedereen begreep.'),
      ],
    },
    {
      key: 'inkoop-dagbesteding',
      author: 'wilma-weging',
      minutesAgo: 19 * DAY,
      kind: 'article',
      title: 'Lessen uit een aanbesteding die we moesten overdoen',
      body: `
        Onze aanbesteding voor dagbesteding is ingetrokken en opnieuw gedaan. Dat is niet leuk om te vertellen, wel nuttig.

        **Wat ging er mis?** We vroegen om "aantoonbare ervaring in de regio". Een aanbieder van net buiten de streek maakte bezwaar, en terecht.

        **Wat kostte het?** Vijf maanden, een overbrugging met de oude aanbieders en veel uitleg aan cliënten.

        **Wat doen we nu anders?**

        1. Iemand die er niets van weet leest alle eisen en zegt bij elke: *waarom?*
        2. Vragen van de markt krijgen een echt antwoord, geen verwijzing.
        3. Er zit een cliënt in de beoordeling. Die stelde de beste vraag van de dag: "Wie doet er open als ik bel?"`,
      tags: ['aanbesteding', 'sociaal-domein', 'geleerd'],
      replies: [
        reply('frank-formaat', 2 * HOUR, 'Moedig opgeschreven. Ik gebruik punt 1 voortaan in mijn cursus, met bronvermelding.'),
        reply('marleen-denkbeeld', 6 * HOUR, 'Hoe hebben jullie die cliënt voorbereid? Ik wil het ook, maar niet voor de vorm.',
          reply('wilma-weging', 3 * HOUR, 'Twee avonden samen lezen, hardop. En een vergoeding per uur, net als de adviseur die naast hem zat.')),
        reply('joost-verzonnen', DAY, 'Fijn dat je de overbrugging noemt. Daar vergeet iedereen geld voor te reserveren.'),
        reply('lotte-bestek', 2 * DAY, 'Wij lazen laatst een eis terug uit 2014 waarvan niemand nog wist waarom hij erin stond. Geschrapt, geen enkele vraag gekregen.'),
      ],
    },
    {
      key: 'inkoop-software-einde',
      author: 'sjoerd-offerte',
      minutesAgo: 32 * DAY,
      kind: 'question',
      title: 'Contract stopt: hoe krijg je je gegevens terug?',
      body: 'De leverancier van ons meldingensysteem vraagt 18.000 euro om de gegevens te leveren “in een leesbaar formaat”. In het contract staat alleen dat we eigenaar zijn. Wat spreken jullie af vóórdat je tekent?',
      tags: ['contracten', 'software', 'gegevens'],
      replies: [
        reply('patricia-perceel', 2 * HOUR, 'Wij vragen bij de start al om een proefexport en herhalen dat elk jaar. Levert hij niet, dan betalen we de laatste maand niet.'),
        reply('mei-tabel', 5 * HOUR, 'Vraag om een open formaat mét beschrijving van de velden. Een bestand met 300 kolommen zonder uitleg is ook “leesbaar”.',
          reply('sjoerd-offerte', HOUR, 'Kun jij meekijken naar wat we nu krijgen? Dan weet ik of het de moeite waard is om te strijden.',
            reply('mei-tabel', 2 * DAY, 'Gekeken. De helft is overbodig; wat we echt nodig hebben, halen we zelf uit de koppeling. Kosten: drie dagen van mij.'))),
        reply('frank-formaat', DAY, 'Lees ook de algemene voorwaarden van de overheid voor ICT er nog eens op na, daar staat een bepaling over medewerking bij de overgang. Die geldt alleen als jullie hem van toepassing hebben verklaard.'),
        reply('noor-sleutel', 3 * DAY, 'En spreek af wanneer zij hún kopie vernietigen, met een bewijs. Dat wordt altijd vergeten.'),
      ],
    },
    {
      key: 'inkoop-duurzaam-koffie',
      author: 'patricia-perceel',
      minutesAgo: 46 * DAY,
      body: 'We gaan de koffie opnieuw aanbesteden en willen een proeverij als gunningscriterium. Blind, met dertig collega’s. Mag dat, en hoe weeg je smaak?',
      tags: ['koffie', 'gunning', 'duurzaam'],
      reactions: 17,
      replies: [
        reply('frank-formaat', 50, 'Dat mag, als je vooraf zegt hoe het gaat: hoeveel proevers, welk cijfer, welk gewicht. En koffie op dezelfde temperatuur, anders krijg je bezwaar.'),
        reply('kees-stempel', 3 * HOUR, 'Namens de balie bied ik mij aan als proever. Wij drinken er de meeste van de hele organisatie.'),
        reply('wilma-weging', 6 * HOUR, 'Bij ons telde smaak voor 30 procent. De winnaar was niet de duurste en ook niet de bekendste. Klachten: nul, en dat is bij koffie een wonder.',
          reply('patricia-perceel', HOUR, 'Mag ik je beoordelingsformulier? Ik ben vooral benieuwd naar het vakje “nasmaak”.')),
        reply('iris-isolatie', DAY, 'Denk ook aan bekers, want de helft van het restafval op kantoor is beker.'),
      ],
    },
    {
      key: 'inkoop-social-return',
      author: 'bart-bedacht',
      minutesAgo: 63 * DAY,
      kind: 'question',
      title: 'Social return: vijf procent van wat precies?',
      body: 'In de meeste contracten staat vijf procent social return. Maar een aannemer met veel materiaal en weinig uren kan dat niet invullen en koopt het dan af. Hoe maken jullie het haalbaar én echt?',
      tags: ['social-return', 'werk', 'contracten'],
      replies: [
        reply('lotte-bestek', 3 * HOUR, 'Wij rekenen over de loonsom in plaats van de contractwaarde. Het percentage gaat omhoog, het bedrag wordt eerlijker.'),
        reply('mark-matching', 5 * HOUR, 'En laat ons meekijken voordat het bestek de deur uitgaat. Dan weet je of er mensen zijn die het werk willen doen. Lassers heb ik niet, groenmedewerkers wel.',
          reply('bart-bedacht', 2 * HOUR, 'Dat doen we te laat, helemaal mee eens. Ik plan een maandelijkse blik op de inkoopkalender.')),
        reply('leila-steekproef', DAY, 'Kleine stages en rondleidingen laten meetellen. Een bedrijf dat één keer heeft opengestaan, neemt daarna vaak echt iemand aan.'),
        reply('sjoerd-offerte', 2 * DAY, 'Controle blijft lastig. Ik bel nu gewoon de mensen zelf, met hun toestemming: “Werk je er nog?”'),
      ],
    },
    {
      key: 'inkoop-kalender-staff',
      author: 'patricia-perceel',
      minutesAgo: 85 * DAY,
      body: 'Voor collega’s van de drie gemeenten: de gezamenlijke inkoopkalender staat klaar. Er lopen volgend jaar bij minstens twee gemeenten tegelijk af: schoonmaak, leerlingenvervoer, printers en bladkorven. Zullen we die vier samen doen?',
      audience: 'staff',
      tags: ['inkoopkalender', 'samenwerking'],
      replies: [
        reply('lotte-bestek', 2 * HOUR, 'Schoonmaak en printers: ja. Leerlingenvervoer wil onze wethouder eerst bespreken.'),
        reply('wilma-weging', 7 * HOUR, 'Leerlingenvervoer samen is juist waar het meeste te winnen valt, de busjes rijden nu leeg terug. Ik help met de onderbouwing.'),
        reply('ben-belbus', DAY, 'Daar heb ik ritgegevens voor. Van de 64 busjes kunnen er acht weg als we over de grens heen plannen.',
          reply('patricia-perceel', 3 * HOUR, 'Acht van de 64, dat is een argument. Zet je ze op één kaartje?')),
        reply('frank-formaat', 2 * DAY, 'Let bij samen inkopen op de duur van de overeenkomst. Drie einddata betekent drie keer uitzonderingen.'),
      ],
    },
  ],
};
