// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const vertrouwen: BuildingDrafts = {
  building: 'vertrouwen',
  posts: [
    {
      key: 'vertrouwen-intervisie',
      author: 'judith-luister',
      minutesAgo: 10 * DAY + 2 * HOUR,
      title: 'Intervisie volgende maand: grenzen aan geheimhouding',
      body: 'Thema voor de volgende keer: wat doe je als iemand je iets vertelt dat je eigenlijk niet kunt laten liggen? Breng een situatie mee die zo veranderd is dat niemand hem herkent. We wandelen het eerste half uur, dat praat makkelijker.',
      tags: ['intervisie', 'geheimhouding'],
      replies: [
        reply('hilde-hangmap', 3 * HOUR, 'Ik ben er. Mijn vraag gaat over vastleggen: ik schrijf niets op, maar wat als iemand een jaar later vraagt of ik het nog weet?'),
        reply('greet-groeipad', 8 * HOUR, 'Ook aanwezig. Wandelen graag, mijn laatste gesprek ging over hetzelfde en het zat me in de schouders.',
          reply('judith-luister', HOUR, 'Dan bel ik je vanavond even, daar hoef je niet een maand op te wachten.')),
        reply('ilona-indicatie', DAY, 'Ik neem iets mee over een leidinggevende die “gewoon even wil weten of er iets speelt”.'),
      ],
    },
    {
      key: 'vertrouwen-jaarverslag',
      author: 'marit-mantel',
      minutesAgo: 46 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Jaarverslag zonder dat mensen herkenbaar worden',
      body: 'Ik had dit jaar negen gesprekken. In een organisatie van onze grootte is “één melding over een team met ploegendienst” al een naam. Wat zetten jullie in het verslag?',
      tags: ['jaarverslag', 'anoniem'],
      replies: [
        reply('judith-luister', 2 * HOUR, 'Alleen aantallen vanaf vijf, en thema’s voor de drie gemeenten samen. Zo kan niemand terugrekenen.'),
        reply('ilona-indicatie', 6 * HOUR, 'Samen één verslag dus. Dan is het ook een sterker signaal aan de drie directies.',
          reply('marit-mantel', HOUR, 'Daar voel ik me veel beter bij. Ik maak een opzet.')),
        reply('hilde-hangmap', DAY, 'Ik help met de bewaartermijn. Het verslag bewaren we, onze eigen aantekeningen niet.'),
      ],
    },
  ],
};
