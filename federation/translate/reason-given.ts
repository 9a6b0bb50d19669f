// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../../server/platform/db/viewer.ts';
import type { Problem, Text } from '../../server/platform/http/problem.ts';
import { textOfHtml } from '../../server/posts/public.ts';
import { escapeHtml } from './html-in.ts';
import { isJson, type Json, textOf } from './read-json.ts';

/** Why something is not taken, for people: in every language that we have, or as somebody wrote it. Part of a Reject. */
export type Why = Text | string;

export function reasonIn(why: Why | null): Json {
  if (why === null || why === '') return {};
  if (typeof why === 'string') return { content: escapeHtml(why) };
  return { content: escapeHtml(why.nl), contentMap: { nl: escapeHtml(why.nl), en: escapeHtml(why.en) } };
}

const LONGEST = 500;

/** What another instance says with its no, as text in one line; empty where it does not say. */
export function reasonGiven(json: Json, locale: Locale): string {
  const map = isJson(json['contentMap']) ? json['contentMap'] : {};
  const html = textOf(map[locale]) ?? textOf(json['content']) ?? '';
  return textOfHtml(html.slice(0, 4 * LONGEST)).replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed();
}

/** What is told to somebody here who does the same, to somebody elsewhere. */
export function textOfProblem(problem: Problem): Text {
  return problem.faults[0]?.text ?? problem.text;
}
