// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const sluis: BuildingDrafts = {
  building: 'sluis',
  posts: [
    {
      key: 'sluis-lantaarn',
      author: 'lieke-lantaarn',
      minutesAgo: 2 * HOUR + 25,
      body: 'De lantaarns in het Wilgenpad doen het weer niet, vanaf de flat tot aan de school. Het is er echt pikdonker. Vorige maand waren ze ook al kapot. Is het dezelfde storing?',
      tags: ['verlichting', 'veiligheid', 'melding'],
      replies: [
        reply('henk-proefvak', 18, 'Ik heb het meteen doorgezet. Het is dezelfde kabel als vorige maand: hij is toen gerepareerd, niet vervangen. Vanavond staan er twee lichtmasten op een aggregaat.',
          reply('lieke-lantaarn', 12, 'Fijn dat je zo snel reageert, Henk. Wordt hij nu wel vervangen?',
            reply('henk-proefvak', 45, 'Ja. Volgende week gaat het pad drie dagen half open. Fietsers kunnen erlangs, met de fiets aan de hand.'))),
        reply('finn-fietspad', 35, 'Handig om te weten: de omweg via het Kersenpad is wel verlicht en maar twee minuten langer.'),
        reply('chantal-speeltuin', 50, 'Ik loop straks met de kinderen naar zwemles en neem een zaklamp mee. Wie wil, loopt met ons op om half zeven bij de flat.'),
      ],
    },
    {
      key: 'sluis-herinrichting',
      author: 'henk-proefvak',
      minutesAgo: 15 * DAY,
      kind: 'article',
      title: 'Nieuwe inrichting Sluisweg: het ontwerp ligt klaar',
      body: `
        Het riool onder de Sluisweg is aan vervanging toe. De straat gaat dus toch open. Dat is het moment om het bovengronds beter te maken.

        ## Wat verandert er?

        - De rijbaan wordt **smaller** en je mag er 30 rijden.
        - Er komen 34 bomen bij. Er verdwijnen er zes, die ziek zijn.
        - Aan beide kanten een stoep van twee meter breed.
        - Van de 88 parkeerplekken blijven er 79 over.

        ## Wat ligt nog niet vast?

        De plek van de laadpalen, de soort bomen en de vraag of de bushalte opschuift naar het gezondheidscentrum.

        ## Meedoen

        Het ontwerp hangt in het buurthuis. Zet je opmerking hieronder of plak een briefje op de tekening. Beide tellen even zwaar. Over drie weken vertel ik wat we ermee doen, per punt.`,
      tags: ['wijkinrichting', 'sluisweg', 'parkeren', 'groen'],
      pinned: true,
      reactions: 18,
      replies: [
        reply('anton-achterpad', 2 * HOUR, 'Negen parkeerplekken minder terwijl ik ’s avonds nu al rondjes rijd. Waar moeten die auto’s heen?',
          reply('henk-proefvak', 5 * HOUR, 'Begrijpelijke zorg. We hebben vier avonden geteld: gemiddeld stonden er 71 auto’s. Het knelt vooral bij de flat, daar blijven alle plekken. Wil je de tellingen zien? Ze liggen in het buurthuis.',
            reply('anton-achterpad', DAY, 'Ik ben gaan kijken. Bij de flat klopt het, dat had ik niet verwacht. Tel dan ook eens op zondag, als iedereen visite heeft.',
              reply('henk-proefvak', 3 * HOUR, 'Afgesproken. Zondag tel ik zelf, loop gerust mee.')))),
        reply('elly-erker', 6 * HOUR, 'Ik ben zó blij met die bomen. Graag geen platanen, want die hebben hier vroeger de hele stoep omhoog geduwd.'),
        reply('jamal-voordeur', 9 * HOUR, 'De bushalte bij het gezondheidscentrum lijkt me logisch. Mijn vader loopt met een rollator en moet nu de drukke weg over.'),
        reply('sigrid-sjabloon', DAY, 'Vanuit de wijkverpleging hetzelfde: veel van mijn cliënten durven daar niet over te steken. Een middeneiland zou ook al helpen.'),
        reply('sven-stoeptegel', 3 * DAY, 'Mogen bewoners zelf een geveltuin krijgen als de stoep toch open ligt? Dan hoeft er niemand te hakken.',
          reply('ilse-ontwerp', 6 * HOUR, 'Zeker. We vragen het huis aan huis. Je krijgt een strook van 45 centimeter, wij leveren de grond, jij zorgt voor de planten.')),
      ],
    },
    {
      key: 'sluis-soep',
      author: 'wies-waslijn',
      minutesAgo: 3 * DAY + 4 * HOUR,
      body: 'Woensdag weer soep in het buurthuis, vanaf half zes. Deze keer pompoen, en een pan zonder knoflook voor meneer van drie hoog. Schuif aan, ook als je niemand kent. Juist dan.',
      tags: ['buurthuis', 'samen-eten'],
      replies: [
        reply('jamal-voordeur', 2 * HOUR, 'Wij komen met zijn vijven, is dat te veel?',
          reply('wies-waslijn', 20, 'Dan doe ik er een liter bij. Kom maar.')),
        reply('marja-moestuin', 4 * HOUR, 'Ik heb nog twee kratten pompoenen liggen van de tuin. Ik breng ze dinsdag langs.'),
        reply('hassan-hoekhuis', 8 * HOUR, 'Mijn moeder neemt brood mee. Ze bakt altijd voor twintig man, dus dat komt goed uit.'),
        reply('wies-waslijn', 2 * DAY, 'Er waren 43 mensen, een record. De pan was leeg en de verhalen nog lang niet.'),
      ],
    },
    {
      key: 'sluis-hondenveld',
      author: 'ton-tuinhek',
      minutesAgo: 23 * DAY,
      kind: 'question',
      title: 'Kan er een hek om het hondenveld?',
      body: 'Het hondenveld ligt tussen de speeltuin en het fietspad. Mijn hond luistert, maar niet elke hond doet dat. Een hek van een meter met een poortje zou veel ellende voorkomen. Wie is er voor en wie is er tegen?',
      tags: ['honden', 'speeltuin', 'wijkbudget'],
      replies: [
        reply('chantal-speeltuin', HOUR, 'Voor! Mijn jongste is bang geworden nadat er eentje zijn broodje afpakte.'),
        reply('finn-fietspad', 3 * HOUR, 'Ook voor. Ik moest vorige week vol in de remmen voor een lijn die over het fietspad hing.'),
        reply('elly-erker', 5 * HOUR, 'Ik twijfel. Het is de enige open plek in de wijk waar je ver kunt kijken. Kan het met een haag in plaats van een hek?',
          reply('marja-moestuin', 2 * HOUR, 'Haagbeuk met een laag draadje ertussen. Na twee jaar zie je dat draad niet meer, en de mussen zijn er blij mee.',
            reply('ton-tuinhek', HOUR, 'Daar kan ik als hondenbaas ook mee leven. Mooier dan staal.'))),
        reply('henk-proefvak', DAY, 'Een haag van negentig meter kost ongeveer 2.800 euro, planten door vrijwilligers. Dat past in het wijkbudget. Als er twintig handtekeningen zijn, zet ik hem op de lijst voor dit plantseizoen.'),
        reply('ton-tuinhek', 6 * DAY, '31 handtekeningen opgehaald, waarvan elf van mensen zonder hond. Ik breng de lijst donderdag langs.'),
      ],
    },
    {
      key: 'sluis-wijkkrant',
      author: 'bep-buurvrouw',
      minutesAgo: 31 * DAY,
      body: 'De wijkkrant zoekt een nieuwe bezorger voor de oneven kant van de Beukenlaan. Het zijn 46 brievenbussen en twee blaffende honden. Je krijgt er eeuwige roem en een kerstpakket voor.',
      tags: ['wijkkrant', 'vrijwilligers'],
      replies: [
        reply('finn-fietspad', 5 * HOUR, 'Ik doe het wel, ik rijd daar toch langs voor mijn werk.',
          reply('bep-buurvrouw', HOUR, 'Held! Ik leg de stapel bij je voordeur, met een hondenkoekje erbij.')),
        reply('anton-achterpad', DAY, 'Komt de krant ook hier op het plein te staan? Mijn dochter woont in het buitenland en leest hem graag.',
          reply('bep-buurvrouw', 4 * HOUR, 'Vanaf het volgende nummer wel. @bas-beheer van de gemeente heeft mij uitgelegd hoe het moet, twee keer.')),
        reply('bas-beheer', 2 * DAY, 'De tweede keer was vooral voor de gezelligheid. Succes met het eerste digitale nummer!'),
      ],
    },
    {
      key: 'sluis-wateroverlast',
      author: 'hassan-hoekhuis',
      minutesAgo: 38 * DAY,
      body: 'Na de bui van gisteren stond het water bij ons tot aan de drempel. De put op de hoek kan het niet aan, en hij is vorige maand nog schoongemaakt. Wie heeft er ook last van?',
      tags: ['wateroverlast', 'riool', 'klimaat'],
      replies: [
        reply('elly-erker', 40, 'Hier stond de kelder blank. Gelukkig lag er niks van waarde, behalve de kerstversiering.'),
        reply('jamal-voordeur', 2 * HOUR, 'Bij ons net niet, maar ik heb wel zandzakken klaargelegd. Heeft iemand er over?'),
        reply('henk-proefvak', 4 * HOUR, 'Wat naar. Meld de schade ook bij je verzekering, met foto’s. De rioolbeheerder heeft vannacht metingen gedaan: er viel 38 millimeter in een uur, dat kan geen enkele put aan.',
          reply('hassan-hoekhuis', HOUR, 'Dat begrijp ik, maar vroeger stroomde het naar de sloot die nu gedempt is.',
            reply('ilse-ontwerp', DAY, 'Daar heb je gelijk in. In het nieuwe ontwerp voor de Sluisweg komt die sloot terug als wadi. Jouw hoek ligt dan veertig centimeter hoger dan de bodem.'))),
        reply('sven-stoeptegel', 6 * HOUR, 'Elke tegel eruit helpt. Zaterdag haal ik met de aanhanger gratis tegels op, ik breng zwarte grond terug.'),
        reply('ria-regenton', 2 * DAY, 'In Noordkade geven we regentonnen met korting weg aan straten die samen tien tegels per huis weghalen. Werkt aanstekelijk. Ik stuur @henk-proefvak onze aanpak.'),
      ],
    },
    {
      key: 'sluis-gft',
      author: 'anton-achterpad',
      minutesAgo: 7 * DAY + 2 * HOUR,
      kind: 'question',
      title: 'Weet iemand waarom het gft niet is opgehaald?',
      body: 'Bij ons in het achterpad staan twaalf volle bakken. De app zegt dat ze gisteren geleegd zijn.',
      tags: ['afval', 'gft'],
      replies: [
        reply('marja-moestuin', 25, 'De wagen kon er niet door, er stond een verhuisbusje dwars. Ik zag hem keren.'),
        reply('niels-container', 3 * HOUR, 'Klopt. De chauffeur meldt het pad als “geweest”, daarom zegt de app dat het gedaan is. Dat passen we aan. Morgenochtend komt de wagen terug, laat de bakken maar staan.',
          reply('anton-achterpad', 40, 'Dank. Kan er ook een bord komen dat je daar niet mag staan? Dan is het de volgende keer niet weer raak.',
            reply('henk-proefvak', DAY, 'Een kruis op de weg komt er deze maand. Een bord zou het achtste in dat pad zijn, dat slaan we even over.'))),
        reply('wies-waslijn', 5 * HOUR, 'Verhuisbusje was van mijn nieuwe overburen. Ze schrikken ervan en komen met koekjes langs.'),
      ],
    },
    {
      key: 'sluis-inloop-energie',
      author: 'henk-proefvak',
      minutesAgo: 52 * DAY,
      body: 'Elke maandagochtend zit er een energiecoach in het buurthuis. Neem je jaarafrekening mee. Snap je er niets van? Dan ben je niet de enige. Hulp is gratis, en je hoeft je niet aan te melden.',
      tags: ['energie', 'buurthuis', 'hulp'],
      replies: [
        reply('elly-erker', 3 * HOUR, 'Ik ben geweest. Mijn voorschot bleek 60 euro per maand te hoog. Gaan dus!'),
        reply('hassan-hoekhuis', 8 * HOUR, 'Kan de coach ook met een tolk werken? Mijn buurvrouw spreekt Tigrinya.',
          reply('henk-proefvak', DAY, 'Ja, met een tolk aan de telefoon. Laat even weten wanneer ze komt, dan regel ik het.')),
        reply('chantal-speeltuin', 2 * DAY, 'Wij kregen radiatorfolie en tochtstrips mee. De gang is eindelijk geen ijskast meer.'),
        reply('lieke-lantaarn', 5 * DAY, 'Voor wie huurt: de coach schrijft ook een brief mee aan de verhuurder over enkel glas. Bij mij kwam er binnen een maand iemand meten.'),
      ],
    },
    {
      key: 'sluis-jongeren-veldje',
      author: 'jamal-voordeur',
      minutesAgo: 66 * DAY,
      title: 'Jongeren op het trapveldje',
      body: 'Er wordt veel geklaagd over jongeren op het trapveldje. Twee van hen zijn mijn zoons. Ze willen gewoon ergens kunnen zitten als het regent. Ik stel voor dat we eerst met ze praten voordat iemand een bord met regels ophangt.',
      tags: ['jongeren', 'samenleven', 'trapveldje'],
      replies: [
        reply('ton-tuinhek', 3 * HOUR, 'Ik was een van de klagers. Het gaat mij om de brommers na elf uur, niet om het praten. Als we dat kunnen afspreken ben ik tevreden.'),
        reply('elly-erker', 5 * HOUR, 'Bij mij vegen ze in de winter de stoep. Ik heb niks te klagen.'),
        reply('siem-signaal', DAY, 'Ik werk als jongerenwerker in Heuvelrug-Oost en kom met plezier een avond langs. Wat bij ons hielp: ze mochten zelf een overkapping ontwerpen. Die is nog steeds heel.',
          reply('jamal-voordeur', 5 * HOUR, 'Heel graag. Mijn oudste tekent de hele dag, dus daar begint hij vanavond al aan.')),
        reply('henk-proefvak', 2 * DAY, 'Vrijdagavond om acht uur op het veldje zelf, met patat. @siem-signaal, kun jij dan? Ik nodig de jongens uit en jullie allemaal ook.'),
        reply('ton-tuinhek', 8 * DAY, 'Het was een goede avond. Afspraak: brommers aan de hand vanaf de flat. En ik heb voor het eerst in twintig jaar weer gevoetbald, dat voel ik nu nog.'),
      ],
    },
  ],
};
