// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { TestPlein } from './app.ts';
import type { LeakFixture } from './leak-fixture.ts';

/** Rows of the closed, the hidden and the deleted building, of their groups, and what the insider has of their own; by table, as PostgreSQL writes them. */
export async function contents(plein: TestPlein, f: LeakFixture): Promise<Record<string, string[]>> {
  const places = sql`array[${f.closed.id}, ${f.hidden.id}, ${f.deleted.id}, ${f.groupOf.closed.id}, ${f.groupOf.hidden.id}]::uuid[]`;
  const ofPosts = (column: string) => sql`${sql.ref(column)} in (select id from post where place_id = any(${places}))`;
  const insider = sql`${f.insider.actorId}::uuid`;
  const rows: Record<string, ReturnType<typeof sql>> = {
    place: sql`id = any(${places})`,
    actor: sql`id = any(${places}) or id = ${insider}`,
    post: sql`place_id = any(${places})`,
    post_revision: ofPosts('post_id'),
    post_tag: ofPosts('post_id'),
    mention: ofPosts('post_id'),
    reaction: ofPosts('post_id'),
    // Whoever is outside a closed building may ask to come in.
    membership: sql`place_id = any(${places}) and state <> 'requested'`,
    invitation: sql`place_id = any(${places})`,
    invitation_use: sql`invitation_id in (select id from invitation where place_id = any(${places}))`,
    membership_end: sql`place_id = any(${places})`,
    moderation_case: sql`place_id = any(${places})`,
    moderation_decision: sql`place_id = any(${places})`,
    moderation_log: sql`place_id = any(${places})`,
    house_rules: sql`place_id = any(${places})`,
    person_tie: sql`owner_id = ${insider}`,
    bookmark: sql`owner_id = ${insider}`,
    draft: sql`owner_id = ${insider}`,
    saved_search: sql`owner_id = ${insider}`,
    reading: sql`owner_id = ${insider}`,
    read_marker: sql`owner_id = ${insider}`,
    profile: sql`actor_id = ${insider}`,
    profile_part: sql`actor_id = ${insider}`,
    actor_theme: sql`actor_id = ${insider}`,
    person_word: sql`actor_id = ${insider}`,
    person_trait: sql`actor_id = ${insider}`,
    asking_opt_out: sql`owner_id = ${insider}`,
    access_token: sql`account_id = ${f.insider.accountId}::uuid`,
  };
  return plein.db(async (trx) => {
    const found: Record<string, string[]> = {};
    for (const [table, which] of Object.entries(rows)) {
      const { rows: written } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t where ${which} order by 1`.execute(trx);
      found[table] = written.map(({ row }) => row);
    }
    return found;
  });
}

/** Every row of the database, but for counters of limits and moments at which somebody was last seen. */
export async function everyRow(plein: TestPlein): Promise<Record<string, string[]>> {
  const { rows: tables } = await plein.deps.database.pool.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'rate_limit' order by 1`);
  return plein.db(async (trx) => {
    const found: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text as row from ${sql.table(name)} t order by 1`.execute(trx);
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  });
}
