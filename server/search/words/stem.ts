// SPDX-License-Identifier: EUPL-1.2

/** Plurals that no rule makes. */
const irregular: ReadonlyMap<string, string> = new Map(Object.entries({
  steden: 'stad', leden: 'lid', raadsleden: 'raadslid', schepen: 'schip', kinderen: 'kind', kinders: 'kind', eieren: 'ei', wegen: 'weg', wethoudster: 'wethouder',
  kleinkinderen: 'kleinkind', schoolkinderen: 'schoolkind', bestuursleden: 'bestuurslid', commissieleden: 'commissielid', fractieleden: 'fractielid', binnensteden: 'binnenstad',
  musea: 'museum', data: 'data', criteria: 'criterium', media: 'media', quota: 'quotum', politici: 'politicus',
}));

const plural = /(?:ies|els|ers|ens|ems|eurs|ors|aars|oons|ums)$/;
const vowel = /[aeiouy]/;

/**
 * The part of a Dutch word that its forms share, for comparing only: singular and plural ("huis", "huizen"), a verb and its noun
 * ("vergaderen", "vergadering"), an adjective with and without -e. Doubled letters become one, because Dutch doubles and halves
 * them for the sound alone ("plan", "plannen"; "school", "scholen"). Two words that share no meaning may share a stem; what was
 * written exactly so ranks higher.
 * @param word small letters and digits without accents
 */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return undouble(word);
  return closed(undouble(withoutEnding(irregular.get(word) ?? word)));
}

function withoutEnding(word: string): string {
  if (word.endsWith('heden') && word.length > 6) return `${word.slice(0, -5)}heid`;
  for (const ending of ['ingen', 'ing']) {
    if (word.endsWith(ending) && keeps(word, ending, 4)) return word.slice(0, -ending.length);
  }
  if (/[lnrmwuieoa]tjes?$/.test(word) && word.length > 6) return word.replace(/tjes?$/, '');
  if (/[^aeiou]jes?$/.test(word) && word.length > 5) return word.replace(/jes?$/, '');
  if (word.endsWith('ieen')) return word.slice(0, -2);
  if (word.endsWith('en') && keeps(word, 'en', 2)) return word.slice(0, -2);
  if (plural.test(word) && word.length > 5) return withoutE(word.slice(0, -1));
  return withoutE(word);
}

function withoutE(word: string): string {
  return /[^aeiou]e$/.test(word) && keeps(word, 'e', 3) ? word.slice(0, -1) : word;
}

function keeps(word: string, ending: string, least: number): boolean {
  const rest = word.slice(0, -ending.length);
  return rest.length >= least && vowel.test(rest);
}

/** As at the end of a word: "huiz(en)" is "huis", "brief" is "briev(en)". */
function closed(stem: string): string {
  return stem.replace(/z$/, 's').replace(/v$/, 'f');
}

function undouble(word: string): string {
  return word.replace(/([a-z])\1+/g, '$1');
}
