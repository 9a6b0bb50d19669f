// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { groups } from './groups.ts';
import { type DemoIds, idOf } from './ids.ts';
import { demonstration, type DemoPerson } from './index.ts';
import { inserter } from './insert.ts';
import { portfoliosOf, themeNames } from './themes.ts';

const MINUTE = 60_000;

type Titled = Pick<DemoPerson, 'handle' | 'jobTitle'>;

/** The shared words for what people answer for, and who answers for which. */
export async function insertThemes(trx: Trx, ids: ReadonlyMap<string, string>, people: readonly Titled[]): Promise<void> {
  const insert = inserter(trx);
  const themes = new Map(themeNames.map((name) => [name, newId()]));
  const slugOf = (name: string): string => name.toLowerCase().normalize('NFD').replace(/[^a-z0-9 ]/g, '').replaceAll(' ', '-');
  await insert('theme', themeNames.map((name) => ({ id: idOf(themes, name), slug: slugOf(name), name })));
  for (const name of themeNames) await trx.insertInto('theme_name').values({ key: sql<string>`lower(unaccent(${name}))`, theme_id: idOf(themes, name), name, slug: slugOf(name) }).execute();
  const rows = (person: Titled) => portfoliosOf(person).map((name) => ({ actor_id: idOf(ids, person.handle), theme_id: idOf(themes, name), kind: 'portfolio', level: 'public', audience_id: PUBLIC_AUDIENCE }));
  await insert('actor_theme', people.flatMap(rows));
}

/** Each with the admins of its building and about a third of the members. */
export async function insertGroups(trx: Trx, { people, places }: DemoIds, publicUrl: string, now: number): Promise<void> {
  const insert = inserter(trx);
  for (const [index, group] of groups.entries()) {
    const building = demonstration.buildings.find(({ slug }) => slug === group.building);
    if (building === undefined) throw new Error(`the demonstration has no building "${group.building}"`);
    const parent = idOf(places, group.building);
    const id = newId();
    const addAudience = async (kind: 'members' | 'staff-members' | 'knowing') => (await trx.insertInto('audience').values({ kind, place_id: id }).returning('id').executeTakeFirstOrThrow()).id;
    const [members, staffMembers, knowing] = [await addAudience('members'), await addAudience('staff-members'), await addAudience('knowing')];
    const known = group.access === 'hidden' ? knowing : building.access === 'open' ? PUBLIC_AUDIENCE : parent.membersAudience;
    const started = new Date(now - (60 * 24 * 60 - index * 700) * MINUTE);
    const inside = [...building.admins.map((handle) => ({ handle, role: 'admin' })), ...[...building.moderators, ...building.members].filter((_, place) => place % 3 === index % 3).map((handle) => ({ handle, role: 'member' }))];
    await trx.insertInto('actor').values({ id, type: 'group', handle: `${group.building}.${group.slug}`, name: group.name, summary: group.summary, uri: `${publicUrl}/ap/actors/${id}`, audience_id: known, created_at: started }).execute();
    await trx
      .insertInto('place')
      .values({
        id, kind: 'group', parent_id: parent.id, slug: group.slug, access: group.access, members_may_join: group.membersMayJoin === true, audience_id: known,
        members_audience_id: members, staff_members_audience_id: staffMembers, knowing_audience_id: knowing,
        member_count: inside.length, created_by: people.get(building.admins[0] ?? '') ?? null, created_at: started, last_activity_at: started, public_activity_at: started,
      })
      .execute();
    await insert(
      'membership',
      inside.map(({ handle, role }, place) => ({ id: newId(), member_id: idOf(people, handle), place_id: id, role, state: 'active', audience_id: group.access === 'open' ? PUBLIC_AUDIENCE : knowing, created_at: new Date(started.getTime() + place * MINUTE) })),
    );
  }
}
