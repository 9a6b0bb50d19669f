// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { escalateLate } from '../../server/moderation/terms.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildReport, decideOn, moderationScene, notifiedOf, queueOf } from '../support/factories-moderation.ts';
import { buildPost } from '../support/factories-posts.ts';

const DAY = 24 * 3_600_000;
let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

const scene = (access?: 'open' | 'closed' | 'hidden') => moderationScene(plein, access);

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
    expect(await notifiedOf(building.founder)).toContain('reported');
    await decideOn(building.founder, (await queueOf(building.founder, building))[0]?.id, 'hide');
    await plein.drainJobs();
    await plein.drainJobs();
    expect((await notifiedOf(reader)).filter((kind) => kind === 'report-acted')).toEqual(['report-acted']);
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
