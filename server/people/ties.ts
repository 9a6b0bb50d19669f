// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import type { Member, Viewer } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { type ActorRef, actorRefColumns, toActorRef } from './actor-ref.ts';

/**
 * What somebody wants to be spared. `mute`: I see nothing of them in feeds and notifications. `block`: that, and they cannot mention me,
 * answer or react to me, invite me, or have me notified; they are not told. One tie for each person: a block takes the place of a mute.
 */
export type TieKind = 'block' | 'mute';

export const MOST_TIES = 500;

/** @param handle with its host for somebody of another instance */
async function personId(trx: Trx, viewer: Viewer, handle: string): Promise<string> {
  const [name = '', host = ''] = handle.replace(/^@/, '').split('@');
  const row = await trx
    .selectFrom('actor')
    .select('id')
    .where('handle_key', '=', sameCase(name))
    .where(sql<boolean>`coalesce(domain, '') = ${host.toLowerCase()}`)
    .where('type', '=', 'person')
    .where('audience_id', 'in', [...viewer.audiences])
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.id;
}

/** Doing it twice is doing it once. @throws {NotFound} */
export async function tie(trx: Trx, now: Date, viewer: Member, handle: string, kind: TieKind): Promise<void> {
  const id = await personId(trx, viewer, handle);
  if (id === viewer.actorId) throw new BadInput('handle', { nl: 'Dit ben je zelf.', en: 'This is you.' });
  const { count } = await trx.selectFrom('person_tie').select(({ fn }) => fn.countAll<number>().as('count')).where('owner_id', '=', viewer.actorId).executeTakeFirstOrThrow();
  if (count >= MOST_TIES) throw new Conflict('too-many-ties', { nl: `Je kunt hoogstens ${MOST_TIES} mensen blokkeren of dempen.`, en: `You can block or mute ${MOST_TIES} people at most.` });
  await trx
    .insertInto('person_tie')
    .values({ owner_id: viewer.actorId, person_id: id, kind, created_at: now })
    // To mute somebody who is blocked would be to let them in again.
    .onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doUpdateSet({ kind: kind === 'block' ? 'block' : sql`person_tie.kind` }))
    .execute();
}

/** @throws {NotFound} for nobody; for somebody there was no tie with nothing changes. */
export async function untie(trx: Trx, viewer: Member, handle: string, kind: TieKind): Promise<void> {
  const id = await personId(trx, viewer, handle);
  await trx.deleteFrom('person_tie').where('owner_id', '=', viewer.actorId).where('person_id', '=', id).where('kind', '=', kind).execute();
}

/** Somebody of another instance blocks one of ours, there. */
export async function blockAs(trx: Trx, now: Date, remote: Member, id: string): Promise<void> {
  await trx.insertInto('person_tie').values({ owner_id: remote.actorId, person_id: id, kind: 'block', created_at: now }).onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doUpdateSet({ kind: 'block' })).execute();
}

export async function unblockAs(trx: Trx, remote: Member, id: string): Promise<void> {
  await trx.deleteFrom('person_tie').where('owner_id', '=', remote.actorId).where('person_id', '=', id).where('kind', '=', 'block').execute();
}

export interface Tie {
  person: ActorRef;
  kind: TieKind;
  since: string;
}

/** One's own list, by name. */
export async function tiesOf(trx: Trx, viewer: Member): Promise<Tie[]> {
  const rows = await trx
    .selectFrom('person_tie as t')
    .innerJoin('actor as a', 'a.id', 't.person_id')
    .leftJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(actorRefColumns(viewer))
    .select(['t.kind', 't.created_at'])
    .where('t.owner_id', '=', viewer.actorId)
    .orderBy('a.name')
    .orderBy('a.id')
    .limit(MOST_TIES)
    .execute();
  // A check constraint keeps the kind to these words.
  return rows.map((row) => ({ person: toActorRef(row), kind: row.kind as TieKind, since: row.created_at.toISOString() }));
}

/** Of these people those who have blocked somebody: ids, and no more; see the function in the migration. */
export async function thoseWhoBlock(trx: Trx, somebody: string, candidates: readonly string[]): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const { rows } = await sql<{ found: string[] }>`select those_who_block(${somebody}::uuid, ${[...candidates]}::uuid[]) as found`.execute(trx);
  return new Set(rows[0]?.found ?? []);
}

/** Of these people those who see nothing of somebody: blocked or muted. For subscribers, which run as the system. */
export async function thoseSpared(trx: Trx, somebody: string, candidates: readonly string[]): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const rows = await trx.selectFrom('person_tie').select('owner_id').where('person_id', '=', somebody).where('owner_id', 'in', [...candidates]).execute();
  return new Set(rows.map((row) => row.owner_id));
}

/** Of these people those whom somebody blocked. As the system. */
export async function thoseBlockedBy(trx: Trx, somebody: string, candidates: readonly string[]): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const rows = await trx.selectFrom('person_tie').select('person_id').where('owner_id', '=', somebody).where('kind', '=', 'block').where('person_id', 'in', [...candidates]).execute();
  return new Set(rows.map((row) => row.person_id));
}
