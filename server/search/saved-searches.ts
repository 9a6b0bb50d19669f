// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { parseQuery } from './parse-query.ts';
import type { NewSavedSearchBody, SavedSearch, SavedSearchChangeBody } from './schemas.ts';
import { wordKey } from './words/keys.ts';

const MOST_SAVED = 50;

/** What is kept of the question; as it was asked, so that it can be asked again. */
export type SavedQuery = Omit<Static<typeof NewSavedSearchBody>, 'name' | 'notify'>;

/**
 * Keeps a question, and tells of what is new. The same question twice is one.
 * @throws {BadInput} when nothing is asked.
 */
export async function saveSearch(trx: Trx, { clock }: Pick<Deps, 'clock'>, owner: Member, { name, notify = true, ...query }: Static<typeof NewSavedSearchBody>): Promise<SavedSearch> {
  const anchor = anchorOf(query.q);
  if (anchor === null) throw new BadInput('q', { nl: 'Vul in waar je naar zoekt.', en: 'Say what you are looking for.' });
  const saved = await rowsOf(trx, owner);
  const same = saved.find((row) => asText(row.query as SavedQuery) === asText(query));
  if (same !== undefined) {
    await trx.updateTable('saved_search').set({ notify, ...(name === undefined ? {} : { name }) }).where('id', '=', same.id).where('owner_id', '=', owner.actorId).execute();
    return toSaved({ ...same, notify, name: name ?? same.name });
  }
  if (saved.length >= MOST_SAVED) throw new Conflict('too-many-saved-searches', { nl: `Je bewaart al ${MOST_SAVED} zoekopdrachten. Gooi er eerst een weg.`, en: `You keep ${MOST_SAVED} searches already. Throw one away first.` });
  const row = { id: newId(), name: name ?? query.q.trim(), notify, created_at: clock.now() };
  await trx
    .insertInto('saved_search')
    .values({ ...row, owner_id: owner.actorId, query: JSON.stringify(query), anchor_key: sql<number>`${anchor.toString()}::bigint` })
    .execute();
  return toSaved({ ...row, query });
}

/** Latest first. */
export async function savedSearchesOf(trx: Trx, owner: Member): Promise<SavedSearch[]> {
  return (await rowsOf(trx, owner)).map(toSaved);
}

/** @throws {NotFound} when it is not there, or somebody else's. */
export async function changeSavedSearch(trx: Trx, owner: Member, id: string, change: Static<typeof SavedSearchChangeBody>): Promise<SavedSearch> {
  const row = (await rowsOf(trx, owner)).find((each) => each.id === id);
  if (row === undefined) throw new NotFound();
  const changed = { ...row, ...change };
  if (Object.keys(change).length > 0) await trx.updateTable('saved_search').set(change).where('id', '=', id).where('owner_id', '=', owner.actorId).execute();
  return toSaved(changed);
}

/** @throws {NotFound} when it is not there, or somebody else's. */
export async function deleteSavedSearch(trx: Trx, owner: Member, id: string): Promise<void> {
  const gone = await trx.deleteFrom('saved_search').where('id', '=', id).where('owner_id', '=', owner.actorId).returning('id').executeTakeFirst();
  if (gone === undefined) throw new NotFound();
}

/** The longest word: of the words of a question likely the rarest, so that few posts have to be held against it. */
function anchorOf(typed: string): bigint | null {
  const [longest] = parseQuery(typed).terms.flatMap((term) => term.stems[0] ?? []).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return longest === undefined ? null : wordKey(longest);
}

function rowsOf(trx: Trx, owner: Member) {
  return trx.selectFrom('saved_search').select(['id', 'name', 'query', 'notify', 'created_at']).where('owner_id', '=', owner.actorId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(MOST_SAVED).execute();
}

function asText(query: SavedQuery): string {
  return JSON.stringify(Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toSaved(row: { id: string; name: string; query: unknown; notify: boolean; created_at: Date }): SavedSearch {
  // Only `saveSearch` writes it.
  const query = row.query as SavedQuery;
  return { id: row.id, name: row.name, ...query, notify: row.notify, url: `/search?${new URLSearchParams(Object.entries(query)).toString()}`, createdAt: row.created_at.toISOString() };
}
