// SPDX-License-Identifier: EUPL-1.2
import type { Week } from './scenario.ts';
import type { Telling } from './world.ts';

export interface Verdict {
  toldTwice: string[];
  toldWrongly: string[];
  missed: string[];
  /** Told, but not so reckoned: not at all, elsewhere, or at another moment. */
  unexpected: string[];
  lopsided: string[];
}

const line = ({ person, token, by, at }: Telling): string => `person ${person}, ${token}, by ${by} at ${new Date(at).toISOString()}`;

/** Holds what was seen in the mails against what was reckoned. */
export function judge({ expected, seen, wrong, lopsided }: Week): Verdict {
  const pairs = new Set<string>();
  const toldTwice = seen.filter(({ person, token }) => {
    const pair = `${person} ${token}`;
    return pairs.has(pair) || !pairs.add(pair);
  });
  const [wanted, found] = [new Set(expected.filter(({ quoted }) => quoted).map(line)), new Set(seen.map(line))];
  return {
    toldTwice: toldTwice.map(line),
    toldWrongly: wrong.map(line),
    missed: [...wanted].filter((each) => !found.has(each)),
    unexpected: [...found].filter((each) => !wanted.has(each)),
    lopsided,
  };
}

/** Everything that was told, for a spreadsheet. */
export function tableOf({ seen }: Week): string {
  return ['person,post,told by,when', ...seen.map(({ person, token, by, at }) => `${person},${token},${by},${new Date(at).toISOString()}`), ''].join('\n');
}
