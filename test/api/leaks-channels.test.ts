// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { topicResolvers } from '../../server/notifications/topics.ts';
import { templates } from '../../server/platform/mail/templates.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { addressFor, answer, inboundEnv, WEBHOOK_SECRET } from '../support/inbound.ts';
import { ask, expectNoLeak } from '../support/leak-ask.ts';
import { everyRow } from '../support/leak-contents.ts';
import { ABSENT_ID, ABSENT_SLUG, addSession, buildLeakFixture, type LeakFixture, outsiderNames, sees, viewerNames } from '../support/leak-fixture.ts';
import { mailsTo } from '../support/mailbox.ts';
import { sendDigests, tellAtOnce } from '../support/mailing.ts';
import { startPushService } from '../support/push-service.ts';
import { openSocket } from '../support/socket.ts';
import { statementsSent } from '../support/statements-sent.ts';

/** What reaches people unasked: sockets, notifications and mail. */

let plein: TestPlein;
let address: string;
let f: LeakFixture;

beforeAll(async () => {
  plein = await startPlein({ env: { ...inboundEnv, FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed' } });
  address = await plein.listen();
  f = await buildLeakFixture(plein);
});
afterAll(() => plein.close());

describe('sockets', () => {
  /** Every kind of topic: what of it is hidden, and something of that kind that is absent. A kind without a row fails. */
  const rows = (): Record<string, { hidden: readonly string[]; absent: string } | 'everybody’s'> => ({
    square: 'everybody’s',
    building: { hidden: [f.hidden.slug, f.closed.slug, f.deleted.slug], absent: ABSENT_SLUG },
    group: { hidden: (['hidden', 'closed'] as const).map((place) => `${f[place].slug}/${f.groupOf[place].slug}`), absent: `${ABSENT_SLUG}/${ABSENT_SLUG}` },
    post: { hidden: f.posts.map(({ value }) => value), absent: ABSENT_ID },
  });

  test('have a row for every kind of topic', () => {
    expect(Object.keys(rows()).sort()).toEqual(Object.keys(topicResolvers).sort());
  });

  test.each(outsiderNames)('refuse what is hidden like what is absent, with the same statements, to: %s', async (name) => {
    const socket = await openSocket(address, f.viewers[name]);
    for (const [kind, row] of Object.entries(rows())) {
      if (row === 'everybody’s') {
        expect(await socket.subscribe(kind)).toMatchObject({ event: 'subscribed' });
        continue;
      }
      const refused = async (key: string) => {
        const { result, sent } = await statementsSent(() => socket.subscribe(`${kind}:${key}`));
        expect(result).toEqual({ topic: `${kind}:${key}`, error: 'not-found' });
        return sent;
      };
      const absent = await refused(row.absent);
      for (const key of row.hidden) expect(await refused(key), `${kind}:${key}`).toEqual(absent);
    }
    socket.ws.terminate();
  });

  test.each(['member', 'moderator', 'admin'] as const)('let the %s in where they are inside, and nowhere else', async (name) => {
    const socket = await openSocket(address, f.viewers[name]);
    for (const { value, group } of f.posts) expect('error' in (await socket.subscribe(`post:${value}`)), `${value} (${group})`).toBe(!sees(name, group));
    for (const place of ['closed', 'hidden'] as const) expect('error' in (await socket.subscribe(`building:${f[place].slug}`)), place).toBe(!sees(name, place));
    socket.ws.terminate();
  });

  test.each(['toString', '__proto__', 'constructor:x', 'me:x', `me:${ABSENT_ID}`, 'square:x', 'building:', 'post:', 'post', ':', `BUILDING:x`])('know no topic %j', async (topic) => {
    const socket = await openSocket(address, f.viewers.staff);
    expect(await socket.subscribe(topic)).toEqual({ topic, error: 'not-found' });
    socket.ws.terminate();
  });

  test('of those outside hear nothing of what happens inside, though they are named there', async () => {
    const sockets = await Promise.all(outsiderNames.map((name) => openSocket(address, f.viewers[name])));
    for (const socket of sockets) {
      await socket.subscribe('square');
      await socket.subscribe('me');
    }
    const mention = outsiderNames.flatMap((name) => ('handle' in f.viewers[name] ? [`@${String(f.viewers[name].handle)}`] : [])).join(' ');
    const inside: string[] = [];
    for (const building of [f.closed, f.hidden]) {
      const post = await buildPost(f.insider, building, { body: `Voor ${mention}`, audience: 'members' });
      inside.push(post.id, (await buildReply(f.insider, post, { body: mention })).id);
    }
    const outside = await buildPost(f.insider, f.open, { audience: 'public' });
    await plein.drainJobs();
    const actorIds = outsiderNames.flatMap((name) => ('actorId' in f.viewers[name] ? [String(f.viewers[name].actorId)] : []));
    // Not only out of sight: nobody outside was told.
    expect(await plein.db((trx) => trx.selectFrom('notification').select(['recipient_id', 'kind']).where('recipient_id', 'in', actorIds).where('post_id', 'in', inside).execute())).toEqual([]);
    for (const [index, socket] of sockets.entries()) {
      await socket.hears((frame) => frame.topic === 'square' && frame.data?.['postId'] === outside.id);
      const heard = JSON.stringify(socket.frames);
      for (const secret of [...inside, ...f.secretsFor(outsiderNames[index] ?? 'guest')]) expect(heard).not.toContain(secret);
      socket.ws.terminate();
    }
    for (const name of outsiderNames) expectNoLeak(await ask(f.viewers[name], 'GET', '/api/v1/notifications?limit=100'), [...inside, ...f.secretsFor(name)], `notifications of ${name}`);
  });

  test('of somebody who is suspended open for nobody: theirs is a guest’s', async () => {
    const socket = await openSocket(address, f.viewers.suspended);
    expect(await socket.subscribe('me')).toEqual({ topic: 'me', error: 'not-found' });
    socket.ws.terminate();
  });

  test('that are open fall silent when their owner is removed or suspended, before anything tells the hub', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const [removed, suspended, staying] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await plein.drainJobs();
    const sockets = await Promise.all([removed, suspended, staying].map((each) => openSocket(address, each)));
    for (const socket of sockets) for (const topic of ['square', 'me', `building:${building.slug}`]) await socket.subscribe(topic);
    // Behind the rooms' back: no event says so.
    await plein.db(async (trx) => {
      await trx.deleteFrom('membership').where('id', '=', removed.membershipId).execute();
      await trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', suspended.accountId).execute();
    });
    const post = await buildPost(building.founder, building, { body: `@${removed.handle} @${suspended.handle} @${staying.handle}` });
    await buildReply(building.founder, post);
    await plein.drainJobs();
    await sockets[2]?.hears((frame) => frame.topic === 'me' && frame.event === 'notification');
    const last = await buildPost(f.insider, f.open, { audience: 'public' });
    await plein.drainJobs();
    for (const socket of sockets) await socket.hears((frame) => frame.topic === 'square' && frame.data?.['postId'] === last.id);
    expect(sockets[2]?.heard(`building:${building.slug}`).length).toBeGreaterThan(0);
    for (const socket of sockets.slice(0, 2)) {
      expect(socket.heard(`building:${building.slug}`)).toEqual([]);
      expect(socket.heard('me')).toEqual([]);
      expect(JSON.stringify(socket.frames)).not.toContain(post.id);
    }
    for (const socket of sockets) socket.ws.terminate();
  });
});

describe('push', () => {
  test('of those outside tells nothing of what happens inside, though they are named there and have a device that is on', async () => {
    const service = await startPushService();
    try {
      const outsider = await buildMember(plein, { name: 'Iemand met een Telefoon' });
      const device = service.device();
      expect((await outsider.post('/push/subscriptions', device.subscription, { 'user-agent': 'Mozilla/5.0 Firefox/145.0' })).statusCode).toBe(201);
      for (const building of [f.closed, f.hidden]) await buildReply(f.insider, await buildPost(f.insider, building, { body: `Voor @${outsider.handle}: ${f.words.hidden.body}`, audience: 'members' }), { body: `@${outsider.handle}` });
      // The same person does hear of what they may read: the device works.
      const told = await buildPost(f.insider, f.open, { body: `Voor @${outsider.handle}`, audience: 'public' });
      // What else is due in this house is another test's.
      await plein.drainJobs();
      await plein.db((trx) => trx.updateTable('notification').set({ due_at: null }).where('recipient_id', '!=', outsider.actorId).execute());
      await tellAtOnce(plein);
      expect(device.pushed.map(({ message }) => message.url)).toEqual([expect.stringContaining(told.id)]);
      const heard = JSON.stringify(device.pushed);
      for (const secret of f.secretsFor('staff')) expect(heard).not.toContain(secret);
    } finally {
      await service.close();
    }
  });
});

describe('mail', () => {
  const password = 'vier losse woorden samen';
  async function moderated(action: string): Promise<{ person: TestMember; building: { slug: string } }> {
    const building = await buildBuilding(plein, { founder: f.insider });
    const person = await buildMemberOf(plein, building);
    const post = await buildPost(person, building);
    expect((await f.insider.post('/reports', { postId: post.id, reason: 'spam' })).statusCode).toBe(201);
    const [found] = (await f.insider.get(`/reports?place=${building.slug}`)).json<{ items: { id: string }[] }>().items;
    expect((await f.insider.post(`/reports/${found?.id}/decisions`, { action, reason: 'Omdat het niet kan.' })).statusCode).toBe(201);
    return { person, building };
  }

  /** Was told of something inside, and put out before it was sent; what happens outside goes on. */
  async function putOut(): Promise<TestMember> {
    const person = await buildMemberOf(plein, f.hidden);
    await buildReply(f.insider, await buildPost(f.insider, f.hidden, { body: `Voor @${person.handle}: ${f.words.hidden.body}`, audience: 'members' }), { body: `@${person.handle}` });
    await join(f.open, person);
    await plein.drainJobs();
    expect((await f.insider.delete(`${f.hidden.path}/memberships/${person.membershipId}`)).statusCode).toBe(204);
    await buildReply(f.insider, await buildPost(person, f.open, { audience: 'public' }), { body: 'Dit mag iedereen lezen.' });
    await plein.drainJobs();
    // What else is due in this house is another test's.
    await plein.db((trx) => trx.updateTable('notification').set({ due_at: null }).where('recipient_id', '!=', person.actorId).execute());
    return person;
  }

  /** Every template: how it comes about and to whom alone it goes. One without a row fails. */
  const rows: Record<string, (person: TestMember) => Promise<string>> = {
    async confirmation() {
      const email = `nieuw-${Date.now()}@thuis.example`;
      await buildGuest(plein).post('/accounts', { email, name: 'Iemand Nieuw', password });
      return email;
    },
    async 'known-address'(person) {
      await buildGuest(plein).post('/accounts', { email: person.email, name: 'Iemand Anders', password });
      return person.email;
    },
    async 'password-reset'(person) {
      await buildGuest(plein).post('/password-resets', { email: person.email });
      return person.email;
    },
    async 'password-changed'(person) {
      await buildGuest(plein).post('/password-resets', { email: person.email });
      const token = /token=([\w-]+)/.exec((await mailsTo(plein, person.email)).at(-1)?.text ?? '')?.[1];
      expect((await buildGuest(plein).post('/password-resets/confirmations', { token, password })).statusCode).toBe(204);
      await addSession(plein, person);
      return person.email;
    },
    async 'moderation-decision'() {
      const { person } = await moderated('warn');
      return person.email;
    },
    async 'appeal-decided'() {
      const { person, building } = await moderated('hide');
      // Its own mail is another row's.
      await plein.drainJobs();
      await plein.db((trx) => trx.deleteFrom('mail').where('recipient', '=', person.email).execute());
      const [decision] = (await person.get('/me/decisions')).json<{ items: { id: string }[] }>().items;
      expect((await person.post(`/me/decisions/${decision?.id}/appeals`, { note: 'Het was anders bedoeld.' })).statusCode).toBe(204);
      const [appeal] = (await f.insider.get(`/reports?place=${building.slug}`)).json<{ items: { id: string }[] }>().items;
      expect((await f.insider.post(`/reports/${appeal?.id}/decisions`, { action: 'uphold', reason: 'Het blijft zo.' })).statusCode).toBe(201);
      return person.email;
    },
    async 'report-handled'() {
      const email = `melder-${Date.now()}@elders.example`;
      const building = await buildBuilding(plein, { founder: f.insider });
      const author = await buildMemberOf(plein, building);
      const post = await buildPost(author, building);
      expect((await buildGuest(plein).post('/reports', { postId: post.id, reason: 'spam', email })).statusCode).toBe(201);
      const [found] = (await f.insider.get(`/reports?place=${building.slug}`)).json<{ items: { id: string }[] }>().items;
      expect((await f.insider.post(`/reports/${found?.id}/decisions`, { action: 'dismiss' })).statusCode).toBe(201);
      return email;
    },
    async invitation() {
      const email = `genodigd-${Date.now()}@elders.example`;
      expect((await f.insider.post(`${f.hidden.path}/invitations`, { emails: [email] })).statusCode).toBe(201);
      return email;
    },
    async 'request-answered'() {
      const asker = await buildMember(plein);
      const { id } = (await asker.post(`${f.closed.path}/memberships`, { note: 'Mag ik?' })).json<{ id: string }>();
      expect((await f.insider.post(`${f.closed.path}/memberships/${id}/answers`, { outcome: 'refused', word: 'Nu even niet.' })).statusCode).toBe(204);
      return asker.email;
    },
    async added() {
      const colleague = await buildMember(plein);
      expect((await f.insider.post(`${f.hidden.path}/memberships/imports`, `email\n${colleague.email}`)).statusCode).toBe(202);
      return colleague.email;
    },
    async 'reply-refused'() {
      const person = await buildMemberOf(plein, f.hidden);
      const { id } = await buildPost(f.insider, f.hidden, { title: f.words.hidden.title, body: f.words.hidden.body, audience: 'members' });
      const to = await addressFor(plein, person, id);
      expect((await f.insider.delete(`${f.hidden.path}/memberships/${person.membershipId}`)).statusCode).toBe(204);
      const taken = await plein.app.inject({ method: 'POST', url: '/api/v1/inbound-mails', headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${WEBHOOK_SECRET}` }, payload: answer(to, person.email) });
      expect(taken.statusCode, taken.body).toBe(202);
      return person.email;
    },
    async 'at-once'() {
      const person = await putOut();
      await tellAtOnce(plein);
      expect((await mailsTo(plein, person.email)).map(({ text }) => text).join()).toContain('Dit mag iedereen lezen.');
      return person.email;
    },
    async digest() {
      const person = await putOut();
      await plein.db((trx) => trx.updateTable('notification').set({ due_at: null }).execute());
      await sendDigests(plein, [person]);
      expect((await mailsTo(plein, person.email)).map(({ text }) => text).join()).toContain('Dit mag iedereen lezen.');
      return person.email;
    },
  };

  test('has a row for every template', () => {
    expect(Object.keys(rows).sort()).toEqual(Object.keys(templates).sort());
  });

  test.each(Object.keys(rows))('%s goes to one address and names nothing of a building, but its name to who is invited', async (template) => {
    const person = f.insider;
    const mailsBefore = new Set(await mailIds());
    const email = (await rows[template]?.(person)) ?? '';
    await plein.drainJobs();
    const sent = (await plein.db((trx) => trx.selectFrom('mail').select(['id', 'recipient', 'template', 'data']).execute())).filter(({ id }) => !mailsBefore.has(id));
    expect(new Set(sent.map(({ recipient }) => recipient))).toEqual(new Set([email]));
    expect(sent.map((mail) => mail.template)).toContain(template);
    expect(sent.every(({ data }) => JSON.stringify(data) === '{}')).toBe(true);
    const mail = (await mailsTo(plein, email)).filter((each) => each.template === template).at(-1) ?? expect.fail('no mail');
    // Who was brought in is inside, and is told so.
    const secrets = f.secretsFor(template === 'added' ? 'admin' : 'guest').filter((secret) => !(template === 'invitation' && secret === f.words.name));
    expectNoLeak({ status: 200, headers: {}, body: '', all: JSON.stringify(mail).toLowerCase() }, secrets, template);
    if (template === 'invitation') expect(mail.subject + mail.text).toContain(f.words.name);
  });

  test('about what is inside goes to nobody outside', async () => {
    const addresses = outsiderNames.flatMap((name) => ('email' in f.viewers[name] ? [String(f.viewers[name].email)] : []));
    expect(addresses).toHaveLength(outsiderNames.length - 1);
    // Whose account was suspended was told so.
    expect(await plein.db((trx) => trx.selectFrom('mail').select('template').where('recipient', 'in', addresses).where('template', '!=', 'moderation-decision').execute())).toEqual([]);
  });

  test('holds links that change nothing when they are opened, by a scanner or by anybody', async () => {
    const person = await buildMember(plein);
    const links: string[] = [];
    for (const make of [rows['confirmation'], rows['known-address'], rows['password-reset'], rows['invitation']]) {
      const email = (await make?.(person)) ?? '';
      links.push(...(await mailsTo(plein, email)).flatMap(({ html, text }) => [...`${text} ${html}`.matchAll(/http:\/\/plein\.test[^\s"<]*/g)].map(([link]) => link.replaceAll('&amp;', '&'))));
    }
    expect(new Set(links.map((link) => new URL(link).pathname))).toEqual(new Set(['/confirm', '/sign-in', '/reset-password', '/invitation']));
    const before = await everyRow(plein);
    const scanners: TestClient[] = [buildGuest(plein), f.viewers.staff, person];
    for (const link of new Set(links)) {
      const { pathname, search } = new URL(link);
      for (const client of scanners) {
        expect((await client.send('GET', `${pathname}${search}`, undefined, { accept: 'text/html' })).statusCode).toBe(200);
        await client.send('HEAD' as 'GET', `${pathname}${search}`);
        for (const path of ['accounts/confirmations', 'password-resets/confirmations', 'invitations/acceptances', 'invitations/lookups', 'first-administrator']) {
          expect((await client.send('GET', `/api/v1/${path}${search}`)).statusCode, path).toBe(404);
        }
      }
    }
    await plein.drainJobs();
    expect(await everyRow(plein)).toEqual(before);
  });
});

const mailIds = async (): Promise<string[]> => (await plein.db((trx) => trx.selectFrom('mail').select('id').execute())).map(({ id }) => id);

test('a viewer of every kind was looked at', () => {
  expect(Object.keys(f.viewers).sort()).toEqual([...viewerNames].sort());
});
