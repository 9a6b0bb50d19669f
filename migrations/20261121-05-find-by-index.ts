// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * What every request asks, by index and in one go.
 *
 * PostgreSQL lets a condition use an index of a table with row-level security only when its operator is "leakproof". That of
 * citext is not, so that every look-up by handle, slug or e-mail address read the whole table; those of text, uuid, bytea, bigint
 * and timestamptz are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const keys = [['actor', 'handle'], ['place', 'slug'], ['account', 'email']] as const;
  for (const [table, column] of keys) {
    const key = sql.ref(`${column}_key`);
    await sql`alter table ${sql.table(table)} add column ${key} text not null generated always as (lower(${sql.ref(column)}::text)) stored`.execute(db);
    await sql`create index ${sql.raw(`${table}_${column}_key_lookup`)} on ${sql.table(table)} (${key})`.execute(db);
  }

  // Counting is no content: after a crash of the server everybody starts afresh, and no answer waits for the disk.
  await sql`alter table rate_limit set unlogged`.execute(db);

  // Feeds look into each audience of the viewer. A list is searched from its beginning for every row; this is looked up.
  for (const table of ['post', 'post_tag']) {
    await sql`alter policy reading on ${sql.table(table)} using (audience_id in (select unnest(plein_audiences())) or (select plein_is_system()))`.execute(db);
  }

  await keepAudiencesWithMemberships(db);
  await answerForOnePerson(db);
  await answerForManyPeople(db);
}

/**
 * The audiences of a place never change, so a membership can hold a copy: what somebody may read is then one stretch of one index,
 * however many places there are.
 */
async function keepAudiencesWithMemberships(db: Kysely<unknown>): Promise<void> {
  // The table is the system's for as long as this transaction lasts.
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await sql`
    alter table membership
      add column members_audience_id bigint not null default 0,
      add column staff_members_audience_id bigint not null default 0`.execute(db);
  await sql`
    update membership m set members_audience_id = p.members_audience_id, staff_members_audience_id = p.staff_members_audience_id
    from place p where p.id = m.place_id`.execute(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
  // Whoever enters a hidden place does not see it yet.
  await sql`
    create function copy_audiences_of_place() returns trigger language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      select p.members_audience_id, p.staff_members_audience_id into new.members_audience_id, new.staff_members_audience_id from place p where p.id = new.place_id;
      perform set_config('plein.system', before, true);
      return new;
    end $$`.execute(db);
  await sql`create trigger copy_audiences_of_place before insert or update of place_id on membership for each row execute function copy_audiences_of_place()`.execute(db);
  await sql`create index membership_audiences on membership (member_id) include (place_id, members_audience_id, staff_members_audience_id) where state = 'active'`.execute(db);
  await sql`create index place_deleted on place (id) where deleted_at is not null`.execute(db);
}

/** The functions of 02, each in one statement: a step into another function cost as much as the question. */
async function answerForOnePerson(db: Kysely<unknown>): Promise<void> {
  const columns = 'account_id uuid, actor_id uuid, handle text, name text, email text, locale text, role text, is_staff boolean, audiences bigint[]';
  const who = `c.id, a.id, a.handle::text, a.name, c.email::text, c.locale, c.role, c.is_staff,
    array[1::bigint] || theirs.members || case when c.is_staff then 2::bigint || theirs.staff else '{}'::bigint[] end`;
  const of = `join actor a on a.id = c.actor_id
    cross join lateral (
      select coalesce(array_agg(m.members_audience_id), '{}') as members, coalesce(array_agg(m.staff_members_audience_id), '{}') as staff
      from membership m
      where m.member_id = c.actor_id and m.state = 'active'
        and m.place_id not in (select p.id from place p where p.deleted_at is not null)) theirs
    where c.suspended_at is null and c.confirmed_at is not null and a.deleted_at is null`;
  const replace = (name: string, parameters: string, extraColumns: string, query: string) =>
    sql.raw(`
      create or replace function ${name}(${parameters}) returns table (${extraColumns}${columns}) language plpgsql as $$
      declare before text := coalesce(current_setting('plein.system', true), '');
      begin
        perform set_config('plein.system', 'on', true);
        return query ${query};
        perform set_config('plein.system', before, true);
      end $$`).execute(db);
  await replace('viewer_of_account', 'wanted uuid', '', `select ${who} from account c ${of} and c.id = wanted`);
  await replace('viewer_of_actor', 'wanted uuid', '', `select ${who} from account c ${of} and c.actor_id = wanted`);
  await replace('viewer_of_session', 'hash bytea, moment timestamptz', 'session_id uuid, last_seen_at timestamptz, ',
    `select s.id, s.last_seen_at, ${who} from session s join account c on c.id = s.account_id ${of} and s.token_hash = hash and s.expires_at > moment`);
  await replace('viewer_of_access_token', 'hash bytea, moment timestamptz', 'token_id uuid, last_used_at timestamptz, scopes text[], ',
    `select t.id, t.last_used_at, t.scopes, ${who} from access_token t join account c on c.id = t.account_id ${of} and t.token_hash = hash and (t.expires_at is null or t.expires_at > moment)`);
}

/**
 * As in 04, but all are met as one set: thousands may listen at once. Planned anew at each call (`execute`), because joining
 * ten people goes another way than joining ten thousand.
 */
async function answerForManyPeople(db: Kysely<unknown>): Promise<void> {
  const asked = `
    from unnest($1, $2) with ordinality as asked (audience, candidate, n)
    left join account c on c.actor_id = asked.candidate and c.suspended_at is null and c.confirmed_at is not null
    left join actor a on a.id = c.actor_id and a.deleted_at is null
    left join audience of_place on of_place.id = asked.audience and of_place.place_id is not null
    left join membership m on m.member_id = a.id and m.place_id = of_place.place_id and m.state = 'active' and (of_place.kind = 'members' or c.is_staff)
    left join place p on p.id = m.place_id and p.deleted_at is null`;
  const granted = `a.id is not null and (asked.audience = 1 or (asked.audience = 2 and c.is_staff) or p.id is not null)`;
  const asSystem = (work: string) => `
      perform set_config('plein.system', 'on', true);
      ${work}
      perform set_config('plein.system', before, true);`;
  await sql.raw(`
    create or replace function may_read_now(wanted bigint[], candidates uuid[]) returns table (audience_id bigint, actor_id uuid)
    language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin ${asSystem(`return query execute $sql$ select asked.audience, asked.candidate ${asked} where ${granted} $sql$ using wanted, candidates;`)}
    end $$`).execute(db);
  // The same, as one letter (y or n) for each pair, in their order: ten thousand rows would take longer to send than to find.
  await sql.raw(`
    create function may_read_each_now(wanted bigint[], candidates uuid[]) returns text
    language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); answers text;
    begin ${asSystem(`execute $sql$ select string_agg(case when ${granted} then 'y' else 'n' end, '' order by asked.n) ${asked} $sql$ into answers using wanted, candidates;`)}
      return answers;
    end $$`).execute(db);
}
