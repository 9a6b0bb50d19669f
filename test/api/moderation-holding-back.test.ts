// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releasePost, withholdPost } from '../../server/posts/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const hide = (id: string) => plein.db((trx) => withholdPost(trx, id, 'hidden', plein.clock.now()));
const release = (id: string) => plein.db((trx) => releasePost(trx, id, false, plein.clock.now()));
const status = async (client: { get(path: string): Promise<{ statusCode: number }> }, id: string) => (await client.get(`/posts/${id}`)).statusCode;

describe('the audience of the moderators', () => {
  test('is held by moderators and admins, at once and for as long as they are', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const post = await buildPost(member, building);
    await hide(post.id);
    expect([await status(building.founder, post.id), await status(member, post.id)]).toEqual([200, 404]);
    const helper = await buildMemberOf(plein, building, 'moderator');
    expect(await status(helper, post.id)).toBe(200);
    await building.founder.patch(`${building.path}/memberships/${helper.membershipId}`, { role: 'member' });
    expect(await status(helper, post.id)).toBe(404);
  });

  test('is not that of another place, nor of the administrators of the instance', async () => {
    const building = await buildBuilding(plein);
    const elsewhere = await buildBuilding(plein);
    const administrator = await buildMember(plein, { administrator: true });
    const post = await buildPost(building.founder, building);
    await hide(post.id);
    expect([await status(elsewhere.founder, post.id), await status(administrator, post.id)]).toEqual([404, 404]);
  });

  test('goes with a place that is deleted for good', async () => {
    const building = await buildBuilding(plein);
    await buildPost(building.founder, building);
    await building.founder.delete(building.path, { name: building.name });
    plein.clock.advance(31 * 24 * 3_600_000);
    const { purgeBuildings } = await import('../../server/buildings/delete-building.ts');
    await purgeBuildings({ ...plein.deps, clock: plein.clock });
    plein.clock.set(new Date());
    const left = await plein.db((trx) => trx.selectFrom('audience').select('id').where('place_id', '=', building.id).execute());
    expect(left).toEqual([]);
  });
});

describe('a hidden post', () => {
  test('is in no feed and no count, and comes back to those who read it', async () => {
    const building = await buildBuilding(plein);
    const author = await buildMemberOf(plein, building);
    const reader = await buildMember(plein);
    const post = await buildPost(author, building, { tags: ['verborgen-proef'] });
    const counts = async (client: typeof reader) => (await client.get(building.path)).json<{ postCount: number }>().postCount;
    expect(await counts(reader)).toBe(1);
    await hide(post.id);
    for (const path of [`${building.path}/posts`, '/feed', `/people/${author.handle}/posts`, '/tags/verborgen-proef/posts']) {
      for (const client of [reader, author, buildGuest(plein)]) {
        const answer = await client.get(path);
        if (answer.statusCode === 200) expect(answer.body, path).not.toContain(post.id);
      }
    }
    expect(await idsOf(building.founder, `${building.path}/posts`)).toEqual([]);
    expect([await counts(reader), await counts(building.founder)]).toEqual([0, 0]);
    expect(await release(post.id)).toBe(true);
    expect([await counts(reader), await counts(building.founder), await status(buildGuest(plein), post.id)]).toEqual([1, 1, 200]);
    expect(await idsOf(reader, '/tags/verborgen-proef/posts')).toEqual([post.id]);
  });

  test('takes its thread along, and leaves behind what was hidden by itself', async () => {
    const building = await buildBuilding(plein);
    const author = await buildMemberOf(plein, building);
    const root = await buildPost(author, building);
    const [first, second] = [await buildReply(author, root), await buildReply(author, root)];
    await hide(second.id);
    expect((await readPost(author, root.id)).replyCount).toBe(1);
    await hide(root.id);
    expect([await status(author, root.id), await status(author, first.id)]).toEqual([404, 404]);
    await release(root.id);
    expect([await status(author, root.id), await status(author, first.id), await status(author, second.id)]).toEqual([200, 200, 404]);
    await release(second.id);
    expect((await readPost(author, root.id)).replyCount).toBe(2);
  });

  test('counts no longer under what it answers, and once again after it is back', async () => {
    const building = await buildBuilding(plein);
    const author = await buildMemberOf(plein, building);
    const root = await buildPost(author, building);
    const reply = await buildReply(author, root);
    const below = await buildReply(author, root, { inReplyTo: reply.id });
    await hide(below.id);
    expect([(await readPost(author, root.id)).replyCount, (await readPost(author, reply.id)).replyCount]).toEqual([1, 0]);
    await release(below.id);
    expect([(await readPost(author, root.id)).replyCount, (await readPost(author, reply.id)).replyCount]).toEqual([2, 1]);
  });

  test('comes back to the members when the building closed meanwhile', async () => {
    const building = await buildBuilding(plein);
    const author = await buildMemberOf(plein, building);
    const post = await buildPost(author, building);
    await hide(post.id);
    await building.founder.patch(building.path, { access: 'closed' });
    await release(post.id);
    expect([await status(buildGuest(plein), post.id), await status(author, post.id)]).toEqual([404, 200]);
    expect((await readPost(author, post.id)).audience).toBe('members');
  });

  test('is not answered, reacted to, edited or pinned, not even by who moderates', async () => {
    const building = await buildBuilding(plein);
    const post = await buildPost(building.founder, building);
    await hide(post.id);
    const { can, withheld } = await readPost(building.founder, post.id);
    expect([withheld, can.reply, can.react, can.edit, can.pin]).toEqual(['hidden', false, false, false, false]);
    expect((await building.founder.post(`/posts/${post.id}/replies`, { body: 'Toch' })).statusCode).toBe(400);
    expect((await building.founder.put(`/posts/${post.id}/reactions/like`)).statusCode).toBe(403);
  });

  test('can still be taken back by who wrote it, and stays away', async () => {
    const building = await buildBuilding(plein);
    const author = await buildMemberOf(plein, building);
    const post = await buildPost(author, building);
    await hide(post.id);
    expect((await author.delete(`/posts/${post.id}`)).statusCode).toBe(204);
    await expect(release(post.id)).rejects.toThrow();
    expect((await building.founder.get(building.path)).json<{ postCount: number }>().postCount).toBe(0);
  });
});
