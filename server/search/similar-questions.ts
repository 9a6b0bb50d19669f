// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { PlaceRefSchema } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { listOf, Moment, Nullable, strict, Uuid } from '../platform/http/schemas.ts';
import type { Hit } from './schemas.ts';
import { search } from './search.ts';
import { fold, saysNothing } from './words/read-words.ts';

export const SimilarQuestionsQuery = strict({
  text: Type.String({ maxLength: 1_000, description: 'What is being written, so far.' }),
  building: Type.Optional(Type.String({ maxLength: 200, description: 'The slug of the building in which it is written: questions there come first.' })),
});
export const SimilarQuestions = listOf(
  Type.Object({ id: Uuid, url: Type.String(), title: Type.String(), building: Nullable(PlaceRefSchema), answers: Type.Integer(), publishedAt: Nullable(Moment) }),
);
type SimilarQuestion = Static<typeof SimilarQuestions>['items'][number];

const MOST_SHOWN = 4;
const LONGEST_TITLE = 120;
/** So many words, then fewer: most questions are put in other words than the one before. */
const WORDS_ASKED_FOR = [4, 2] as const;
const FEWEST_WORDS = 2;

/** Questions that the viewer may read and that are like the one being written, so that nobody waits for an answer that is there already. */
export async function similarQuestions(db: Trx, viewer: Viewer, asked: Static<typeof SimilarQuestionsQuery>, now: Date): Promise<SimilarQuestion[]> {
  const words = tellingWords(asked.text);
  if (words.length < FEWEST_WORDS) return [];
  const found = new Map<string, Hit>();
  for (const count of WORDS_ASKED_FOR) {
    if (found.size >= MOST_SHOWN) break;
    const { items } = await search(db, viewer, { q: words.slice(0, count).join(' '), type: 'post', kind: 'question', limit: MOST_SHOWN * 2 }, now);
    for (const hit of items) if (!hit.isReply) found.set(hit.id, found.get(hit.id) ?? hit);
  }
  const here = (hit: Hit) => (asked.building !== undefined && hit.building?.slug === asked.building ? 0 : 1);
  const shown = [...found.values()].sort((one, other) => here(one) - here(other)).slice(0, MOST_SHOWN);
  const answers = await answersOf(db, viewer, shown.map(({ id }) => id));
  return shown.map((hit) => ({ id: hit.id, url: hit.url, title: titleOf(hit), building: hit.building, answers: answers.get(hit.id) ?? 0, publishedAt: hit.publishedAt }));
}

/** The words that say most, the longest first: short ones are in every question. */
function tellingWords(text: string): string[] {
  const words = (text.slice(0, 500).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).map(fold).filter((word) => word.length > 2 && !saysNothing(word));
  return [...new Set(words)].sort((one, other) => other.length - one.length).slice(0, 6);
}

function titleOf({ title, snippet }: Hit): string {
  const words = (title.length > 0 ? title : snippet).map((part) => part.text).join('');
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE)}…` : words;
}

async function answersOf(db: Trx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('post').select(['id', 'reply_count']).where('id', 'in', [...ids]).where('audience_id', 'in', [...viewer.audiences]).execute();
  return new Map(rows.map((row) => [row.id, row.reply_count]));
}
