// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { NotFound } from '../platform/http/problem.ts';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { isUuid } from '../platform/ids.ts';
import { type ActorRef, actorRefColumns, toActorRef } from './actor-ref.ts';
import { loadExtras } from './person-extras.ts';
import { canEditProfile } from './policy.ts';

export type Person = ActorRef & { jobTitle: string | null; about: string | null; joinedAt: string; can: { edit: boolean } } & Record<string, unknown>;

export interface PeopleSearch {
  q?: string;
  organisation?: string;
  limit?: number;
  cursor?: string;
}

function peopleQuery(trx: Trx, viewer: Viewer) {
  return trx
    .selectFrom('actor as a')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select([...actorRefColumns, 'a.job_title', 'a.summary', 'a.created_at'])
    .where('a.type', '=', 'person')
    .where('a.domain', 'is', null)
    .where('a.deleted_at', 'is', null)
    .where(sql<boolean>`a.audience_id = any (${sql.val([...viewer.audiences])}::bigint[])`);
}

/** Without regard to case and accents: Émile stands between Eline and Emma. */
const sortName = sql<string>`lower(unaccent(a.name)) collate "C"`;

/** People of this instance: by name, or with `q` the closest first (typing errors and missing accents allowed), then by name. */
export async function findPeople(trx: Trx, viewer: Viewer, search: PeopleSearch): Promise<{ items: Person[]; next: string | null }> {
  const limit = search.limit ?? DEFAULT_LIMIT;
  const q = search.q?.trim() ?? '';
  const after = decodeCursor(search.cursor, ['integer', 'text', 'id']);
  const plain = sql`lower(unaccent(${q}))`;
  // From 0 (the name itself) to 1000 (nothing in common); whole numbers survive a cursor unchanged.
  const distance = q === '' ? sql<number>`0::int` : sql<number>`(1000 - round(1000 * greatest(similarity(${sortName}, ${plain}), word_similarity(${plain}, ${sortName}))))::int`;
  let query = peopleQuery(trx, viewer)
    .select([distance.as('distance'), sortName.as('sort_name')])
    // By the name of the column: a bare 0 would be taken for a position.
    .orderBy('distance')
    .orderBy(sortName)
    .orderBy('a.id')
    .limit(limit + 1);
  if (q !== '') {
    const handle = q.replace(/^@/, '');
    query = query.where(sql<boolean>`(
      strpos(${sortName}, ${plain}) > 0 or ${plain} <% ${sortName}
      or starts_with(a.handle::text, lower(${handle})) or strpos(lower(unaccent(a.job_title)), ${plain}) > 0)`);
  }
  const { organisation } = search;
  if (organisation !== undefined) query = isUuid(organisation) ? query.where('o.id', '=', organisation) : query.where(sql<boolean>`lower(o.name) = lower(${organisation})`);
  if (after !== null) query = query.where(sql<boolean>`(${distance}, ${sortName}, a.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`);
  const rows = await query.execute();
  const extras = await loadExtras(trx, viewer, rows.slice(0, limit).map((row) => row.actor_id));
  return pageOf(rows, limit, (row) => toPerson(row, viewer, extras.get(row.actor_id)), (row) => [row.distance, row.sort_name, row.actor_id]);
}

/** @throws {NotFound} */
export async function personByHandle(trx: Trx, viewer: Viewer, handle: string): Promise<Person> {
  const row = await peopleQuery(trx, viewer).where('a.handle_key', '=', sameCase(handle.replace(/^@/, ''))).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const extras = await loadExtras(trx, viewer, [row.actor_id]);
  return toPerson(row, viewer, extras.get(row.actor_id));
}

type PersonRow = Parameters<typeof toActorRef>[0] & { job_title: string | null; summary: string; created_at: Date };

function toPerson(row: PersonRow, viewer: Viewer, extras: Record<string, unknown> | undefined): Person {
  return {
    ...toActorRef(row),
    jobTitle: row.job_title,
    about: row.summary === '' ? null : row.summary,
    joinedAt: row.created_at.toISOString(),
    can: { edit: canEditProfile(viewer, row.actor_id) },
    ...extras,
  };
}
