// SPDX-License-Identifier: EUPL-1.2
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AudienceMove, countForAudienceMove, onAudienceMove } from '../../server/buildings/public.ts';
import { purgeBuildings } from '../../server/buildings/delete-building.ts';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';

let plein: TestPlein;
let moves: AudienceMove[] = [];
let failure: Error | null = null;

beforeAll(async () => {
  plein = await startPlein();
  // A room to the right, as posts and notifications are.
  onAudienceMove('onlooker', async (_trx, move) => {
    if (failure !== null) throw failure;
    moves.push(move);
  });
  countForAudienceMove('onlooker', async () => 2);
});
afterEach(() => {
  moves = [];
  failure = null;
});
afterAll(() => plein.close());

const DAY = 24 * 3_600_000;

/** The audiences that a building, its name and its members carry. */
async function audiencesOf(building: TestBuilding) {
  return plein.db(async (trx) => {
    const place = await trx.selectFrom('place').select(['audience_id', 'members_audience_id']).where('id', '=', building.id).executeTakeFirstOrThrow();
    const actor = await trx.selectFrom('actor').select('audience_id').where('id', '=', building.id).executeTakeFirstOrThrow();
    const memberships = await trx.selectFrom('membership').select(['state', 'audience_id']).where('place_id', '=', building.id).execute();
    const called = (id: number) => (id === 1 ? 'public' : id === place.members_audience_id ? 'members' : String(id));
    return { place: called(place.audience_id), actor: called(actor.audience_id), memberships: [...new Set(memberships.map((each) => `${each.state}: ${called(each.audience_id)}`))].sort() };
  });
}

async function membersAudience(building: TestBuilding): Promise<number> {
  return plein.db(async (trx) => (await trx.selectFrom('place').select('members_audience_id').where('id', '=', building.id).executeTakeFirstOrThrow()).members_audience_id);
}

/** What is public goes to the members, what is for civil servants to those among them. */
async function movesInto(building: TestBuilding) {
  const place = await plein.db((trx) => trx.selectFrom('place').select(['members_audience_id', 'staff_members_audience_id']).where('id', '=', building.id).executeTakeFirstOrThrow());
  return [{ from: 1, to: place.members_audience_id }, { from: 2, to: place.staff_members_audience_id }];
}

describe('another access', () => {
  test.each([
    ['open', 'closed', { place: 'public', actor: 'public', memberships: ['active: members'] }, true],
    ['open', 'hidden', { place: 'members', actor: 'members', memberships: ['active: members'] }, true],
    ['closed', 'hidden', { place: 'members', actor: 'members', memberships: ['active: members'] }, true],
    ['hidden', 'closed', { place: 'public', actor: 'public', memberships: ['active: members'] }, false],
    ['hidden', 'open', { place: 'public', actor: 'public', memberships: ['active: public'] }, false],
    ['closed', 'open', { place: 'public', actor: 'public', memberships: ['active: public'] }, false],
  ] as const)('from %s to %s moves who may know of it, and narrows content or leaves it', async (before, after, expected, narrows) => {
    const building = await buildBuilding(plein, { access: before });
    await buildMemberOf(plein, building);
    const changed = await building.founder.patch(building.path, { access: after });
    expect(changed.json()).toMatchObject({ access: after, memberCount: 2 });
    expect(await audiencesOf(building)).toEqual(expected);
    expect(moves).toEqual(narrows ? [{ kind: 'narrow', placeId: building.id, moves: await movesInto(building), remember: false }] : []);
    expect((await buildGuest(plein).get(building.path)).statusCode).toBe(after === 'hidden' ? 404 : 200);
  });

  test('is one transaction: when one room cannot follow, nothing has changed', async () => {
    const building = await buildBuilding(plein);
    failure = new Error('no room');
    expect((await building.founder.patch(building.path, { access: 'hidden', name: 'Half' })).statusCode).toBe(500);
    failure = null;
    expect(await audiencesOf(building)).toEqual({ place: 'public', actor: 'public', memberships: ['active: public'] });
    expect((await buildGuest(plein).get(building.path)).json()).toMatchObject({ access: 'open', name: building.name });
  });

  test('is told beforehand, in numbers, to admins', async () => {
    const building = await buildBuilding(plein);
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const preview = async (access: string) => (await building.founder.get(`${building.path}/access-changes?access=${access}`)).json();
    expect(await preview('closed')).toMatchObject({ posts: expect.any(Number), members: 2, readersBefore: 'public', readersAfter: 'members', knownToAfter: 'public', contentStays: false, membersShown: false });
    expect((await preview('closed')).posts).toBeGreaterThanOrEqual(2);
    expect(await preview('hidden')).toMatchObject({ readersAfter: 'members', knownToAfter: 'members', requestsBecome: 'dropped' });
    await building.founder.patch(building.path, { access: 'closed' });
    await (await buildMember(plein)).post(`${building.path}/memberships`);
    expect(await preview('open')).toMatchObject({ posts: 0, requests: 1, requestsBecome: 'members', readersBefore: 'members', readersAfter: 'public', contentStays: true, membersShown: true });
    expect((await moderator.get(`${building.path}/access-changes?access=open`)).statusCode).toBe(403);
    expect((await (await buildMember(plein)).get(`${building.path}/access-changes?access=open`)).statusCode).toBe(403);
    expect(moves).toHaveLength(1);
  });

  test('lets in those who were asking when it opens, and drops their requests when it hides', async () => {
    for (const after of ['open', 'hidden'] as const) {
      const building = await buildBuilding(plein, { access: 'closed' });
      const asker = await buildMember(plein);
      await asker.post(`${building.path}/memberships`);
      expect((await building.founder.patch(building.path, { access: after })).json()).toMatchObject({ memberCount: after === 'open' ? 2 : 1 });
      const seen = await asker.get(building.path);
      if (after === 'open') expect(seen.json()).toMatchObject({ myMembership: { state: 'active' } });
      else expect(seen.statusCode).toBe(404);
    }
  });
});

describe('what was written', () => {
  async function write(building: TestBuilding, audience: string): Promise<string> {
    const response = await building.founder.post(`${building.path}/posts`, { kind: 'message', body: `Voor ${audience}`, format: 'markdown', audience });
    expect(response.statusCode, response.body).toBe(201);
    return response.json<{ id: string }>().id;
  }

  test('follows a building that closes, and stays with the members when it opens again', async () => {
    const building = await buildBuilding(plein);
    const [member, staff, guest] = [await buildMemberOf(plein, building), await buildMember(plein), buildGuest(plein)];
    const ids = [await write(building, 'public'), await write(building, 'staff'), await write(building, 'members')];
    const seen = async (client: TestClient) => Promise.all(ids.map(async (id) => (await client.get(`/posts/${id}`)).statusCode));
    expect([await seen(guest), await seen(staff), await seen(member)]).toEqual([[200, 404, 404], [200, 200, 404], [200, 200, 200]]);
    for (const access of ['closed', 'hidden', 'closed', 'open']) {
      await building.founder.patch(building.path, { access });
      expect([await seen(guest), await seen(staff), await seen(member)]).toEqual([[404, 404, 404], [404, 404, 404], [200, 200, 200]]);
    }
    // Undoing a deletion brings back what the deletion hid, not what an earlier change of access did.
    ids.push(await write(building, 'public'));
    await building.founder.delete(`${building.path}?name=${encodeURIComponent(building.name)}`);
    expect([await seen(guest), await seen(member)]).toEqual([[404, 404, 404, 404], [404, 404, 404, 404]]);
    await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`);
    expect([await seen(guest), await seen(member)]).toEqual([[404, 404, 404, 200], [200, 200, 200, 200]]);
  });

  test('while a building closes is never left public', async () => {
    const building = await buildBuilding(plein);
    const member = await buildMemberOf(plein, building);
    const [, ...answers] = await Promise.all([
      building.founder.patch(building.path, { access: 'closed' }),
      ...Array.from({ length: 8 }, (_, index) => member.post(`${building.path}/posts`, { kind: 'message', body: `Bericht ${index}`, format: 'markdown', audience: 'public' })),
    ]);
    for (const answer of answers) expect([201, 400, 403]).toContain(answer.statusCode);
    const open = await plein.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', building.id).where('audience_id', '=', 1).execute());
    expect(open).toEqual([]);
  });
});

describe('deleting', () => {
  test('asks for the name, exactly', async () => {
    const building = await buildBuilding(plein, { name: 'Buurthuis De Haven' });
    for (const name of ['', 'buurthuis de haven', 'Buurthuis', building.slug]) {
      const response = await building.founder.delete(`${building.path}?name=${encodeURIComponent(name)}`);
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toMatchObject([{ path: 'name' }]);
    }
    expect((await building.founder.get(building.path)).statusCode).toBe(200);
    expect((await building.founder.delete(`${building.path}?name=${encodeURIComponent(building.name)}`)).statusCode).toBe(204);
    // A program that names the address alone means what it says; the screens always ask.
    const other = await buildBuilding(plein);
    expect((await other.founder.delete(other.path)).statusCode).toBe(204);
  });

  test.each(['open', 'closed', 'hidden'] as const)('an %s building takes it out of everybody’s sight, and undoing brings it back as it was', async (access) => {
    const building = await buildBuilding(plein, { access, name: `Weg ${access}` });
    const [member, moderator] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building, 'moderator')];
    const before = await audiencesOf(building);
    const shown = (await member.get(building.path)).json();
    await building.founder.delete(`${building.path}?name=Weg%20${access}`);

    for (const client of [building.founder, moderator, member, await buildMember(plein, { administrator: true }), buildGuest(plein)]) {
      expect((await client.get(building.path)).statusCode).toBe(404);
      expect((await client.get(`/buildings?q=${encodeURIComponent(building.name)}&limit=100`)).body).not.toContain(building.slug);
      expect((await client.post(`${building.path}/memberships`)).statusCode).toBe(client === building.founder || 'actorId' in client ? 404 : 401);
    }
    expect((await member.get('/me')).body).not.toContain(building.slug);
    expect((await member.get(`/people/${building.founder.handle}`)).body).not.toContain(building.slug);
    expect(await audiencesOf(building)).toEqual({ place: 'members', actor: 'members', memberships: ['active: members'] });
    expect(moves).toEqual([{ kind: 'narrow', placeId: building.id, moves: await movesInto(building), remember: true }]);

    const listed = (await building.founder.get('/me/deleted-buildings')).json();
    expect(listed.items).toMatchObject([{ slug: building.slug, name: building.name }]);
    expect(Date.parse(listed.items[0].purgeAt) - Date.parse(listed.items[0].deletedAt)).toBe(30 * DAY);
    for (const client of [moderator, member]) {
      expect((await client.get('/me/deleted-buildings')).json().items).toEqual([]);
      expect((await client.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(404);
    }

    const restored = await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`);
    expect(restored.statusCode, restored.body).toBe(201);
    expect((await member.get(building.path)).json()).toEqual(shown);
    expect(await audiencesOf(building)).toEqual(before);
    expect(moves.at(-1)).toEqual({ kind: 'restore', placeId: building.id });
    expect((await building.founder.get('/me/deleted-buildings')).json().items).toEqual([]);
    expect((await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(404);
  });

  test('is for good after 30 days: nothing is left, and the address is free', async () => {
    const building = await buildBuilding(plein, { name: 'Voorgoed', slug: 'voorgoed', access: 'closed' });
    const member = await buildMemberOf(plein, building);
    const audience = await membersAudience(building);
    await building.founder.post(`${building.path}/invitations`, { link: true });
    // Content of every kind, each row with the audience of the members: what hangs by it must not hold the purge up.
    const [postId, replyId] = [newId(), newId()];
    const now = plein.clock.now();
    await plein.db(async (trx) => {
      const post = { kind: 'message', author_id: member.actorId, place_id: building.id, audience_id: audience, html: '<p>x</p>', text: 'x', source: 'x', format: 'markdown', published_at: now };
      await trx.insertInto('post').values({ ...post, id: postId, uri: `http://plein.test/ap/objects/${postId}` }).execute();
      await trx.insertInto('post').values({ ...post, id: replyId, uri: `http://plein.test/ap/objects/${replyId}`, in_reply_to: postId, root_id: postId }).execute();
      await trx.insertInto('reaction').values({ post_id: replyId, actor_id: member.actorId, name: 'like', audience_id: audience }).execute();
      await trx.insertInto('post_tag').values({ post_id: postId, tag: 'x', audience_id: audience, published_at: now }).execute();
      await trx.insertInto('post_revision').values({ id: newId(), post_id: postId, audience_id: audience, html: 'x', written_at: now }).execute();
      await trx.insertInto('mention').values({ post_id: postId, actor_id: building.founder.actorId, audience_id: audience }).execute();
      await trx.insertInto('notification').values({ id: newId(), recipient_id: member.actorId, kind: 'reply', post_id: replyId, place_id: building.id, audience_id: audience, dedupe_key: 'x', created_at: now }).execute();
    });
    await building.founder.delete(`${building.path}?name=Voorgoed`);

    plein.clock.advance(30 * DAY - 60_000);
    await purgeBuildings(plein.deps);
    expect((await building.founder.get('/me/deleted-buildings')).json().items).toHaveLength(1);
    plein.clock.advance(120_000);
    const founder = await buildMember(plein);
    expect((await founder.post('/buildings', { slug: 'voorgoed', name: 'Te vroeg', summary: '', access: 'open' })).statusCode).toBe(409);
    await purgeBuildings(plein.deps);
    await purgeBuildings(plein.deps);
    const left = await plein.db(async (trx) => [
      await trx.selectFrom('place').select('id').where('id', '=', building.id).execute(),
      await trx.selectFrom('actor').select('id').where('id', '=', building.id).execute(),
      await trx.selectFrom('audience').select('id').where('place_id', '=', building.id).execute(),
      await trx.selectFrom('membership').select('id').where('audience_id', '=', audience).execute(),
      await trx.selectFrom('invitation').select('id').where('audience_id', '=', audience).execute(),
      await trx.selectFrom('post').select('id').where('audience_id', '=', audience).execute(),
      await trx.selectFrom('notification').select('id').where('audience_id', '=', audience).execute(),
    ]);
    expect(left).toEqual([[], [], [], [], [], [], []]);
    expect((await founder.post('/buildings', { slug: 'voorgoed', name: 'Opnieuw', summary: '', access: 'open' })).statusCode).toBe(201);
    plein.clock.set(new Date());
  });

  test('cannot be undone after 30 days, even before the purge', async () => {
    const building = await buildBuilding(plein, { name: 'Te laat' });
    await building.founder.delete(`${building.path}?name=Te%20laat`);
    await plein.db((trx) => trx.updateTable('session').set({ expires_at: new Date(Date.now() + 100 * DAY) }).where('account_id', '=', building.founder.accountId).execute());
    plein.clock.advance(30 * DAY + 1_000);
    expect((await building.founder.post(`/me/deleted-buildings/${building.slug}/restorations`)).statusCode).toBe(404);
    plein.clock.set(new Date());
  });
});
