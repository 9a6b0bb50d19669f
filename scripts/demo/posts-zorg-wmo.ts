// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const zorgWmo: BuildingDrafts = {
  building: 'zorg-wmo',
  posts: [
    {
      key: 'zorg-wmo-wachtlijst',
      author: 'zehra-zorgpad',
      minutesAgo: 16 * DAY + 5 * HOUR,
      kind: 'question',
      title: 'Hoe lang wacht je bij jullie op hulp bij het huishouden?',
      body: 'In Noordkade zitten we op elf weken. Ik wil weten of dat aan onze aanbieders ligt, of dat iedereen hetzelfde ziet.',
      tags: ['wmo', 'wachtlijst'],
      replies: [
        reply('wilma-weging', 4 * HOUR, 'Bij ons negen, en dat was vorig jaar vijf. Er is geen aanbieder die nog mensen vindt.'),
        reply('evi-balans', DAY, 'Ik zie het terug aan tafel: mensen betalen zelf iemand, en daarna lukt de huur niet meer.'),
      ],
    },
    {
      key: 'zorg-wmo-begin',
      author: 'wilma-weging',
      minutesAgo: 31 * DAY,
      body: 'Wij zijn dit gebouw begonnen omdat we het andere over de Wmo niet konden vinden. Nu blijkt dat het er al was. Zullen we samengaan?',
      tags: ['wmo', 'samen'],
      replies: [
        reply('zehra-zorgpad', 3 * HOUR, 'Graag. Ik vraag het aan Joost, die beheert het andere.'),
      ],
    },
  ],
};
