// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildTwoBuildings, merge, standingIn, undoMerge } from '../support/factories-merging.ts';
import { buildReport, decideOn, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply, idsOf, readPost } from '../support/factories-posts.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
});
afterAll(() => plein.close());

type Access = 'open' | 'closed' | 'hidden';
const twoBuildings = (from?: Access, to?: Access) => buildTwoBuildings(plein, from, to);
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

    await undoMerge(admin, done);
    expect(await seen()).toEqual(before);
    expect((await readPost(inSource, posts[0]?.id ?? '')).building.slug).toBe(source.slug);
    expect(await standingIn(source, inSource)).toBe('active member');
    expect(await status(inSource, target.path)).toBe(to === 'hidden' ? 404 : 200);
  });

  test('after the merge stays where it is when it is undone; answers go with their thread', async () => {
    const { admin, source, target, inSource, inTarget } = await twoBuildings('closed', 'closed');
    const old = await buildPost(inSource, source);
    const done = await merge(admin, source, target);
    const fresh = await buildPost(inSource, target);
    const answer = await buildReply(inTarget, old);
    await undoMerge(admin, done);
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
    await undoMerge(admin, done);
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
    await undoMerge(admin, done);

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
    await undoMerge(admin, done);
    expect(await placeOfDraft()).toBe(source.slug);
    expect(await unread()).toMatchObject([{ slug: source.slug, unread: 0 }]);
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
    expect(await standingIn(source, mayor)).toBe('active member');
    expect((await admin.get(`/merge-previews?source=${source.id}&target=${target.id}`)).json()).toMatchObject({ rules: 2 });

    const done = await merge(admin, source, target);
    await plein.drainJobs();
    expect(await rules(target)).toEqual(['burgemeester', 'griffier']);
    expect(await standingIn(target, mayor)).toBe('active member');
    await clerk.patch('/me', { workRole: 'burgemeester' });
    await plein.drainJobs();
    expect(await standingIn(target, clerk)).toBe('active member');

    await undoMerge(admin, done);
    await plein.drainJobs();
    expect([await rules(source), await rules(target)]).toEqual([['burgemeester', 'griffier'], ['griffier']]);
    expect([await standingIn(source, mayor), await standingIn(source, clerk)]).toEqual(['active member', 'active member']);
    expect([await standingIn(target, mayor), await standingIn(target, clerk)]).toEqual(['none', 'none']);
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

    await undoMerge(admin, done);
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
    await undoMerge(admin, done);
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
    await undoMerge(admin, done);
    expect([await lists(source), await lists(target)]).toEqual([mine, []]);
  });
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
