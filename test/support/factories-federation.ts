// SPDX-License-Identifier: EUPL-1.2
import { askReplica } from '../../federation/places/ask-replica.ts';
import { allowInstance } from '../../federation/places/place-instances.ts';
import { replicaOf } from '../../federation/places/replica.ts';
import { actorUri } from '../../federation/addresses.ts';
import type { TestBuilding } from './factories-buildings.ts';
import type { TestMember } from './factories.ts';
import type { OpenPlein } from './federation.ts';
import { until } from './until.ts';

/** A building of one instance as it stands on another. */
export interface TestReplica {
  id: string;
  slug: string;
  /** `/buildings/{slug}`, for the client's methods. */
  path: string;
}

/** The admins of a building name another instance whose people may ask to come in. */
export async function allow(home: OpenPlein, building: TestBuilding, other: OpenPlein): Promise<void> {
  await home.db((trx) => allowInstance(trx, home.deps, building.id, other.host, building.founder.actorId));
}

/** Somebody looks a building of another instance up, by its address. */
export async function lookUp(here: OpenPlein, home: OpenPlein, building: TestBuilding): Promise<TestReplica> {
  const { id } = await replicaOf(here.deps, actorUri(home.config, building.id));
  const { slug } = await here.db((trx) => trx.selectFrom('place').select('slug').where('id', '=', id).executeTakeFirstOrThrow());
  return { id, slug, path: `/buildings/${encodeURIComponent(slug)}` };
}

/** How somebody stands in a place; null for not at all. */
export async function standing(plein: OpenPlein, placeId: string, memberUri: string): Promise<string | null> {
  const row = await plein.db((trx) =>
    trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').select('m.state').where('m.place_id', '=', placeId).where('a.uri', '=', memberUri).executeTakeFirst());
  return row?.state ?? null;
}

export const uriOf = (plein: OpenPlein, member: TestMember): string => actorUri(plein.config, member.actorId);

/** Somebody asks, and an admin at home says yes; or an open building takes them in. */
export async function joinElsewhere(here: OpenPlein, home: OpenPlein, building: TestBuilding, member: TestMember): Promise<TestReplica> {
  const replica = await lookUp(here, home, building);
  const hidden = (await home.db((trx) => trx.selectFrom('place').select('access').where('id', '=', building.id).executeTakeFirstOrThrow())).access === 'hidden';
  if (hidden) await askAtHidden(here, replica, member);
  else {
    const asked = await member.post(`${replica.path}/memberships`, {});
    if (asked.statusCode !== 201) throw new Error(`nobody asked: ${asked.body}`);
  }
  const uri = uriOf(here, member);
  const found = await until(() => standing(home, building.id, uri), (state) => state !== null);
  if (found === 'requested') await approve(home, building, uri);
  await until(() => standing(here, replica.id, uri), (state) => state === 'active');
  return replica;
}

async function askAtHidden(here: OpenPlein, replica: TestReplica, member: TestMember): Promise<void> {
  await askReplica(here.deps, member.actorId, replica.id, '');
}

async function approve(home: OpenPlein, building: TestBuilding, memberUri: string): Promise<void> {
  const { id } = await home.db((trx) =>
    trx.selectFrom('membership as m').innerJoin('actor as a', 'a.id', 'm.member_id').select('m.id').where('m.place_id', '=', building.id).where('a.uri', '=', memberUri).executeTakeFirstOrThrow());
  const answered = await building.founder.post(`${building.path}/memberships/${id}/answers`, { outcome: 'approved' });
  if (answered.statusCode !== 204) throw new Error(`nobody was let in: ${answered.body}`);
}
