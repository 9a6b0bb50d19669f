// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * The audience of those who moderate a place, and that of the administrators. What is hidden, or waits to be looked at, is moved
 * to the moderators' audience, so that feeds, search, mail and sockets obey without knowing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('plein.system', 'on', true)`.execute(db);
  await nameAudiences(db);
  await giveEveryPlaceModerators(db);
  await holdPostsBack(db);
  await sql`select set_config('plein.system', '', true)`.execute(db);
  await answerForOnePerson(db);
  await answerForManyPeople(db);
}

async function nameAudiences(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audience drop constraint audience_kind_check, drop constraint audience_check`.execute(db);
  await sql`
    alter table audience
      add constraint audience_kind_check check (kind in ('public', 'staff', 'administrators', 'members', 'staff-members', 'moderators', 'knowing')),
      add constraint audience_check check ((kind in ('members', 'staff-members', 'moderators', 'knowing')) = (place_id is not null))`.execute(db);
  await sql`insert into audience (id, kind) values (3, 'administrators')`.execute(db);
}

async function giveEveryPlaceModerators(db: Kysely<unknown>): Promise<void> {
  await sql`insert into audience (kind, place_id) select 'moderators', id from place`.execute(db);
  // What was changed in this transaction is looked at again before the table itself may change.
  await sql`set constraints all immediate`.execute(db);
  // No audience is 0: the trigger below puts the right one there, whoever makes the place.
  await sql`alter table place add column moderators_audience_id bigint not null default 0`.execute(db);
  await sql`update place p set moderators_audience_id = a.id from audience a where a.place_id = p.id and a.kind = 'moderators'`.execute(db);
  await sql`set constraints all immediate`.execute(db);
  await sql`alter table place add foreign key (moderators_audience_id) references audience`.execute(db);
  await sql`create index place_moderators_audience on place (moderators_audience_id)`.execute(db);
  await sql`
    create function add_moderators_audience() returns trigger language plpgsql as $$
    begin
      insert into audience (kind, place_id) values ('moderators', new.id) returning id into new.moderators_audience_id;
      return new;
    end $$`.execute(db);
  await sql`create trigger add_moderators_audience before insert on place for each row execute function add_moderators_audience()`.execute(db);

  // While somebody is suspended in a place they read and do not write; a term ends by the schedule that clears it.
  await sql`
    alter table membership
      add column moderators_audience_id bigint not null default 0,
      add column suspended_until timestamptz,
      add column banned_until timestamptz,
      add check (banned_until is null or state = 'banned')`.execute(db);
  await sql`update membership m set moderators_audience_id = p.moderators_audience_id from place p where p.id = m.place_id`.execute(db);
  await sql`create index membership_terms on membership (least(suspended_until, banned_until)) where suspended_until is not null or banned_until is not null`.execute(db);
  // Who leaves while suspended is still suspended after coming back.
  await sql`alter table membership_end add column suspended_until timestamptz`.execute(db);
  await sql`alter table account add column suspended_until timestamptz, add check (suspended_until is null or suspended_at is not null)`.execute(db);
  await sql`
    create or replace function copy_audiences_of_place() returns trigger language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      select p.members_audience_id, p.staff_members_audience_id, p.moderators_audience_id, p.knowing_audience_id, coalesce(p.parent_id, p.id)
        into new.members_audience_id, new.staff_members_audience_id, new.moderators_audience_id, new.knowing_audience_id, new.building_id from place p where p.id = new.place_id;
      if new.suspended_until is null then
        select e.suspended_until into new.suspended_until from membership_end e where e.member_id = new.member_id and e.place_id = new.place_id;
      end if;
      perform set_config('plein.system', before, true);
      return new;
    end $$`.execute(db);
  // Not for what goes along with its place or its person.
  await sql`
    create function keep_suspension() returns trigger language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      insert into membership_end (member_id, place_id, ended_at, suspended_until)
        select a.id, p.id, date_trunc('milliseconds', now()), old.suspended_until from actor a, place p where a.id = old.member_id and p.id = old.place_id
        on conflict (member_id, place_id) do update set suspended_until = excluded.suspended_until;
      perform set_config('plein.system', before, true);
      return old;
    end $$`.execute(db);
  await sql`create trigger keep_suspension before delete on membership for each row when (old.suspended_until is not null) execute function keep_suspension()`.execute(db);
  await sql`drop index membership_audiences`.execute(db);
  await sql`
    create index membership_audiences on membership (member_id)
    include (place_id, building_id, members_audience_id, staff_members_audience_id, moderators_audience_id, knowing_audience_id, role, suspended_until) where state = 'active'`.execute(db);
}

async function holdPostsBack(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table post
      add column withheld text check (withheld in ('hidden', 'waiting', 'with-root')),
      add column withheld_audience_id bigint references audience,
      add column withheld_at timestamptz,
      add check ((withheld is null) = (withheld_audience_id is null)),
      add check ((withheld is null) = (withheld_at is null))`.execute(db);
  await sql`create index post_withheld on post (author_id, withheld_at desc, id desc) where withheld is not null`.execute(db);
  await sql`create index post_withheld_audience on post (withheld_audience_id) where withheld_audience_id is not null`.execute(db);
  // Feeds pass over what is held back, and their cost must not follow how much of it there is.
  const indexes = [['post_audience', 'audience_id'], ['post_place', 'place_id, audience_id'], ['post_author', 'author_id, audience_id']] as const;
  for (const [name, columns] of indexes) {
    await sql`drop index ${sql.ref(name)}`.execute(db);
    await sql`create index ${sql.ref(name)} on post (${sql.raw(columns)}, published_at desc, id desc) where in_reply_to is null and deleted_at is null and withheld is null`.execute(db);
  }
}

/** As in 20261121-10, with the audience of the moderators for those who moderate, and that of the administrators. */
async function answerForOnePerson(db: Kysely<unknown>): Promise<void> {
  const columns = 'account_id uuid, actor_id uuid, handle text, name text, email text, locale text, role text, is_staff boolean, audiences bigint[]';
  const who = `c.id, a.id, a.handle::text, a.name, c.email::text, c.locale, c.role, c.is_staff,
    array[1::bigint] || theirs.members || theirs.moderators || theirs.knowing || kept.knowing || case when c.is_staff then 2::bigint || theirs.staff else '{}'::bigint[] end
      || case when c.role = 'administrator' then array[3::bigint] else '{}'::bigint[] end`;
  const of = `join actor a on a.id = c.actor_id
    cross join lateral (
      select coalesce(array_agg(m.members_audience_id), '{}') as members, coalesce(array_agg(m.staff_members_audience_id), '{}') as staff,
        coalesce(array_agg(m.moderators_audience_id) filter (where m.role <> 'member' and m.suspended_until is null), '{}') as moderators,
        coalesce(array_agg(m.knowing_audience_id) filter (where m.knowing_audience_id is not null), '{}') as knowing
      from membership m
      where m.member_id = c.actor_id and m.state = 'active'
        and m.place_id not in (select p.id from place p where p.deleted_at is not null)) theirs
    cross join lateral (
      select coalesce(array_agg(g.knowing_audience_id), '{}') as knowing
      from membership m join place g on g.parent_id = m.place_id
      where m.member_id = c.actor_id and m.state = 'active' and m.role = 'admin' and m.suspended_until is null and g.deleted_at is null) kept
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

/** As in 20261121-10; sockets are closed to a moderator at once when the role, or the right to use it, is gone. */
async function answerForManyPeople(db: Kysely<unknown>): Promise<void> {
  const asked = `
    from unnest($1, $2) with ordinality as asked (audience, candidate, n)
    left join account c on c.actor_id = asked.candidate and c.suspended_at is null and c.confirmed_at is not null
    left join actor a on a.id = c.actor_id and a.deleted_at is null
    left join audience of_place on of_place.id = asked.audience and of_place.place_id is not null
    left join membership m on m.member_id = a.id and m.place_id = of_place.place_id and m.state = 'active'
      and (of_place.kind in ('members', 'knowing') or (of_place.kind = 'staff-members' and c.is_staff) or (of_place.kind = 'moderators' and m.role <> 'member' and m.suspended_until is null))
    left join place p on p.id = m.place_id and p.deleted_at is null`;
  const keeps = `of_place.kind = 'knowing' and exists (
    select from place g join membership keeper on keeper.place_id = g.parent_id
    where g.id = of_place.place_id and g.deleted_at is null and keeper.member_id = a.id and keeper.state = 'active' and keeper.role = 'admin' and keeper.suspended_until is null)`;
  const granted = `a.id is not null and (asked.audience = 1 or (asked.audience = 2 and c.is_staff) or (asked.audience = 3 and c.role = 'administrator') or p.id is not null or (${keeps}))`;
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
