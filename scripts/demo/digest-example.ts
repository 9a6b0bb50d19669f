// SPDX-License-Identifier: EUPL-1.2
import type { TemplateData } from '../../server/platform/mail/templates.ts';

const at = (path: string): string => `https://plein.voorbeeld.example${path}`;
const read = (id: string) => ({ label: 'Lees en antwoord', url: at(`/posts/${id}`) });

/** A morning's digest of the demonstration region, as its loader would give it; for pictures. */
export const digestExample: TemplateData['digest'] = {
  name: 'Sanne Voorbeeld',
  instance: 'Plein van de Deltaregio',
  since: 'vrijdag 20 november, 8.00 uur',
  rhythm: 'workdays',
  counts: { asks: 2, mentions: 1, answers: 2, posts: 4 },
  sections: [
    {
      heading: 'Vraagt iets van jou',
      items: [
        { what: 'Karim Demo wil lid worden van Jeugd in de regio', where: 'vandaag, 7.12 uur', title: null, said: [], links: [{ label: 'Bekijk', url: at('/buildings/jeugd-regio/members') }] },
        {
          what: 'Mila Demo vraagt het iedereen met jouw portefeuille',
          where: 'Omgevingswet · zaterdag 21 november, 16.40 uur',
          title: 'Wie heeft een voorbeeld van een participatieplan?',
          said: [{ by: null, text: 'Onze raad wil in januari vaststellen hoe bewoners meedenken bij grotere bouwplannen. We zoeken een plan dat kort is en echt gebruikt wordt.\n\nHeeft iemand er een, en zou je het met ons willen delen?' }],
          links: [read('vraag')],
        },
      ],
    },
    {
      heading: 'Noemt jou',
      items: [{ what: 'Bas Beheer noemde je', where: 'Arbeidsmarktregiocoördinatoren (Werk en inkomen) · gisteren, 11.05 uur', title: 'Verslag van het overleg van november', said: [{ by: null, text: 'Het verslag staat klaar. @sanne-voorbeeld, klopt het zo dat jullie in Zuiderdam in februari beginnen? Dan zet ik het in de planning.' }], links: [read('verslag')], quiet: true }],
    },
    {
      heading: 'Jouw gesprekken',
      items: [
        {
          what: 'Mila Demo en nog iemand antwoordden',
          where: 'Omgevingswet · gisteren, 15.31 uur',
          title: 'Dakkapellen aan de achterkant: wel of geen vergunning?',
          said: [
            { by: 'Mila Demo · gisteren, 15.31 uur', text: 'Bij ons mag het zonder, zolang het hoogstens anderhalve meter hoog is.' },
            { by: 'Karim Demo · gisteren, 14.02 uur', text: 'Wij hebben er een korte vragenlijst voor gemaakt die ook op de telefoon werkt. Sinds we die hebben, bellen er veel minder mensen.' },
          ],
          links: [read('dakkapel')], quiet: true,
        },
      ],
    },
    {
      heading: 'Omgevingswet',
      items: [
        { what: 'Karim Demo schreef', where: 'vandaag, 7.45 uur', title: 'Bodemkwaliteitskaart: nieuwe versie', said: [{ by: null, text: 'De nieuwe kaart staat er. De grootste verandering is dat de havens nu in drie zones zijn verdeeld.' }], links: [read('kaart')], quiet: true },
        { what: 'Mila Demo schreef', where: 'gisteren, 9.20 uur', title: null, said: [{ by: null, text: 'Morgen om tien uur is er weer spreekuur. Neem je lastigste aanvraag mee.' }], links: [read('spreekuur')], quiet: true },
      ],
      also: { heading: 'Ook nieuw hier', links: [{ label: 'Bas Beheer: Zaal voor de bijeenkomst van december', url: at('/posts/zaal') }, { label: 'Karim Demo: Wie gaat er mee naar de kennisdag over de energietransitie?', url: at('/posts/kennisdag') }] },
      links: [{ label: 'Geen nieuws meer uit Omgevingswet', url: at('/unsubscribe?token=voorbeeld') }],
    },
  ],
  links: [{ label: 'Kies zelf wat je hoort', url: at('/settings/notifications') }, { label: 'Geen overzicht meer', url: at('/unsubscribe?token=voorbeeld') }],
};
