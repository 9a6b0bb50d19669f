// SPDX-License-Identifier: EUPL-1.2
import { QUOTE_STARTS } from './words-of-html.ts';

/** The words of `platform/mail/reply-marker.ts`, whatever a program made of the dashes beside them. */
const marker = /antwoord boven deze lijn|reply above this line/;

const MOST_LINES = 5_000;
const LONGEST_INTRODUCTION = 500;

/** Lines of the person's own, apart where something quoted stands between them. */
export function ownSegments(all: readonly string[]): string[][] {
  const lines = all.slice(0, MOST_LINES);
  const segments: string[][] = [[]];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) {
      segments.push([]);
      continue;
    }
    const introduced = introductionAt(lines, at);
    if (introduced !== null && introduced.quoteFollows) {
      segments.push([]);
      at += introduced.length - 1;
      continue;
    }
    if (introduced !== null || quoteStartsAt(lines, at)) break;
    segments.at(-1)?.push(line);
  }
  const hasWords = segments.some((segment) => segment.some((line) => line.trim() !== ''));
  return hasWords ? segments : [belowQuote(lines.slice(at))];
}

/** Who answers below what some programs do not mark as quoted at its head. */
function belowQuote(rest: readonly string[]): string[] {
  const last = rest.findLastIndex(isQuoted);
  return last === -1 ? [] : rest.slice(last + 1);
}

function isQuoted(line: string): boolean {
  return line.startsWith('>') || line.startsWith(' >');
}

const introducing = /^(?:on|op|le|am|el|il|em|den)\s/i;
const verb = /\b(?:wrote|schreef|geschreven)\b/i;
const moment = /\d[:.]\d\d|\b\d{4}\b|\d[-/]\d/;
const somebody = /[<@]/;

/** "Op ma 3 jan 2026 om 10:12 schreef X <x@y>:", which programs break over up to four lines. Null where there is none. */
function introductionAt(lines: readonly string[], at: number): { length: number; quoteFollows: boolean } | null {
  for (let length = 1; length <= 4; length++) {
    const last = lines[at + length - 1]?.trim();
    if (last === undefined || last === '' || isQuoted(last)) return null;
    const words = lines.slice(at, at + length).map((line) => line.trim()).join(' ').replace(/^[-*_ ]{1,20}/, '');
    if (words.length > LONGEST_INTRODUCTION) return null;
    if (!isIntroduction(words, length)) continue;
    // The person's own line may stand right above it, and begin with the same word.
    if (length > 1 && introductionAt(lines, at + 1) !== null) return null;
    const next = lines.slice(at + length).find((line) => line.trim() !== '');
    const quoteFollows = next === undefined || isQuoted(next);
    return quoteFollows || somebody.test(words) ? { length, quoteFollows } : null;
  }
  return null;
}

function isIntroduction(words: string, length: number): boolean {
  const end = words.at(-1) === '*' || words.at(-1) === '-' ? words.slice(0, -1).trimEnd() : words;
  if (!end.endsWith(':') || !verb.test(end) || !moment.test(end)) return false;
  return introducing.test(end) || (length <= 2 && somebody.test(end));
}

const divider = /^[-_*\s]{1,20}(?:original message|original appointment|oorspronkelijk bericht|oorspronkelijke e-?mail|doorgestuurd bericht|forwarded message|ursprüngliche nachricht|message d'origine)[-_*:\s]{0,40}$/i;
const beginning = /^(?:begin doorgestuurd bericht|begin forwarded message|oorspronkelijk bericht|original message):?$/i;
const sender = /^\*?(?:van|from|von|de)\s?:/i;
const field = /^\*?(?:verzonden|verstuurd|datum|sent|date|aan|to|cc|onderwerp|subject|gesendet|an|betreff|envoyé|à|objet)\s?:/i;
const rule = /^_{8,200}$/;

function quoteStartsAt(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line === QUOTE_STARTS || marker.test(line.slice(0, 200).toLowerCase())) return true;
  if (line.length <= 100 && (divider.test(line) || beginning.test(line))) return true;
  if (rule.test(line)) return isHeadOfQuote(lines.slice(at + 1, at + 12).filter((each) => each.trim() !== ''));
  return isHeadOfQuote(lines.slice(at, at + 12).filter((each) => each.trim() !== ''));
}

/** Outlook's "Van: … Verzonden: … Aan: … Onderwerp: …", also between asterisks. */
function isHeadOfQuote([first = '', ...rest]: readonly string[]): boolean {
  return sender.test(first.trim()) && rest.slice(0, 6).filter((line) => field.test(line.trim())).length >= 2;
}
