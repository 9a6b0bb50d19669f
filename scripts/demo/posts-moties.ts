// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const moties: BuildingDrafts = {
  building: 'moties',
  posts: [
    {
      key: 'moties-statiegeld',
      author: 'teun-noort',
      minutesAgo: HOUR,
      kind: 'article',
      title: 'Motie: statiegeld op kleine flesjes',
      body: `
        **Aangenomen in Noordkade met 23 stemmen voor en 6 tegen.** Overnemen mag; zet er vooral bij wat bij jullie anders is.

        *De raad,*

        overwegende dat

        - op een klein flesje statiegeld zit, maar in drie van onze zes kernen geen plek is om het in te leveren;
        - inwoners ze daarom in de prullenbak gooien, die vervolgens wordt omgekeerd;

        draagt het college op

        1. vóór de zomer in elke kern minstens één innamepunt te regelen, samen met winkels, scholen of sportclubs;
        2. bij prullenbakken op drukke plekken een rek voor flesjes en blikjes te plaatsen;
        3. na een jaar te melden wat het heeft opgeleverd.

        *En gaat over tot de orde van de dag.*`,
      tags: ['statiegeld', 'afval', 'aangenomen'],
      reactions: 32,
      replies: [
        reply('erik-emballage', 9, 'Als uitvoerder: punt 1 lukt, als we met de sportclubs beginnen. Die willen de opbrengst graag voor hun jeugd.'),
        reply('jan-willem-motie', 16, 'Wij nemen hem over voor de volgende raad. Bij ons gaat het om elf dorpen, dus ik maak er “binnen fietsafstand” van.',
          reply('teun-noort', 8, 'Goede aanpassing. Zet je de tekst hier als hij er ligt? Dan hang ik hem eronder.')),
        reply('carlijn-compost', 27, 'Vraag de indieners ook naar het legen. Een rek dat na drie dagen vol zit, is erger dan geen rek. Wij hebben er cijfers over in @zwerfafval.'),
        reply('hedy-hamerstuk', 41, 'Voor het archief: het amendement om punt 2 te schrappen haalde het niet, 11 voor en 18 tegen. De argumenten staan in het verslag vanaf 21.40 uur.'),
        reply('ruben-monster', 52, 'In Zuiderdam is vorig jaar iets vergelijkbaars verworpen, omdat er geen geld bij stond. Hier ook niet, zie ik. Heeft dat vragen opgeroepen?'),
      ],
    },
    {
      key: 'moties-spelregels',
      author: 'teun-noort',
      minutesAgo: 112 * DAY,
      kind: 'article',
      title: 'Zo werkt de Motiebank',
      body: `
        Elke raad vindt hetzelfde wiel uit, meestal op dinsdagavond. Daarom deze verzameling.

        **Bij elke motie graag**

        - de tekst, dus niet alleen de titel;
        - de stemming: voor, tegen, onthouden;
        - en na een half jaar: *wat is er van gekomen?*

        **Liever niet**

        - Commentaar op partijen of personen. Het gaat om de tekst.
        - Moties die nog vertrouwelijk zijn. Daarvoor is @raad.

        Namen van raadsleden staan er niet in. Die vind je in de stukken van de gemeente zelf.`,
      tags: ['spelregels', 'welkom'],
      pinned: true,
      replies: [
        reply('victor-notulen', 5 * HOUR, 'Dat “wat is er van gekomen” is het belangrijkst. Ik beloof het bij die van ons trouw in te vullen.'),
        reply('loes-dekblad', 2 * DAY, 'Mogen toezeggingen er ook in? Daar raken wij het vaakst de draad van kwijt.',
          reply('teun-noort', 3 * HOUR, 'Voorlopig alleen moties en amendementen. Toezeggingen verdienen een eigen plek, misschien een volgende stap.')),
        reply('bea-besluit', 9 * DAY, 'Kleine wens: een vast label voor “uitgevoerd”, “loopt” en “niet uitgevoerd”. Dan kun je erop zoeken.',
          reply('teun-noort', DAY, 'Doen we. Labels: aangenomen, verworpen, loopt, uitgevoerd. Simpel houden.')),
      ],
    },
    {
      key: 'moties-schaduw-schoolplein',
      author: 'hedy-hamerstuk',
      minutesAgo: 13 * DAY,
      title: 'Motie: schaduw op elk schoolplein',
      body: `
        Unaniem aangenomen in Noordkade.

        > verzoekt het college om samen met schoolbesturen te zorgen dat in 2030 elk schoolplein voor ten minste een derde in de schaduw ligt op een zomerse middag, en daarvoor te beginnen met de vijf heetste pleinen.

        Bijzonder: de motie is geschreven door een klas van groep 7. Ze hadden zelf met een thermometer gemeten. Op de rubberen tegels was het 61 graden.`,
      tags: ['hittestress', 'scholen', 'aangenomen'],
      replies: [
        reply('ria-regenton', 2 * HOUR, 'Die kinderen hebben meer losgemaakt dan mijn drie notities. Twee schoolbesturen belden nog dezelfde week.'),
        reply('daan-grafiek', 6 * HOUR, 'De vijf heetste pleinen zijn in een uurtje te vinden met de satellietkaart. Wil je die lijst, dan maak ik hem voor alle drie de gemeenten.',
          reply('ria-regenton', HOUR, 'Graag!')),
        reply('jan-willem-motie', DAY, 'Wij hebben dezelfde tekst ingediend gekregen, met één verschil: een kwart in plaats van een derde. Reden was de kleine pleinen in de dorpen.'),
        reply('ruben-monster', 3 * DAY, 'Bij ons geagendeerd. Ik vraag of onze groep 7 ook komt, dat maakt de avond een stuk levendiger.'),
      ],
    },
    {
      key: 'moties-begrijpelijk',
      author: 'ruben-monster',
      minutesAgo: 25 * DAY,
      title: 'Motie: elke raadsbrief op één A4 in gewone taal',
      body: 'Zuiderdam nam aan (27 voor, 8 tegen) dat bij elk raadsvoorstel een samenvatting van één bladzijde komt die door drie inwoners is gelezen. Uitvoering loopt sinds twee maanden. Eerste ervaring: de samenvatting dwingt de schrijver om te kiezen, en het voorstel wordt er zelf ook korter van.',
      tags: ['taal', 'raad', 'loopt'],
      replies: [
        reply('marco-megafoon', 2 * HOUR, 'Het inwonerspanel is goud waard. Eerste opmerking op het eerste stuk: “Wat is een kapitaallast en moet ik daar bang voor zijn?”'),
        reply('bea-besluit', 5 * HOUR, 'Hoeveel tijd kost dat panel? Ons college wil het wel, maar vreest een extra week.',
          reply('marco-megafoon', 3 * HOUR, 'Twee dagen. We mailen op maandag en hebben woensdag reactie. De lezers krijgen een kleine vergoeding.')),
        reply('loes-dekblad', DAY, 'En ja, de wethouders lezen nu ook eerst die ene bladzijde. Niet verder vertellen.'),
        reply('victor-notulen', 4 * DAY, 'Wij bespreken dit in het presidium. Kan ik een geslaagd voorbeeld krijgen en een mislukt?',
          reply('ruben-monster', 5 * HOUR, 'Allebei onderweg. Van het mislukte leer je het meest.')),
      ],
    },
    {
      key: 'moties-vuurwerk-verworpen',
      author: 'jan-willem-motie',
      minutesAgo: 40 * DAY,
      title: 'Verworpen: één centrale vuurwerkplek per dorp',
      body: 'Ook een verworpen motie kan leerzaam zijn. In Heuvelrug-Oost haalde dit plan het niet: 9 voor, 14 tegen. Bezwaren die de doorslag gaven: wie is verantwoordelijk als er iets gebeurt, en wat als een dorp geen geschikte plek heeft? De indieners komen terug met een proef in één dorp.',
      tags: ['vuurwerk', 'veiligheid', 'verworpen'],
      replies: [
        reply('robin-ronde', 4 * HOUR, 'Vanuit handhaving gezien: één plek is beter te bewaken dan honderd hoeken. Neem die proef vooral.'),
        reply('olaf-sirene', 8 * HOUR, 'De vraag over aansprakelijkheid is terecht. Met een vereniging als organisator en een vergunning kom je er wel uit. Wij hebben een model van een veiligheidsplan liggen.',
          reply('jan-willem-motie', 2 * HOUR, 'Dat geef ik door aan de indieners. Precies wat er ontbrak.')),
        reply('teun-noort', DAY, 'Fijn dat je ook verworpen moties plaatst, @jan-willem-motie. Dat voorkomt dat een ander dezelfde kuil inloopt.'),
      ],
    },
    {
      key: 'moties-laadpalen',
      author: 'victor-notulen',
      minutesAgo: 55 * DAY,
      title: 'Motie: laadpalen niet meer op de stoep',
      body: 'Aangenomen, 19 tegen 10. De kern: een nieuwe laadpaal komt op een uitstulping tussen de parkeervakken en nooit op een stoep die smaller wordt dan 1,80 meter. Aanleiding was een inspreker met een blindengeleidehond die in één straat vier palen moest ontwijken.',
      tags: ['laadpalen', 'toegankelijkheid', 'aangenomen'],
      replies: [
        reply('jelle-modelstra', 3 * HOUR, 'Bij de volgende 60 palen gaat het zo. Het kost per paal 400 euro meer en levert bredere stoepen op.'),
        reply('saskia-schaal', 9 * HOUR, 'Laten we het meteen in het handboek openbare ruimte zetten. Anders is over twee jaar iedereen de motie vergeten.',
          reply('jelle-modelstra', DAY, 'Staat erin, paragraaf 4.3, met tekening.')),
        reply('teun-noort', 38 * DAY, 'Nagevraagd bij @jelle-modelstra: 22 palen geplaatst volgens de nieuwe regel, nul klachten. Label gaat naar “uitgevoerd” zodra ze er alle 60 staan.'),
      ],
    },
    {
      key: 'moties-energiefonds',
      author: 'bea-besluit',
      minutesAgo: 70 * DAY,
      kind: 'question',
      title: 'Wie heeft een motie over een energiefonds die ook echt is uitgevoerd?',
      body: 'Onze raad wil een fonds voor mensen met een koud huis en een te hoog inkomen voor de bijstand. Ik vind veel moties en weinig uitvoering. Welke tekst werkte?',
      tags: ['energiearmoede', 'minima'],
      replies: [
        reply('nadia-noodfonds', 5 * HOUR, 'Die van Noordkade. Succesfactor: het bedrag en de inkomensgrens stonden er al in, dus we konden de week erop beginnen. In vier maanden 312 huishoudens geholpen.',
          reply('bea-besluit', 2 * HOUR, 'Wat was de grens?',
            reply('nadia-noodfonds', HOUR, '130 procent van het sociaal minimum, en we kijken naar de energierekening in plaats van naar spaargeld tot 5.000 euro.'))),
        reply('rens-radiator', DAY, 'Koppel het aan een huisbezoek. Geld zonder tochtstrips is stoken voor de buitenlucht.'),
        reply('tim-termijn', 2 * DAY, 'Neem een einddatum op. Onze vorige regeling liep door omdat niemand had opgeschreven wanneer hij stopte.'),
      ],
    },
    {
      key: 'moties-lopend',
      author: 'hedy-hamerstuk',
      minutesAgo: 30 * DAY,
      body: 'Alleen voor leden: ik maak een overzicht van moties die na een jaar nog op “loopt” staan. Het zijn er 41, waarvan 12 zonder eigenaar. Wie van jullie kan per gemeente een halve dag meekijken? Daarna publiceren we het.',
      audience: 'members',
      tags: ['overzicht', 'uitvoering'],
      replies: [
        reply('jan-willem-motie', 4 * HOUR, 'Voor Heuvelrug-Oost doe ik dat. Ik vermoed dat de helft allang gebeurd is en alleen nooit is afgevinkt.'),
        reply('loes-dekblad', 7 * HOUR, 'Zuiderdam: ik. Stuur je de lijst met nummers?',
          reply('hedy-hamerstuk', HOUR, 'Onderweg, met de datum van de stemming erbij.')),
        reply('teun-noort', 12 * DAY, 'Stand: van de 41 zijn er 19 gewoon uitgevoerd, 9 ingehaald door de tijd en 13 echt blijven liggen. Die dertien gaan naar de colleges.'),
      ],
    },
  ],
};
