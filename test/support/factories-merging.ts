// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import type { TestPlein } from './app.ts';
import { buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from './factories-buildings.ts';
import { buildReport, decideOn, queueOf } from './factories-moderation.ts';

export interface TestMerge {
  id: string;
  state: string;
  source: { slug: string };
  undoUntil: string | null;
  can: { agree: boolean; end: boolean; undo: boolean };
}

type Access = 'open' | 'closed' | 'hidden';

/** Two buildings with one admin in both, each with a member of its own. */
export async function buildTwoBuildings(plein: TestPlein, from: Access = 'open', to: Access = 'open') {
  const admin = await buildMember(plein);
  const source = await buildBuilding(plein, { founder: admin, access: from });
  const target = await buildBuilding(plein, { founder: admin, access: to });
  return { admin, source, target, inSource: await buildMemberOf(plein, source), inTarget: await buildMemberOf(plein, target) };
}

/** As an admin of both, at once. */
export async function merge(admin: TestMember, source: TestBuilding, target: TestBuilding): Promise<TestMerge> {
  const response = await admin.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<TestMerge>();
}

export async function undoMerge(who: TestMember, { id }: { id: string }): Promise<TestMerge> {
  const response = await who.post(`/merges/${id}/undoings`);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<TestMerge>();
}

/** "active member", or "none". */
export async function standingIn(place: TestBuilding, who: TestMember): Promise<string> {
  const { myMembership } = (await who.get(place.path)).json<{ myMembership: { role: string; state: string } | null }>();
  return myMembership === null ? 'none' : `${myMembership.state} ${myMembership.role}`;
}

/** What its admin decides after somebody was reported. */
export async function measure(plein: TestPlein, admin: TestMember, place: TestBuilding, who: TestMember, action: 'suspend' | 'ban', days: number): Promise<void> {
  await buildReport(await buildMemberOf(plein, place), { personId: who.actorId, placeId: place.id });
  const found = (await queueOf(admin, place)).find((one) => one.subject.person?.id === who.actorId);
  await decideOn(admin, found?.id, action, { days });
}
