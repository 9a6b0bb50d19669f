// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import type { CaseItem } from '../../server/moderation/queue.ts';
import type { MyDecision } from '../../server/moderation/mine.ts';
import type { TestClient, TestPlein } from './app.ts';
import { buildMember, type MemberOptions, type TestMember } from './factories.ts';
import { buildBuilding, buildMemberOf } from './factories-buildings.ts';
import { buildPost } from './factories-posts.ts';

/** Over HTTP. @returns the id of the report. */
export async function buildReport(reporter: TestClient, about: { postId?: string; personId?: string; placeId?: string }, more: { reason?: string; note?: string } = {}): Promise<string> {
  const response = await reporter.post('/reports', { reason: 'abuse', note: 'Dit kan niet.', ...about, ...more });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<{ id: string }>().id;
}

/** What waits for this moderator in a building, or for this administrator. */
export async function queueOf(moderator: TestClient, building: { slug: string } | null, state: 'open' | 'closed' = 'open'): Promise<CaseItem[]> {
  const response = await moderator.get(`/reports?${building === null ? 'scope=instance' : `place=${building.slug}`}&state=${state}&limit=100`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: CaseItem[] }>().items;
}

export async function decideOn(moderator: TestClient, caseId: string | undefined, action: string, more: { reason?: string; days?: number } = {}): Promise<CaseItem> {
  const response = await moderator.post(`/reports/${caseId}/decisions`, { action, reason: 'Omdat het niet past bij de huisregels.', ...more });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<CaseItem>();
}

export async function decisionsAbout(person: TestClient): Promise<MyDecision[]> {
  return (await person.get('/me/decisions')).json<{ items: MyDecision[] }>().items;
}

/** A resident with an account of so many days: what they write may wait. */
export async function buildResident(plein: TestPlein, daysOld = 0, options: MemberOptions = {}): Promise<TestMember> {
  const member = await buildMember(plein, { staff: false, ...options });
  const created = new Date(plein.clock.now().getTime() - daysOld * 24 * 3_600_000);
  await plein.db((trx) => trx.updateTable('account').set({ created_at: created }).where('id', '=', member.accountId).execute());
  return member;
}

/** A building with a post that somebody else may report. */
export async function moderationScene(plein: TestPlein, access: 'open' | 'closed' | 'hidden' = 'open') {
  const building = await buildBuilding(plein, { access });
  const [author, reader] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
  const post = await buildPost(author, building, { body: 'Dit is een nare opmerking.' });
  return { building, author, reader, post };
}

/** What somebody was notified of, latest first. */
export async function notifiedOf(client: { get(path: string): Promise<{ json(): unknown }> }): Promise<string[]> {
  return ((await client.get('/notifications')).json() as { items: { kind: string }[] }).items.map(({ kind }) => kind);
}
