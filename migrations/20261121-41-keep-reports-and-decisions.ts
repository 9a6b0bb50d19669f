// SPDX-License-Identifier: EUPL-1.2
import { type Kysely, sql } from 'kysely';

/**
 * Reports and what came of them. A case is one thing that asks for a moderator: reported once or often, waiting to be published, or an
 * appeal. It is for those who moderate the place (or for the administrators, where it is of no place); `second_audience_id` is set
 * when the administrators may see it as well. Whoever it is about never sees it, moderator or not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table moderation_case (
      id uuid primary key,
      kind text not null check (kind in ('report', 'waiting', 'appeal')),
      place_id uuid references place on delete cascade,
      audience_id bigint not null references audience,
      second_audience_id bigint references audience,
      subject_kind text not null check (subject_kind in ('post', 'person', 'place')),
      subject_id uuid not null,
      post_id uuid references post on delete cascade,
      person_id uuid references actor on delete cascade,
      about_place_id uuid references place on delete cascade,
      decision_id uuid,
      state text not null default 'open' check (state in ('open', 'closed')),
      report_count integer not null default 0,
      opened_at timestamptz not null,
      closed_at timestamptz,
      escalated_at timestamptz,
      escalated_why text check (escalated_why in ('late', 'own-moderator'))
    )`.execute(db);
  await sql`create unique index moderation_case_open on moderation_case (subject_id, kind, coalesce(place_id, '00000000-0000-0000-0000-000000000000')) where state = 'open'`.execute(db);
  await sql`create index moderation_case_queue on moderation_case (place_id, state, opened_at desc, id desc)`.execute(db);
  await sql`create index moderation_case_second on moderation_case (second_audience_id, state, opened_at desc, id desc) where second_audience_id is not null`.execute(db);
  await sql`create index moderation_case_person on moderation_case (person_id)`.execute(db);
  await sql`create index moderation_case_post on moderation_case (post_id)`.execute(db);
  await sql`create index moderation_case_about on moderation_case (about_place_id) where about_place_id is not null`.execute(db);

  await sql`
    create table report (
      id uuid primary key,
      case_id uuid not null references moderation_case on delete cascade,
      reporter_id uuid references actor on delete set null,
      guest_name text,
      guest_email text,
      reason text not null check (reason in ('spam', 'abuse', 'privacy', 'misleading', 'copyright', 'other')),
      note text not null,
      rules_version integer,
      audience_id bigint not null references audience,
      second_audience_id bigint references audience,
      person_id uuid references actor on delete cascade,
      outcome text check (outcome in ('acted', 'dismissed')),
      created_at timestamptz not null,
      answered_at timestamptz,
      unique (case_id, reporter_id)
    )`.execute(db);
  await sql`create index report_case on report (case_id, created_at, id)`.execute(db);
  await sql`create index report_reporter on report (reporter_id, created_at desc, id desc)`.execute(db);
  await sql`create index report_person on report (person_id) where person_id is not null`.execute(db);

  await sql`
    create table moderation_decision (
      id uuid primary key,
      case_id uuid references moderation_case on delete set null,
      place_id uuid references place on delete cascade,
      audience_id bigint not null references audience,
      second_audience_id bigint references audience,
      subject_kind text not null check (subject_kind in ('post', 'person', 'place')),
      post_id uuid references post on delete set null,
      person_id uuid not null references actor on delete cascade,
      action text not null check (action in ('hide', 'restore', 'warn', 'remove', 'suspend', 'ban', 'suspend-account', 'approve', 'refuse')),
      ground text check (ground in ('spam', 'abuse', 'privacy', 'misleading', 'copyright', 'other')),
      reason text not null,
      excerpt text not null default '',
      until timestamptz,
      decided_by uuid references actor on delete set null,
      decided_at timestamptz not null,
      ended_at timestamptz,
      overturned_at timestamptz
    )`.execute(db);
  await sql`create index moderation_decision_person on moderation_decision (person_id, decided_at desc, id desc)`.execute(db);
  await sql`create index moderation_decision_case on moderation_decision (case_id)`.execute(db);
  await sql`create index moderation_decision_place on moderation_decision (place_id)`.execute(db);
  await sql`create index moderation_decision_post on moderation_decision (post_id)`.execute(db);

  await sql`
    create table appeal (
      id uuid primary key,
      decision_id uuid not null unique references moderation_decision on delete cascade,
      person_id uuid not null references actor on delete cascade,
      audience_id bigint not null references audience,
      second_audience_id bigint references audience,
      note text not null,
      state text not null default 'open' check (state in ('open', 'upheld', 'overturned')),
      answer text,
      decided_by uuid references actor on delete set null,
      decided_at timestamptz,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index appeal_person on appeal (person_id)`.execute(db);
  await sql`alter table moderation_case add foreign key (decision_id) references moderation_decision on delete cascade`.execute(db);
  await sql`create index moderation_case_decision on moderation_case (decision_id) where decision_id is not null`.execute(db);

  // Ids without references: what was done stays written when the place or the person is gone.
  await sql`
    create table moderation_log (
      id uuid primary key,
      at timestamptz not null,
      place_id uuid,
      by_id uuid,
      act text not null,
      subject_kind text not null,
      subject_id uuid,
      person_id uuid,
      reason text not null default '',
      audience_id bigint not null,
      second_audience_id bigint
    )`.execute(db);
  await sql`create index moderation_log_place on moderation_log (place_id, at desc, id desc)`.execute(db);
  await sql`create index moderation_log_audience on moderation_log (audience_id, at desc, id desc)`.execute(db);
  await sql`create index moderation_log_second on moderation_log (second_audience_id, at desc, id desc) where second_audience_id is not null`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the log of moderation is only added to' using errcode = 'insufficient_privilege'; end $$`.execute(db);
  await sql`create trigger moderation_log_stays before update or delete on moderation_log for each row execute function refuse_change()`.execute(db);
  await sql`create trigger moderation_log_is_not_emptied before truncate on moderation_log for each statement execute function refuse_change()`.execute(db);

  await sql`
    create table house_rules (
      place_id uuid not null references place on delete cascade,
      version integer not null,
      audience_id bigint not null references audience,
      source text not null,
      html text not null,
      written_by uuid references actor on delete set null,
      written_at timestamptz not null,
      primary key (place_id, version)
    )`.execute(db);
  // The door of a place shows them: they are for whoever may know of it.
  await sql`
    create function show_house_rules() returns trigger language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), '');
    begin
      perform set_config('plein.system', 'on', true);
      update house_rules set audience_id = new.audience_id where place_id = new.id;
      perform set_config('plein.system', before, true);
      return null;
    end $$`.execute(db);
  await sql`create trigger show_house_rules after update of audience_id on place for each row when (old.audience_id <> new.audience_id) execute function show_house_rules()`.execute(db);

  await sql`
    create table person_tie (
      owner_id uuid not null references actor on delete cascade,
      person_id uuid not null references actor on delete cascade,
      kind text not null check (kind in ('block', 'mute')),
      created_at timestamptz not null,
      primary key (owner_id, person_id),
      check (owner_id <> person_id)
    )`.execute(db);
  await sql`create index person_tie_person on person_tie (person_id, owner_id) where kind = 'block'`.execute(db);

  const tables = ['moderation_case', 'report', 'moderation_decision', 'appeal', 'moderation_log', 'house_rules', 'person_tie'];
  for (const table of tables) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  }
  const mine = sql`(audience_id = any ((select plein_audiences())::bigint[]) or second_audience_id = any ((select plein_audiences())::bigint[]))`;
  const notAboutMe = sql`person_id is distinct from (select plein_me())`;
  await sql`create policy reading on moderation_case using ((${mine} and ${notAboutMe}) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on report using ((${mine} and ${notAboutMe}) or reporter_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on moderation_decision using (${mine} or person_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on appeal using ((${mine} and ${notAboutMe}) or person_id = (select plein_me()) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on moderation_log using (${mine} or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on house_rules using (audience_id = any ((select plein_audiences())::bigint[]) or (select plein_is_system()))`.execute(db);
  await sql`create policy reading on person_tie using (owner_id = (select plein_me()) or (select plein_is_system()))`.execute(db);

  // Whoever lets somebody in again need not know of terms.
  await sql`alter table membership drop constraint membership_check`.execute(db);
  // The words themselves are kept where they are used (server/notifications/kinds.ts).
  await sql`alter table notification drop constraint if exists notification_kind_check`.execute(db);
  await sql`alter table notification add constraint notification_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$')`.execute(db);

  // Whether a post is hidden, and not a word of it: an administrator handles what was escalated without reading the place.
  await sql`
    create function moderated_post_state(wanted uuid) returns text language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); found text;
    begin
      perform set_config('plein.system', 'on', true);
      select coalesce(p.withheld, 'no') into found from post p where p.id = wanted and p.deleted_at is null;
      perform set_config('plein.system', before, true);
      return found;
    end $$`.execute(db);
  // Yes or no: is there anybody but the one who decided, and the one it is about, to look at an appeal.
  await sql`
    create function others_can_handle(place uuid, decider uuid, person uuid) returns boolean language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); found boolean;
    begin
      perform set_config('plein.system', 'on', true);
      if place is null then
        select exists (select from account c where c.role = 'administrator' and c.suspended_at is null and c.actor_id is distinct from decider and c.actor_id is distinct from person) into found;
      else
        select exists (select from membership m join account c on c.actor_id = m.member_id
          where m.place_id = place and m.state = 'active' and m.role <> 'member' and m.suspended_until is null and c.suspended_at is null
            and m.member_id is distinct from decider and m.member_id is distinct from person) into found;
      end if;
      perform set_config('plein.system', before, true);
      return found;
    end $$`.execute(db);
  // Yes or no: who of these people have blocked this one. Whoever is blocked is not told, and reads no such row.
  await sql`
    create function those_who_block(wanted uuid, candidates uuid[]) returns uuid[] language plpgsql as $$
    declare before text := coalesce(current_setting('plein.system', true), ''); found uuid[];
    begin
      perform set_config('plein.system', 'on', true);
      select array_agg(t.owner_id) into found from person_tie t where t.person_id = wanted and t.kind = 'block' and t.owner_id = any (candidates);
      perform set_config('plein.system', before, true);
      return coalesce(found, '{}');
    end $$`.execute(db);
}
