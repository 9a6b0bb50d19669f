// SPDX-License-Identifier: EUPL-1.2
// What people answer for, by the words of their function.
import type { DemoPerson } from './types.ts';

/** A theme, and the parts of words in a function that lead to it. */
const themes: [name: string, ...words: string[]][] = [
  ['Omgevingswet', 'omgevings', 'stedenbouw', 'vergunning', 'planjurist', 'ruimtelijk', 'planoloog'],
  ['Jeugd', 'jeugd'],
  ['Wmo', 'wmo', 'wijkverpleeg'],
  ['Werk en inkomen', 'arbeidsmarkt', 'werkgevers', 'jobcoach', 'klantmanager'],
  ['Schulden', 'schuld'],
  ['Duurzaamheid', 'duurzaam', 'energie', 'klimaat'],
  ['Afval en grondstoffen', 'afval', 'grondstoffen'],
  ['Verkeer', 'verkeer'],
  ['Groen en water', 'landschap', 'groen', 'water'],
  ['Openbare orde en veiligheid', 'crisis', 'handhav', 'veiligheid'],
  ['Burgerzaken', 'burgerzaken', 'balie'],
  ['Verkiezingen', 'verkiezing'],
  ['Informatiebeheer', 'informatiebeheer', 'archief', 'archivaris'],
  ['Woo', 'woo-'],
  ['Privacy', 'gegevensbescherming', 'privacy'],
  ['Informatiebeveiliging', 'information security'],
  ['Data', 'data-'],
  ['Inkoop', 'inkoop', 'contract'],
  ['Financiën', 'financ', 'crediteuren', 'controller'],
  ['Participatie', 'participatie', 'wijkbeheer', 'gebiedsmanager', 'wijkregisseur'],
  ['Communicatie', 'communicatie'],
  ['Bestuur', 'griffier', 'secretaris', 'raadsadviseur'],
];

export const themeNames: readonly string[] = themes.map(([name]) => name);

export function portfoliosOf({ jobTitle }: Pick<DemoPerson, 'jobTitle'>): string[] {
  const title = jobTitle?.toLowerCase() ?? '';
  return themes.filter(([, ...words]) => words.some((word) => title.includes(word))).map(([name]) => name);
}
