// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thresholds } from '../../server/moderation/trust.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildReport, buildResident, decideOn, decisionsAbout, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply, idsOf } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const link = 'Kijk eens op https://winkel.example voor de aanbieding.';

describe('a newcomer', () => {
  test('waits with a first link: the author sees it, nobody else but the moderators does, and nothing is counted', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const reader = await buildMemberOf(plein, building);
    const post = await buildPost(newcomer, building, { body: `${link} @${reader.handle} #koopjes` });
    await plein.drainJobs();
    expect(post.withheld).toBe('waiting');
    expect((await newcomer.get('/me/held-posts')).json()).toMatchObject({ items: [{ id: post.id, withheld: 'waiting' }] });
    for (const client of [reader, buildGuest(plein), newcomer]) expect((await client.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await reader.get('/notifications')).json()).toMatchObject({ items: [] });
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 0 });
    expect((await queueOf(building.founder, building)).map(({ kind, can }) => [kind, can.act])).toEqual([['waiting', ['approve', 'refuse', 'remove']]]);
  });

  test('is published as new when it is approved: in the feeds, and told of once', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const reader = await buildMemberOf(plein, building);
    const waiting = await buildPost(newcomer, building, { body: `${link} @${reader.handle}` });
    const later = await buildPost(building.founder, building);
    await plein.drainJobs();
    const [found] = await queueOf(building.founder, building);
    const approvals = await Promise.all([1, 2].map(() => building.founder.post(`/reports/${found?.id}/decisions`, { action: 'approve' })));
    expect(approvals.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    await plein.drainJobs();
    expect(await idsOf(reader, `${building.path}/posts`)).toEqual([waiting.id, later.id]);
    expect((await reader.get('/notifications')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind)).toEqual(['mention']);
    expect((await newcomer.get('/notifications')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind)).toEqual(['moderated']);
    expect((await reader.get(building.path)).json()).toMatchObject({ postCount: 2 });
  });

  test('reads why when it is refused, and nobody ever saw it', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const root = await buildPost(building.founder, building);
    const reply = await buildReply(newcomer, root, { body: link });
    expect(reply.withheld).toBe('waiting');
    await plein.drainJobs();
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'refuse', { reason: 'Geen reclame.' });
    expect(await decisionsAbout(newcomer)).toMatchObject([{ action: 'refuse', reason: 'Geen reclame.' }]);
    expect((await building.founder.get(`/posts/${root.id}`)).json()).toMatchObject({ replyCount: 0 });
    expect(await queueOf(building.founder, building)).toEqual([]);
  });

  test('waits with an answer that goes where its thread is when it is approved', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const root = await buildPost(building.founder, building);
    const reply = await buildReply(newcomer, root, { body: link });
    await plein.drainJobs();
    await building.founder.patch(building.path, { access: 'closed' });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'approve', { reason: '' });
    expect((await buildGuest(plein).get(`/posts/${reply.id}`)).statusCode).toBe(404);
    expect((await newcomer.get(`/posts/${root.id}`)).json()).toMatchObject({ replyCount: 1 });
  });

  test('waits when the link comes with an edit, and can take a waiting post back', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const post = await buildPost(newcomer, building, { body: 'Zonder link' });
    expect(post.withheld).toBeNull();
    const edited = await newcomer.patch(`/posts/${post.id}`, { body: link });
    expect(edited.json()).toMatchObject({ withheld: 'waiting' });
    await plein.drainJobs();
    expect((await queueOf(building.founder, building)).length).toBe(1);
    expect((await newcomer.delete(`/posts/${post.id}`)).statusCode).toBe(204);
    await plein.drainJobs();
    expect(await queueOf(building.founder, building)).toEqual([]);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 0 });
  });

  test('may write plain words at once, and waits when naming many people', async () => {
    const building = await buildBuilding(plein);
    const newcomer = await buildResident(plein);
    await join(building, newcomer);
    const people = await Promise.all(Array.from({ length: thresholds.mentions }, () => buildMember(plein)));
    expect((await buildPost(newcomer, building, { body: `Hoi @${people[0]?.handle}` })).withheld).toBeNull();
    expect((await buildPost(newcomer, building, { body: people.map(({ handle }) => `@${handle}`).join(' ') })).withheld).toBe('waiting');
  });
});

describe('trust', () => {
  test.each([
    ['a civil servant', true, 0, 0, null],
    ['a resident of a day with accepted posts', false, 1, thresholds.acceptedPosts, 'waiting'],
    ['a resident of a month without posts here', false, 30, 0, 'waiting'],
    ['a resident of a month with accepted posts', false, 30, thresholds.acceptedPosts, null],
  ] as const)('of %s', async (_name, staff, days, accepted, expected) => {
    const building = await buildBuilding(plein);
    const person = staff ? await buildMember(plein) : await buildResident(plein, days);
    await join(building, person);
    for (let n = 0; n < accepted; n++) await buildPost(person, building);
    expect((await buildPost(person, building, { body: link })).withheld).toBe(expected);
  });

  test('does not grow by what was hidden', async () => {
    const building = await buildBuilding(plein);
    const person = await buildResident(plein, 30);
    await join(building, person);
    const reader = await buildMemberOf(plein, building);
    for (let n = 0; n < thresholds.acceptedPosts; n++) {
      const post = await buildPost(person, building);
      if (n > 0) continue;
      await buildReport(reader, { postId: post.id });
      await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'hide');
    }
    expect((await buildPost(person, building, { body: link })).withheld).toBe('waiting');
  });
});
