// SPDX-License-Identifier: EUPL-1.2
import { hashPassword } from '../../server/identity/public.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { insertGroups, insertThemes } from './fill-groups.ts';
import { insertModeration } from './fill-moderation.ts';
import { rowsOfPosts } from './fill-posts.ts';
import { insertToday } from './fill-today.ts';
import { type DemoIds, type DemoPlace, idOf } from './ids.ts';
import { inserter } from './insert.ts';
import { type DemoBuilding, demonstration, type DemoPerson, emailOf } from './index.ts';

export const DEMO_PASSWORD = 'welkom-op-het-plein';
const MINUTE = 60_000;

/**
 * Fills an empty instance with a believable region, as people would have left it. Written in bulk and past the
 * commands: nobody is to be notified of what never happened. Does nothing where there is anything already.
 * @returns whether it filled.
 */
export async function fillDemonstration(deps: Deps): Promise<boolean> {
  return deps.database.asSystem(async (trx) => {
    // Two processes that start together fill once.
    const instance = await trx.selectFrom('instance').select('demo').forUpdate().executeTakeFirstOrThrow();
    const place = await trx.selectFrom('place').select('id').where('kind', '<>', 'square').limit(1).executeTakeFirst();
    const accounts = await trx.selectFrom('account').select('id').limit(2).execute();
    if (instance.demo !== null || place !== undefined || accounts.length > 1) return false;

    const now = deps.clock.now().getTime();
    const people = await insertPeople(trx, deps, await hashPassword(DEMO_PASSWORD), now);
    const places = await insertPlaces(trx, deps, people, now);
    await insertThemes(trx, people, demonstration.people);
    await insertGroups(trx, { people, places }, deps.config.publicUrl, now);
    await insertPosts(trx, deps, { people, places }, now);
    await insertModeration(trx, { people, places }, now);
    await insertToday(trx, { people, places }, deps.config.publicUrl, now);
    await trx
      .updateTable('instance')
      .set({
        name: 'Het plein van de Waterstreek',
        tagline: 'Waar ambtenaren van drie gemeenten samenwerken en inwoners meedenken. Staat de deur open? Loop gerust binnen.',
        demo: JSON.stringify({ signIns: signIns() }),
      })
      .execute();
    return true;
  });
}

const labels = { staff: 'ambtenaar', resident: 'inwoner', administrator: 'platformbeheerder' } as const;

function signIns(): { label: string; email: string; password: string }[] {
  const order = Object.keys(labels);
  return demonstration.people
    .flatMap((person) => (person.signIn === undefined ? [] : [{ person, as: person.signIn }]))
    .sort((a, b) => order.indexOf(a.as) - order.indexOf(b.as))
    .map(({ person, as }) => ({ label: `${person.name}, ${labels[as]}`, email: emailOf(person), password: DEMO_PASSWORD }));
}

async function insertPeople(trx: Trx, deps: Deps, passwordHash: string, now: number): Promise<Map<string, string>> {
  const organisations = new Map(demonstration.organisations.map((each) => [each.slug, newId()]));
  const insert = inserter(trx);
  await insert('organisation', demonstration.organisations.map(({ slug, name }) => ({ id: idOf(organisations, slug), name })));
  await insert('organisation_domain', demonstration.organisations.flatMap(({ slug, domains }) => domains.map((domain) => ({ domain, organisation_id: idOf(organisations, slug) }))));

  const ids = new Map(demonstration.people.map((person) => [person.handle, newId()]));
  const joined = (index: number) => new Date(now - (200 * 24 * 60 - index * 90) * MINUTE);
  await insert(
    'actor',
    demonstration.people.map((person, index) => {
      const id = idOf(ids, person.handle);
      return {
        id,
        type: 'person',
        handle: person.handle,
        name: person.name,
        summary: person.about ?? '',
        job_title: person.jobTitle,
        work_role: workRoleOf(person),
        organisation_id: person.organisation === null ? null : idOf(organisations, person.organisation),
        uri: `${deps.config.publicUrl}/ap/actors/${id}`,
        audience_id: PUBLIC_AUDIENCE,
        created_at: joined(index),
      };
    }),
  );
  await insert(
    'profile_part',
    demonstration.people.map((person) => ({
      actor_id: idOf(ids, person.handle),
      level: 'public',
      audience_id: PUBLIC_AUDIENCE,
      job_title: person.jobTitle,
      about: person.about,
      work_role: workRoleOf(person),
      region: 'Waterstreek',
    })),
  );
  // Theirs is filled in; who signs up sees the first questions.
  await insert('profile', demonstration.people.map((person, index) => ({ actor_id: idOf(ids, person.handle), welcomed_at: joined(index) })));
  await insert('account', demonstration.people.map((person, index) => accountRow(person, idOf(ids, person.handle), passwordHash, joined(index))));
  return ids;
}

function workRoleOf({ jobTitle, organisation }: DemoPerson): string {
  if (jobTitle?.toLowerCase().includes('griffier') === true) return 'griffier';
  return organisation === null ? 'inwoner' : 'ambtenaar';
}

/** Only the three whose sign-in is shown have a password; the others cannot be signed in as. */
function accountRow(person: DemoPerson, actorId: string, passwordHash: string, joined: Date) {
  return {
    id: newId(),
    actor_id: actorId,
    email: emailOf(person),
    password_hash: person.signIn === undefined ? null : passwordHash,
    role: person.signIn === 'administrator' ? 'administrator' : 'member',
    is_staff: person.organisation !== null,
    confirmed_at: joined,
    created_at: joined,
  };
}

async function insertPlaces(trx: Trx, deps: Deps, people: ReadonlyMap<string, string>, now: number): Promise<Map<string, DemoPlace>> {
  const places = new Map<string, DemoPlace>();
  const insert = inserter(trx);
  for (const building of demonstration.buildings) {
    const id = newId();
    const addAudience = async (kind: 'members' | 'staff-members') => (await trx.insertInto('audience').values({ kind, place_id: id }).returning('id').executeTakeFirstOrThrow()).id;
    const [membersAudience, staffMembersAudience] = [await addAudience('members'), await addAudience('staff-members')];
    places.set(building.slug, { id, slug: building.slug, access: building.access, membersAudience, staffMembersAudience });
  }
  const known = (building: DemoBuilding, place: DemoPlace) => (building.access === 'hidden' ? place.membersAudience : PUBLIC_AUDIENCE);
  const rows = demonstration.buildings.map((building, index) => ({ building, place: idOf(places, building.slug), founded: new Date(now - (190 * 24 * 60 - index * 400) * MINUTE) }));
  await insert(
    'actor',
    rows.map(({ building, place, founded }) => ({
      id: place.id,
      type: 'building',
      handle: building.slug,
      name: building.name,
      summary: building.summary,
      uri: `${deps.config.publicUrl}/ap/actors/${place.id}`,
      audience_id: known(building, place),
      created_at: founded,
    })),
  );
  await insert(
    'place',
    rows.map(({ building, place, founded }) => {
      const posts = demonstration.posts.filter((post) => post.building === building.slug);
      const publicPosts = posts.filter((post) => post.audience === 'public');
      const newestOf = (of: typeof posts) => new Date(Math.max(founded.getTime(), ...of.map((post) => now - post.minutesAgo * MINUTE)));
      return {
        id: place.id,
        kind: 'building',
        slug: building.slug,
        access: building.access,
        audience_id: known(building, place),
        members_audience_id: place.membersAudience,
        staff_members_audience_id: place.staffMembersAudience,
        member_count: building.admins.length + building.moderators.length + building.members.length,
        post_count: posts.length,
        public_post_count: publicPosts.length,
        created_by: people.get(building.admins[0] ?? '') ?? null,
        created_at: founded,
        last_activity_at: newestOf(posts),
        public_activity_at: newestOf(publicPosts),
      };
    }),
  );
  await insert('membership', rows.flatMap(({ building, place, founded }) => membershipRows(building, place, people, founded)));
  return places;
}

function membershipRows(building: DemoBuilding, place: DemoPlace, people: ReadonlyMap<string, string>, founded: Date) {
  const audience = building.access === 'open' ? PUBLIC_AUDIENCE : place.membersAudience;
  const active = [
    ...building.admins.map((handle) => ({ handle, role: 'admin' })),
    ...building.moderators.map((handle) => ({ handle, role: 'moderator' })),
    ...building.members.map((handle) => ({ handle, role: 'member' })),
  ].map((each) => ({ ...each, state: 'active', note: '', audience_id: audience }));
  const requested = (building.requests ?? []).map(({ handle, note }) => ({ handle, role: 'member', state: 'requested', note, audience_id: place.membersAudience }));
  return [...active, ...requested].map(({ handle, ...rest }, index) => ({
    id: newId(),
    member_id: idOf(people, handle),
    place_id: place.id,
    created_at: new Date(founded.getTime() + index * MINUTE),
    ...rest,
  }));
}

async function insertPosts(trx: Trx, deps: Deps, ids: DemoIds, now: number): Promise<void> {
  const rows = rowsOfPosts(demonstration.posts, ids, deps.config.publicUrl, now);
  const insert = inserter(trx);
  await insert('post', rows.posts);
  await insert('post_tag', rows.tags);
  await insert('mention', rows.mentions);
  await insert('reaction', rows.reactions);
}
