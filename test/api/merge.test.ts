// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildReport, decideOn, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

type Access = 'open' | 'closed' | 'hidden';
interface Merge {
  id: string;
  state: string;
  source: { slug: string };
  undoUntil: string | null;
  can: { agree: boolean; end: boolean; undo: boolean };
}

/** Two buildings with one admin in both, each with a member of its own. */
async function twoBuildings(from: Access = 'open', to: Access = 'open') {
  const admin = await buildMember(plein);
  const source = await buildBuilding(plein, { founder: admin, access: from });
  const target = await buildBuilding(plein, { founder: admin, access: to });
  return { admin, source, target, inSource: await buildMemberOf(plein, source), inTarget: await buildMemberOf(plein, target) };
}

async function merge(admin: TestMember, source: TestBuilding, target: TestBuilding): Promise<Merge> {
  const response = await admin.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Merge>();
}

async function undo(who: TestMember, { id }: { id: string }): Promise<Merge> {
  const response = await who.post(`/merges/${id}/undoings`);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Merge>();
}

const standing = async (who: TestMember, place: TestBuilding): Promise<string> => {
  const { myMembership } = (await who.get(place.path)).json<{ myMembership: { role: string; state: string } | null }>();
  return myMembership === null ? 'none' : `${myMembership.state} ${myMembership.role}`;
};
const idIn = async (place: TestBuilding, who: TestMember): Promise<string> =>
  (await plein.db((trx) => trx.selectFrom('membership').select('id').where('place_id', '=', place.id).where('member_id', '=', who.actorId).executeTakeFirstOrThrow())).id;
/** What its admin decides after somebody was reported. */
async function measure(admin: TestMember, place: TestBuilding, who: TestMember, action: 'suspend' | 'ban', days: number): Promise<void> {
  await buildReport(await buildMemberOf(plein, place), { personId: who.actorId, placeId: place.id });
  const found = (await queueOf(admin, place)).find((one) => one.subject.person?.id === who.actorId);
  await decideOn(admin, found?.id, action, { days });
}
const status = async (who: { get: TestMember['get'] }, path: string): Promise<number> => (await who.get(path)).statusCode;

describe('what is written', () => {
  test('stands in the other building, for whom it was written: public for all, the members’ for the members of both', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings();
    const resident = await buildMember(plein, { staff: false });
    const open = await buildPost(inSource, source, { audience: 'public', tags: ['samen'] });
    const reply = await buildReply(admin, open);
    const staff = await buildPost(inSource, source, { audience: 'staff' });
    const members = await buildPost(inSource, source, { audience: 'members' });
    await inTarget.put(`/posts/${open.id}/bookmark`);
    await admin.put(`/posts/${open.id}/pin`);
    await admin.put(`/posts/${open.id}/reactions/like`);
    expect(await status(inTarget, `/posts/${members.id}`)).toBe(404);

    expect(await merge(admin, source, target)).toMatchObject({ state: 'done' });

    for (const post of [open, reply, staff, members]) expect((await readPost(inSource, post.id)).building.slug).toBe(target.slug);
    expect(await idsOf(inTarget, `${target.path}/posts`)).toEqual([members.id, staff.id, open.id]);
    expect(await readPost(inTarget, open.id)).toMatchObject({ audience: 'public', tags: ['samen'], pinned: true, bookmarked: true, replyCount: 1, reactions: { like: 1 } });
    expect(await status(buildGuest(plein), `/posts/${open.id}`)).toBe(200);
    expect(await status(buildGuest(plein), `/posts/${staff.id}`)).toBe(404);
    expect(await status(resident, `/posts/${staff.id}`)).toBe(404);
    expect(await status(resident, `/posts/${members.id}`)).toBe(404);
    expect((await inTarget.get(target.path)).json()).toMatchObject({ memberCount: 3, postCount: 3 });
    expect((await buildGuest(plein).get(target.path)).json()).toMatchObject({ postCount: 1 });
    expect(await idsOf(buildGuest(plein), '/tags/samen/posts')).toEqual([open.id]);
  });

  test.each([
    ['open', 'closed'], ['open', 'hidden'], ['closed', 'closed'], ['closed', 'hidden'], ['hidden', 'closed'], ['hidden', 'hidden'], ['closed', 'open'], ['hidden', 'open'],
  ] as const)('from %s into %s nobody outside reads more than before, and undoing gives it all back', async (from, to) => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings(from, to);
    const outsider = await buildMember(plein);
    const posts = from === 'open' ? [await buildPost(inSource, source, { audience: 'public' }), await buildPost(inSource, source, { audience: 'staff' }), await buildPost(inSource, source, { audience: 'members' })] : [await buildPost(inSource, source)];
    const readers = { guest: buildGuest(plein), outsider, inSource, inTarget, admin };
    const seen = async () => Object.fromEntries(await Promise.all(Object.entries(readers).map(async ([who, client]) => [who, (await Promise.all(posts.map(({ id }) => status(client, `/posts/${id}`)))).join(' ')] as const)));
    const before = await seen();

    const done = await merge(admin, source, target);
    const after = await seen();
    // From an open one, what is public and for civil servants is for the members now; else it was for members only.
    const outside = to === 'open' ? before : { guest: before['guest']?.replaceAll('200', '404'), outsider: before['outsider']?.replaceAll('200', '404') };
    expect(after).toMatchObject({ guest: outside['guest'], outsider: outside['outsider'] });
    const all = posts.map(() => '200').join(' ');
    expect(after).toMatchObject({ inSource: all, inTarget: all, admin: all });

    await undo(admin, done);
    expect(await seen()).toEqual(before);
    expect((await readPost(inSource, posts[0]?.id ?? '')).building.slug).toBe(source.slug);
    expect(await standing(inSource, source)).toBe('active member');
    expect(await status(inSource, target.path)).toBe(to === 'hidden' ? 404 : 200);
  });

  test('after the merge stays where it is when it is undone; answers go with their thread', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('closed', 'closed');
    const old = await buildPost(inSource, source);
    const done = await merge(admin, source, target);
    const fresh = await buildPost(inSource, target);
    const answer = await buildReply(inTarget, old);
    await undo(admin, done);
    expect((await readPost(inTarget, fresh.id)).building.slug).toBe(target.slug);
    expect(await status(inSource, `/posts/${fresh.id}`)).toBe(404);
    expect((await readPost(inSource, answer.id)).building.slug).toBe(source.slug);
    expect(await status(inTarget, `/posts/${answer.id}`)).toBe(404);
    expect((await inTarget.get(target.path)).json()).toMatchObject({ postCount: 1, memberCount: 2 });
    expect((await inSource.get(source.path)).json()).toMatchObject({ postCount: 1, memberCount: 2 });
  });

  test('that was made narrower meanwhile does not become wider by undoing', async () => {
    const { admin, source, target, inSource } = await twoBuildings('open', 'open');
    const post = await buildPost(inSource, source, { audience: 'public' });
    const done = await merge(admin, source, target);
    await admin.patch(target.path, { access: 'closed' });
    expect(await status(buildGuest(plein), `/posts/${post.id}`)).toBe(404);
    await undo(admin, done);
    expect(await status(buildGuest(plein), `/posts/${post.id}`)).toBe(404);
    expect(await status(inSource, `/posts/${post.id}`)).toBe(200);
  });

  test('behind a door does not become public by undoing: answers, edits and what they replaced; what nobody touched is as before', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('open', 'closed');
    const [answered, edited, quiet] = [await buildPost(admin, source, { audience: 'public' }), await buildPost(admin, source, { audience: 'public' }), await buildPost(admin, source, { audience: 'public' })];
    const old = await buildReply(inSource, answered, { body: 'Van voor de deur' });
    const under = await buildReply(inSource, edited);
    await admin.patch(`/posts/${quiet.id}`, { body: 'Bewerkt toen het nog open was' });
    const done = await merge(admin, source, target);
    const answer = await buildReply(inTarget, answered, { body: 'Achter de deur' });
    const further = await buildReply(inTarget, answer, { body: 'Ook achter de deur' });
    const hidden = await buildReply(inTarget, answered, { body: 'Nog iets achter de deur' });
    await buildReport(inSource, { postId: hidden.id });
    const found = (await queueOf(admin, target)).find((one) => one.subject.post?.id === hidden.id);
    await decideOn(admin, found?.id, 'hide', { reason: 'Even weg.' });
    await admin.patch(`/posts/${edited.id}`, { body: 'Bewerkt achter de deur' });
    await admin.patch(`/posts/${edited.id}`, { body: 'Weer gewoon' });
    await undo(admin, done);

    const guest = buildGuest(plein);
    for (const post of [answered, old, quiet]) expect(await status(guest, `/posts/${post.id}`)).toBe(200);
    for (const post of [answer, further, edited, under]) {
      expect(await status(guest, `/posts/${post.id}`)).toBe(404);
      expect((await readPost(inSource, post.id)).building.slug).toBe(source.slug);
    }
    expect((await guest.get(`/posts/${answered.id}/replies`)).body).not.toContain('chter de deur');
    expect(await status(guest, `/posts/${edited.id}/revisions`)).toBe(404);
    expect(await idsOf(guest, `${source.path}/posts`)).toEqual([quiet.id, answered.id]);
    // Let through again, it is for whom it was written.
    const again = (await queueOf(admin, source, 'closed')).find((one) => one.subject.post?.id === hidden.id);
    await decideOn(admin, again?.id, 'restore', { reason: 'Toch goed.' });
    expect([await status(guest, `/posts/${hidden.id}`), await status(inSource, `/posts/${hidden.id}`)]).toEqual([404, 200]);
  });

  test('drafts and what was read go along, and back', async () => {
    const { admin, source, target, inSource } = await twoBuildings();
    const post = await buildPost(admin, source);
    const draft = '01980000-0000-7000-8000-0000000000aa';
    await inSource.put(`/drafts/${draft}`, { kind: 'message', body: 'Bijna af', format: 'markdown', buildingSlug: source.slug });
    await inSource.put(`/read-markers/building:${source.slug}`, { postId: post.id });
    const placeOfDraft = async () => (await inSource.get('/drafts')).json<{ items: { buildingSlug: string }[] }>().items[0]?.buildingSlug;
    const unread = async () => (await inSource.get('/me')).json<{ buildings: { slug: string; unread: number }[] }>().buildings;
    const done = await merge(admin, source, target);
    expect(await placeOfDraft()).toBe(target.slug);
    expect(await unread()).toMatchObject([{ slug: target.slug, unread: 0 }]);
    await undo(admin, done);
    expect(await placeOfDraft()).toBe(source.slug);
    expect(await unread()).toMatchObject([{ slug: source.slug, unread: 0 }]);
  });
});

describe('people', () => {
  test('get the higher of two roles, and stand as before when it is undone', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings();
    const both = await buildMemberOf(plein, source, 'moderator');
    await join(target, both);
    const done = await merge(admin, source, target);
    expect(await standing(both, target)).toBe('active moderator');
    expect(await standing(inSource, target)).toBe('active member');
    expect(await standing(inTarget, target)).toBe('active member');
    await undo(admin, done);
    expect(await standing(both, target)).toBe('active member');
    expect(await standing(both, source)).toBe('active moderator');
    expect(await standing(inSource, target)).toBe('none');
  });

  test('who is banned from the one does not come in by the other', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    const post = await buildPost(inSource, source);
    const there = await join(target, inSource);
    expect((await admin.patch(`${target.path}/memberships/${there}`, { state: 'banned' })).statusCode).toBe(200);
    await merge(admin, source, target);
    expect(await standing(inSource, target)).toBe('banned member');
    expect(await status(inSource, `/posts/${post.id}`)).toBe(404);
    expect(await status(inSource, `${target.path}/posts`)).toBe(404);
  });

  test('who is banned, leaves or is removed meanwhile does not come back by undoing', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    const left = await buildMemberOf(plein, source);
    const done = await merge(admin, source, target);
    const idOf = async (who: TestMember) => (await who.get(target.path)).json<{ myMembership: { id: string } }>().myMembership.id;
    await admin.patch(`${target.path}/memberships/${await idOf(inSource)}`, { state: 'banned' });
    await left.delete(`${target.path}/memberships/${await idOf(left)}`);
    await undo(admin, done);
    expect(await standing(inSource, source)).toBe('banned member');
    expect(await standing(left, source)).toBe('none');
  });

  test('who was removed meanwhile does not come back by asking again, by a rule or by an old link', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    const secret = await buildPost(admin, source);
    const [asking, byRule] = [await buildMemberOf(plein, source), await buildMember(plein)];
    await byRule.patch('/me', { workRole: 'burgemeester' });
    expect((await admin.post(`${source.path}/membership-rules`, { workRole: 'burgemeester' })).statusCode).toBe(201);
    await plein.drainJobs();
    const link = new URL((await admin.post(`${source.path}/invitations`, { link: true })).json<{ url: string }>().url).searchParams.get('token');
    const done = await merge(admin, source, target);
    await plein.drainJobs();
    for (const who of [inSource, asking, byRule]) expect((await admin.delete(`${target.path}/memberships/${await idIn(target, who)}`)).statusCode).toBe(204);
    expect((await asking.post(`${target.path}/memberships`, {})).statusCode).toBe(201);
    await undo(admin, done);
    await plein.drainJobs();
    expect((await inSource.post('/invitations/acceptances', { token: link })).statusCode).toBe(404);
    for (const who of [inSource, asking, byRule]) {
      expect(await standing(who, source)).toBe('none');
      expect(await status(who, `/posts/${secret.id}`)).toBe(404);
    }
  });

  test('who came in by a rule leaves by it, also where the place went', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const mayor = await buildMember(plein);
    await mayor.patch('/me', { workRole: 'burgemeester' });
    await admin.post(`${source.path}/membership-rules`, { workRole: 'burgemeester' });
    await plein.drainJobs();
    await merge(admin, source, target);
    await plein.drainJobs();
    expect(await standing(mayor, target)).toBe('active member');
    await mayor.patch('/me', { workRole: 'griffier' });
    await plein.drainJobs();
    expect(await standing(mayor, target)).toBe('none');
  });

  test('suspended in either, or in what they left, do not write in the other; nor afterwards for what befell them meanwhile', async () => {
    const { admin, source, target, inSource } = await twoBuildings('open', 'open');
    const [both, gone] = [await buildMemberOf(plein, source), await buildMemberOf(plein, source)];
    await join(target, both);
    for (const who of [both, gone]) await measure(admin, source, who, 'suspend', 30);
    await gone.delete(`${source.path}/memberships/${gone.membershipId}`);
    const done = await merge(admin, source, target);
    expect((await gone.post(`${target.path}/memberships`, {})).statusCode).toBe(201);
    await measure(admin, target, inSource, 'suspend', 30);
    const writes = async (who: TestMember, place: TestBuilding) => (await who.post(`${place.path}/posts`, { body: 'Mag dit?' })).statusCode;
    for (const who of [both, gone, inSource]) expect(await writes(who, target)).toBe(403);
    await undo(admin, done);
    for (const who of [both, inSource]) expect(await writes(who, source)).toBe(403);
  });

  test('banned from both are so for the longer of the two', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    await join(target, inSource);
    await measure(admin, target, inSource, 'ban', 1);
    await measure(admin, source, inSource, 'ban', 365);
    await merge(admin, source, target);
    const row = await plein.db((trx) => trx.selectFrom('membership').select('banned_until').where('place_id', '=', target.id).where('member_id', '=', inSource.actorId).executeTakeFirstOrThrow());
    expect(row.banned_until?.getTime()).toBeGreaterThan(plein.clock.now().getTime() + 300 * 24 * 3_600_000);
  });

  test('admins of the one who are put out of the merged place still lead the one after undoing; nobody from the other does', async () => {
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'closed' });
    const proposal = (await source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name })).json<Merge>();
    await target.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name });
    expect((await target.founder.delete(`${target.path}/memberships/${await idIn(target, source.founder)}`)).statusCode).toBe(204);
    await undo(target.founder, proposal);
    expect([await standing(source.founder, source), await standing(target.founder, source)]).toEqual(['active admin', 'none']);
  });

  test('who is suspended or no admin any more where the place went, does not undo it', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const [suspended, demoted] = [await buildMemberOf(plein, source, 'admin'), await buildMemberOf(plein, source, 'admin')];
    const done = await merge(admin, source, target);
    await measure(admin, target, suspended, 'suspend', 30);
    expect((await admin.patch(`${target.path}/memberships/${await idIn(target, demoted)}`, { role: 'member' })).statusCode).toBe(200);
    for (const who of [suspended, demoted]) expect((await who.post(`/merges/${done.id}/undoings`)).statusCode).toBeGreaterThanOrEqual(403);
    expect((await admin.get(`/merges/${done.id}`)).json()).toMatchObject({ state: 'done' });
  });

  test.each([['closed', 'requested member'], ['open', 'active member'], ['hidden', 'unknown']] as const)('a request comes along into one that is %s', async (access, after) => {
    const { admin, source, target } = await twoBuildings('closed', access);
    const asking = await buildMember(plein);
    expect((await asking.post(`${source.path}/memberships`, { note: 'Mag ik?' })).statusCode).toBe(201);
    await merge(admin, source, target);
    expect(after === 'unknown' ? (await status(asking, target.path)) === 404 : await standing(asking, target)).toBe(after === 'unknown' ? true : after);
  });

  test('an invitation that still works lets into the other', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const invited = await buildMember(plein);
    const { url } = (await admin.post(`${source.path}/invitations`, { link: true })).json<{ url: string }>();
    await merge(admin, source, target);
    expect((await invited.post('/invitations/acceptances', { token: new URL(url).searchParams.get('token') })).statusCode).toBe(201);
    expect(await standing(invited, target)).toBe('active member');
  });
});

describe('consent', () => {
  test('of an admin of each is needed, with the name typed; who agreed and lost the right is asked again', async () => {
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'closed' });
    const ask = (name: string) => source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name });
    expect((await ask('Iets anders')).json()).toMatchObject({ status: 400, errors: [{ path: 'name' }] });
    const proposal = (await ask(source.name)).json<Merge>();
    expect(proposal).toMatchObject({ state: 'proposed', can: { agree: false, end: true, undo: false } });
    expect((await ask(source.name)).statusCode).toBe(409);
    expect((await source.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name })).statusCode).toBe(403);
    const stranger = await buildMember(plein);
    const moderator = await buildMemberOf(plein, target, 'moderator');
    for (const who of [stranger, moderator]) {
      expect(await status(who, `/merges/${proposal.id}`)).toBe(404);
      expect((await who.post(`/merges/${proposal.id}/agreements`, { name: source.name })).statusCode).toBe(404);
    }
    expect((await target.founder.get('/merges')).json()).toMatchObject({ items: [{ id: proposal.id, can: { agree: true } }] });
    const agreed = await target.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name });
    expect(agreed.json()).toMatchObject({ state: 'done' });
    expect((await target.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name })).statusCode).toBe(409);
  });

  test.each([
    ['the door of the other', (_: TestBuilding, target: TestBuilding) => target.founder.patch(target.path, { access: 'open' })],
    ['whether guests come in', (source: TestBuilding) => source.founder.patch(source.path, { guestsWelcome: false })],
    ['who leads the one', (source: TestBuilding) => buildMemberOf(plein, source, 'admin')],
    ['how an admin of the other stands in the one', async (source: TestBuilding, target: TestBuilding) => source.founder.patch(`${source.path}/memberships/${await idIn(source, target.founder)}`, { state: 'banned' })],
  ])('counts for what it was given on: when %s changed, both are asked again', async (_what, change) => {
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'closed' });
    await target.founder.post(`${source.path}/memberships`, {});
    const { id } = (await source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name })).json<Merge>();
    const agree = (who: TestMember) => who.post(`/merges/${id}/agreements`, { name: source.name });
    await change(source, target);
    const refused = await agree(target.founder);
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{ type: string }>().type).toContain('merge-changed');
    expect((await target.founder.get(`/merges/${id}`)).json()).toMatchObject({ state: 'proposed', sourceAgreed: false, targetAgreed: false, can: { agree: true } });
    expect((await agree(target.founder)).json()).toMatchObject({ state: 'proposed', targetAgreed: true });
    expect((await agree(source.founder)).json()).toMatchObject({ state: 'done' });
    expect([await standing(source.founder, target), await standing(target.founder, target)]).toEqual(['active admin', 'active admin']);
  });

  test('who proposed and is put out reads and decides no more', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const [one, other] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const [source, target] = [await buildGroup(building, { founder: one, access: 'closed' }), await buildGroup(building, { founder: other, access: 'closed' })];
    const { id } = await merge(one, source, target);
    await building.founder.delete(`${building.path}/memberships/${one.membershipId}`);
    expect(await status(one, `/merges/${id}`)).toBe(404);
    expect((await one.get('/merges')).json()).toEqual({ items: [], next: null });
    expect((await one.post(`/merges/${id}/refusals`)).statusCode).toBe(404);
  });

  test('of a group with admins of its own is theirs: who administers the building only does not read by merging it', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const leads = await buildMemberOf(plein, building);
    const source = await buildGroup(building, { founder: leads, access: 'hidden' });
    const target = await buildGroup(building, { founder: building.founder, access: 'hidden' });
    const secret = await buildPost(leads, source);
    const proposal = await merge(building.founder, source, target);
    expect(proposal).toMatchObject({ state: 'proposed', sourceAgreed: false, targetAgreed: true });
    expect((await building.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name })).statusCode).toBe(403);
    expect(await status(building.founder, `/posts/${secret.id}`)).toBe(404);
    const suspended = await buildMemberOf(plein, building, 'admin');
    await measure(building.founder, building, suspended, 'suspend', 30);
    expect((await suspended.post(`/merges/${proposal.id}/agreements`, { name: source.name })).statusCode).toBeGreaterThanOrEqual(403);
    expect((await leads.post(`/merges/${proposal.id}/agreements`, { name: source.name })).json()).toMatchObject({ state: 'done' });
  });

  test('an administrator of the instance proposes, of what they may know of, and decides nothing', async () => {
    const administrator = await buildMember(plein, { administrator: true });
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'open' });
    const hidden = await buildBuilding(plein, { access: 'hidden' });
    const absent = '01980000-0000-7000-8000-000000000001';
    const ask = (sourceId: string, targetId: string, name: string) => administrator.post('/merges', { sourceId, targetId, name });
    expect((await ask(hidden.id, target.id, hidden.name)).body.replace(hidden.id, absent)).toBe((await ask(absent, target.id, hidden.name)).body);
    expect((await ask(source.id, hidden.id, source.name)).statusCode).toBe(404);
    const proposal = (await ask(source.id, target.id, source.name)).json<Merge>();
    expect(proposal).toMatchObject({ state: 'proposed', can: { agree: false, end: true } });
    expect((await source.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name })).json()).toMatchObject({ state: 'proposed' });
    expect((await target.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name })).json()).toMatchObject({ state: 'done' });
    expect((await administrator.post(`/merges/${proposal.id}/undoings`)).statusCode).toBe(403);
    const outsider = await buildMember(plein);
    expect((await outsider.post('/merges', { sourceId: target.id, targetId: (await buildBuilding(plein)).id, name: target.name })).statusCode).toBe(403);
  });

  test('a refusal ends it, and both may change their mind later', async () => {
    const source = await buildBuilding(plein);
    const target = await buildBuilding(plein);
    const ask = () => source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name });
    const { id } = (await ask()).json<Merge>();
    expect((await target.founder.post(`/merges/${id}/refusals`)).json()).toMatchObject({ state: 'ended' });
    expect((await target.founder.post(`/merges/${id}/agreements`, { name: source.name })).statusCode).toBe(409);
    expect((await ask()).statusCode).toBe(201);
  });

  test('the preview says who gains reading, and counts nothing that the viewer may not know', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('closed', 'open');
    await join(target, inSource);
    await buildReply(admin, await buildPost(inSource, source));
    const path = `/merge-previews?source=${source.id}&target=${target.id}`;
    expect((await admin.get(path)).json()).toMatchObject({ posts: 2, long: false, narrowed: 'nothing', newReadersOfSource: 1, newReadersOfTarget: 0, targetOpen: true, banned: 0, asksSource: false, asksTarget: false });
    const administrator = await buildMember(plein, { administrator: true });
    expect((await administrator.get(path)).json()).toMatchObject({ posts: null, long: null, newReadersOfSource: null, newReadersOfTarget: null, banned: null, asksSource: true, asksTarget: true });
    expect(await status(inTarget, path)).toBe(403);
  });
});

describe('what else belongs to a place', () => {
  test('rules by which people come in hold for the other, and go back; nobody who came in by them stays out', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const rules = async (place: TestBuilding) => (await admin.get(`${place.path}/membership-rules`)).json<{ items: { workRole: string }[] }>().items.map((rule) => rule.workRole).sort();
    const [mayor, clerk] = [await buildMember(plein), await buildMember(plein)];
    await mayor.patch('/me', { workRole: 'burgemeester' });
    for (const [place, workRole] of [[source, 'burgemeester'], [source, 'griffier'], [target, 'griffier']] as const) expect((await admin.post(`${place.path}/membership-rules`, { workRole })).statusCode).toBe(201);
    await plein.drainJobs();
    expect(await standing(mayor, source)).toBe('active member');
    expect((await admin.get(`/merge-previews?source=${source.id}&target=${target.id}`)).json()).toMatchObject({ rules: 2 });

    const done = await merge(admin, source, target);
    await plein.drainJobs();
    expect(await rules(target)).toEqual(['burgemeester', 'griffier']);
    expect(await standing(mayor, target)).toBe('active member');
    await clerk.patch('/me', { workRole: 'burgemeester' });
    await plein.drainJobs();
    expect(await standing(clerk, target)).toBe('active member');

    await undo(admin, done);
    await plein.drainJobs();
    expect([await rules(source), await rules(target)]).toEqual([['burgemeester', 'griffier'], ['griffier']]);
    expect([await standing(mayor, source), await standing(clerk, source)]).toEqual(['active member', 'active member']);
    expect([await standing(mayor, target), await standing(clerk, target)]).toEqual(['none', 'none']);
  });

  test('what was reported waits for the moderators of the other, with what was decided, and comes back', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('closed', 'closed');
    const [moderator, rude] = [await buildMemberOf(plein, target, 'moderator'), await buildMemberOf(plein, source)];
    await join(target, rude);
    const [post, other] = [await buildPost(inSource, source), await buildPost(rude, source)];
    await buildReport(rude, { postId: post.id }, { note: 'Onaardig' });
    await buildReport(inSource, { postId: other.id });
    const decided = (await queueOf(admin, source)).find((one) => one.subject.post?.id === other.id);
    await decideOn(admin, decided?.id, 'warn', { reason: 'Houd het vriendelijk.' });
    const before = (await queueOf(admin, source)).map((one) => one.id).sort();
    expect(before).toHaveLength(1);

    const done = await merge(admin, source, target);
    expect((await queueOf(moderator, target)).map((one) => one.id)).toEqual(before);
    expect((await queueOf(moderator, target, 'closed')).map((one) => one.id)).toContain(decided?.id);
    expect((await inTarget.get(`/reports/${before[0]}`)).statusCode).toBe(404);
    await buildReport(inTarget, { postId: post.id }, { note: 'Vind ik ook' });
    expect((await queueOf(moderator, target))[0]).toMatchObject({ id: before[0], reportCount: 2 });

    await undo(admin, done);
    expect((await queueOf(admin, source)).map((one) => one.id)).toEqual(before);
    expect(await queueOf(admin, target)).toEqual([]);
    expect((await moderator.get(`/reports/${before[0]}`)).statusCode).toBe(404);
  });

  test('somebody who was reported in both has one case, with the reports of both; undone each has its own again', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('closed', 'closed');
    const rude = await buildMemberOf(plein, source);
    await join(target, rude);
    await buildReport(inSource, { personId: rude.actorId, placeId: source.id });
    await buildReport(inTarget, { personId: rude.actorId, placeId: target.id });
    const cases = async (place: TestBuilding) => (await queueOf(admin, place)).map(({ subject, reportCount, reports }) => [subject.person?.id, reportCount, reports.length]);
    const done = await merge(admin, source, target);
    expect(await cases(target)).toEqual([[rude.actorId, 2, 2]]);
    await undo(admin, done);
    expect([await cases(source), await cases(target)]).toEqual([[[rude.actorId, 1, 1]], [[rude.actorId, 1, 1]]]);
  });

  test('lists of people that were brought in are found there, by whom they are', async () => {
    const { admin, source, target } = await twoBuildings();
    const file = 'email,name,role,groups\nniemand@elders.example,Niemand,lid,';
    const started = await plein.app.inject({ method: 'POST', url: `/api/v1${source.path}/memberships/imports`, headers: { origin: 'http://plein.test', cookie: admin.cookie ?? '', 'content-type': 'text/csv' }, payload: file });
    expect(started.statusCode, started.body).toBeLessThan(300);
    await plein.drainJobs();
    const lists = async (place: TestBuilding) => (await admin.get(`${place.path}/memberships/imports`)).json<{ items: { id: string }[] }>().items.map((one) => one.id);
    const mine = await lists(source);
    expect(mine).toHaveLength(1);
    const done = await merge(admin, source, target);
    expect(await lists(target)).toEqual(mine);
    expect((await admin.get(`${target.path}/memberships/imports/${mine[0]}`)).statusCode).toBe(200);
    await undo(admin, done);
    expect([await lists(source), await lists(target)]).toEqual([mine, []]);
  });
});

test('the list of merges comes in pages, latest first, without doubles', async () => {
  const admin = await buildMember(plein);
  const target = await buildBuilding(plein, { founder: admin });
  const made: string[] = [];
  for (let number = 0; number < 5; number++) made.unshift((await merge(admin, await buildBuilding(plein, { founder: admin }), target)).id);
  expect(await idsOf(admin, '/merges', 2)).toEqual(made);
  expect((await admin.get('/merges?limit=0')).json()).toMatchObject({ status: 400, errors: [{ path: 'limit' }] });
  expect((await admin.get('/merges?cursor=onzin')).statusCode).toBe(400);
  expect((await (await buildMember(plein)).get('/merges')).json()).toEqual({ items: [], next: null });
});

test.each([['hidden', 'hidden'], ['closed', 'hidden'], ['hidden', 'closed']] as const)('after merging %s into %s a canary of either is seen by nobody outside, wherever they look', async (from, to) => {
  const admin = await buildMember(plein);
  const word = () => `kanarie${newId().slice(-10).replaceAll('-', '')}`;
  const words = { source: word(), target: word(), post: word(), tag: word(), reply: word(), group: word(), rule: word() };
  const source = await buildBuilding(plein, { founder: admin, access: from, name: `Huis ${words.source}`, slug: words.source });
  const target = await buildBuilding(plein, { founder: admin, access: to, name: `Huis ${words.target}`, slug: words.target });
  const [left, banned, outsider, administrator] = [await buildMemberOf(plein, source), await buildMemberOf(plein, target), await buildMember(plein), await buildMember(plein, { administrator: true })];
  const post = await buildPost(left, source, { kind: 'question', title: `Wie kent ${words.post}?`, tags: [words.tag] });
  await buildReply(admin, post, { body: `Ik ken ${words.reply}` });
  await buildGroup(source, { name: `Groep ${words.group}`, access: 'hidden' });
  await buildReport(admin, { postId: post.id }, { note: words.rule });
  await left.delete(`${source.path}/memberships/${left.membershipId}`);
  await admin.patch(`${target.path}/memberships/${banned.membershipId}`, { state: 'banned' });
  await merge(admin, source, target);
  await plein.drainJobs();

  const known = { closed: 'name', hidden: 'nothing' } as const;
  const theirs = Object.entries(words).filter(([what]) => !((what === 'target' && known[to] === 'name') || (what === 'source' && known[from] === 'name' && to === 'closed'))).map(([, canary]) => canary);
  const typed = Object.values(words).map((canary) => canary.slice(0, -1));
  const paths = [
    '/feed?scope=square', '/feed?scope=mine', '/buildings?limit=100', '/people', '/tags', '/tags?q=kanarie', '/me', '/notifications', '/merges', '/duplicates', '/reports?scope=instance', `/people/${admin.handle}`, `/people/${admin.handle}/posts`,
    `/posts/${post.id}`, `/posts/${post.id}/replies`, `/posts/${post.id}/reactions`, `/tags/${words.tag}/posts`, source.path, target.path, `${source.path}/posts`, `${target.path}/posts`, `${source.path}/groups`, `${target.path}/groups`,
    `${source.path}/memberships`, `${target.path}/memberships`, `${target.path}/merged`, `${target.path}/house-rules`, `/reports?place=${target.slug}`, `/merge-previews?source=${source.id}&target=${target.id}`,
    ...typed.flatMap((q) => [`/search?q=${q}`, `/search/suggestions?q=${q}`, `/buildings?q=${q}`, `/mentions?q=${q}`, `/posts/similar?text=Wie%20kent%20${q}%20en%20${q}x`]),
  ];
  // The canaries sing: inside they are found where they are looked for here.
  const inside = (await Promise.all(paths.map(async (path) => (await admin.get(path)).body))).join(' ');
  expect(Object.entries(words).flatMap(([what, canary]) => (inside.includes(canary) ? [] : [what]))).toEqual([]);
  for (const [who, client] of Object.entries({ guest: buildGuest(plein), outsider, left, banned, administrator })) {
    for (const path of paths) {
      const { body, headers } = await client.get(path);
      // Where a page repeats what was asked for by its address, that is no news.
      const said = `${body} ${String(headers['location'] ?? '')}`.replaceAll(new RegExp(`"(?:instance|path)":"[^"]*"`, 'g'), '');
      for (const canary of theirs) if (!path.includes(canary)) expect(said, `${path} for ${who}`).not.toContain(canary);
    }
    expect(await status(client, `/posts/${post.id}`), who).toBe(404);
  }
});
