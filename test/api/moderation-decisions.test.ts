// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endPassedTerms } from '../../server/moderation/terms.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildGroup, buildMemberOf, joinGroup } from '../support/factories-buildings.ts';
import { buildReport, decideOn, decisionsAbout, moderationScene, notifiedOf, queueOf } from '../support/factories-moderation.ts';
import { buildReply } from '../support/factories-posts.ts';

const DAY = 24 * 3_600_000;
let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const scene = (access?: 'open' | 'closed' | 'hidden') => moderationScene(plein, access);

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
    expect(await notifiedOf(author)).toContain('moderated');
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
    expect((await notifiedOf(author)).filter((kind) => kind === 'term-ended')).toHaveLength(1);
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
    expect(await notifiedOf(author)).toContain('appeal-decided');
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
    expect(await notifiedOf(author)).toEqual(['moderated']);
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
