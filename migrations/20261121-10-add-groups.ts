// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Groups in buildings: places with a parent.
 *
 * `place.knowing_audience_id` is the audience of those who know a group from the inside: its members, and the admins of its building,
 * who can administer every group and read in those where they are members. Who is a member, and that a hidden group is there at
 * all, is for them; what is written is for the members.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The tables are the system's for as long as this transaction lasts.
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await sql`alter table audience drop constraint audience_kind_check, drop constraint audience_check`.execute(db);
  await sql`
    alter table audience
      add constraint audience_kind_check check (kind in ('public', 'staff', 'members', 'staff-members', 'moderators', 'knowing')),
      add constraint audience_check check ((kind in ('public', 'staff')) = (place_id is null))`.execute(db);

  await sql`
    alter table place
      add column knowing_audience_id bigint references audience,
      add column members_may_join boolean not null default false,
      add check ((kind = 'group') = (knowing_audience_id is not null)),
      add check (not members_may_join or (kind = 'group' and access = 'closed'))`.execute(db);
  await sql`create index place_parent on place (parent_id) where parent_id is not null`.execute(db);
  await sql`create index place_knowing_audience on place (knowing_audience_id) where knowing_audience_id is not null`.execute(db);

  // Feeds and rights ask for these of every membership, so it holds copies.
  await sql`
    alter table membership
      add column building_id uuid not null default '00000000-0000-0000-0000-000000000000',
      add column knowing_audience_id bigint`.execute(db);
  await sql`update membership set building_id = place_id`.execute(db);
  await sql`
    create or replace function copy_audiences_of_place() returns trigger language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      select p.members_audience_id, p.staff_members_audience_id, p.knowing_audience_id, coalesce(p.parent_id, p.id)
        into new.members_audience_id, new.staff_members_audience_id, new.knowing_audience_id, new.building_id from place p where p.id = new.place_id;
      perform set_config('plein.system', before, true);
      return new;
    end $$`.execute(db);
  await sql`drop index membership_audiences`.execute(db);
  await sql`
    create index membership_audiences on membership (member_id)
    include (place_id, building_id, role, members_audience_id, staff_members_audience_id, knowing_audience_id) where state = 'active'`.execute(db);
  await sql`create index membership_of_building on membership (building_id, member_id)`.execute(db);

  await sql`create index post_group on post (group_id, audience_id, published_at desc, id desc) where group_id is not null`.execute(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);

  await answerForOnePerson(db);
  await answerForManyPeople(db);
}

/** The functions of 05, with the audiences of who knows a group from the inside. */
async function answerForOnePerson(db: Kysely<unknown>): Promise<void> {
  const columns = 'account_id uuid, actor_id uuid, handle text, name text, email text, locale text, role text, is_staff boolean, audiences bigint[]';
  const who = `c.id, a.id, a.handle::text, a.name, c.email::text, c.locale, c.role, c.is_staff,
    array[1::bigint] || theirs.members || theirs.knowing || kept.knowing || case when c.is_staff then 2::bigint || theirs.staff else '{}'::bigint[] end`;
  const of = `join actor a on a.id = c.actor_id
    cross join lateral (
      select coalesce(array_agg(m.members_audience_id), '{}') as members, coalesce(array_agg(m.staff_members_audience_id), '{}') as staff,
        coalesce(array_agg(m.knowing_audience_id) filter (where m.knowing_audience_id is not null), '{}') as knowing
      from membership m
      where m.member_id = c.actor_id and m.state = 'active'
        and m.place_id not in (select p.id from place p where p.deleted_at is not null)) theirs
    cross join lateral (
      select coalesce(array_agg(g.knowing_audience_id), '{}') as knowing
      from membership m join place g on g.parent_id = m.place_id
      where m.member_id = c.actor_id and m.state = 'active' and m.role = 'admin' and g.deleted_at is null) kept
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

/** As in 05. That somebody administers the building of a group is asked last, and only of an audience for which it counts. */
async function answerForManyPeople(db: Kysely<unknown>): Promise<void> {
  const asked = `
    from unnest($1, $2) with ordinality as asked (audience, candidate, n)
    left join account c on c.actor_id = asked.candidate and c.suspended_at is null and c.confirmed_at is not null
    left join actor a on a.id = c.actor_id and a.deleted_at is null
    left join audience of_place on of_place.id = asked.audience and of_place.place_id is not null
    left join membership m on m.member_id = a.id and m.place_id = of_place.place_id and m.state = 'active'
      and (of_place.kind in ('members', 'knowing') or (of_place.kind = 'staff-members' and c.is_staff))
    left join place p on p.id = m.place_id and p.deleted_at is null`;
  const keeps = `of_place.kind = 'knowing' and exists (
    select from place g join membership keeper on keeper.place_id = g.parent_id
    where g.id = of_place.place_id and g.deleted_at is null and keeper.member_id = a.id and keeper.state = 'active' and keeper.role = 'admin')`;
  const granted = `a.id is not null and (asked.audience = 1 or (asked.audience = 2 and c.is_staff) or p.id is not null or (${keeps}))`;
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
  await sql.raw(`
    create or replace function may_read_each_now(wanted bigint[], candidates uuid[]) returns text
    language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); answers text;
    begin ${asSystem(`execute $sql$ select string_agg(case when ${granted} then 'y' else 'n' end, '' order by asked.n) ${asked} $sql$ into answers using wanted, candidates;`)}
      return answers;
    end $$`).execute(db);
}
