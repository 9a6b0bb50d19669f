// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../scripts/migrate.ts';
import { fillActorsForSearch } from './search-data.ts';
import { familyNames, functions, givenNames, kindsOfPlace, oneOf, regions, themes } from './vocabulary.ts';

/** Who asks: each with places of their own kind, because the cost of a feed follows those. */
export const viewerKinds = ['active', 'quiet', 'heavy', 'guest'] as const;
export type ViewerKind = (typeof viewerKinds)[number];

/** What the kinds are called in a report. */
export const viewerNames: Record<ViewerKind, string> = {
  active: 'member of 30 places',
  quiet: 'member of 5 quiet places',
  heavy: 'member of 500 places',
  guest: 'guest',
};

/** Buildings in which much is written, and those with a few posts. */
export const PLACES = 600;
export const QUIET_PLACES = 5;
const BUILDINGS = 1_000;
/** As many as the targets speak of, and as many as a quick look has time for. */
export const sizesOfCommunity = { full: { people: 50_000, groups: 5_000 }, quick: { people: 10_000, groups: 1_000 } } as const;
/** So many of the people write. */
export const WRITERS = 2_000;

const TEMPLATE = 'bench_community';

/** What everybody is told of themselves, as a migrated database makes it of what is put in: all else that listens is off. */
const triggers = [['actor', 'keep_sort_name'], ['actor', 'add_words_of_names'], ['actor', 'add_words_of_places'], ['profile_part', 'add_directory_of_parts'], ['person_word', 'add_directory_words'], ['place', 'add_moderators_audience']] as const;

/** A migrated database with 1,000 buildings, and so many groups and people, from which every other is copied. Run once. */
export async function fillCommunity(adminUrl: string, size: { people: number; groups: number }): Promise<void> {
  await query(adminUrl, `create database ${TEMPLATE} owner plein`);
  const bareUrl = urlOf(adminUrl, TEMPLATE);
  await migrate(bareUrl.replace('postgres://postgres@', 'postgres://plein@'));
  const client = new pg.Client({ connectionString: bareUrl });
  await client.connect();
  try {
    // Foreign keys are not asked for what was made to fit.
    await client.query('set session_replication_role = replica');
    for (const [table, trigger] of triggers) await client.query(`alter table ${table} enable always trigger ${trigger}`);
    await client.query(peopleOf(size.people));
    await client.query(placesOf(size.groups));
    await client.query(memberships);
    await client.query(profiles);
    for (const [table, trigger] of triggers) await client.query(`alter table ${table} enable trigger ${trigger}`);
    await fillActorsForSearch(client);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** @returns the address of a copy, as a superuser */
export async function copyCommunity(adminUrl: string, name: string): Promise<string> {
  await query(adminUrl, `create database ${name} owner plein template ${TEMPLATE} strategy file_copy`);
  return urlOf(adminUrl, name);
}

export function cookieOf(kind: ViewerKind): string {
  return `plein_session=${secretOf(kind)}`;
}

const secretOf = (kind: ViewerKind): string => createHash('sha256').update(`bench ${kind}`).digest('base64url');

const urlOf = (adminUrl: string, name: string): string => adminUrl.replace('/postgres?', `/${name}?`);

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const peopleOf = (count: number): string => `
  insert into organisation (id, name) select uuidv7(), 'Gemeente ' || r || case when k = 0 then '' else ' ' || k end from unnest(array[${regions.map((region) => `'${region}'`).join(', ')}]) r cross join generate_series(0, 3) k;
  create temp table organisation_number as select id, row_number() over (order by name) as n from organisation;
  insert into actor (id, type, handle, name, uri, audience_id, organisation_id)
    select uuidv7(), 'person', 'persoon-' || n, ${oneOf(givenNames, 'n * 3', true)} || ' ' || ${oneOf(familyNames, 'n * 5 + 1')}, 'urn:bench:person:' || n, 1,
      case when n % 10 < 8 then (select id from organisation_number o where o.n = 1 + p.n % 60) end
    from generate_series(1, ${count}) p (n);
  insert into account (id, actor_id, email, is_staff, confirmed_at) select uuidv7(), id, handle || '@zuiderdam.example', organisation_id is not null or handle in ('persoon-1', 'persoon-2', 'persoon-3'), now() from actor where type = 'person';
  create table bench_viewer as
    select v.kind, a.id as actor_id, c.id as account_id, v.secret from (values ${viewerKinds.filter((kind) => kind !== 'guest').map((kind, index) => `('${kind}', 'persoon-${index + 1}', '${secretOf(kind)}')`).join(', ')}) v (kind, handle, secret)
    join actor a on a.handle = v.handle join account c on c.actor_id = a.id;
  insert into session (id, token_hash, account_id, expires_at) select uuidv7(), sha256(secret::bytea), account_id, now() + interval '30 days' from bench_viewer;
`;

const nameOfPlace = `${oneOf(kindsOfPlace, 'n * 7 + 3')} || ${oneOf(themes, 'n * 11 + 5', true)}`;

/** Every third building is closed, every thirtieth of these hidden; of groups a quarter is open where the building is, and an eighth hidden. */
const placesOf = (groups: number): string => `
  create temp table new_place as
    select uuidv7() as id, n, null::uuid as parent_id, null::bigint as building_members, 'gebouw-' || n as slug, ${nameOfPlace} || ' ' || ${oneOf(regions, 'n * 13 + 7')} || case when n % 2 = 0 then '' else ' ' || n end as name,
      case when n % 90 = 0 then 'hidden' when n % 3 = 0 then 'closed' else 'open' end as access
    from generate_series(1, ${BUILDINGS}) n;
  insert into audience (kind, place_id) select kind, id from new_place cross join unnest(array['members', 'staff-members']) as kind;
  insert into new_place
    select uuidv7(), ${BUILDINGS} + n, b.id, case when b.access = 'open' then 1 else (select m.id from audience m where m.place_id = b.id and m.kind = 'members') end, 'groep-' || n, ${nameOfPlace} || case when n % 3 = 0 then '' else ' ' || ${oneOf(regions, 'n * 17 + 9')} end,
      case when n % 8 = 0 then 'hidden' when n % 4 = 1 and b.access = 'open' then 'open' else 'closed' end
    from generate_series(1, ${groups}) g (n) join (select id, n as number, access from new_place) b on b.number = 1 + g.n * 7 % ${BUILDINGS};
  insert into audience (kind, place_id) select kind, id from new_place cross join unnest(array['members', 'staff-members', 'knowing']) as kind where parent_id is not null;
  create temp table kept as
    select n.*, m.id as members_audience_id, s.id as staff_members_audience_id, k.id as knowing_audience_id,
      case when n.access = 'hidden' then coalesce(k.id, m.id) else coalesce(n.building_members, 1) end as audience_id
    from new_place n join audience m on m.place_id = n.id and m.kind = 'members' join audience s on s.place_id = n.id and s.kind = 'staff-members' left join audience k on k.place_id = n.id and k.kind = 'knowing';
  insert into actor (id, type, handle, name, uri, audience_id, summary)
    select id, case when parent_id is null then 'building' else 'group' end, slug, name, 'urn:bench:place:' || n, audience_id, 'Hier werken we samen aan ' || lower(${oneOf(themes, 'n * 19 + 1')}) || ' en ' || lower(${oneOf(themes, 'n * 23 + 2')}) || ' in ' || ${oneOf(regions, 'n * 29 + 3')} || '.' from kept;
  insert into place (id, kind, parent_id, slug, access, audience_id, members_audience_id, staff_members_audience_id, knowing_audience_id, last_activity_at, public_activity_at, created_at)
    select id, case when parent_id is null then 'building' else 'group' end, parent_id, slug, access, audience_id, members_audience_id, staff_members_audience_id, knowing_audience_id,
      now() - n % 977 * interval '1 hour', now() - n % 977 * interval '1 hour', now() - n % 1013 * interval '1 day' from kept order by parent_id is not null, n;
`;

const memberships = `
  create temp table numbered as select p.*, split_part(p.slug, '-', 2)::int as n from place p where p.kind <> 'square';
  create temp table belonging as
    select v.actor_id as member_id, p.id as place_id from bench_viewer v join numbered p on p.kind = 'building' and (
      (v.kind = 'active' and p.n <= ${PLACES} and p.n % 20 = 3) or (v.kind = 'quiet' and p.n between ${PLACES} + 1 and ${PLACES + QUIET_PLACES}) or (v.kind = 'heavy' and p.n <= 500))
    union all
    select a.id, p.id from (select id, row_number() over (order by id) as i from actor where type = 'person') a
    join numbered p on p.kind = 'building' and a.i > 3 and case when a.i <= ${WRITERS} then p.n <= ${PLACES} and (p.n * 7 + a.i) % 40 = 0 else p.n in (1 + a.i * 11 % ${BUILDINGS}, 1 + a.i * 17 % 60) end;
  insert into belonging
    select b.member_id, g.id from belonging b join (select id, parent_id, row_number() over (partition by parent_id order by n) as k, n from numbered where kind = 'group') g on g.parent_id = b.place_id
    where (hashtext(b.member_id::text)::bigint + g.n) % 8 = 0 and b.member_id not in (select actor_id from bench_viewer);
  insert into membership (id, member_id, place_id, state, audience_id, members_audience_id, staff_members_audience_id, moderators_audience_id, knowing_audience_id, building_id)
    select uuidv7(), b.member_id, b.place_id, 'active', case when p.access = 'open' then 1 else coalesce(p.knowing_audience_id, p.members_audience_id) end,
      p.members_audience_id, p.staff_members_audience_id, p.moderators_audience_id, p.knowing_audience_id, coalesce(p.parent_id, p.id) from (select distinct * from belonging) b join place p on p.id = b.place_id;
  update place set member_count = (select count(*) from membership m where m.place_id = place.id);
`;

/** Most tell everything to everybody, some only civil servants, some only who they share a place with. */
const profiles = `
  insert into theme (id, slug, name) select uuidv7(), lower(name), name from unnest(array[${themes.map((theme) => `'${theme}'`).join(', ')}]) name;
  insert into theme_name (key, theme_id, name, slug) select slug, id, name, slug from theme;
  create temp table theme_number as select id, row_number() over (order by slug) as n from theme;
  create temp table person as
    select id, i, case i % 10 when 0 then 'places' when 1 then 'staff' when 2 then 'staff' else 'public' end as level, case when i % 10 = 0 then null when i % 10 < 3 then 2 else 1 end as audience_id
    from (select id, split_part(handle, '-', 2)::int as i from actor where type = 'person') a;
  insert into profile_part (actor_id, level, audience_id, job_title, work_role, region, languages)
    select id, level, audience_id, ${oneOf(functions, 'i * 31')} || ' ' || lower(${oneOf(themes, 'i * 37', true)}), (array['ambtenaar', 'ambtenaar', 'raadslid', 'ambtenaar', 'inwoner', 'wethouder', 'ambtenaar', 'griffier'])[1 + i % 8], ${oneOf(regions, 'i * 41')}, case when i % 4 = 0 then array['nl', 'en'] else array['nl'] end from person;
  update actor set job_title = part.job_title, work_role = part.work_role from profile_part part where part.actor_id = actor.id and part.level = 'public';
  insert into actor_theme (actor_id, theme_id, kind, level, audience_id)
    select p.id, t.id, case when k < 2 then 'portfolio' else 'expertise' end, p.level, p.audience_id
    from person p cross join generate_series(0, 2) k join theme_number t on t.n = 1 + floor(${themes.length} * power((hashint8(p.i * 43 + k) & 1048575) / 1048576.0, 2))::int on conflict do nothing;
`;
