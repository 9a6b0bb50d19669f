// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/** Who is suspended in a building moderates none of its groups, also not one that they came into since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await answerForOnePerson(db);
  await answerForManyPeople(db);
}

const standsAbove = `(m.building_id = m.place_id or not exists (
  select from membership above where above.member_id = m.member_id and above.place_id = m.building_id and above.suspended_until is not null))`;

/** As in 20261121-40, but for the moderators. */
async function answerForOnePerson(db: Kysely<unknown>): Promise<void> {
  const columns = 'account_id uuid, actor_id uuid, handle text, name text, email text, locale text, role text, is_staff boolean, audiences bigint[]';
  const who = `c.id, a.id, a.handle::text, a.name, c.email::text, c.locale, c.role, c.is_staff,
    array[1::bigint] || theirs.members || theirs.moderators || theirs.knowing || kept.knowing || case when c.is_staff then 2::bigint || theirs.staff else '{}'::bigint[] end
      || case when c.role = 'administrator' then array[3::bigint] else '{}'::bigint[] end`;
  const of = `join actor a on a.id = c.actor_id
    cross join lateral (
      select coalesce(array_agg(m.members_audience_id), '{}') as members, coalesce(array_agg(m.staff_members_audience_id), '{}') as staff,
        coalesce(array_agg(m.moderators_audience_id) filter (where m.role <> 'member' and m.suspended_until is null and ${standsAbove}), '{}') as moderators,
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

/** As in 20261121-40, but for the moderators. */
async function answerForManyPeople(db: Kysely<unknown>): Promise<void> {
  const asked = `
    from unnest($1, $2) with ordinality as asked (audience, candidate, n)
    left join account c on c.actor_id = asked.candidate and c.suspended_at is null and c.confirmed_at is not null
    left join actor a on a.id = c.actor_id and a.deleted_at is null
    left join audience of_place on of_place.id = asked.audience and of_place.place_id is not null
    left join membership m on m.member_id = a.id and m.place_id = of_place.place_id and m.state = 'active'
      and (of_place.kind in ('members', 'knowing') or (of_place.kind = 'staff-members' and c.is_staff) or (of_place.kind = 'moderators' and m.role <> 'member' and m.suspended_until is null and ${standsAbove}))
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
