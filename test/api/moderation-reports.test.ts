// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPassedTerms, escalateLate } from '../../server/moderation/terms.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, joinGroup } from '../support/factories-buildings.ts';
import { buildReport, decideOn, decisionsAbout, queueOf } from '../support/factories-moderation.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';

const DAY = 24 * 3_600_000;
let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const scene = async (access: 'open' | 'closed' | 'hidden' = 'open') => {
  const building = await buildBuilding(plein, { access });
  const [author, reader] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
  const post = await buildPost(author, building, { body: 'Dit is een nare opmerking.' });
  return { building, author, reader, post };
};
const kinds = async (client: { get(path: string): Promise<{ json(): unknown }> }) => ((await client.get('/notifications')).json() as { items: { kind: string }[] }).items.map(({ kind }) => kind);

describe('a report', () => {
  test('of many people about one thing is one case, with its words and who reported', async () => {
    const { building, reader, post, author } = await scene();
    const other = await buildMember(plein);
    await buildReport(reader, { postId: post.id }, { note: 'Kwetsend' });
    await buildReport(other, { postId: post.id }, { reason: 'spam' });
    const [found, ...more] = await queueOf(building.founder, building);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'report', reportCount: 2, subject: { kind: 'post', post: { excerpt: 'Dit is een nare opmerking.' }, person: { id: author.actorId } } });
    expect(found?.reports.map(({ reporter, note }) => [reporter?.id, note])).toEqual([[reader.actorId, 'Kwetsend'], [other.actorId, 'Dit kan niet.']]);
  });

  test('is made once by one person, until it was looked at', async () => {
    const { building, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    expect((await reader.post('/reports', { postId: post.id, reason: 'spam' })).statusCode).toBe(409);
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'dismiss');
    await buildReport(reader, { postId: post.id });
  });

  test('can be made by a guest about what is public, and not about what is not', async () => {
    const { post, building, author } = await scene();
    const secret = await buildPost(author, building, { audience: 'members' });
    const guest = buildGuest(plein);
    await buildReport(guest, { postId: post.id });
    expect((await guest.post('/reports', { postId: secret.id, reason: 'spam' })).statusCode).toBe(404);
    expect((await guest.post('/reports', { postId: post.id, reason: 'spam', name: 'Buurvrouw', email: 'buur@thuis.example' })).statusCode).toBe(201);
    const [found] = await queueOf(building.founder, building);
    expect(found?.reports.map(({ reporter, guest: name }) => [reporter, name])).toEqual([[null, null], [null, 'Buurvrouw']]);
    await decideOn(building.founder, found?.id, 'hide');
    await plein.drainJobs();
    const mails = await plein.db((trx) => trx.selectFrom('mail').select(['recipient', 'template']).where('recipient', '=', 'buur@thuis.example').execute());
    expect(mails).toEqual([{ recipient: 'buur@thuis.example', template: 'report-handled' }]);
  });

  test('by guests writes to no address more often than other mail does, nor with the address of a page in it', async () => {
    const { post, author, building } = await scene();
    const guest = buildGuest(plein);
    const tell = (name: string, postId = post.id) => guest.post('/reports', { postId, reason: 'spam', name, email: 'slachtoffer@thuis.example' });
    for (const name of ['KLIK http://evil.example', 'www.evil.example']) expect((await tell(name)).json()).toMatchObject({ status: 400, errors: [{ path: 'name', message: 'Vul een naam in, zonder webadres en zonder onzichtbare tekens.' }] });
    const statuses: number[] = [];
    for (let time = 0; time < 6; time++) statuses.push((await tell('Buur', (await buildPost(author, building)).id)).statusCode);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
  });

  test('about oneself is refused, and about nothing too', async () => {
    const { author, post } = await scene();
    expect((await author.post('/reports', { postId: post.id, reason: 'spam' })).statusCode).toBe(400);
    expect((await author.post('/reports', { reason: 'spam' })).statusCode).toBe(400);
    expect((await author.post('/reports', { postId: post.id, personId: author.actorId, reason: 'spam' })).statusCode).toBe(400);
  });

  test('of a person stays in the place where it happened, else it is for the administrators', async () => {
    const { building, author, reader } = await scene();
    const administrator = await buildMember(plein, { administrator: true });
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    expect((await queueOf(building.founder, building)).map(({ subject }) => subject.kind)).toEqual(['person']);
    await buildReport(reader, { personId: author.actorId }, { note: 'Overal' });
    await buildReport(reader, { placeId: building.id }, { note: 'Dit gebouw' });
    const mine = (await queueOf(administrator, null)).filter(({ subject }) => subject.person?.id === author.actorId || subject.building?.id === building.id);
    expect(mine.map(({ subject }) => subject.kind)).toEqual(['person', 'place']);
    expect((await queueOf(building.founder, building)).length).toBe(1);
  });

  test('never shows the reporter to the reported, moderator or not', async () => {
    const building = await buildBuilding(plein);
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const reader = await buildMemberOf(plein, building, 'member', { name: 'Melder Mieke' });
    const post = await buildPost(moderator, building);
    await buildReport(reader, { postId: post.id }, { note: 'kanarienotitie' });
    expect(await queueOf(moderator, building)).toEqual([]);
    const [found] = await queueOf(building.founder, building);
    expect(found).toMatchObject({ escalatedWhy: 'own-moderator' });
    expect((await moderator.get(`/reports/${found?.id}`)).statusCode).toBe(404);
    await decideOn(building.founder, found?.id, 'warn');
    await plein.drainJobs();
    for (const path of ['/me/decisions', '/notifications', `/moderation-log?place=${building.slug}`, '/me/held-posts']) {
      const { body } = await moderator.get(path);
      expect(body, path).not.toMatch(/Melder Mieke|kanarienotitie/);
    }
    const mails = await plein.db((trx) => trx.selectFrom('mail').selectAll().where('recipient', '=', moderator.email).execute());
    expect(JSON.stringify(mails)).not.toMatch(/Melder Mieke|kanarienotitie/);
  });

  test('is heard of by those who moderate, and its end by who reported', async () => {
    const { building, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    await plein.drainJobs();
    expect(await kinds(building.founder)).toContain('reported');
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'hide');
    await plein.drainJobs();
    await plein.drainJobs();
    expect((await kinds(reader)).filter((kind) => kind === 'report-acted')).toEqual(['report-acted']);
    expect((await reader.get('/me/reports')).json<{ items: { outcome: string }[] }>().items.map(({ outcome }) => outcome)).toEqual(['acted']);
  });
});

describe('the queue of a place', () => {
  test('is for who moderates it now: not for members, other moderators, suspended ones or administrators', async () => {
    const { building, reader, post, author } = await scene('closed');
    const elsewhere = await buildBuilding(plein);
    const administrator = await buildMember(plein, { administrator: true });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    await buildReport(reader, { postId: post.id });
    const [found] = await queueOf(moderator, building);
    const asked = async (client: TestClient) => [(await client.get(`/reports?place=${building.slug}`)).statusCode, (await client.get(`/reports/${found?.id}`)).statusCode, (await client.post(`/reports/${found?.id}/decisions`, { action: 'dismiss' })).statusCode];
    expect(await asked(author)).toEqual([403, 404, 404]);
    expect(await asked(reader)).toEqual([403, 404, 404]);
    expect(await asked(elsewhere.founder)).toEqual([404, 404, 404]);
    expect(await asked(administrator)).toEqual([404, 404, 404]);
    expect((await queueOf(administrator, null)).map(({ id }) => id)).not.toContain(found?.id);
    await buildReport(reader, { personId: moderator.actorId, placeId: building.id });
    const about = (await queueOf(building.founder, building)).find(({ subject }) => subject.person?.id === moderator.actorId);
    await decideOn(building.founder, about?.id, 'suspend', { days: 3 });
    expect(await asked(moderator)).toEqual([403, 404, 404]);
  });

  test('goes to the administrators after a week, who read what it is about only with a line in the log', async () => {
    const { building, reader, post } = await scene('hidden');
    const administrator = await buildMember(plein, { administrator: true });
    await buildReport(reader, { postId: post.id });
    const [found] = await queueOf(building.founder, building);
    plein.clock.advance(8 * DAY);
    await escalateLate({ ...plein.deps, clock: plein.clock });
    await escalateLate({ ...plein.deps, clock: plein.clock });
    plein.clock.set(new Date());
    const escalated = (await queueOf(administrator, null)).find(({ id }) => id === found?.id);
    expect(escalated).toMatchObject({ escalatedWhy: 'late', subject: { post: null }, can: { readContent: true } });
    expect((await administrator.get(`/posts/${post.id}`)).statusCode).toBe(404);
    const read = await administrator.post(`/reports/${found?.id}/readings`);
    expect(read.json()).toMatchObject({ text: 'Dit is een nare opmerking.' });
    const log = (await building.founder.get(`/moderation-log?place=${building.slug}`)).json<{ items: { act: string; by: { id: string } | null }[] }>().items;
    expect(log.map(({ act, by }) => [act, by?.id ?? null])).toEqual(expect.arrayContaining([['read', administrator.actorId], ['escalated', null]]));
    expect(log).toHaveLength(2);
    await decideOn(administrator, found?.id, 'hide');
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(404);
  });
});

describe('a decision', () => {
  test('hides, tells the author why, and gives it back', async () => {
    const { building, author, reader, post } = await scene();
    await buildReply(reader, post);
    await buildReport(reader, { postId: post.id });
    const [found] = await queueOf(building.founder, building);
    await decideOn(building.founder, found?.id, 'hide', { reason: 'Dit is kwetsend.' });
    await plein.drainJobs();
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await author.get('/me/held-posts')).json()).toMatchObject({ items: [{ id: post.id, withheld: 'hidden' }] });
    expect(await decisionsAbout(author)).toMatchObject([{ action: 'hide', reason: 'Dit is kwetsend.', ground: 'abuse', subject: { excerpt: 'Dit is een nare opmerking.' }, can: { appeal: true } }]);
    expect(await kinds(author)).toContain('moderated');
    const mails = await plein.db((trx) => trx.selectFrom('mail').select('template').where('recipient', '=', author.email).execute());
    expect(mails).toEqual([{ template: 'moderation-decision' }]);
    await decideOn(building.founder, found?.id, 'restore', { reason: '' });
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(200);
  });

  test('needs a reason where somebody loses something, and a term where somebody is suspended', async () => {
    const { building, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    const [found] = await queueOf(building.founder, building);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'hide' })).json()).toMatchObject({ errors: [{ path: 'reason' }] });
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'suspend', reason: 'x' })).json()).toMatchObject({ errors: [{ path: 'days' }] });
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'approve' })).json()).toMatchObject({ errors: [{ path: 'action' }] });
  });

  test('removes for good, and its author keeps the words beside the reason', async () => {
    const { building, author, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'remove');
    expect((await building.founder.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await decisionsAbout(author))[0]?.subject.excerpt).toBe('Dit is een nare opmerking.');
    expect((await building.founder.get(building.path)).json()).toMatchObject({ postCount: 0 });
  });

  test('suspends: who reads on and writes nothing until the term, also after leaving and coming back', async () => {
    const { building, author, reader } = await scene();
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'suspend', { days: 2 });
    const write = async () => (await author.post(`${building.path}/posts`, { body: 'Nog een' })).statusCode;
    expect([await write(), (await author.get(`${building.path}/posts`)).statusCode]).toEqual([403, 200]);
    expect((await author.delete(`${building.path}/memberships/${author.membershipId}`)).statusCode).toBe(204);
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(201);
    expect(await write()).toBe(403);
    plein.clock.advance(2 * DAY + 1_000);
    await endPassedTerms({ ...plein.deps, clock: plein.clock });
    await endPassedTerms({ ...plein.deps, clock: plein.clock });
    expect(await write()).toBe(201);
    plein.clock.set(new Date());
    await plein.drainJobs();
    expect((await kinds(author)).filter((kind) => kind === 'term-ended')).toHaveLength(1);
    const log = (await building.founder.get(`/moderation-log?place=${building.slug}`)).json<{ items: { act: string }[] }>().items;
    expect(log.map(({ act }) => act)).toEqual(['suspend-ended', 'suspend']);
  });

  test('bans with a term, which ends by itself, and without one until somebody lifts it', async () => {
    const { building, author, reader } = await scene();
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    const [found] = await queueOf(building.founder, building);
    await decideOn(building.founder, found?.id, 'ban', { days: 30 });
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(403);
    plein.clock.advance(31 * DAY);
    await endPassedTerms({ ...plein.deps, clock: plein.clock });
    plein.clock.set(new Date());
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(201);
    expect((await building.founder.get(building.path)).json()).toMatchObject({ memberCount: 3 });
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'ban');
    plein.clock.advance(400 * DAY);
    await endPassedTerms({ ...plein.deps, clock: plein.clock });
    plein.clock.set(new Date());
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(403);
  });

  test('is made once: who decides later, or at the same moment, is told that it was done', async () => {
    const { building, author, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    const [found] = await queueOf(building.founder, building);
    const warn = () => building.founder.post(`/reports/${found?.id}/decisions`, { action: 'warn', reason: 'Nog eens.' });
    const answers = await Promise.all([warn(), warn(), warn(), warn(), warn(), warn()]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await warn()).json()).toMatchObject({ type: '/problems/case-closed' });
    expect(await decisionsAbout(author)).toHaveLength(1);
    expect((await queueOf(building.founder, building, 'closed'))[0]?.can.act).toEqual([]);
  });

  test('of a shorter term shortens no longer one, and lifting one leaves what the others say', async () => {
    const { building, author, reader, post } = await scene();
    const group = await buildGroup(building, { access: 'open' });
    await joinGroup(group, author);
    await joinGroup(group, reader);
    const untilIn = (place: { id: string }) => plein.db(async (trx) => (await trx.selectFrom('membership').select('suspended_until').where('place_id', '=', place.id).where('member_id', '=', author.actorId).executeTakeFirstOrThrow()).suspended_until?.getTime() ?? 0);
    const caseAbout = async (about: { postId?: string; personId?: string; placeId?: string }, where: string) => {
      await buildReport(reader, about);
      return (await building.founder.get(`/reports?${where}`)).json<{ items: { id: string }[] }>().items[0]?.id;
    };
    const there = `place=${building.slug}`;
    await decideOn(building.founder, await caseAbout({ personId: author.actorId, placeId: group.id }, `${there}&group=${group.slug}`), 'suspend', { days: 30 });
    await decideOn(building.founder, await caseAbout({ postId: post.id }, there), 'suspend', { days: 10 });
    await decideOn(building.founder, await caseAbout({ personId: author.actorId, placeId: building.id }, there), 'suspend', { days: 2 });
    const days = async () => [await untilIn(building), await untilIn(group)].map((until) => Math.round((until - Date.now()) / DAY));
    expect(await days()).toEqual([10, 30]);
    const overturn = async (of: { days: number }) => {
      const decision = (await decisionsAbout(author)).find(({ until }) => until !== null && Math.round((new Date(until).getTime() - Date.now()) / DAY) === of.days);
      expect((await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Dit klopt niet.' })).statusCode).toBe(204);
      const where = of.days === 30 ? `${there}&group=${group.slug}` : there;
      const appeal = (await building.founder.get(`/reports?${where}`)).json<{ items: { id: string; kind: string }[] }>().items.find(({ kind }) => kind === 'appeal');
      await decideOn(building.founder, appeal?.id, 'overturn');
    };
    await overturn({ days: 10 });
    expect(await days()).toEqual([2, 30]);
    await overturn({ days: 30 });
    expect(await days()).toEqual([2, 2]);
    await overturn({ days: 2 });
    expect([await untilIn(building), await untilIn(group)]).toEqual([0, 0]);
  });

  test('to ban for a time does not shorten a ban without end, and overturning that one leaves the time', async () => {
    const { building, author, reader, post } = await scene();
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    await buildReport(reader, { postId: post.id });
    const [one, two] = await queueOf(building.founder, building);
    await decideOn(building.founder, one?.id, 'ban');
    await decideOn(building.founder, two?.id, 'ban', { days: 5 });
    const row = () => plein.db((trx) => trx.selectFrom('membership').select(['state', 'banned_until']).where('place_id', '=', building.id).where('member_id', '=', author.actorId).executeTakeFirst());
    expect(await row()).toMatchObject({ state: 'banned', banned_until: null });
    const endless = (await decisionsAbout(author)).find(({ until }) => until === null);
    await author.post(`/me/decisions/${endless?.id}/appeals`, { note: 'Dit klopt niet.' });
    await decideOn(building.founder, (await queueOf(building.founder, building)).find(({ kind }) => kind === 'appeal')?.id, 'overturn');
    expect(await row()).toMatchObject({ state: 'banned', banned_until: expect.any(Date) as Date });
  });

  test('of a moderator reaches no moderator, and no administrator what was not escalated', async () => {
    const { building, reader } = await scene();
    const [moderator, other] = [await buildMemberOf(plein, building, 'moderator'), await buildMemberOf(plein, building, 'moderator')];
    await buildReport(reader, { personId: other.actorId, placeId: building.id });
    const [found] = await queueOf(moderator, building);
    expect(found?.can.act).toEqual(['dismiss', 'warn']);
    expect((await queueOf(building.founder, building))[0]?.can.act).toEqual(['dismiss', 'warn', 'suspend', 'ban']);
  });

  test('of an administrator suspends the account, with a term that ends', async () => {
    const administrator = await buildMember(plein, { administrator: true });
    const { author, reader } = await scene();
    await buildReport(reader, { personId: author.actorId });
    const found = (await queueOf(administrator, null)).find(({ subject }) => subject.person?.id === author.actorId);
    await decideOn(administrator, found?.id, 'suspend-account', { days: 1 });
    expect((await author.get('/me')).statusCode).toBe(401);
    plein.clock.advance(2 * DAY);
    await endPassedTerms({ ...plein.deps, clock: plein.clock });
    plein.clock.set(new Date());
    const row = await plein.db((trx) => trx.selectFrom('account').select(['suspended_at', 'suspended_until']).where('id', '=', author.accountId).executeTakeFirstOrThrow());
    expect(row).toEqual({ suspended_at: null, suspended_until: null });
  });
});

describe('an appeal', () => {
  test('is made once, handled by somebody else, and undoes what was wrong', async () => {
    const { building, author, reader, post } = await scene();
    const other = await buildMemberOf(plein, building, 'moderator');
    await buildReport(reader, { postId: post.id });
    await decideOn(other, (await queueOf(other, building))[0]?.id, 'hide');
    const [decision] = await decisionsAbout(author);
    expect((await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Het was een citaat.' })).statusCode).toBe(204);
    expect((await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Nog eens' })).statusCode).toBe(409);
    expect((await reader.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Niet van mij' })).statusCode).toBe(404);
    const [mine] = await queueOf(other, building);
    expect([mine?.kind, mine?.can.act, mine?.appeal?.note]).toEqual(['appeal', [], 'Het was een citaat.']);
    expect((await other.post(`/reports/${mine?.id}/decisions`, { action: 'overturn', reason: 'x' })).statusCode).toBe(403);
    await decideOn(building.founder, mine?.id, 'overturn', { reason: 'Je had gelijk.' });
    await plein.drainJobs();
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(200);
    expect((await decisionsAbout(author))[0]).toMatchObject({ overturned: true, appeal: { state: 'overturned', answer: 'Je had gelijk.' }, can: { appeal: false } });
    expect(await kinds(author)).toContain('appeal-decided');
  });

  test('is handled by who decided where there is nobody else', async () => {
    const { building, author, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'hide');
    const [decision] = await decisionsAbout(author);
    await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Het was een citaat.' });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'uphold');
    expect((await decisionsAbout(author))[0]).toMatchObject({ overturned: false, appeal: { state: 'upheld' } });
  });

  test('lifts a ban, and comes too late after half a year', async () => {
    const { building, author, reader } = await scene();
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    const [found] = await queueOf(building.founder, building);
    await decideOn(building.founder, found?.id, 'ban');
    const [decision] = await decisionsAbout(author);
    plein.clock.advance(184 * DAY);
    await plein.db((trx) => trx.updateTable('session').set({ expires_at: new Date(Date.now() + 400 * DAY) }).where('account_id', '=', author.accountId).execute());
    expect((await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Te laat' })).statusCode).toBe(409);
    plein.clock.set(new Date());
    await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Op tijd' });
    const appeal = (await queueOf(building.founder, building)).find(({ kind }) => kind === 'appeal');
    await decideOn(building.founder, appeal?.id, 'overturn');
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(201);
  });
});

describe('who is put out by the list of members', () => {
  test('hears why and until when, once, and may appeal', async () => {
    const { building, author, reader } = await scene();
    const path = `${building.path}/memberships/${author.membershipId}/bans`;
    expect((await reader.post(path, { reason: 'Schelden' })).statusCode).toBe(403);
    expect((await building.founder.post(path, { reason: ' ' })).json()).toMatchObject({ status: 400, errors: [{ path: 'reason' }] });
    expect((await building.founder.post(path, { reason: 'Schelden', days: 7 })).statusCode).toBe(204);
    expect((await building.founder.post(path, { reason: 'Schelden' })).statusCode).toBe(409);
    await plein.drainJobs();
    const [decision, ...more] = await decisionsAbout(author);
    expect([decision, more]).toMatchObject([{ action: 'ban', reason: 'Schelden', place: { name: building.name }, can: { appeal: true } }, []]);
    expect(await kinds(author)).toEqual(['moderated']);
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(403);
    const log = (await building.founder.get(`/moderation-log?place=${building.slug}`)).json<{ items: { act: string; reason: string }[] }>().items;
    expect(log.map(({ act, reason }) => [act, reason])).toEqual([['ban', 'Schelden']]);
    await author.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Ik was het niet' });
    const appeal = (await queueOf(building.founder, building)).find(({ kind }) => kind === 'appeal');
    await decideOn(building.founder, appeal?.id, 'overturn');
    expect((await author.post(`${building.path}/memberships`)).statusCode).toBe(201);
  });
});

describe('the log', () => {
  test('is only added to: the owner of the table too changes and empties nothing', async () => {
    const { building, reader, post } = await scene();
    await buildReport(reader, { postId: post.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'hide');
    for (const statement of [`update moderation_log set reason = 'anders'`, 'delete from moderation_log', 'truncate moderation_log']) {
      const client = await plein.deps.database.pool.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('plein.system', 'on', true)`);
        await expect(client.query(statement), statement).rejects.toThrow(/only added to/);
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });

  test('holds what was done outside the queue, and not twice what was decided in it', async () => {
    const { building, author, reader, post } = await scene();
    const other = await buildMemberOf(plein, building);
    await building.founder.delete(`/posts/${post.id}`);
    await building.founder.patch(`${building.path}/memberships/${other.membershipId}`, { state: 'banned' });
    await buildReport(reader, { personId: author.actorId, placeId: building.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'ban');
    await plein.drainJobs();
    const log = (await building.founder.get(`/moderation-log?place=${building.slug}`)).json<{ items: { act: string; person: { id: string } }[] }>().items;
    expect(log.map(({ act, person }) => [act, person.id]).sort()).toEqual([['ban', author.actorId], ['ban', other.actorId], ['remove', author.actorId]].sort());
  });

  test('is read by who moderates, taken away as a file by admins, and of a closed place by no administrator', async () => {
    const { building, reader, post } = await scene('closed');
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const administrator = await buildMember(plein, { administrator: true });
    await buildReport(reader, { postId: post.id });
    await decideOn(moderator, (await queueOf(moderator, building))[0]?.id, 'warn', { reason: 'Tja;=cmd("x"), kanariereden' });
    const status = async (client: TestClient, path: string) => (await client.get(`${path}?place=${building.slug}`)).statusCode;
    expect([await status(reader, '/moderation-log'), await status(moderator, '/moderation-log'), await status(moderator, '/moderation-log/export'), await status(building.founder, '/moderation-log/export')]).toEqual([403, 200, 403, 200]);
    const file = await building.founder.get(`/moderation-log/export?place=${building.slug}`);
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.body).toContain(`;"Tja;=cmd(""x""), kanariereden"\r\n`);
    expect((await administrator.get('/moderation-log?limit=100')).body).not.toContain('kanariereden');
  });
});

describe('house rules', () => {
  test('are written by admins, read at the door, kept in versions and shown with the report', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    expect((await buildGuest(plein).get(`${building.path}/house-rules`)).json()).toMatchObject({ version: 0, html: '', can: { edit: false } });
    expect((await moderator.put(`${building.path}/house-rules`, { source: 'x' })).statusCode).toBe(403);
    const written = await building.founder.put(`${building.path}/house-rules`, { source: 'Wees **vriendelijk**.', basedOn: 0 });
    expect(written.json()).toMatchObject({ version: 1, can: { edit: true } });
    expect((await building.founder.put(`${building.path}/house-rules`, { source: 'Anders', basedOn: 0 })).statusCode).toBe(409);
    expect((await buildGuest(plein).get(`${building.path}/house-rules`)).json()).toMatchObject({ version: 1, html: '<p>Wees <strong>vriendelijk</strong>.</p>' });
    await building.founder.patch(building.path, { access: 'hidden' });
    expect((await buildGuest(plein).get(`${building.path}/house-rules`)).statusCode).toBe(404);
    expect((await moderator.get(`${building.path}/house-rules`)).json()).toMatchObject({ version: 1 });
  });
});

test('a member who was let in again by invitation after a ban is a member like any other', async () => {
  const { building, author, reader } = await scene();
  await buildReport(reader, { personId: author.actorId, placeId: building.id });
  await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'ban', { days: 3 });
  const { items } = (await building.founder.get(`${building.path}/memberships?state=banned`)).json<{ items: { id: string }[] }>();
  expect((await building.founder.patch(`${building.path}/memberships/${items[0]?.id}`, { state: 'active' })).statusCode).toBe(200);
  expect((await author.post(`${building.path}/posts`, { body: 'Terug' })).statusCode).toBe(201);
});

describe('in a group', () => {
  const inGroup = async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const group = await buildGroup(building, { founder: await buildMemberOf(plein, building) });
    const [author, reader, moderator] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    for (const member of [author, reader]) await joinGroup(group, member);
    await joinGroup(group, moderator, 'moderator');
    const post = await buildPost(author, group, { audience: 'members', body: 'Een nare opmerking in de groep.' });
    return { building, group, author, reader, moderator, post };
  };
  const at = ({ building, group }: { building: { slug: string }; group: { slug: string } }) => `place=${building.slug}&group=${group.slug}`;
  const casesAt = async (client: TestClient, where: string) => (await client.get(`/reports?${where}`)).json<{ items: { id: string; can: { act: string[] } }[] }>().items;

  test('what is reported is seen and decided by the moderators of the group, and stands in its log', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator, post } = scene;
    await buildReport(reader, { postId: post.id });
    const [found, ...more] = await casesAt(moderator, at(scene));
    expect([more, found?.can.act]).toEqual([[], ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban']]);
    // The admins of the building do not read in the group, and neither do its members moderate it.
    expect((await building.founder.get(`/reports?${at(scene)}`)).statusCode).toBe(404);
    expect(await queueOf(building.founder, building)).toEqual([]);
    expect((await reader.get(`/reports?${at(scene)}`)).statusCode).toBe(403);
    expect((await building.founder.get(`/reports/${found?.id}`)).statusCode).toBe(404);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'hide', reason: 'Mag niet.' })).statusCode).toBe(404);

    await decideOn(moderator, found?.id, 'hide');
    await plein.drainJobs();
    expect((await reader.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await moderator.get(`/posts/${post.id}`)).json()).toMatchObject({ withheld: 'hidden' });
    expect(await kinds(author)).toContain('moderated');
    const log = async (client: TestClient, path = '/moderation-log') => client.get(`${path}?${at(scene)}`);
    expect((await log(moderator)).json()).toMatchObject({ items: [{ act: 'hide', by: { id: moderator.actorId }, person: { id: author.actorId }, place: { id: group.id } }] });
    expect([(await log(reader)).statusCode, (await log(building.founder)).statusCode]).toEqual([403, 404]);
    expect([(await log(moderator, '/moderation-log/export')).statusCode, (await log(group.founder, '/moderation-log/export')).statusCode]).toEqual([403, 200]);
    expect((await moderator.get(`/reports?group=${group.slug}`)).statusCode).toBe(400);
  });

  test('who is suspended there writes in the building as before, and who is banned stays in the building', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator } = scene;
    await buildReport(reader, { personId: author.actorId, placeId: group.id });
    const [found] = await casesAt(moderator, at(scene));
    await decideOn(moderator, found?.id, 'suspend', { days: 3 });
    const write = async (path: string) => (await author.post(`${path}/posts`, { body: 'Mag dit?', audience: 'members' })).statusCode;
    expect([await write(group.path), await write(building.path)]).toEqual([403, 201]);
    await buildReport(reader, { personId: author.actorId, placeId: group.id });
    await decideOn(group.founder, (await casesAt(group.founder, at(scene)))[0]?.id, 'ban');
    await plein.drainJobs();
    expect([(await author.get(`${group.path}/posts`)).statusCode, await write(building.path)]).toEqual([404, 201]);
  });

  test('who is suspended in the building is in charge of none of its groups, also of one that they came into since', async () => {
    const { building, group, author, reader, moderator, post } = await inGroup();
    const suspended = await buildMemberOf(plein, building);
    await buildReport(reader, { personId: suspended.actorId, placeId: building.id });
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'suspend', { days: 30 });
    await buildReport(reader, { postId: post.id });
    const [found] = await casesAt(moderator, at({ building, group }));
    await decideOn(moderator, found?.id, 'hide');
    for (const role of ['moderator', 'admin'] as const) {
      if (role === 'moderator') await joinGroup(group, suspended, role);
      else await plein.db((trx) => trx.updateTable('membership').set({ role }).where('place_id', '=', group.id).where('member_id', '=', suspended.actorId).execute());
      expect((await suspended.get(group.path)).json()).toMatchObject({ can: { read: true, post: false, moderate: false, invite: false, edit: false, delete: false } });
      expect((await suspended.get(`/reports?${at({ building, group })}`)).statusCode).toBe(403);
      expect((await suspended.get(`/reports?place=${building.slug}`)).statusCode).toBe(403);
      expect([(await suspended.get(`/reports/${found?.id}`)).statusCode, (await suspended.get(`/posts/${post.id}`)).statusCode]).toEqual([404, 404]);
      expect((await suspended.post(`/reports/${found?.id}/decisions`, { action: 'remove', reason: 'Omdat het kan.' })).statusCode).toBe(404);
      expect((await suspended.delete(`${group.path}/memberships/${author.membershipId}`)).statusCode).not.toBe(204);
    }
  });

  test('house rules of its own are written by its admins and those of the building, and told to newcomers', async () => {
    const scene = await inGroup();
    const { building, group, author, reader, moderator } = scene;
    const write = (client: TestClient, source: string) => client.put(`${group.path}/house-rules`, { source });
    expect([(await write(reader, 'Niets mag')).statusCode, (await write(moderator, 'Niets mag')).statusCode]).toEqual([403, 403]);
    expect((await write(group.founder, '- Noem geen namen')).statusCode).toBe(200);
    expect((await write(building.founder, '- Noem geen namen van gezinnen')).json()).toMatchObject({ version: 2, can: { edit: true } });
    const rules = async (client: TestClient, path = group.path) => (await client.get(`${path}/house-rules`)).json<{ html: string; newcomer: boolean; can: { edit: boolean } }>();
    expect(await rules(reader)).toMatchObject({ html: expect.stringContaining('gezinnen') as string, newcomer: true, can: { edit: false } });
    expect((await rules(reader, building.path)).html).toBe('');
    // One post is not three; who moderates is not new.
    expect([(await rules(author)).newcomer, (await rules(moderator)).newcomer]).toEqual([true, false]);
    for (let more = 0; more < 2; more++) await buildPost(author, group, { audience: 'members' });
    expect([(await rules(author)).newcomer, (await rules(author, building.path)).newcomer]).toEqual([false, false]);
    // They stand on a door that outsiders of the building do not see.
    expect((await buildGuest(plein).get(`${group.path}/house-rules`)).statusCode).toBe(404);
  });
});

describe('a place that was reported', () => {
  const reported = async (access: 'open' | 'closed' = 'open') => {
    const administrator = await buildMember(plein, { administrator: true });
    const building = await buildBuilding(plein, { access });
    const second = await buildMemberOf(plein, building, 'admin');
    const post = await buildPost(second, building, { audience: access === 'open' ? 'public' : 'members' });
    await buildReport(await buildMember(plein), { placeId: building.id });
    const found = (await queueOf(administrator, null)).find(({ subject }) => subject.building?.id === building.id);
    return { administrator, building, second, post, found };
  };

  test('can be warned: each of its admins reads why, by mail too, and can appeal with the administrators', async () => {
    const { administrator, building, second, found } = await reported('closed');
    expect(found?.can.act).toEqual(['dismiss', 'warn']);
    expect((await building.founder.get(`/reports/${found?.id}`)).statusCode).toBe(404);
    await decideOn(administrator, found?.id, 'warn', { reason: 'Haal de adressen weg.' });
    await plein.drainJobs();
    for (const admin of [building.founder, second]) {
      expect(await decisionsAbout(admin)).toMatchObject([{ action: 'warn', reason: 'Haal de adressen weg.', subject: { kind: 'place', excerpt: building.name }, can: { appeal: true } }]);
      expect(await kinds(admin)).toContain('moderated');
    }
    const mails = await plein.db((trx) => trx.selectFrom('mail').select('recipient').where('template', '=', 'moderation-decision').where('recipient', 'in', [building.founder.email, second.email]).execute());
    expect(mails).toHaveLength(2);
    const [decision] = await decisionsAbout(second);
    expect((await second.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Die waren openbaar.' })).statusCode).toBe(204);
    expect(await queueOf(building.founder, building)).toEqual([]);
    const appeal = (await queueOf(administrator, null)).find(({ kind, subject }) => kind === 'appeal' && subject.person?.id === second.actorId);
    expect(appeal?.appeal?.note).toBe('Die waren openbaar.');
  });

  test('is looked at by an administrator who is none of its admins, where there is one', async () => {
    const { administrator, building, found } = await reported();
    await plein.drainJobs();
    await plein.db((trx) => trx.updateTable('account').set({ role: 'administrator' }).where('id', '=', building.founder.accountId).execute());
    await buildReport(await buildMember(plein), { placeId: (await buildBuilding(plein, { founder: building.founder })).id });
    await plein.drainJobs();
    expect([(await kinds(administrator)).includes('reported'), (await kinds(building.founder)).includes('reported')]).toEqual([true, false]);
    const seen = async () => (await queueOf(building.founder, null)).some(({ id }) => id === found?.id);
    expect([await seen(), (await building.founder.get(`/reports/${found?.id}`)).statusCode]).toEqual([false, 404]);
    expect((await building.founder.post(`/reports/${found?.id}/decisions`, { action: 'dismiss' })).statusCode).toBe(404);
    const demote = (role: string) => plein.db((trx) => trx.updateTable('account').set({ role }).where('role', '=', role === 'member' ? 'administrator' : 'member').where('id', '!=', building.founder.accountId).where('actor_id', 'in', administrators).returning('actor_id').execute());
    const administrators = await plein.db(async (trx) => (await trx.selectFrom('account').select('actor_id').where('role', '=', 'administrator').execute()).map((row) => row.actor_id));
    await demote('member');
    expect(await seen()).toBe(true);
    await decideOn(building.founder, found?.id, 'dismiss');
    await demote('administrator');
    const log = (await administrator.get('/moderation-log')).json<{ items: { act: string; by: { id: string }; subject: { id: string } }[] }>().items;
    expect(log.find(({ subject }) => subject.id === building.id)).toMatchObject({ act: 'dismiss', by: { id: building.founder.actorId } });
  });

  test('can be closed when it is open: what was for everybody is for its members', async () => {
    const { administrator, building, second, post, found } = await reported();
    expect(found?.can.act).toEqual(['dismiss', 'warn', 'close-place']);
    const guest = buildGuest(plein);
    expect((await guest.get(`/posts/${post.id}`)).statusCode).toBe(200);
    await decideOn(administrator, found?.id, 'close-place');
    await plein.drainJobs();
    expect([(await guest.get(`/posts/${post.id}`)).statusCode, (await administrator.get(`/posts/${post.id}`)).statusCode, (await second.get(`/posts/${post.id}`)).statusCode]).toEqual([404, 404, 200]);
    expect((await guest.get(building.path)).json()).toMatchObject({ access: 'closed' });
    expect(await decisionsAbout(building.founder)).toMatchObject([{ action: 'close-place', subject: { excerpt: building.name } }]);
    expect((await administrator.post(`/reports/${found?.id}/decisions`, { action: 'close-place', reason: 'Nog eens.' })).statusCode).toBe(409);
    const log = (await administrator.get('/moderation-log')).json<{ items: { act: string; subject: { id: string } }[] }>().items;
    expect(log.filter(({ subject }) => subject.id === building.id).map(({ act }) => act)).toEqual(['close-place']);
  });
});
