// SPDX-License-Identifier: EUPL-1.2
import { BadInput } from '../../platform/http/problem.ts';
import { wordsInHtml } from './link-words.ts';
import { markdownToHtml } from './markdown.ts';
import { plainText } from './plain-text.ts';
import { sanitiseHtml } from './sanitise-html.ts';

export type Format = 'markdown' | 'html';

export const LONGEST_BODY = 100_000;
const MOST_MENTIONS = 50;

/** A body that was read and found safe, with what it names; links to those are made when it is known who may be named. */
export interface ReadBody {
  html: string;
  text: string;
  /** Lower-case, each once, at most fifty. */
  handles: string[];
  tags: string[];
}

/** @throws {BadInput} naming `body` when nothing is left to read, or more than the bound. */
export function readBody(body: string, format: Format): ReadBody {
  const source = cleanText(body);
  const html = sanitiseHtml(format === 'markdown' ? markdownToHtml(source) : source).trim();
  const text = plainText(html);
  if (!/[^\s\u200b-\u200f\u2060\ufeff]/u.test(text)) throw new BadInput('body', { nl: 'Schrijf iets voordat je het plaatst.', en: 'Write something before you publish it.' });
  if (html.length > 6 * LONGEST_BODY) throw new BadInput('body', { nl: 'Dit is te lang om te plaatsen.', en: 'This is too long to publish.' });
  const words = wordsInHtml(html);
  const handles = new Set(words.flatMap((word) => (word.kind === 'mention' ? [word.handle] : [])));
  const tags = new Set(words.flatMap((word) => (word.kind === 'tag' ? [word.tag] : [])));
  return { html, text, handles: [...handles].slice(0, MOST_MENTIONS), tags: [...tags] };
}

/** What HTML of somebody else says in words; empty where it says nothing. */
export function textOfHtml(html: string): string {
  return plainText(sanitiseHtml(cleanText(html)).trim());
}

/** Without characters that nobody can see and that no database keeps, or that turn the direction of what follows. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e]/g, '');
}
