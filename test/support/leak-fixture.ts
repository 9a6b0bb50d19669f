// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import type { TestClient, TestPlein } from './app.ts';
import { buildGuest, buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildMemberOf, join, type TestBuilding } from './factories-buildings.ts';
import { buildPost, buildReply } from './factories-posts.ts';

export const ABSENT_ID = '00000000-0000-7000-8000-000000000000';
export const ABSENT_SLUG = 'hier-is-niets';

export const viewerNames = ['guest', 'staff', 'resident', 'former member', 'banned', 'requested', 'administrator'] as const;
export type ViewerName = (typeof viewerNames)[number];

export interface LeakFixture {
  /** A word that stands in every row of the closed and the hidden building; of the closed one its name and summary are for all. */
  canary: string;
  closed: TestBuilding;
  hidden: TestBuilding;
  open: TestBuilding;
  /** Admin of both. */
  insider: TestMember;
  /** Threads and replies in both. */
  secretPosts: string[];
  /** Of the insider: memberships, invitations, a draft, a session, a token. */
  secretMemberships: string[];
  secretInvitations: string[];
  secretDraft: string;
  secretSession: string;
  secretToken: string;
  viewers: Record<ViewerName, TestClient>;
  /** Everything that must occur nowhere: the canary and the ids of what is hidden. */
  secrets: string[];
}

/** A closed and a hidden building full of canaries, with everybody who should see nothing of it. */
export async function buildLeakFixture(plein: TestPlein): Promise<LeakFixture> {
  const canary = `kanarie${randomBytes(5).toString('hex')}`;
  const insider = await buildMember(plein, { name: 'Ingewijde Ina' });
  const closed = await buildBuilding(plein, { founder: insider, access: 'closed', name: 'Besloten overleg', summary: 'Iedereen mag weten dat dit er is.' });
  const hidden = await buildBuilding(plein, { founder: insider, access: 'hidden', slug: `${canary}-huis`, name: `Huis ${canary}`, summary: `Over ${canary}` });
  const open = await buildBuilding(plein, { founder: insider, access: 'open', name: 'Open overleg' });
  const [former, banned] = [await buildMember(plein), await buildMember(plein)];
  const formerMemberships: string[] = [];
  const bannedMemberships: string[] = [];
  const secretPosts: string[] = [];
  const secretMemberships: string[] = [];
  const secretInvitations: string[] = [];

  for (const building of [closed, hidden]) {
    const colleague = await buildMemberOf(plein, building);
    formerMemberships.push(await join(building, former));
    bannedMemberships.push(await join(building, banned));
    const article = await buildPost(insider, building, { kind: 'article', title: `Titel ${canary}`, body: `Inhoud ${canary} voor @${former.handle} en @${banned.handle}`, audience: 'members', tags: [canary] });
    const question = await buildPost(colleague, building, { kind: 'question', title: `Vraag ${canary}`, body: `Wie weet ${canary}? #${canary}`, audience: 'members' });
    const reply = await buildReply(insider, article, { body: `Antwoord ${canary} aan @${banned.handle}` });
    await insider.patch(`/posts/${article.id}`, { body: `Nieuwe inhoud ${canary} voor @${former.handle}` });
    await insider.put(`/posts/${article.id}/pin`);
    for (const someone of [insider, former, banned]) {
      await someone.put(`/posts/${article.id}/reactions/like`);
      await someone.put(`/posts/${article.id}/bookmark`);
      await someone.put(`/read-markers/building:${building.slug}`, { postId: article.id, publishedAt: article.publishedAt });
      await someone.put(`/drafts/${newId()}`, { buildingSlug: building.slug, kind: 'message', body: 'Nog niet af', format: 'markdown' });
      await someone.put(`/drafts/${newId()}`, { inReplyTo: article.id, kind: 'message', body: 'Nog niet af', format: 'markdown' });
    }
    await buildReply(former, article);
    await plein.drainJobs();
    secretPosts.push(article.id, question.id, reply.id);
    secretMemberships.push(colleague.membershipId);
    const invited = await insider.post(`${building.path}/invitations`, { emails: [`${canary}@elders.example`] });
    expect(invited.statusCode, invited.body).toBe(201);
    secretInvitations.push(...invited.json<{ items: { id: string }[] }>().items.map((each) => each.id));
  }
  const secretDraft = newId();
  await insider.put(`/drafts/${secretDraft}`, { buildingSlug: hidden.slug, kind: 'article', title: `Concept ${canary}`, body: canary, format: 'markdown' });
  const secretToken = (await insider.post('/tokens', { name: `Token ${canary}`, scopes: ['read'] })).json<{ id: string }>().id;
  const secretSession = (await insider.get('/sessions')).json<{ items: { id: string }[] }>().items[0]?.id ?? '';

  for (const [index, building] of [closed, hidden].entries()) {
    expect((await insider.delete(`${building.path}/memberships/${formerMemberships[index]}`)).statusCode).toBe(204);
    expect((await insider.patch(`${building.path}/memberships/${bannedMemberships[index]}`, { state: 'banned' })).statusCode).toBe(200);
  }
  const requested = await buildMember(plein);
  expect((await requested.post(`${closed.path}/memberships`, { note: 'Mag ik erbij?' })).statusCode).toBe(201);
  await plein.drainJobs();

  return {
    canary, closed, hidden, open, insider, secretPosts, secretMemberships, secretInvitations, secretDraft, secretSession, secretToken,
    viewers: {
      guest: buildGuest(plein),
      staff: await buildMember(plein),
      resident: await buildMember(plein, { staff: false }),
      'former member': former,
      banned,
      requested,
      administrator: await buildMember(plein, { administrator: true }),
    },
    secrets: [canary, hidden.id, ...secretPosts, ...secretMemberships, ...secretInvitations, secretDraft, secretSession, secretToken],
  };
}
