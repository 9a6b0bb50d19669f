// SPDX-License-Identifier: EUPL-1.2
import EmailReplyParser from 'email-reply-parser';
import { ownSegments } from './quotes.ts';
import { withoutSignature } from './signatures.ts';
import { wordsOfHtml } from './words-of-html.ts';

/** The parts of a mail that hold words, as they were decoded. */
export interface MailWords {
  text?: string | null | undefined;
  html?: string | null | undefined;
}

/** What is looked at: an answer stands well within it, and what comes after is the mail that was answered. */
const LONGEST_TEXT = 200_000;
const LONGEST_FOREIGN = 20_000;

/**
 * The words that the person wrote: without what they answered, without signatures, in the order in which they stand.
 * @returns an empty text where nothing of their own is left.
 */
export function replyOf(mail: MailWords): string {
  const fromHtml = typeof mail.html === 'string' ? wordsOfHtml(mail.html) : '';
  // HTML keeps paragraphs whole and says what is quoted; text is often broken after so many characters.
  const isText = fromHtml.trim() === '';
  const segments = ownSegments(linesOf(isText ? (mail.text ?? '') : fromHtml));
  const width = isText ? widthOf(segments.flat()) : null;
  const own = segments.map(withoutSignature).map((lines) => (width === null ? lines : unwrapped(lines, width)));
  return withoutForeignQuotes(tidy(own));
}

function linesOf(text: string): string[] {
  const clean = text.slice(0, LONGEST_TEXT).replace(/\r\n?/g, '\n').replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u0000\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  return clean.split('\n');
}

/** Segments apart by one empty line, none of them with more than one in a row. */
function tidy(segments: readonly string[][]): string {
  const paragraphs: string[] = [];
  for (const segment of segments) {
    let paragraph: string[] = [];
    for (const line of [...segment, '']) {
      const words = line.trimEnd();
      if (words !== '') paragraph.push(words);
      else if (paragraph.length > 0) {
        paragraphs.push(paragraph.join('\n'));
        paragraph = [];
      }
    }
  }
  return paragraphs.join('\n\n').trim();
}

/** Where the program that wrote a text broke its lines; null where it did not. */
function widthOf(lines: readonly string[]): number | null {
  const longest = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  return longest >= 60 && longest <= 80 ? longest : null;
}

/** Lines that were broken only because the next word did not fit are one line again. */
function unwrapped(lines: readonly string[], width: number): string[] {
  const whole: string[] = [];
  for (const [at, line] of lines.entries()) {
    const words = line.trim();
    const above = lines[at - 1]?.trimEnd() ?? '';
    const first = words.split(' ', 1)[0] ?? '';
    const goesOn = above !== '' && first !== '' && !/^(?:[-*•]|\d{1,3}[.)])$/.test(first) && above.length + 1 + first.length > width;
    if (goesOn) whole[whole.length - 1] = `${whole.at(-1)} ${words}`;
    else whole.push(line.trimEnd());
  }
  return whole;
}

/** Verbs with which programs in other languages introduce what they quote. */
const foreignVerb = /(?:schrieb|écrit|escribió|scritto|escreveu|skrev|kirjoitti|pisze|napisał)/;

/** For languages that are none of ours there is a library that knows them; in Dutch and English it cuts what people write themselves. */
function withoutForeignQuotes(text: string): string {
  if (text.length > LONGEST_FOREIGN) return text;
  const introduced = text.split('\n').some((line) => line.endsWith(':') && line.length < 300 && /[<@\d]/.test(line) && foreignVerb.test(line));
  return introduced ? new EmailReplyParser().parseReply(text).trim() : text;
}
