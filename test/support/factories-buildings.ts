// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { TestPlein } from './app.ts';
import { buildMember, type MemberOptions, type TestMember } from './factories.ts';

export interface TestBuilding {
  id: string;
  slug: string;
  name: string;
  /** Its first admin. */
  founder: TestMember;
  /** `/buildings/{slug}`, for the client's methods. */
  path: string;
}

export interface BuildingOptions {
  founder?: TestMember;
  slug?: string;
  name?: string;
  summary?: string;
  access?: 'open' | 'closed' | 'hidden';
}

let serial = 0;

/** A building as somebody starts it; open unless told otherwise. */
export async function buildBuilding(plein: TestPlein, options: BuildingOptions = {}): Promise<TestBuilding> {
  const number = ++serial;
  const founder = options.founder ?? (await buildMember(plein));
  const slug = options.slug ?? `gebouw-${number}-${process.pid}`;
  const body = { slug, name: options.name ?? `Gebouw ${number}`, summary: options.summary ?? '', access: options.access ?? 'open' };
  const response = await founder.post('/buildings', body);
  if (response.statusCode !== 201) throw new Error(`the building was not started: ${response.body}`);
  return { id: response.json<{ id: string }>().id, slug, name: body.name, founder, path: `/buildings/${slug}` };
}

/** Lets somebody in, whatever the access, with a role. @returns the id of the membership. */
export async function join(building: TestBuilding, member: TestMember, role: 'member' | 'moderator' | 'admin' = 'member'): Promise<string> {
  const { founder, path } = building;
  const invitation = await founder.post(`${path}/invitations`, { link: true });
  const token = new URL(invitation.json<{ url: string }>().url).searchParams.get('token');
  const accepted = await member.post('/invitations/acceptances', { token });
  if (accepted.statusCode !== 201) throw new Error(`nobody came in: ${accepted.body}`);
  const { id } = accepted.json<{ building: { myMembership: { id: string } } }>().building.myMembership;
  if (role !== 'member') await founder.patch(`${path}/memberships/${id}`, { role });
  return id;
}

/** Somebody new who is a member of the building. */
export async function buildMemberOf(plein: TestPlein, building: TestBuilding, role: 'member' | 'moderator' | 'admin' = 'member', options: MemberOptions = {}): Promise<TestMember & { membershipId: string }> {
  const member = await buildMember(plein, options);
  return Object.assign(member, { membershipId: await join(building, member, role) });
}

/** What was told of a building, oldest first. */
export async function eventsOf(plein: TestPlein, building: TestBuilding): Promise<Record<string, unknown>[]> {
  const rows = await plein.db((trx) => trx.selectFrom('event').select(['type', 'payload']).where(sql<boolean>`payload ->> 'placeId' = ${building.id}`).orderBy('id').execute());
  return rows.map((row) => ({ type: row.type, ...(row.payload as object) }));
}

export interface TestGroup extends TestBuilding {
  building: TestBuilding;
}

/** A group as somebody starts it in a building; open where the building is, closed elsewhere, unless told otherwise. */
export async function buildGroup(building: TestBuilding, options: BuildingOptions & { membersMayJoin?: boolean } = {}): Promise<TestGroup> {
  const number = ++serial;
  const founder = options.founder ?? building.founder;
  const slug = options.slug ?? `groep-${number}-${process.pid}`;
  const { access: buildingAccess } = (await founder.get(building.path)).json<{ access: string }>();
  const access = options.access ?? (buildingAccess === 'open' ? 'open' : 'closed');
  const body = { slug, name: options.name ?? `Groep ${number}`, summary: options.summary ?? '', access, ...(options.membersMayJoin === undefined ? {} : { membersMayJoin: options.membersMayJoin }) };
  const response = await founder.post(`${building.path}/groups`, body);
  if (response.statusCode !== 201) throw new Error(`the group was not started: ${response.body}`);
  return { id: response.json<{ id: string }>().id, slug, name: body.name, founder, path: `${building.path}/groups/${slug}`, building };
}

/** Lets a member of the building into a group. @returns the id of the membership. */
export async function joinGroup(group: TestGroup, member: TestMember, role: 'member' | 'moderator' | 'admin' = 'member'): Promise<string> {
  const invitation = await group.founder.post(`${group.path}/invitations`, { link: true });
  const token = new URL(invitation.json<{ url: string }>().url).searchParams.get('token');
  const accepted = await member.post('/invitations/acceptances', { token });
  if (accepted.statusCode !== 201) throw new Error(`nobody came in: ${accepted.body}`);
  const { id } = accepted.json<{ group: { myMembership: { id: string } } }>().group.myMembership;
  if (role !== 'member') await group.founder.patch(`${group.path}/memberships/${id}`, { role });
  return id;
}
