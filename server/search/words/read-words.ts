// SPDX-License-Identifier: EUPL-1.2
import { abbreviationsAt } from './abbreviations.ts';
import { stemOf } from './stem.ts';

/** A word of a text, and where it stands. */
export interface Word {
  /** Small letters and digits, without accents. */
  word: string;
  stem: string;
  start: number;
  end: number;
}

const LONGEST_WORD = 60;

/** Words that say nothing about a subject: not asked for, unless nothing else is asked. They are in the index as all others. */
const common = new Set(
  `aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zonder zou waar waarom wanneer welke
  the a an of and or to in on for is are was with by at from this that it as be`.split(/\s+/),
);

export function saysNothing(word: string): boolean {
  return common.has(word);
}

/** Small letters, no accents; `ß` and ligatures in full. Keeps no length: only whole words are folded. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[æ]/g, 'ae')
    .replace(/[œ]/g, 'oe')
    .replace(/[ø]/g, 'o')
    .replace(/[ł]/g, 'l')
    .replace(/[đð]/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Letters and digits, with what may stand within a word: a joint (`e-mail`), an apostrophe (`foto's`), a sign between letters (`B&W`). */
const whole = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑'’&.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;
const piece = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * The words of a text in order, in time that grows with its length. What is joined by a hyphen is there whole and in parts.
 * Abbreviations that are usual in town halls stand beside what they stand for.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(whole)) {
    const [start, typed] = [match.index, match[0]];
    const bare = typed.replace(/['’]s?$|['’]s(?=$)/i, '');
    const parts = [...bare.matchAll(piece)];
    // A sentence that ends without a space, or an address on the web, is no word.
    if (parts.length > 1 && !(bare.includes('.') && parts.some((part) => part[0].length > 1))) add(words, bare, start, start + typed.length);
    if (parts.length === 1 || !parts.every((part) => part[0].length === 1)) for (const part of parts) add(words, part[0], start + part.index, start + part.index + part[0].length);
  }
  return words;
}

function add(words: Word[], typed: string, start: number, end: number): void {
  const word = fold(typed).slice(0, LONGEST_WORD);
  if (word !== '') words.push({ word, stem: stemOf(word), start, end });
}

/** The stems of a text, each once, with the abbreviations of what is written out in it. */
export function stemsOf(words: readonly Word[]): Set<string> {
  const stems = new Set(words.map((each) => each.stem));
  for (const { short } of abbreviationsAt(words.map((each) => each.word))) stems.add(stemOf(short));
  return stems;
}
