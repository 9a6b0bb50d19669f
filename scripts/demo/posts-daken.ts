// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const daken: BuildingDrafts = {
  building: 'daken',
  posts: [
    {
      key: 'daken-coop-vol',
      author: 'suzan-schuurdeur',
      minutesAgo: 9 * HOUR,
      title: 'Het dak van de dorpsschool is verkocht',
      body: 'Alle 240 panelen op het schooldak hebben een eigenaar. Samen 91 huishoudens, waarvan 30 met een huurhuis. Voor wie te laat is: het dak van de sporthal komt misschien ook vrij, maar dan moet die er eerst komen. Zie @eikenrode.',
      tags: ['zonnepanelen', 'cooperatie'],
      replies: [
        reply('rens-radiator', 45, 'Gefeliciteerd! Dertig huurders is uitzonderlijk veel. Hoe hebben jullie die bereikt?',
          reply('suzan-schuurdeur', 30, 'Met de minimale inleg van 50 euro, en door bij de voedselbank te gaan staan in plaats van in de krant te adverteren.')),
        reply('bas-boomgaard', 3 * HOUR, 'Mijn panelen van vorig dak leverden al 38 euro op. Daar heb ik weer pruimenbomen van gekocht.'),
        reply('gerard-zonnedak', 5 * HOUR, 'Mooi. Houd de netbeheerder op de hoogte van de sporthal, want in jullie dorp is de ruimte op het net bijna op. Aanvragen voor je een dak hebt, mag.'),
        reply('nadia-noodfonds', 7 * HOUR, 'Dit wil ik ook in Noordkade. Kunnen we de inleg van 50 euro uit het energiefonds voorschieten? Ik zoek het uit.'),
      ],
    },
    {
      key: 'daken-groendak-garage',
      author: 'sven-stoeptegel',
      minutesAgo: 5 * DAY + 2 * HOUR,
      kind: 'question',
      title: 'Groen dak op een oude garage: houdt dat?',
      body: 'Ik heb een betonnen garage uit 1974 en wil er sedum op. Nat weegt zo’n dak misschien wel honderd kilo per vierkante meter. Wie heeft dit gedaan en hoe wist je of het dak het aankon?',
      tags: ['groendak', 'subsidie'],
      replies: [
        reply('dries-dakgoot', 2 * HOUR, 'Beton uit die jaren kan meestal wel wat hebben. Ik heb de oude bouwtekening bij de gemeente opgevraagd, daar stond de belasting gewoon in. Kostte niets.',
          reply('sven-stoeptegel', HOUR, 'Dat is slim. Waar vraag je die op?',
            reply('hilde-hangmap', 4 * HOUR, 'Bij het bouwarchief van je eigen gemeente, via de website. Vul adres en bouwjaar in. Meestal heb je binnen een week een scan.'))),
        reply('iris-isolatie', 6 * HOUR, 'Let op het type: er zijn lichte systemen die nat 45 kilo wegen. En kijk eerst of het dak niet lekt, want daarna kom je er nooit meer bij. De subsidie vraag je aan vóórdat je begint.'),
        reply('elly-erker', DAY, 'Wij hebben het vorig jaar gedaan. Eerste zomer bruin, nu vol bloemen en hommels. Mijn buurman is van klagen naar kopiëren gegaan.'),
      ],
    },
    {
      key: 'daken-energiearmoede',
      author: 'rens-radiator',
      minutesAgo: 18 * DAY,
      kind: 'article',
      title: 'Duizend huisbezoeken later: wat helpt tegen een koud huis',
      body: `
        Onze energiecoaches zijn in twee winters bij 1.043 mensen thuis geweest. Dit zijn de vijf lessen.

        1. **Begin met tocht.** Strips, een brievenbusborstel en een deurrubber. Twintig euro, meteen warmer.
        2. **Vraag niet of iemand hulp wil.** Vraag of je mag meekijken naar de rekening.
        3. **Kom twee keer.** Bij het tweede bezoek komt de echte vraag: schulden, schimmel of eenzaamheid.
        4. **Neem iemand mee die het kan.** Advies zonder schroevendraaier belandt in de la.
        5. **Schrijf de verhuurder.** Bij 61 woningen is daarna het glas vervangen.

        Gemiddeld ging de rekening met 27 euro per maand omlaag. Bij een kwart veranderde er niets, omdat het huis zelf het probleem is. Daar moet de isolatie van de verhuurder komen.`,
      tags: ['energiearmoede', 'isolatie', 'huisbezoek'],
      pinned: true,
      reactions: 22,
      replies: [
        reply('nadia-noodfonds', 4 * HOUR, 'Les 3 herkennen we bij schuldhulp. Zullen we de coaches een warm nummer geven zodat ze ter plekke kunnen bellen?',
          reply('rens-radiator', 2 * HOUR, 'Heel graag. Nu geven ze een folder, en dat voelt als wegsturen.')),
        reply('hanna-bewoner', 8 * HOUR, 'Bij mijn buurvrouw zijn ze geweest. Ze had het over “die jongen met de borstel” alsof de koning langs was gekomen.'),
        reply('iris-isolatie', DAY, 'Hebben jullie ook binnentemperaturen gemeten? Daarmee krijg ik een verhuurder sneller in beweging dan met rekeningen.',
          reply('rens-radiator', 5 * HOUR, 'Bij 200 huizen hing er een week een meter. Laagste gemiddelde: 14,2 graden, in een slaapkamer van een baby. Die cijfers zijn voor je beschikbaar, zonder adressen.')),
        reply('elly-erker', 2 * DAY, 'Mag ik me nog opgeven als vrijwillige coach? Ik kan goed luisteren en aardig boren.'),
      ],
    },
    {
      key: 'daken-warmtepomp-geluid',
      author: 'ton-tuinhek',
      minutesAgo: 29 * DAY,
      kind: 'question',
      title: 'Warmtepomp van de buren bromt: wat is de regel?',
      body: 'De buren hebben een warmtepomp, goed voor het milieu, niks op tegen. Maar hij hangt twee meter van mijn slaapkamerraam. Mag dat zomaar?',
      tags: ['warmtepomp', 'geluid'],
      replies: [
        reply('tamara-toets', 3 * HOUR, 'Er geldt een grens van 40 decibel op de erfgrens in de nacht, voor nieuwe installaties. De installateur moet dat vooraf berekenen. Vraag je buren om die berekening, die hebben ze gekregen bij de oplevering.',
          reply('ton-tuinhek', DAY, 'Ze konden hem niet vinden. Installateur is gebeld, die komt meten.',
            reply('tamara-toets', 2 * HOUR, 'Goed opgelost samen. Vaak helpt een rubberen voet of de nachtstand al.'))),
        reply('gerard-zonnedak', 6 * HOUR, 'Zet ook eens een stoel in je tuin en luister waar het vandaan komt. Bij ons bleek het een leiding tegen de gevel te zijn, niet de pomp zelf.'),
        reply('dries-dakgoot', 2 * DAY, 'Bij mij hangt er een houten kap omheen met steenwol. Kostte een zaterdag, en nu hoor je hem niet meer.'),
      ],
    },
    {
      key: 'daken-wijkaanpak',
      author: 'gerard-zonnedak',
      minutesAgo: 43 * DAY,
      kind: 'article',
      title: 'Samen isoleren: 48 huizen in één keer',
      body: `
        In de Berkenstraat hebben 48 huiseigenaren samen hun spouw laten vullen. Zo ging het:

        - Drie bewoners liepen alle deuren langs. Niet de gemeente.
        - Eén bedrijf keek bij alle huizen met een camera in de muur, vóór de offerte.
        - De prijs per huis werd **31 procent lager** dan los.
        - Voor zeven gezinnen zonder spaargeld regelden we een lening zonder rente.

        Er moest één keer worden gestopt, omdat er vleermuizen zaten. Daar hadden we beter eerder naar gekeken: het kostte zes weken.

        In het voorjaar kunnen twee nieuwe straten meedoen. Meld je als je drie buren meekrijgt.`,
      tags: ['isolatie', 'wijkaanpak'],
      replies: [
        reply('mirjam-meerpaal', 5 * HOUR, 'Kan een VvE ook meedoen? Wij zijn met zestien appartementen en vergaderen er al twee jaar over.',
          reply('gerard-zonnedak', DAY, 'Zeker, al gaat het iets anders: jullie hebben een besluit van de vergadering nodig. @iris-isolatie helpt VvE’s daarbij, ze komt ook op een dinsdagavond.')),
        reply('hans-heuvelproef', 9 * HOUR, 'Over die vleermuizen: wij laten nu één onderzoek doen voor het hele dorp. Dan hoeft niet elke straat te wachten.'),
        reply('marja-moestuin', 2 * DAY, 'Mijn straat wil! Ik heb er al vijf. Eén buurman zegt dat het huis dan niet meer kan ademen.',
          reply('iris-isolatie', 3 * HOUR, 'Die hoor ik vaak. Een huis ademt niet door de muur maar door de roosters. Ik kom graag langs om het uit te leggen, met een rookpotje.')),
        reply('suzan-schuurdeur', 4 * DAY, 'Van buur tot buur werkt altijd beter dan een brief met logo. Dat zien wij ook.'),
      ],
    },
    {
      key: 'daken-monument',
      author: 'dries-dakgoot',
      minutesAgo: 57 * DAY,
      kind: 'question',
      title: 'Zonnepanelen op een gemeentelijk monument',
      body: 'Mijn huis is een gemeentelijk monument. Aan de straatkant begrijp ik het, maar mag het aan de achterkant, waar niemand het ziet?',
      tags: ['monumenten', 'zonnepanelen', 'vergunningen'],
      replies: [
        reply('fatima-model', 5 * HOUR, 'Meestal wel, met een vergunning. Op het achterdakvlak, in een rechthoek, met donkere randen. Doe eerst een vooroverleg, dat is gratis en je weet binnen twee weken waar je aan toe bent.'),
        reply('joris-schets', 8 * HOUR, 'En vanaf de brug dan? Die ligt hoger dan je denkt. Maak er een foto vanaf voordat je tekent.',
          reply('dries-dakgoot', 3 * HOUR, 'Net gedaan: je ziet alleen mijn schoorsteen en een meeuw.')),
        reply('klaas-kademuur', 2 * DAY, 'Vroeger lag daar ook rood zink, en nog eerder riet. Elk huis verandert.'),
      ],
    },
    {
      key: 'daken-regenpijp-staff',
      author: 'ria-regenton',
      minutesAgo: 71 * DAY,
      body: 'Collega’s, ik wil een gezamenlijke subsidie voor regenwater op daken: één formulier, drie gemeenten. Mijn rekensom: als we dezelfde bedragen kiezen, besparen we samen een halve baan aan beoordelen. Doen jullie mee?',
      audience: 'staff',
      tags: ['subsidie', 'regenwater', 'samenwerking'],
      replies: [
        reply('iris-isolatie', 2 * HOUR, 'Ja. Onze regeling loopt eind dit jaar af, dus het moment is goed.'),
        reply('tim-termijn', 7 * HOUR, 'Mee eens, mits ieder zijn eigen potje houdt. Anders krijg ik het niet door de accountant.',
          reply('ria-regenton', HOUR, 'Drie potjes, één loket. Jij mag de verdeelsleutel schrijven.')),
        reply('carlijn-compost', DAY, 'Kunnen compostvaten er ook in? Wij krijgen daar net zoveel aanvragen voor.'),
        reply('gerard-zonnedak', 3 * DAY, 'Houd het klein, anders praten we volgend jaar nog. Eerst regenwater, dan de rest.'),
      ],
    },
  ],
};
