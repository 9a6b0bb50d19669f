// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

const scene = async () => {
  const building = await buildBuilding(plein);
  return { building, me: await buildMemberOf(plein, building), other: await buildMemberOf(plein, building) };
};

describe.each(['block', 'mute'] as const)('to %s somebody', (kind) => {
  test('takes their posts from every feed of mine, and of nobody else', async () => {
    const { building, me, other } = await scene();
    const post = await buildPost(other, building, { tags: [`rust-${kind}`] });
    expect((await me.put(`/people/${other.handle}/${kind}`)).statusCode).toBe(204);
    for (const path of [`${building.path}/posts`, '/feed', '/feed?scope=mine', `/tags/rust-${kind}/posts`]) {
      expect(await idsOf(me, path), path).not.toContain(post.id);
      expect(await idsOf(building.founder, path), path).toContain(post.id);
    }
    expect((await me.get('/me/blocks')).json()).toMatchObject({ items: [{ kind, person: { handle: other.handle } }] });
    expect((await other.get('/me/blocks')).json()).toEqual({ items: [], next: null });
    expect((await me.delete(`/people/${other.handle}/${kind}`)).statusCode).toBe(204);
    expect(await idsOf(me, `${building.path}/posts`)).toContain(post.id);
  });

  test('spares me their notifications', async () => {
    const { building, me, other } = await scene();
    const mine = await buildPost(me, building);
    await me.put(`/people/${other.handle}/${kind}`);
    if (kind === 'mute') await buildReply(other, mine);
    await buildPost(other, building, { body: `Zeg @${me.handle}` });
    await plein.drainJobs();
    expect((await me.get('/notifications')).json()).toMatchObject({ items: [] });
  });
});

describe('who is blocked', () => {
  test('cannot answer or react to me or link my name, and reads no word about why', async () => {
    const { building, me, other } = await scene();
    const mine = await buildPost(me, building);
    await me.put(`/people/${other.handle}/block`);
    const answers = [await other.post(`/posts/${mine.id}/replies`, { body: 'Hoi' }), await other.put(`/posts/${mine.id}/reactions/like`)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    for (const { body } of answers) expect(body).not.toMatch(/blok|block/i);
    expect((await buildPost(other, building, { body: `Zeg @${me.handle}` })).html).not.toContain('<a');
    expect((await buildPost(building.founder, building, { body: `Zeg @${me.handle}` })).html).toContain('<a');
    expect((await other.get(`/posts/${mine.id}`)).statusCode).toBe(200);
  });

  test('invites me to no avail: no mail and no notification, and the same answer', async () => {
    const { me, other } = await scene();
    await me.put(`/people/${other.handle}/block`);
    const theirs = await buildBuilding(plein, { founder: other });
    const invited = await other.post(`${theirs.path}/invitations`, { emails: [me.email] });
    expect(invited.statusCode).toBe(201);
    await plein.drainJobs();
    expect(await plein.db((trx) => trx.selectFrom('mail').select('id').where('recipient', '=', me.email).execute())).toEqual([]);
    expect((await me.get('/notifications')).json()).toMatchObject({ items: [] });
  });

  test('is not offered to me while I type a name, and stands in no thread of mine', async () => {
    const { building, me, other } = await scene();
    const root = await buildPost(building.founder, building);
    const reply = await buildReply(other, root);
    const offered = async () => (await me.get(`/mentions?q=${other.handle}`)).json<{ items: { handle: string }[] }>().items.map(({ handle }) => handle);
    expect(await offered()).toEqual([other.handle]);
    await me.put(`/people/${other.handle}/block`);
    expect(await offered()).toEqual([]);
    expect(await idsOf(me, `/posts/${root.id}/replies`)).not.toContain(reply.id);
  });
});

test('a block takes the place of a mute, a mute not that of a block, and nobody blocks themselves', async () => {
  const [me, other] = [await buildMember(plein), await buildMember(plein)];
  const kinds = async () => (await me.get('/me/blocks')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind);
  await me.put(`/people/${other.handle}/mute`);
  await me.put(`/people/${other.handle}/block`);
  expect(await kinds()).toEqual(['block']);
  await me.put(`/people/${other.handle}/mute`);
  expect(await kinds()).toEqual(['block']);
  expect((await me.put(`/people/${me.handle}/block`)).statusCode).toBe(400);
  expect((await me.put('/people/niemand-hier/block')).statusCode).toBe(404);
});
