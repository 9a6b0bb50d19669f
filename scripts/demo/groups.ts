// SPDX-License-Identifier: EUPL-1.2
// Eleven groups of one partnership, and some of an open neighbourhood.

export interface DemoGroup {
  building: string;
  slug: string;
  name: string;
  summary: string;
  access: 'open' | 'closed' | 'hidden';
  /** Whoever is a member of the building comes in at once. */
  membersMayJoin?: boolean;
}

const inJeugd = (slug: string, name: string, summary: string): DemoGroup => ({ building: 'jeugd-regio', slug, name, summary, access: 'closed', membersMayJoin: true });

export const groups: readonly DemoGroup[] = [
  inJeugd('inkoop', 'Inkoop en contracten', 'Nieuwe contracten en de gesprekken met aanbieders.'),
  inJeugd('wachttijden', 'Wachttijden', 'Cijfers van deze maand en wat wij eraan doen.'),
  inJeugd('pleegzorg', 'Pleegzorg', 'Werving en ondersteuning van pleegouders.'),
  inJeugd('onderwijs', 'Jeugd en onderwijs', 'Hulp op school, verzuim en zorgplicht.'),
  inJeugd('veiligheid', 'Jeugdbescherming', 'Werkafspraken met de gecertificeerde instellingen.'),
  inJeugd('achttien-plus', 'Van 18 min naar 18 plus', 'Wie achttien wordt, valt niet tussen twee loketten.'),
  inJeugd('toegang', 'Toegangsteams', 'Voor de medewerkers van de wijkteams.'),
  inJeugd('data', 'Cijfers en monitoring', 'Wat wij meten, en wat niet.'),
  inJeugd('communicatie', 'Communicatie met ouders', 'Brieven en gesprekken in gewone taal.'),
  { ...inJeugd('bestuurlijk', 'Bestuurlijk overleg', 'Voorbereiding van het overleg van de wethouders.'), membersMayJoin: false },
  { ...inJeugd('casuistiek', 'Intervisie', 'Vertrouwelijk gesprek over het werk, zonder namen.'), access: 'hidden', membersMayJoin: false },
  { building: 'participatie', slug: 'inloopavonden', name: 'Inloopavonden', summary: 'Wie organiseert er een, en wat werkte de vorige keer?', access: 'open' },
  { building: 'havenkwartier', slug: 'speeltuin', name: 'Speeltuin aan de kade', summary: 'Samen de speeltuin ontwerpen en onderhouden.', access: 'open' },
  { building: 'havenkwartier', slug: 'verkeer', name: 'Verkeer en parkeren', summary: 'Drukte op de kade, fietsenrekken en laadpalen.', access: 'open' },
];
