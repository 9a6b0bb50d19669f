// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const eikenrode: BuildingDrafts = {
  building: 'eikenrode',
  posts: [
    {
      key: 'eikenrode-sporthal',
      author: 'roelie-rozenboog',
      minutesAgo: 14 * HOUR,
      kind: 'article',
      title: 'Sporthal: drie varianten en wat ze kosten',
      body: `
        Gisteravond kreeg de dorpsraad de drie varianten voor de sporthal te zien. Kort en zonder moeilijke woorden:

        1. **Opknappen.** Nieuw dak, nieuwe kleedkamers, isolatie. 2,1 miljoen euro. Kan vijftien jaar mee.
        2. **Nieuw op dezelfde plek.** 5,4 miljoen. Twee jaar geen hal.
        3. **Nieuw naast de school.** 5,9 miljoen. De oude blijft open tot de nieuwe klaar is.

        De dorpsraad geeft nog geen advies. Eerst willen we weten wat jullie ervan vinden. Reageer hieronder of kom zaterdag naar de tafel bij de bakker.`,
      tags: ['sporthal', 'dorpsraad', 'meedenken'],
      reactions: 16,
      replies: [
        reply('gert-grasveld', 35, 'Twee jaar zonder hal overleeft de zaalvoetbal niet. Dan spelen ze straks allemaal in de stad en komen ze niet terug. Variant 3 voor mij.'),
        reply('tiny-torenspits', 80, 'Bijna zes miljoen voor een dorp van 2.900 mensen, ik vind het nogal wat. Opknappen en netjes houden, zou ik zeggen.',
          reply('ineke-ijsbaan', 40, 'Alleen ligt de toiletgroep dan nog steeds een trap hoger. Ik kan er met mijn moeder in de rolstoel niet komen.',
            reply('mehmet-maquette', 3 * HOUR, 'In variant 1 zit een lift, dat stond niet op het bord. Mijn fout. De drie tekeningen staan vanavond in de bieb, met een lijst van wat er wel en niet in zit.'))),
        reply('wanda-wipkip', 3 * HOUR, 'Naast de school is handig voor gym, nu lopen ze een kwartier heen en een kwartier terug. Van het gymuur blijft een half uur over.'),
        reply('harm-houtwal', 6 * HOUR, 'Naast de school ligt mijn pachtland. Ik hoor het hier voor het eerst. Dat had wel even gebeld mogen worden.',
          reply('mehmet-maquette', 2 * HOUR, 'Daar heb je helemaal gelijk in, Harm. Het is een idee op papier, er is niets besloten. Ik kom morgen bij je langs met de tekening.')),
      ],
    },
    {
      key: 'eikenrode-drempels',
      author: 'lenie-landweg',
      minutesAgo: 10 * DAY,
      kind: 'question',
      title: 'Kan het sluipverkeer uit de Dorpsstraat?',
      body: 'Sinds de afsluiting bij het viaduct rijdt iedereen door de Dorpsstraat. Vanochtend telde ik 212 auto’s tussen zeven en acht. De kinderen durven niet meer alleen naar school te fietsen. Wat kunnen we doen, en snel graag?',
      tags: ['verkeer', 'veiligheid', 'dorpsstraat'],
      replies: [
        reply('jaap-jaagpad', 2 * HOUR, 'Ik heb ’s ochtends een uur over en een fluorescerend jasje. Zullen we met een paar mensen bij het zebrapad gaan staan tot het viaduct open is?',
          reply('lenie-landweg', HOUR, 'Wat lief. Ik doe maandag en dinsdag.')),
        reply('wout-weiland', 4 * HOUR, 'Let bij drempels op landbouwverkeer. Met een volle kar aardappels hoor je dat tot in de kerk.'),
        reply('emma-enquete', DAY, 'Ik heb de verkeerscollega gesproken. Vanaf donderdag staat er een tijdelijk bord “alleen bestemmingsverkeer” en hangt er een snelheidsmeter met gezichtje. Dat is een begin. Het viaduct gaat naar verwachting over vijf weken open.'),
        reply('jelle-modelstra', 2 * DAY, 'Tip van de buren in Noordkade: zet twee bloembakken om en om, dertig meter uit elkaar. Trekkers kunnen er langs, haastige auto’s kiezen een andere weg. Ze kosten bijna niets en je haalt ze zo weer weg.',
          reply('bernd-berm', DAY, 'Er staan er vier op de werf. Ik zet ze vrijdag neer, breed genoeg voor Wouts kar. Wie zorgt er voor de planten?',
            reply('roelie-rozenboog', 2 * HOUR, 'De dorpsraad doet de planten. Rozen natuurlijk.'))),
        reply('lenie-landweg', 7 * DAY, 'Vanochtend nog 96 auto’s. Meer dan de helft minder. Dank allemaal!'),
      ],
    },
    {
      key: 'eikenrode-ijsbaan',
      author: 'ineke-ijsbaan',
      minutesAgo: 28 * DAY,
      body: 'De ijsvereniging wil het weiland bij de molen weer onder water zetten. Daarvoor moet de duiker worden nagekeken, want vorig jaar liep het net zo hard leeg als vol. Wie heeft er verstand van duikers, en van gemeentelijke formulieren?',
      tags: ['ijsbaan', 'verenigingen'],
      replies: [
        reply('harm-houtwal', 3 * HOUR, 'Met duikers kom ik een eind. Zaterdag breng ik de pomp mee.'),
        reply('bernd-berm', DAY, 'Die duiker is van ons. Hij staat nu op de lijst voor volgende week, daar hoef je geen formulier voor in te vullen.'),
        reply('tiny-torenspits', DAY + 3 * HOUR, 'En wie zet de koek-en-zopie op? Vorige keer was de chocolademelk om drie uur al op.',
          reply('bas-boomgaard', 2 * HOUR, 'Ik. Met appelcider deze keer, van eigen boom.')),
        reply('ineke-ijsbaan', 8 * DAY, 'Duiker dicht, pomp getest. Nu alleen nog vorst, daar hebben we geen formulier voor gevonden.'),
      ],
    },
    {
      key: 'eikenrode-starterswoningen',
      author: 'nick-nieuwkomer',
      minutesAgo: 36 * DAY,
      kind: 'question',
      title: 'Wie wil er ook een huis delen of zelf bouwen?',
      body: 'Ik huur sinds een jaar een kamer boven de bakker en wil hier blijven. Kopen lukt niet in mijn eentje. Zijn er meer mensen van onder de 35 die samen willen bouwen, bijvoorbeeld op het terrein van de oude zuivelfabriek?',
      tags: ['wonen', 'starters', 'bouwen'],
      replies: [
        reply('suzan-schuurdeur', 2 * HOUR, 'Mijn dochter en haar vriend! Ze staan in de stad ingeschreven, maar zoeken eigenlijk hier. Ik stuur dit door.'),
        reply('door-dorpsplein', 6 * HOUR, 'Ik ben 34, mag ik nog net meedoen? Ik kan metselen, dat scheelt.',
          reply('nick-nieuwkomer', HOUR, 'Iemand die kan metselen laten we nooit meer gaan.')),
        reply('mehmet-maquette', DAY, 'De fabriek is van een particulier, maar die wil praten. Als jullie met acht of meer zijn, help ik met een haalbaarheidsonderzoek. In de woonvisie is ruimte voor “samen bouwen”, die is nog nooit gebruikt.'),
        reply('wout-weiland', 2 * DAY, 'Denk aan de bodem daar. Mijn vader werkte er nog, er is van alles in de grond terechtgekomen.',
          reply('mehmet-maquette', 5 * HOUR, 'Goed dat je dat zegt. Een bodemonderzoek wordt dan stap één.')),
        reply('nick-nieuwkomer', 10 * DAY, 'We zijn met elf. Eerste avond is in de kantine van de voetbal, Gert regelt de sleutel.'),
      ],
    },
    {
      key: 'eikenrode-pinautomaat',
      author: 'tiny-torenspits',
      minutesAgo: 47 * DAY,
      body: 'De pinautomaat in de supermarkt gaat weg. Voor wie geen auto heeft is de volgende elf kilometer verderop. Ik ben 78 en betaal mijn kapper contant. Kan de dorpsraad hier iets mee?',
      tags: ['voorzieningen', 'ouderen'],
      replies: [
        reply('roelie-rozenboog', 3 * HOUR, 'We hebben een brief gestuurd en het staat op de agenda van donderdag. Kom vooral, @tiny-torenspits, jij vertelt het beter dan ik.'),
        reply('lenie-landweg', 5 * HOUR, 'Bij de kassa kun je bij je boodschappen tot vijftig euro extra opnemen. Dat weten veel mensen niet.',
          reply('tiny-torenspits', DAY, 'Dat wist ik inderdaad niet. Het scheelt, al wil ik niet elke keer een pak koffie moeten kopen.')),
        reply('emma-enquete', 2 * DAY, 'Vanuit de gemeente: we onderzoeken of er een automaat in het dorpshuis kan, zoals in twee andere kernen. Uitslag over een maand, ik meld het hier.'),
        reply('emma-enquete', 33 * DAY, 'Zoals beloofd: hij komt er. Naast de ingang van het dorpshuis, ook ’s avonds bereikbaar. Nu nog een stopcontact op de goede plek.'),
      ],
    },
    {
      key: 'eikenrode-bus',
      author: 'wanda-wipkip',
      minutesAgo: 19 * DAY + 6 * HOUR,
      body: 'Vanaf volgende maand rijdt de bus van 7.12 niet meer. Dat is precies de bus waarmee de brugklassers op tijd op school zijn. De volgende komt om 7.58 en dan zijn ze een kwartier te laat. Wie schrijft er mee aan een brief?',
      tags: ['openbaar-vervoer', 'school'],
      replies: [
        reply('door-dorpsplein', HOUR, 'Ik schrijf mee. Ik heb een lijst met alle ouders van groep acht.'),
        reply('gert-grasveld', 4 * HOUR, 'Vraag de school ook een brief te sturen. Naar drie brieven luisteren ze beter dan naar één boze moeder, met alle respect.',
          reply('wanda-wipkip', 30, 'Drie boze moeders dan. Maar je hebt gelijk, ik bel de school.')),
        reply('ben-belbus', DAY, 'Bij een wijziging van de dienstregeling moet de vervoerder eerst advies vragen aan de reizigersraad. Stuur je brief ook daarheen, dan moeten ze erop ingaan.'),
        reply('wanda-wipkip', 12 * DAY, 'De bus van 7.12 blijft in schoolweken rijden! Het was een proef met de vakantiedienst die per ongeluk doorliep, zeggen ze. Hoe dan ook: gelukt.'),
      ],
    },
    {
      key: 'eikenrode-jeugdsoos',
      author: 'siem-signaal',
      minutesAgo: 80 * DAY,
      title: 'De jeugdsoos gaat weer open',
      body: 'Vanaf vrijdag is de soos weer open, van zeven tot elf, voor iedereen van 12 tot 18. Er is een nieuwe tafeltennistafel en een oude bank die verrassend lekker zit. Ouders: jullie mogen om elf uur komen ophalen, niet eerder binnenkijken.',
      tags: ['jeugd', 'soos'],
      replies: [
        reply('door-dorpsplein', 2 * HOUR, 'Mijn zoon vraagt of er wifi is. Ik vraag of er frisdrank zonder suiker is. We hebben verschillende prioriteiten.',
          reply('siem-signaal', HOUR, 'Allebei. De wifi stopt om kwart voor elf, dan gaan ze vanzelf opruimen.')),
        reply('suzan-schuurdeur', DAY, 'Top, @siem-signaal. De coöperatie betaalt de ledlampen voor de zaal, zoals beloofd.'),
        reply('bas-boomgaard', 3 * DAY, 'Wij hebben nog een jukebox op zolder, uit de jaren tachtig. Doet het nog, alleen met guldens.'),
      ],
    },
  ],
};
