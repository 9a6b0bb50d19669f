// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const havenkwartier: BuildingDrafts = {
  building: 'havenkwartier',
  posts: [
    {
      key: 'havenkwartier-fietsenstalling',
      author: 'hanna-bewoner',
      minutesAgo: 26 * HOUR,
      title: 'De fietsenstalling naast het dorpshuis',
      body: 'Kunnen we de nieuwe stalling aan de waterkant zetten? Dan blijft het pleintje vrij voor de markt. Nu staan de rekken precies waar de kaasboer zijn kraam uitklapt. Ik heb het vanochtend nagemeten: langs de kade is plaats voor ruim veertig fietsen.',
      tags: ['fietsenstalling', 'markt', 'kade'],
      reactions: 24,
      replies: [
        reply('milan-marktkraam', 40, 'Namens drie kramen, @hanna-bewoner: heel graag! Wij schuiven nu elke week tussen de fietsen door met onze karren.'),
        reply('rik-reling', 70, 'Prima, als er genoeg ruimte overblijft om met een rolstoel langs te kunnen. Anderhalve meter is het minimum, twee is fijner, want er wordt altijd eentje scheef gezet.',
          reply('hanna-bewoner', 30, 'Goed dat je het zegt. Met rekken die schuin staan, houd je 2,10 meter over. Ik kom het graag samen met je uitproberen.',
            reply('rik-reling', 25, 'Zaterdag tien uur? Ik neem de brede stoel mee.'))),
        reply('anouk-bankje', 4 * HOUR, 'Mooie suggestie. Ik vraag onze verkeerskundige of de stalling van de kaderand af genoeg afstand houdt; de boten moeten kunnen aanleggen. Uiterlijk volgende week hoor je van mij.'),
        reply('klaas-kademuur', 6 * HOUR, 'Aanleggen gaat daar prima hoor, zolang ze van de bolders afblijven. Ik heb er veertig jaar gelegen. Zet ze dus niet bij trap drie.',
          reply('anouk-bankje', 40, 'Dat noteer ik: niet bij trap drie. Dank, zulke kennis staat op geen enkele tekening.')),
        reply('omar-overbuur', 9 * HOUR, 'Ik wil bij de koffiezaak wel een paar rekken kwijt als dat helpt. Mensen parkeren er toch al tegen mijn raam.'),
        reply('joris-schets', 22 * HOUR, '@hanna-bewoner, ik teken dit weekend twee varianten en hang ze hier op. Dan kunnen jullie kiezen voordat we iets bestellen.'),
      ],
    },
    {
      key: 'havenkwartier-brug-open',
      author: 'omar-overbuur',
      minutesAgo: 5,
      body: 'De loopbrug is weer open! De laatste schroeven zitten erin en er staat al een rij voor de koffie. Wie heeft er een foto van de eerste oversteek?',
      tags: ['loopbrug', 'nieuws'],
      reactions: 6,
      replies: [
        reply('sofie-steiger', 2, 'Mijn dochter was de eerste, op de step. Wazige foto, grote glimlach.'),
        reply('hanna-bewoner', 3, 'Hoera, dat scheelt me elke ochtend tien minuten omlopen.'),
      ],
    },
    {
      key: 'havenkwartier-planning-kade',
      author: 'anouk-bankje',
      minutesAgo: 12 * DAY,
      kind: 'article',
      title: 'Werk aan de kade: wat gebeurt er wanneer?',
      body: `
        De kademuur tussen trap één en trap vijf wordt vernieuwd. Dit is de planning zoals we die nu kennen.

        - **Fase 1**: trap 1 tot 2, zes weken
        - **Fase 2**: trap 2 tot 4, tien weken
        - **Fase 3**: trap 4 tot 5 en bestrating, zes weken

        **Wat merk je ervan?**

        - Overdag, tussen 7.30 en 16.00 uur, hoor je damwanden. We drukken ze, we slaan niet. Dat scheelt trillingen.
        - Er blijft altijd één looproute open, ook voor rolstoelen en kinderwagens.
        - Parkeren kan tijdelijk op het terrein achter de loods.

        Loopt iets uit, dan lees je dat hier als eerste. Ik sta elke woensdag om half negen bij de bouwkeet, met koffie.`,
      tags: ['kade', 'planning', 'overlast'],
      pinned: true,
      reactions: 21,
      replies: [
        reply('greetje-geranium', 2 * HOUR, 'Half acht is wel vroeg voor wie nachtdienst heeft. Bij mij in het portiek werken drie mensen in de zorg. Kan het de eerste week iets later beginnen, @anouk-bankje?',
          reply('anouk-bankje', DAY, 'Ik heb het gevraagd. De aannemer begint aan jullie kant om half negen en doet dan eerst het stille werk. Dat houden we de hele fase zo.',
            reply('greetje-geranium', HOUR, 'Dat is netjes geregeld. Ik zet een geranium bij de bouwkeet.'))),
        reply('lars-loopplank', 5 * HOUR, 'Mijn boot ligt bij trap 3. Krijg ik een andere plek, en betaal ik dan hetzelfde liggeld?',
          reply('anouk-bankje', 20 * HOUR, 'Je krijgt een plek in het binnenhaventje en betaalt over die tien weken niets. De havenmeester belt je deze week.')),
        reply('klaas-kademuur', DAY, 'Drukken in plaats van slaan: goed gezien. Vroeger rammelden de kopjes in de kast.'),
        reply('noa-nergens', 2 * DAY, 'Waar kan ik melden als er een scheur in mijn muur komt? Ik woon op nummer 14.',
          reply('anouk-bankje', 5 * HOUR, 'Voor de start maken we bij alle panden langs de kade foto’s van binnen en buiten. Je krijgt daar een brief over met een afspraak. Schade meld je bij mij, dan komt er binnen twee werkdagen iemand kijken.')),
      ],
    },
    {
      key: 'havenkwartier-speelplek',
      author: 'sofie-steiger',
      minutesAgo: 20 * DAY,
      kind: 'question',
      title: 'Wat willen de kinderen op het nieuwe speelplein?',
      body: 'We mogen als buurt meedenken over de speelplek bij de oude kraan. Wat moet er zeker in komen? Vraag het ook aan de kinderen zelf. Bij ons thuis staat bovenaan: “een kabelbaan en geen wipkip”.',
      tags: ['spelen', 'jeugd', 'meedenken'],
      replies: [
        reply('aysel-aanlegger', 90, 'Water! Een pomp met een gootje waar je dammen in kunt bouwen. We wonen aan het water en de kinderen mogen er nooit aankomen.'),
        reply('rik-reling', 4 * HOUR, 'Een schommel waar je met rolstoel op kunt. En een ondergrond zonder los zand, want daar kom ik met mijn neefje niet doorheen.'),
        reply('lars-loopplank', 6 * HOUR, 'Een bankje in de zon voor de ouders. Niemand zegt het, maar daar gaat het om.',
          reply('mirjam-meerpaal', HOUR, 'En eentje in de schaduw. Vorig jaar in augustus was de glijbaan te heet om aan te raken.')),
        reply('ilse-ontwerp', DAY, 'Heel bruikbaar allemaal. De kraan blijft staan en wordt het klimrek; daar kan ook de kabelbaan aan. Een waterpomp moet lukken als we hem op regenwater aansluiten. Ik kom woensdag met een maquette naar het buurthuis.',
          reply('sofie-steiger', 2 * HOUR, 'Mijn kinderen willen weten of ze er iets aan mogen veranderen met stiften.',
            reply('ilse-ontwerp', 30, 'Juist de bedoeling. Ik neem klei en stiften mee.'))),
        reply('piet-proefbewoner', 3 * DAY, 'De bewonersgroep heeft nog 1.200 euro uit het wijkbudget over. Wat mij betreft gaat dat naar die pomp.'),
      ],
    },
    {
      key: 'havenkwartier-terras',
      author: 'dries-dakgoot',
      minutesAgo: 33 * DAY,
      body: 'Even eerlijk: het terras op de hoek is gezellig, maar om half een ’s nachts klinkt elk gesprek alsof het in mijn slaapkamer is. Ik wil geen ruzie en ook geen handhaver aan de deur. Hoe lossen we dit met elkaar op?',
      tags: ['terras', 'geluid', 'samenleven'],
      replies: [
        reply('omar-overbuur', 3 * HOUR, 'Dat terras is van mijn buurman, maar ik snap je. Ik spreek hem morgen. Kussens op de stoelen en om half twaalf de buitenste tafels naar binnen scheelt al veel.',
          reply('dries-dakgoot', HOUR, 'Dank Omar. Dat zou me echt helpen. Ik drink er zelf ook wel eens een biertje hoor.')),
        reply('mirjam-meerpaal', 7 * HOUR, 'Bij ons aan de achterkant hoor je er niets van, dus het weerkaatst tegen jullie gevel. Misschien helpt een klimplant of een scherm tegen de muur.'),
        reply('anouk-bankje', DAY, 'Er geldt een sluitingstijd voor het terras van middernacht. Gaat dat vaker mis, laat het me weten. Ik bel eerst met de eigenaar, dat werkt meestal beter dan een brief.'),
        reply('dries-dakgoot', 9 * DAY, 'Update: sinds de afspraak is het om kwart voor twaalf stil. Met dank aan de buren. Zo kan het dus ook.'),
      ],
    },
    {
      key: 'havenkwartier-deelauto',
      author: 'aysel-aanlegger',
      minutesAgo: 45 * DAY,
      kind: 'question',
      title: 'Wie doet mee met een deelauto?',
      body: 'Onze auto staat zes dagen per week stil. Met vijf of zes huishoudens kun je er makkelijk één delen, en dan komt er een parkeerplek vrij. Wie heeft interesse, en kan de gemeente een vaste plek met laadpaal geven?',
      tags: ['deelauto', 'parkeren', 'laadpalen'],
      replies: [
        reply('noa-nergens', 2 * HOUR, 'Ik doe mee! Ik rijd misschien twee keer per maand, meestal naar mijn ouders.'),
        reply('lars-loopplank', 5 * HOUR, 'Interesse, maar hoe regel je het als twee mensen hem op zaterdag willen?',
          reply('aysel-aanlegger', 3 * HOUR, 'Met een kalender en een beetje goede wil. In de straat van mijn zus delen ze er een met negen huishoudens en dat gaat al jaren goed.')),
        reply('jelle-modelstra', DAY, 'Ik werk in Noordkade, dus dit is geen toezegging van Zuiderdam. Bij ons krijgt een groep vanaf vijf huishoudens een eigen plek als ze samen minstens twee auto’s wegdoen. Misschien een idee om over te nemen, @anouk-bankje?',
          reply('anouk-bankje', DAY, 'Die regel hebben wij nog niet, maar het past bij ons parkeerplan. Ik leg het voor en vraag meteen naar een laadpaal bij de loods.')),
        reply('mirjam-meerpaal', 4 * DAY, 'Wij zijn nummer vijf. Dan kunnen we aanvragen zodra het mag.'),
      ],
    },
    {
      key: 'havenkwartier-loods',
      author: 'piet-proefbewoner',
      minutesAgo: 61 * DAY,
      kind: 'article',
      title: 'Verslag bewonersavond: wat doen we met de oude loods?',
      body: `
        Er waren 84 mensen in de loods zelf, met jassen aan want de verwarming is nog van vóór de oorlog. Dit kwam eruit.

        **Waar bijna iedereen het over eens is**

        - De loods blijft staan.
        - Er komt een plek waar je zonder iets te kopen binnen kunt zitten.
        - De grote deuren aan de waterkant gaan in de zomer open.

        **Waar we het niet over eens zijn**

        - Werkplaatsen of woningen op de verdieping. Ongeveer half om half.
        - Of er muziek mag na elf uur.

        **Hoe verder**

        Een groep van tien werkt twee voorstellen uit, met hulp van de gemeente. Aanmelden kan bij mij. Over zes weken stemmen we er hier over.`,
      tags: ['loods', 'verslag', 'meedenken'],
      replies: [
        reply('greetje-geranium', 5 * HOUR, 'Goed verslag Piet. Je vergat alleen dat de appeltaart op was om kwart over acht.'),
        reply('klaas-kademuur', 8 * HOUR, 'Werkplaatsen. Er zijn in de hele stad geen plekken meer waar je mag schuren en zagen. Woningen bouw je overal.',
          reply('noa-nergens', 2 * HOUR, 'Overal, behalve waar ik ze kan betalen. Ik sta al zes jaar ingeschreven.',
            reply('piet-proefbewoner', 4 * HOUR, 'Precies daarom twee voorstellen. Misschien kan het allebei: beneden werken, boven een paar kleine woningen. Kom in de groep zitten, @noa-nergens.'))),
        reply('joris-schets', DAY, 'De constructie kan een extra verdieping dragen aan de landzijde, niet aan de waterkant. Ik neem de tekeningen mee naar de eerste groepsavond.'),
        reply('milan-marktkraam', 3 * DAY, 'Denk ook aan de markt als het stormt. Twaalf kramen binnen, dat past.'),
        reply('sanne-voorbeeld', 4 * DAY, 'Compliment voor hoe jullie het meningsverschil gewoon hebben opgeschreven. Ik gebruik dit als voorbeeld in @participatie, als dat mag.'),
      ],
    },
    {
      key: 'havenkwartier-ratten',
      author: 'mirjam-meerpaal',
      minutesAgo: 4 * DAY,
      body: 'Bij de ondergrondse container aan de Touwbaan zitten weer ratten. Gisteravond zag ik er drie. Er staan steeds zakken naast. Kan iemand van de gemeente kijken?',
      tags: ['afval', 'overlast', 'melding'],
      replies: [
        reply('anouk-bankje', 80, 'Dank voor je melding. De container was vol omdat een sensor kapot is; hij wordt vanmiddag geleegd en vanaf morgen dagelijks nagekeken. De bestrijder komt donderdag.'),
        reply('rachid-voorbeeldsma', 5 * HOUR, 'Ik loop deze week extra rondes. Zakken naast de container kosten 120 euro, maar ik begin met een gesprek. Vaak weten mensen niet dat er om de hoek nog een staat.'),
        reply('greetje-geranium', 7 * HOUR, 'En alsjeblieft geen brood voor de meeuwen, buren. Daar komen ze ook op af.'),
        reply('mirjam-meerpaal', 3 * DAY, 'Sinds donderdag niets meer gezien. Dank jullie wel, dat ging snel.'),
      ],
    },
    {
      key: 'havenkwartier-markt-staff',
      author: 'anouk-bankje',
      minutesAgo: 8 * DAY,
      body: 'Voor collega’s: de stroomkast op het pleintje kan de markt én de foodtrucks niet tegelijk aan. Wie heeft ervaring met een slimme kast die de last verdeelt? Een zwaardere aansluiting duurt volgens de netbeheerder ruim twee jaar.',
      audience: 'staff',
      tags: ['markt', 'stroom', 'netcongestie'],
      replies: [
        reply('gerard-zonnedak', 3 * HOUR, 'Wij hebben op het sportpark een batterij van een aanhanger staan die overdag laadt. Voor één marktdag per week is dat betaalbaar. Kom een keer kijken.'),
        reply('jelle-modelstra', 6 * HOUR, 'In Noordkade hebben we de foodtrucks op een ander tijdslot gezet. Niet elegant, wel gratis.',
          reply('anouk-bankje', HOUR, 'Gratis is ook een oplossing. Ik leg beide voor aan de marktmeester.')),
        reply('joris-schets', DAY, 'Houd op de tekening alvast twee vierkante meter vrij voor een grotere kast. Later is daar nooit meer plek voor.'),
      ],
    },
    {
      key: 'havenkwartier-havendag',
      author: 'greetje-geranium',
      minutesAgo: 74 * DAY,
      body: 'Oproep! Voor de Havendag zoeken we nog acht mensen: vier om pannenkoeken te bakken, twee om verkeer tegen te houden en twee die niet bang zijn voor zestig kinderen in reddingsvesten. Wie durft?',
      tags: ['havendag', 'vrijwilligers'],
      replies: [
        reply('lars-loopplank', HOUR, 'Kinderen in reddingsvesten, daar teken ik voor. Ik heb een fluitje.'),
        reply('hanna-bewoner', 3 * HOUR, 'Zet mij maar bij de pannenkoeken. Ik neem mijn eigen pan mee, daar ben ik eigenwijs in.'),
        reply('dries-dakgoot', 5 * HOUR, 'Verkeer tegenhouden kan ik, mits iemand me een hesje geeft. Zonder hesje luistert niemand.',
          reply('anouk-bankje', 2 * HOUR, 'Hesjes liggen klaar bij de bouwkeet, ook in maat XL.')),
        reply('bep-buurvrouw', DAY, 'Vanuit De Sluis komen er twee mee om te bakken. Wij komen dan ook schrijven voor de wijkkrant.'),
        reply('greetje-geranium', 9 * DAY, 'We zijn met negentien! Ik ben er stil van, en dat gebeurt niet vaak.'),
      ],
    },
    {
      key: 'havenkwartier-parkeervergunning',
      author: 'noa-nergens',
      minutesAgo: 88 * DAY,
      kind: 'question',
      title: 'Parkeervergunning: geldt die ook in de nieuwe straten?',
      body: 'Ik heb een vergunning voor zone H1. De nieuwe straten achter de loods staan niet op de kaart. Krijg ik een boete als ik daar sta?',
      tags: ['parkeren', 'vergunning'],
      replies: [
        reply('anouk-bankje', 5 * HOUR, 'Goede vraag, de kaart liep achter. De straten achter de loods horen bij H1, je mag er dus staan. De kaart is vanmiddag aangepast.'),
        reply('rachid-voorbeeldsma', 8 * HOUR, 'En in de scanauto zijn de straten nu ook toegevoegd. Heeft iemand toch een boete gekregen, maak dan bezwaar; dan draaien we die terug.',
          reply('noa-nergens', HOUR, 'Fijn, ik had er inderdaad eentje. Bezwaar is verstuurd.',
            reply('rachid-voorbeeldsma', 2 * DAY, 'Gezien en kwijtgescholden. Excuses voor het ongemak.'))),
      ],
    },
  ],
};
