// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../server/platform/db/database.ts';
import type { Deps } from '../server/platform/deps.ts';
import type { Schedule } from '../server/platform/outbox/handle.ts';

const DAY_MS = 24 * 3_600_000;
/** Whoever we have to do with is looked up again each day that they say something. */
const STRANGE_AFTER_DAYS = 30;
const AT_ONCE = 1_000;
/** Written by triggers for everybody who is known at all, so that they are found by their name; goes with them. */
const ofEverybody = ['remote_actor', 'search_entry', 'person_word', 'place_word'];

interface Reference {
  table: string;
  column: string;
}

/** Every column that says somebody, whichever room made it: what is not asked of would be lost with them. */
async function referencesToActors(trx: Trx): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select c.conrelid::regclass::text as table, a.attname as column from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'actor'::regclass and c.conrelid::regclass::text <> all(${ofEverybody}::text[])`.execute(trx);
  return rows;
}

/** Removes those of one page who have to do with nobody here. @returns the last that was looked at; null after the last page */
async function forgetPage(trx: Trx, before: Date, after: string, references: readonly Reference[]): Promise<string | null> {
  // Held, so that nobody comes to have to do with them meanwhile.
  const { rows } = await sql<{ id: string }>`
    select a.id from actor a join remote_actor r on r.actor_id = a.id where r.fetched_at < ${before} and a.deleted_at is null and a.id > ${after}::uuid order by a.id limit ${AT_ONCE} for update of a`.execute(trx);
  const strangers = new Set(rows.map(({ id }) => id));
  for (const { table, column } of references) {
    if (strangers.size === 0) break;
    const named = await sql<{ id: string }>`select distinct ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.ref(column)} = any(${[...strangers]}::uuid[])`.execute(trx);
    for (const { id } of named.rows) strangers.delete(id);
  }
  if (strangers.size > 0) await sql`delete from actor where id = any(${[...strangers]}::uuid[])`.execute(trx);
  return rows.length < AT_ONCE ? null : (rows.at(-1)?.id ?? null);
}

/** Instances of which nothing is kept, that were not named by anybody, and have not been heard of for as long. */
async function forgetPeers(trx: Trx, before: Date): Promise<void> {
  const nothingOf = (table: string) => sql`not exists (select from ${sql.table(table)} t where t.host = p.host)`;
  const kept = ['remote_actor', 'delivery', 'received_activity', 'place', 'remote_place', 'remote_membership', 'place_instance'].map(nothingOf);
  await sql`
    delete from peer p where p.neighbour_since is null and not p.names_us and greatest(p.first_seen_at, p.last_seen_at, p.looked_at, p.last_success_at) < ${before}
      and (p.leased_until is null or p.leased_until < now()) and (p.inbox_leased_until is null or p.inbox_leased_until < now()) and ${sql.join(kept, sql` and `)}`.execute(trx);
}

/** Who spoke to us, or was looked up, and came to have nothing to do with anybody here, is not remembered for ever; nor is their instance. */
export const forgetStrangers: Schedule = {
  name: 'forget-strangers-elsewhere',
  everyMs: DAY_MS,
  async run({ database, clock }: Deps) {
    const before = new Date(clock.now().getTime() - STRANGE_AFTER_DAYS * DAY_MS);
    const references = await database.asSystem(referencesToActors);
    for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null; ) {
      const from: string = after;
      after = await database.asSystem((trx) => forgetPage(trx, before, from, references));
    }
    await database.asSystem((trx) => forgetPeers(trx, before));
  },
};
