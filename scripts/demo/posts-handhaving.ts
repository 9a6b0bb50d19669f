// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const handhaving: BuildingDrafts = {
  building: 'handhaving',
  posts: [
    {
      key: 'handhaving-fatbikes',
      author: 'robin-ronde',
      minutesAgo: 2 * DAY + 8 * HOUR,
      kind: 'question',
      title: 'Opgevoerde fatbikes bij scholen: wat werkt?',
      body: 'We hebben een rollerbank geleend en in twee middagen 31 fietsen getest, waarvan 22 te snel. Ouders reageerden wisselend, van dankbaar tot “hij heeft hem voor zijn verjaardag gekregen”. Gaan jullie bekeuren of eerst waarschuwen?',
      tags: ['fatbikes', 'scholen', 'verkeer'],
      replies: [
        reply('rachid-voorbeeldsma', 50, 'Eerste keer een brief aan de ouders met de gemeten snelheid erop. Tweede keer bekeuren, samen met de politie. Van de 40 gezinnen zagen we er maar vier terug.'),
        reply('thijs-toezicht', 3 * HOUR, 'Bij ons heeft de school het in de huisregels gezet: geen opgevoerde fiets in de stalling. Dan hoef je niet eens te meten.',
          reply('robin-ronde', HOUR, 'Dat is de snelste route. Ik bel de conciërge, die weet toch al van wie ze zijn.')),
        reply('henk-proefvak', 7 * HOUR, 'In De Sluis rijden ze ook op de stoep voor de flat. Kun je daar eens met die bank gaan staan?'),
        reply('karim-register', DAY, 'Kleine vraag: bewaren jullie de metingen met naam? Een brief sturen mag, een lijst bijhouden van kinderen is een ander verhaal.',
          reply('rachid-voorbeeldsma', 4 * HOUR, 'Alleen het framenummer en de datum, na een half jaar weg. Laat maar weten of dat klopt.')),
      ],
    },
    {
      key: 'handhaving-woonfraude',
      author: 'thijs-toezicht',
      minutesAgo: 15 * DAY + 5 * HOUR,
      kind: 'article',
      title: 'Binnentreden in een woning: een kaart voor in je binnenzak',
      body: `
        Na een controle die niet goed ging, heb ik alles op één kaart gezet. Gebruik hem, verbeter hem.

        **Vóór je aanbelt**

        - Heb je een machtiging, of ga je op toestemming? Zeg dit hardop tegen je collega.
        - Legitimatie in de hand.

        **Aan de deur**

        - Naam, gemeente, waarom je er bent. In die volgorde.
        - Vraag toestemming en zeg dat nee mag. Schrijf op wat er letterlijk wordt gezegd.
        - Doet een kind open, dan ga je niet naar binnen.

        **Binnen**

        - Kijken mag, kasten openen niet.
        - Zie je iets ergs wat niet jouw taak is, bel dan degene van wie dat wel is. Zorg gaat voor regels.`,
      tags: ['woningcontrole', 'werkwijze'],
      pinned: true,
      replies: [
        reply('pim-proef', 4 * HOUR, 'Juridisch klopt hij. Ik zou toevoegen dat toestemming ook tijdens het bezoek mag worden ingetrokken. Dan ga je gewoon weg.'),
        reply('roos-rooilijn', 8 * HOUR, 'Die laatste zin, zorg gaat voor regels, mag wat mij betreft bovenaan.',
          reply('thijs-toezicht', HOUR, 'Mee eens, staat nu bovenaan. En die van Pim staat erbij.')),
        reply('robin-ronde', DAY, 'Ik laat er honderd drukken op kunststof, regenbestendig. Wie wil er?'),
        reply('fatima-model', 2 * DAY, 'Graag tien. Onze casemanagers gaan soms mee en weten dit niet.'),
      ],
    },
    {
      key: 'handhaving-terrassen',
      author: 'rachid-voorbeeldsma',
      minutesAgo: 31 * DAY + 4 * HOUR,
      body: 'Terrasseizoen in cijfers: 84 controles, 19 keer stoelen in de looproute, 0 boetes nodig. We hebben met de ondernemers lijntjes op de stoep gezet, kleine koperen nagels. Iedereen ziet nu zelf of het klopt.',
      tags: ['terrassen', 'toegankelijkheid'],
      replies: [
        reply('peter-plantsoen', 2 * HOUR, 'Wat een elegante oplossing. Hoe blijven ze zitten als de veegwagen komt?',
          reply('rachid-voorbeeldsma', 3 * HOUR, 'Geboord en gelijmd, vlak met de steen. Tot nu toe is er één losgekomen.')),
        reply('wouter-concept', 6 * HOUR, 'Nemen jullie ze ook op in de terrasvergunning? Dan heb je er juridisch iets aan.'),
        reply('tamara-toets', DAY, 'En het geluid? Daar krijg ik de meeste klachten over, altijd na half twaalf.',
          reply('robin-ronde', 2 * HOUR, 'Geluid blijft lastig. Bij ons helpt een gespreksavond met bewoners en horeca samen meer dan een meter.')),
      ],
    },
    {
      key: 'handhaving-ondermijning',
      author: 'fatima-model',
      minutesAgo: 50 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Derde kapper in één straat zonder klanten: waar begin je?',
      body: 'Er is weer een aanvraag voor een gevelreclame bij een kapper. In dezelfde straat zitten er nu drie en ik zie er nooit iemand in de stoel. Een gevoel is geen grond om te weigeren. Wat mag ik wel doen?',
      tags: ['ondermijning', 'vergunningen', 'bibob'],
      replies: [
        reply('roos-rooilijn', 2 * HOUR, 'De reclamevergunning gewoon toetsen aan de regels. Je gevoel bespreek je met het team dat daarover gaat, niet in het dossier.'),
        reply('robin-ronde', 5 * HOUR, 'Meld het bij het meldpunt, met feiten: openingstijden, aantal bezoekers, data. Drie losse waarnemingen van drie mensen zijn meer waard dan één vermoeden.',
          reply('fatima-model', HOUR, 'Dank. Ik hou het bij feiten.')),
        reply('karim-register', DAY, 'En ga niet zelf zoeken op sociale media naar de eigenaar. Dat is al een onderzoek, en daar zijn regels voor.'),
        reply('pim-proef', 2 * DAY, 'Kijk of de branche in jullie APV is aangewezen. Met een vergunningplicht voor bepaalde straten heb je wel een instrument.'),
      ],
    },
    {
      key: 'handhaving-nachtdienst',
      author: 'robin-ronde',
      minutesAgo: 69 * DAY,
      title: 'Samen roosteren in de zomernachten',
      body: 'Afgelopen zomer deden we zes weekenden samen dienst: twee handhavers uit elke gemeente, één auto, één telefoonnummer. Minder overuren en sneller ter plaatse. Ik wil het volgend jaar tien weekenden doen. Wie ziet bezwaren?',
      tags: ['rooster', 'samenwerking'],
      replies: [
        reply('thijs-toezicht', 3 * HOUR, 'Geen bezwaar, wel een wens: bevoegdheden in alle drie de gemeenten goed regelen. Ik moest vorige zomer één bekeuring laten vallen omdat ik twintig meter over de grens stond.',
          reply('pim-proef', 4 * HOUR, 'Dat is met een wederzijdse aanstelling op te lossen. Drie besluiten, ik lever de tekst.')),
        reply('bernd-berm', 7 * HOUR, 'Kan de wegploeg ook op dat nummer bellen? Wij komen ’s nachts vaak dingen tegen bij calamiteiten.'),
        reply('rachid-voorbeeldsma', DAY, 'Ik vond het vooral leuk om met andere mensen te lopen. Je leert in één nacht meer dan in een cursus.'),
        reply('robin-ronde', 2 * DAY, 'Dan gaan we het doen. Bernd, je krijgt het nummer, alleen niet voor dode dassen.'),
      ],
    },
  ],
};
