// SPDX-License-Identifier: EUPL-1.2

/** What town halls abbreviate, and the words it stands for. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  apv: ['algemene plaatselijke verordening'],
  avg: ['algemene verordening gegevensbescherming'],
  bag: ['basisregistratie adressen en gebouwen'],
  bibob: ['wet bevordering integriteitsbeoordelingen door het openbaar bestuur'],
  boa: ['buitengewoon opsporingsambtenaar', 'buitengewone opsporingsambtenaar', 'buitengewoon opsporingsambtenaren'],
  brp: ['basisregistratie personen'],
  bsn: ['burgerservicenummer'],
  bw: ['burgemeester en wethouders', 'college van burgemeester en wethouders'],
  dso: ['digitaal stelsel omgevingswet'],
  ggd: ['gemeentelijke gezondheidsdienst'],
  gft: ['groente fruit en tuinafval'],
  mer: ['milieueffectrapportage', 'milieueffectrapport'],
  ov: ['openbaar vervoer'],
  ozb: ['onroerendezaakbelasting', 'onroerende zaakbelasting', 'onroerendezaakbelastingen', 'onroerende zaakbelastingen'],
  rib: ['raadsinformatiebrief', 'raadsinformatiebrieven'],
  vng: ['vereniging van nederlandse gemeenten'],
  vog: ['verklaring omtrent het gedrag'],
  wmo: ['wet maatschappelijke ondersteuning'],
  woo: ['wet open overheid'],
  woz: ['waardering onroerende zaken'],
  zzp: ['zelfstandige zonder personeel', 'zelfstandigen zonder personeel'],
};

interface Meaning {
  short: string;
  words: readonly string[];
}

const byFirstWord = new Map<string, Meaning[]>();
for (const [short, texts] of Object.entries(meanings)) {
  for (const text of texts) {
    const words = text.split(' ');
    const first = words[0] ?? '';
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { short, words }].sort((a, b) => b.words.length - a.words.length));
  }
}

/** Where words stand that have an abbreviation, the longest first. */
export function abbreviationsAt(words: readonly string[]): { short: string; at: number; length: number }[] {
  return words.flatMap((word, at) => {
    const found = (byFirstWord.get(word) ?? []).find((meaning) => meaning.words.every((each, index) => words[at + index] === each));
    return found === undefined ? [] : [{ short: found.short, at, length: found.words.length }];
  });
}

/** The words that an abbreviation stands for, for showing why a text that has them was found. */
export function writtenOut(short: string): readonly string[] {
  // Somebody may look for a word that every object knows, "constructor" say.
  return (Object.hasOwn(meanings, short) ? (meanings[short] ?? []) : []).flatMap((text) => text.split(' '));
}
