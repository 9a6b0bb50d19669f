// SPDX-License-Identifier: EUPL-1.2

/** Three municipalities that do not exist, each with a square of its own, and people whose surnames say that they do not exist either. */
export interface DemoNeighbour {
  handle: string;
  name: string;
  jobTitle: string;
  about: string;
}

export interface DemoSquare {
  /** Of its folder, and of its addresses: `{key}.example`. */
  key: string;
  name: string;
  municipality: string;
  tagline: string;
  people: readonly DemoNeighbour[];
}

export const squares = [
  {
    key: 'kadezicht',
    name: 'Plein Kadezicht',
    municipality: 'Gemeente Kadezicht',
    tagline: 'Een verzonnen gemeente aan het water. Buren zijn welkom.',
    people: [
      { handle: 'saar-fictie', name: 'Saar Fictie', jobTitle: 'Beleidsadviseur wonen', about: 'Denkt na over wonen op en aan het water.' },
      { handle: 'koen-verzonnen', name: 'Koen Verzonnen', jobTitle: 'Regisseur jeugd', about: 'Zoekt voor gezinnen hulp dichtbij, ook als dat over de gemeentegrens is.' },
    ],
  },
  {
    key: 'hoogveld',
    name: 'Plein Hoogveld',
    municipality: 'Gemeente Hoogveld',
    tagline: 'Een verzonnen gemeente op de hei. De koffie staat klaar.',
    people: [
      { handle: 'aya-voorbeeld', name: 'Aya Voorbeeld', jobTitle: 'Programmaleider jeugd', about: 'Werkt graag samen met wie er al mee bezig is.' },
      { handle: 'daan-bedacht', name: 'Daan Bedacht', jobTitle: 'Stedenbouwkundige', about: 'Tekent liever drie keer dan dat hij één keer moet uitleggen.' },
    ],
  },
  {
    key: 'molenvliet',
    name: 'Plein Molenvliet',
    municipality: 'Gemeente Molenvliet',
    tagline: 'Een verzonnen gemeente tussen de molens. Loop gerust langs.',
    people: [
      { handle: 'mees-denkbeeldig', name: 'Mees Denkbeeldig', jobTitle: 'Adviseur water', about: 'Weet waar het water blijft, en waar het eigenlijk heen moet.' },
      { handle: 'lina-modelvrouw', name: 'Lina Modelvrouw', jobTitle: 'Adviseur communicatie', about: 'Schrapt moeilijke woorden.' },
    ],
  },
] as const satisfies readonly DemoSquare[];

export type SquareKey = (typeof squares)[number]['key'];

export const SQUARES_PASSWORD = 'welkom-op-drie-pleinen';

export const emailOf = (handle: string, key: SquareKey): string => `${handle}@${key}.example`;
export const administratorOf = (key: SquareKey): string => `beheer@${key}.example`;

/** Followed from all three. */
export const openBuilding = { home: 'kadezicht', slug: 'wonen-aan-het-water', name: 'Wonen aan het water', summary: 'Drijvend, op palen of gewoon aan de kade: wat werkt, en wat mag?' } as const;
/** Shared by two; of what is in it the third has nothing. */
export const closedBuilding = { home: 'hoogveld', slug: 'jeugd-over-de-grens', name: 'Jeugd over de grens', summary: 'Hoe helpen we gezinnen die in de ene gemeente wonen en in de andere naar school gaan?', sharedWith: 'kadezicht' } as const;

/** Of the others one each, so that every square has something open for its neighbours. */
export const ownBuildings = [
  { home: 'hoogveld', founder: 'daan-bedacht', slug: 'bouwen-op-de-hei', name: 'Bouwen op de hei', summary: 'Houten huizen, stikstof en stilte: wat kan er nog bij?' },
  { home: 'molenvliet', founder: 'lina-modelvrouw', slug: 'heldere-brieven', name: 'Heldere brieven', summary: 'Leg een brief voor, en krijg hem korter terug.' },
] as const;
