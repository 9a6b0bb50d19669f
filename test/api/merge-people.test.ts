// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildTwoBuildings, measure, merge, standingIn, type TestMerge, undoMerge } from '../support/factories-merging.ts';
import { buildPost, buildReply, idsOf } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

type Access = 'open' | 'closed' | 'hidden';
const twoBuildings = (from?: Access, to?: Access) => buildTwoBuildings(plein, from, to);
const idIn = async (place: TestBuilding, who: TestMember): Promise<string> =>
  (await plein.db((trx) => trx.selectFrom('membership').select('id').where('place_id', '=', place.id).where('member_id', '=', who.actorId).executeTakeFirstOrThrow())).id;
const status = async (who: { get: TestMember['get'] }, path: string): Promise<number> => (await who.get(path)).statusCode;

describe('people', () => {
  test('get the higher of two roles, and stand as before when it is undone', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings();
    const both = await buildMemberOf(plein, source, 'moderator');
    await join(target, both);
    const done = await merge(admin, source, target);
    expect(await standingIn(target, both)).toBe('active moderator');
    expect(await standingIn(target, inSource)).toBe('active member');
    expect(await standingIn(target, inTarget)).toBe('active member');
    await undoMerge(admin, done);
    expect(await standingIn(target, both)).toBe('active member');
    expect(await standingIn(source, both)).toBe('active moderator');
    expect(await standingIn(target, inSource)).toBe('none');
  });

  test('who is banned from the one does not come in by the other', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    const post = await buildPost(inSource, source);
    const there = await join(target, inSource);
    expect((await admin.patch(`${target.path}/memberships/${there}`, { state: 'banned' })).statusCode).toBe(200);
    await merge(admin, source, target);
    expect(await standingIn(target, inSource)).toBe('banned member');
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
    await undoMerge(admin, done);
    expect(await standingIn(source, inSource)).toBe('banned member');
    expect(await standingIn(source, left)).toBe('none');
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
    await undoMerge(admin, done);
    await plein.drainJobs();
    expect((await inSource.post('/invitations/acceptances', { token: link })).statusCode).toBe(404);
    for (const who of [inSource, asking, byRule]) {
      expect(await standingIn(source, who)).toBe('none');
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
    expect(await standingIn(target, mayor)).toBe('active member');
    await mayor.patch('/me', { workRole: 'griffier' });
    await plein.drainJobs();
    expect(await standingIn(target, mayor)).toBe('none');
  });

  test('suspended in either, or in what they left, do not write in the other; nor afterwards for what befell them meanwhile', async () => {
    const { admin, source, target, inSource } = await twoBuildings('open', 'open');
    const [both, gone] = [await buildMemberOf(plein, source), await buildMemberOf(plein, source)];
    await join(target, both);
    for (const who of [both, gone]) await measure(plein, admin, source, who, 'suspend', 30);
    await gone.delete(`${source.path}/memberships/${gone.membershipId}`);
    const done = await merge(admin, source, target);
    expect((await gone.post(`${target.path}/memberships`, {})).statusCode).toBe(201);
    await measure(plein, admin, target, inSource, 'suspend', 30);
    const writes = async (who: TestMember, place: TestBuilding) => (await who.post(`${place.path}/posts`, { body: 'Mag dit?' })).statusCode;
    for (const who of [both, gone, inSource]) expect(await writes(who, target)).toBe(403);
    await undoMerge(admin, done);
    for (const who of [both, inSource]) expect(await writes(who, source)).toBe(403);
  });

  test('banned from both are so for the longer of the two', async () => {
    const { admin, source, target, inSource } = await twoBuildings('closed', 'closed');
    await join(target, inSource);
    await measure(plein, admin, target, inSource, 'ban', 1);
    await measure(plein, admin, source, inSource, 'ban', 365);
    await merge(admin, source, target);
    const row = await plein.db((trx) => trx.selectFrom('membership').select('banned_until').where('place_id', '=', target.id).where('member_id', '=', inSource.actorId).executeTakeFirstOrThrow());
    expect(row.banned_until?.getTime()).toBeGreaterThan(plein.clock.now().getTime() + 300 * 24 * 3_600_000);
  });

  test('admins of the one who are put out of the merged place still lead the one after undoing; nobody from the other does', async () => {
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'closed' });
    const proposal = (await source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name })).json<TestMerge>();
    await target.founder.post(`/merges/${proposal.id}/agreements`, { name: source.name });
    expect((await target.founder.delete(`${target.path}/memberships/${await idIn(target, source.founder)}`)).statusCode).toBe(204);
    await undoMerge(target.founder, proposal);
    expect([await standingIn(source, source.founder), await standingIn(source, target.founder)]).toEqual(['active admin', 'none']);
  });

  test('who is suspended or no admin any more where the place went, does not undo it', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const [suspended, demoted] = [await buildMemberOf(plein, source, 'admin'), await buildMemberOf(plein, source, 'admin')];
    const done = await merge(admin, source, target);
    await measure(plein, admin, target, suspended, 'suspend', 30);
    expect((await admin.patch(`${target.path}/memberships/${await idIn(target, demoted)}`, { role: 'member' })).statusCode).toBe(200);
    for (const who of [suspended, demoted]) expect((await who.post(`/merges/${done.id}/undoings`)).statusCode).toBeGreaterThanOrEqual(403);
    expect((await admin.get(`/merges/${done.id}`)).json()).toMatchObject({ state: 'done' });
  });

  test.each([['closed', 'requested member'], ['open', 'active member'], ['hidden', 'unknown']] as const)('a request comes along into one that is %s', async (access, after) => {
    const { admin, source, target } = await twoBuildings('closed', access);
    const asking = await buildMember(plein);
    expect((await asking.post(`${source.path}/memberships`, { note: 'Mag ik?' })).statusCode).toBe(201);
    await merge(admin, source, target);
    expect(after === 'unknown' ? (await status(asking, target.path)) === 404 : await standingIn(target, asking)).toBe(after === 'unknown' ? true : after);
  });

  test('an invitation that still works lets into the other', async () => {
    const { admin, source, target } = await twoBuildings('closed', 'closed');
    const invited = await buildMember(plein);
    const { url } = (await admin.post(`${source.path}/invitations`, { link: true })).json<{ url: string }>();
    await merge(admin, source, target);
    expect((await invited.post('/invitations/acceptances', { token: new URL(url).searchParams.get('token') })).statusCode).toBe(201);
    expect(await standingIn(target, invited)).toBe('active member');
  });
});

describe('consent', () => {
  test('of an admin of each is needed, with the name typed; who agreed and lost the right is asked again', async () => {
    const source = await buildBuilding(plein, { access: 'closed' });
    const target = await buildBuilding(plein, { access: 'closed' });
    const ask = (name: string) => source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name });
    expect((await ask('Iets anders')).json()).toMatchObject({ status: 400, errors: [{ path: 'name' }] });
    const proposal = (await ask(source.name)).json<TestMerge>();
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
    const { id } = (await source.founder.post('/merges', { sourceId: source.id, targetId: target.id, name: source.name })).json<TestMerge>();
    const agree = (who: TestMember) => who.post(`/merges/${id}/agreements`, { name: source.name });
    await change(source, target);
    const refused = await agree(target.founder);
    expect(refused.statusCode).toBe(409);
    expect(refused.json<{ type: string }>().type).toContain('merge-changed');
    expect((await target.founder.get(`/merges/${id}`)).json()).toMatchObject({ state: 'proposed', sourceAgreed: false, targetAgreed: false, can: { agree: true } });
    expect((await agree(target.founder)).json()).toMatchObject({ state: 'proposed', targetAgreed: true });
    expect((await agree(source.founder)).json()).toMatchObject({ state: 'done' });
    expect([await standingIn(target, source.founder), await standingIn(target, target.founder)]).toEqual(['active admin', 'active admin']);
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
    await measure(plein, building.founder, building, suspended, 'suspend', 30);
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
    const proposal = (await ask(source.id, target.id, source.name)).json<TestMerge>();
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
    const { id } = (await ask()).json<TestMerge>();
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
