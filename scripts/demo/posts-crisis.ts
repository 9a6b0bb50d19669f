// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const crisis: BuildingDrafts = {
  building: 'crisis',
  posts: [
    {
      key: 'crisis-oefening-stroom',
      author: 'olaf-sirene',
      minutesAgo: 7 * DAY + 5 * HOUR,
      kind: 'article',
      title: 'Evaluatie oefening: 36 uur zonder stroom',
      body: `
        We oefenden met 60 mensen. Dit zijn de punten die we binnen drie maanden oplossen.

        - Noodtelefoons op 4 plekken, papieren nummerlijst: @eddy-evacuatie, klaar over 4 weken
        - Lijst van mensen die thuis aan apparatuur liggen: GGD en Wmo, klaar over 8 weken
        - Brandstof voor aggregaten, contract: @bernd-berm, klaar over 6 weken
        - Borden "hier krijgt u informatie" per kern: @marco-megafoon, klaar over 10 weken

        **Wat goed ging:** de eerste crisisbeslissing lag er na 25 minuten.

        **Wat misging:** het draaiboek stond online. Zonder stroom dus nergens. Er ligt nu een rode map in elk gemeentehuis.`,
      tags: ['oefening', 'stroomuitval', 'evaluatie'],
      pinned: true,
      replies: [
        reply('eddy-evacuatie', 2 * HOUR, 'De telefoons zijn besteld. De papieren lijst heb ik zelf getypt, op een machine uit de kast van het archief. Voelde historisch.'),
        reply('dirk-figurant', 5 * HOUR, 'Die rode map ligt op mijn bureau. Spreken we af wie hem elk kwartaal controleert? Anders is hij over twee jaar een museumstuk.',
          reply('olaf-sirene', HOUR, 'De piketfunctionaris, op de eerste dag van elk kwartaal. Handtekening op de binnenkant.')),
        reply('noor-sleutel', DAY, 'De systemen kwamen in de verkeerde volgorde terug: eerst de website, als laatste het piketrooster. Ik draai dat om.'),
        reply('ria-regenton', 2 * DAY, 'Neem de gemalen mee in het brandstofcontract. Na een dag zonder stroom staat het laagste deel van Noordkade onder water.',
          reply('bernd-berm', 3 * HOUR, 'Toegevoegd: drie gemalen, 400 liter per dag.')),
      ],
    },
    {
      key: 'crisis-piket',
      author: 'eddy-evacuatie',
      minutesAgo: 3 * DAY + 2 * HOUR,
      body: 'Piketwissel komende week: ik draag over aan @bea-besluit. Let op de avond van de dorpsfeesten, dan is de hoofdweg twee uur dicht en moet de ambulance om. Afspraken met de meldkamer zitten in de map.',
      tags: ['piket', 'overdracht'],
      replies: [
        reply('bea-besluit', HOUR, 'Overgenomen. Telefoon is getest, reserve-accu zit in de tas.'),
        reply('robin-ronde', 4 * HOUR, 'Wij hebben die avond zes mensen buiten en een extra portofoon voor jou. Kanaal 3.'),
        reply('linde-laag', 9 * HOUR, 'De omleidingskaart staat klaar als papieren versie, vier exemplaren op de balie. Ook de tijdelijke brug zit erop.'),
      ],
    },
    {
      key: 'crisis-hitteplan',
      author: 'ria-regenton',
      minutesAgo: 39 * DAY + 4 * HOUR,
      kind: 'question',
      title: 'Vanaf welke temperatuur bellen we mensen op?',
      body: 'In het lokale hitteplan staat dat we kwetsbare inwoners bellen bij langdurige hitte. Maar wanneer precies, met hoeveel bellers, en wie heeft de lijst? Ik wil dit rond hebben voordat het nodig is.',
      tags: ['hitteplan', 'kwetsbaar', 'bellen'],
      replies: [
        reply('olaf-sirene', 3 * HOUR, 'Bij drie dagen boven de 30 graden, of eerder als de nachten boven de 20 blijven. Nachten zijn erger dan dagen.'),
        reply('eddy-evacuatie', 6 * HOUR, 'Voor onze gemeente zijn dat ongeveer 240 mensen. Twaalf bellers, twee uur. De EHBO-vereniging doet mee, daar ligt een afspraak.',
          reply('ria-regenton', HOUR, 'En wie beheert die 240 namen? Daar krijg ik vast een vraag over.',
            reply('eddy-evacuatie', DAY, 'De Wmo-afdeling, in een verzegelde envelop. Alleen openen op besluit, daarna vernietigen.'))),
        reply('marco-megafoon', 2 * DAY, 'Ik schrijf een belscript van zes zinnen. De eerste: “Heeft u vandaag al gedronken?” Klinkt gek, werkt goed.'),
      ],
    },
  ],
};
