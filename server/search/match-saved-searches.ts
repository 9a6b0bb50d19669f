// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { publish } from '../platform/outbox/publish.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { PostPublished } from '../posts/public.ts';
import { parseQuery, type Term } from './parse-query.ts';
import type { SavedQuery } from './saved-searches.ts';
import { keyList, wordKey } from './words/keys.ts';
import { readWords, stemsOf } from './words/read-words.ts';
import { stemOf } from './words/stem.ts';

/** Searches that something new fits. The room of notifications tells their owners, if they may read it then. */
export interface SavedSearchesMatched {
  type: 'SavedSearchesMatched';
  postId: string;
  matches: { searchId: string; ownerId: string }[];
}

/** Held against one post at most; whoever keeps a search for a word that is everywhere shares it with few. */
const MOST_HELD = 2_000;
const LONGEST_TEXT = 20_000;
const SHORTEST_PART = 4;

interface NewPost {
  id: string;
  author_id: string;
  author: string;
  building: string;
  kind: string;
  phrase: string;
  words: string[];
  stems: ReadonlySet<string>;
}

/** Only searches whose longest word stands in the post are looked at, however many are kept. */
export const matchSavedSearches = subscriber<PostPublished>({
  name: 'match-saved-searches',
  queue: 'index',
  types: ['PostPublished'],
  async handle(trx, { postId }) {
    const post = await readPost(trx, postId);
    if (post === null) return;
    const { rows } = await sql<{ id: string; owner_id: string; query: SavedQuery }>`
      select id, owner_id, query from saved_search
      where anchor_key = any(${keyList(anchors(post))}::bigint[]) and notify and owner_id <> ${post.author_id}::uuid
      order by id limit ${MOST_HELD}`.execute(trx);
    const matches = rows.filter(({ query }) => fits(post, query)).map(({ id, owner_id }) => ({ searchId: id, ownerId: owner_id }));
    if (matches.length > 0) await publish<SavedSearchesMatched>(trx, { type: 'SavedSearchesMatched', postId, matches });
  },
});

async function readPost(trx: Trx, id: string): Promise<NewPost | null> {
  const { rows } = await sql<{ id: string; author_id: string; author: string; building: string; kind: string; title: string | null; text: string; tags: string[] }>`
    select p.id, p.author_id, a.handle_key as author, l.slug_key as building, p.kind, p.title, p.text, array(select t.tag from post_tag t where t.post_id = p.id) as tags
    from post p join actor a on a.id = p.author_id join place l on l.id = p.place_id
    where p.id = ${id}::uuid and p.deleted_at is null and l.deleted_at is null`.execute(trx);
  const row = rows[0];
  if (row === undefined) return null;
  const words = readWords([row.title ?? '', row.tags.join(' '), row.text.slice(0, LONGEST_TEXT)].join('\n'));
  return { ...row, words: [...new Set(words.map((each) => each.word))], stems: stemsOf(words), phrase: ` ${words.map((each) => each.word).join(' ')} ` };
}

/** The words of the post, and what longer words begin and end with: a search for "vergadering" hears of a "raadsvergadering". */
function anchors(post: NewPost): Set<bigint> {
  const stems = new Set(post.stems);
  for (const word of post.words) {
    for (let length = SHORTEST_PART; length < word.length; length++) {
      stems.add(stemOf(word.slice(0, length)));
      stems.add(stemOf(word.slice(-length)));
    }
  }
  return new Set([...stems].map(wordKey));
}

function fits(post: NewPost, query: SavedQuery): boolean {
  if (query.type !== undefined && query.type !== 'post') return false;
  if (query.kind !== undefined && query.kind !== post.kind) return false;
  if (query.building !== undefined && query.building.toLowerCase() !== post.building) return false;
  if (query.author !== undefined && query.author.toLowerCase() !== post.author) return false;
  const { terms, phrases } = parseQuery(query.q);
  return terms.length > 0 && terms.every((term) => has(post, term)) && phrases.every((phrase) => post.phrase.includes(` ${phrase} `));
}

function has(post: NewPost, term: Term): boolean {
  if (term.stems.some((stem) => post.stems.has(stem))) return true;
  const parts = term.parts.filter((part) => part.length >= SHORTEST_PART);
  return post.words.some((word) => parts.some((part) => word.startsWith(part) || word.endsWith(part)));
}
