// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { run } from '../../server/main.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { databaseUrl } from '../support/postgres-template.ts';

/** The second lock as it stands in the schema: which tables have it, what opens it, and with which role the application starts. */

let plein: TestPlein;
const query = async <Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> => (await plein.deps.database.pool.query<Row>(statement, values)).rows;

beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

/** Tables that need no lock, each with its reason. Whoever adds one says here why nobody's words or wishes stand in it. */
const withoutContent: Record<string, string> = {
  audience: 'numbers, and which place they are of: a place is an id here',
  directory_word: 'words of names, functions and regions that everybody may read, each once, without whose they are',
  event: 'ids that travel from a change to its handlers, never content; no route reads it',
  event_handled: 'which handler acted on which event',
  instance: 'the name and the rules of the instance, which everybody may read',
  kysely_migration: 'names of migrations',
  kysely_migration_lock: 'one row that is locked while migrating',
  organisation: 'names of organisations, which stand beside their people in public',
  organisation_domain: 'domains of organisations',
  rate_limit: 'counters under a hash that names nobody',
  search_entry: 'numbers: hashes of words and of who may read, beside the number of an entry; what they say stands behind the lock of the thing itself',
  search_waiting: 'ids of what is to be indexed',
  theme: 'the vocabulary of portfolios and expertise, which is everybody’s',
  theme_name: 'every name of each theme',
};

/** Functions that look past the lock for their own duration, each with what it gives away. */
const lifting: Record<string, string> = {
  plein_is_system: 'the question itself: every policy asks it',
  viewer_of_account: 'who one person is, and their audiences',
  viewer_of_actor: 'who one person is, and their audiences',
  viewer_of_remote_actor: 'who somebody of another instance is, and the audiences of the places that let them in',
  viewer_of_session: 'who one person is, and their audiences, to whoever has the secret of the session',
  viewer_of_access_token: 'who one person is, and their audiences, to whoever has the token',
  add_directory_words: 'nothing: a trigger, that adds words which everybody may read',
  drop_directory_words: 'nothing: a trigger, that drops words which nobody has in public any more',
  add_directory_of_parts: 'nothing: a trigger, that writes what parts of profiles are found by, for whom the parts are',
  change_directory_of_parts: 'nothing: a trigger, as the one before',
  drop_directory_of_parts: 'nothing: a trigger, as the one before',
  add_words_of_names: 'nothing: a trigger, that writes the words of people’s names',
  change_words_of_names: 'nothing: a trigger, as the one before',
  add_words_of_places: 'nothing: a trigger, that writes the words of places where only the system reads them',
  change_words_of_places: 'nothing: a trigger, as the one before',
  drop_words_of_places: 'nothing: a trigger, as the one before',
  copy_audiences_of_place: 'nothing: a trigger, that writes into a membership which audiences its place has',
  moderated_post_state: 'whether a post is hidden or waits, and not a word of it',
  others_can_handle: 'yes or no: is there another moderator than these two',
  is_for_other_administrators: 'yes or no: is this a place of who asks, and is there an administrator of whom it is not',
  show_house_rules: 'nothing: a trigger, that shows the house rules of a place to whoever may know of it',
  my_mail_pause: 'whether mail to one’s own address is paused; whose that is follows from the viewer',
  those_who_block: 'of these people those who blocked one; the routes say neither yes nor no to whom it is about',
  keep_suspension: 'nothing: a trigger, that writes beside an ended membership until when it was suspended',
  may_read_each_now: 'yes or no for pairs of an audience and a person',
  may_read_now: 'yes or no for pairs of an audience and a person',
  people_counted: 'numbers, of what who asks may see, by the audiences of who asks',
  places_like: 'ids of places that who asks may know of, by the audiences of who asks',
  credentials_alive: 'yes or no for hashes of secrets',
  search_words_near: 'which words like those asked for stand in something public or in something that the asker may read, to the search only',
};

test('every table is locked, by force and with a policy, or is known to hold nothing that is anybody’s', async () => {
  const tables = await query<{ name: string; enabled: boolean; forced: boolean; policies: number }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'bullmq') and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%' and c.relkind in ('r', 'p', 'm', 'f') order by 1`);
  const unlocked = tables.filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0).map(({ name }) => name);
  expect(unlocked).toEqual(Object.keys(withoutContent).sort());
  expect(tables.length - unlocked.length).toBeGreaterThanOrEqual(20);
});

test('a column that says whose a row is stands in no table without a lock', async () => {
  const found = await query<{ table_name: string; column_name: string }>(`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name = any($1) and column_name ~ '^(audience_id|owner_id|actor_id|author_id|member_id|recipient_id|account_id|email|title|html|text|body|note|source)$'`, [Object.keys(withoutContent)]);
  expect(found).toEqual([]);
});

test('no view shows what its tables lock, and no policy lets everybody in', async () => {
  expect(await query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`)).toEqual([]);
  const policies = await query<{ table: string; name: string; using: string | null; check: string | null }>(`
    select c.relname as table, p.polname as name, pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
    from pg_policy p join pg_class c on c.oid = p.polrelid order by 1`);
  for (const { table, name, using, check } of policies) {
    // Every lock opens for the system, and besides that only to somebody's audiences or to somebody themselves.
    expect(using, `${name} on ${table}`).toMatch(/plein_is_system\(\)/);
    const rest = (using ?? '').replace(/\(?\s*\(?\s*SELECT plein_is_system\(\)[^)]*\)?\)?/g, '');
    if (/\bOR\b/.test(using ?? '')) expect(rest, `${name} on ${table}`).toMatch(/plein_audiences\(\)|plein_me\(\)/);
    for (const expression of [using, check]) expect(expression ?? 'none', `${name} on ${table}`).not.toMatch(/^\(?\s*true\s*\)?$|\bor true\b/i);
  }
  // Several permissive policies on one table would each open it.
  expect(new Set(policies.map(({ table }) => table)).size).toBe(policies.length);
});

test('only the functions that are known to look past the lock, and none that runs with another’s rights', async () => {
  const functions = await query<{ name: string; lifts: boolean; definer: boolean; settings: string | null }>(`
    select p.proname as name, p.prosrc ~ 'plein\\.system' as lifts, p.prosecdef as definer, p.proconfig::text as settings
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`);
  expect(functions.filter(({ lifts }) => lifts).map(({ name }) => name)).toEqual(Object.keys(lifting).sort());
  expect(functions.filter(({ definer, settings }) => definer || settings !== null)).toEqual([]);
  expect(await query(`select tgname from pg_trigger where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1`)).toEqual(
    [
      'add_directory_of_parts', 'add_directory_words', 'add_moderators_audience', 'add_notification_setting', 'add_words_of_names', 'add_words_of_places', 'change_directory_of_parts', 'change_words_of_names', 'change_words_of_places', 'copy_audiences_of_place',
      'drop_directory_of_parts', 'drop_directory_words', 'drop_words_of_places', 'keep_sort_name', 'keep_suspension', 'moderation_log_is_not_emptied', 'moderation_log_stays', 'note_changed_actor_for_search', 'note_changed_post_for_search', 'note_new_actor_for_search', 'note_new_post_for_search',
      'note_theme_for_search', 'show_house_rules',
    ].map((tgname) => ({ tgname })),
  );
});

test('what a function lifts, it puts back: nothing more is seen after it than before', async () => {
  for (const name of Object.keys(lifting)) {
    if (name === 'plein_is_system' || lifting[name]?.startsWith('nothing: a trigger') === true) continue;
    const [row] = await query<{ arguments: string[] }>(`select array(select format_type(t, null) from unnest(proargtypes::oid[]) t) as arguments from pg_proc where proname = $1`, [name]);
    const call = `select * from ${name}(${row?.arguments.map((type) => `${type === 'timestamp with time zone' ? 'now()' : type.endsWith('[]') ? `'{}'` : type === 'uuid' ? 'gen_random_uuid()' : type === 'boolean' ? 'true' : `''`}::${type}`).join(', ')})`;
    const client = await plein.deps.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(call);
      expect((await client.query<{ on: boolean }>('select plein_is_system() as on')).rows[0], name).toEqual({ on: false });
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

describe('the application does not start', () => {
  const name = `lock_${randomBytes(4).toString('hex')}`;
  const admin = () => new pg.Client({ connectionString: inject('pgAdminUrl') });
  async function asAdmin(...statements: string[]): Promise<void> {
    const client = admin();
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  }
  const urlFor = (role: string) => databaseUrl(name, inject('pgSocketDir')).replace('plein@', `${role}@`);
  const tablesThere = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: urlFor('plein') });
    await client.connect();
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace`);
    await client.end();
    return rows[0]?.count ?? -1;
  };

  beforeAll(() => asAdmin(`create role ${name}_super superuser login`, `create role ${name}_bypass bypassrls login`, `create role ${name}_bound login`, `create database ${name} owner plein`, `grant create, connect on database ${name} to ${name}_bound`));
  afterAll(() => asAdmin(`drop database ${name} with (force)`, `drop role ${name}_super`, `drop role ${name}_bypass`, `drop role ${name}_bound`));

  async function start(role: string): Promise<unknown> {
    const dataDir = await mkdtemp(join(tmpdir(), 'plein-lock-'));
    return run({ DATABASE_URL: urlFor(role), DATA_DIR: dataDir, PORT: '0', DEMO: '0', LOG_LEVEL: 'silent', ROLE: 'web' });
  }

  test.each(['super', 'bypass'])('as a role that no lock binds (%s), and touches nothing', async (kind) => {
    await expect(start(`${name}_${kind}`)).rejects.toThrow(/^DATABASE_URL signs in as a superuser or a role with BYPASSRLS, which row-level security does not bind/);
    expect(await tablesThere()).toBe(0);
  });

  test('but does as a role that is bound', async () => {
    const server = (await start('plein')) as { stop(): Promise<void> };
    expect(await tablesThere()).toBeGreaterThan(0);
    await server.stop();
  });
});
