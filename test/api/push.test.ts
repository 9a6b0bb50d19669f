// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../server/identity/public.ts';
import { tellWhatIsDue } from '../../server/mailing/tell-what-is-due.ts';
import type { PushQueued } from '../../server/notifications/public.ts';
import { pushReaches } from '../../server/notifications/public.ts';
import { publish } from '../../server/platform/outbox/publish.ts';
import type { Device } from '../../server/push/schemas.ts';
import { startPlein, TestClient, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type PushService, startPushService } from '../support/push-service.ts';
import { until } from '../support/until.ts';

let plein: TestPlein;
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
  plein = await startPlein({ workers: true, env: { FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed', LOG_LEVEL: 'silent' } });
});
afterAll(async () => {
  // Whoever waits for a device that never answers is let go.
  await service?.close();
  await plein?.close();
});

const firefox = { 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0' };
type TestDevice = ReturnType<PushService['device']>;

async function switchOn(member: TestClient, device: TestDevice, headers: Record<string, string> = firefox): Promise<Device> {
  const answer = await member.post('/push/subscriptions', device.subscription, headers);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<Device>();
}
const devicesOf = async (member: TestClient) => (await member.get('/push/subscriptions')).json<{ items: Device[] }>().items;

/** Somebody who was answered, and to whom nothing of it was told outside yet. */
async function answered(options: { title?: string; body?: string } = {}) {
  const building = await buildBuilding(plein, { access: 'closed' });
  const member = await buildMemberOf(plein, building);
  const post = await buildPost(member, building, { kind: 'article', title: options.title ?? 'Het plan voor de wijk' });
  const reply = await buildReply(building.founder, post, { body: options.body ?? 'Daar ben ik het mee eens.' });
  const notification = () => plein.db((trx) => trx.selectFrom('notification').selectAll().where('recipient_id', '=', member.actorId).where('post_id', '=', reply.id).executeTakeFirst());
  const { id } = (await until(notification)) ?? { id: '' };
  // As who sends mail does when it is due.
  const tell = (moment = new Date()) =>
    plein.db(async (trx) => {
      await trx.updateTable('notification').set({ told_at: moment, told_by: 'push' }).where('id', '=', id).execute();
      return publish<PushQueued>(trx, { type: 'PushQueued', recipientId: member.actorId, notificationIds: [id] });
    });
  return { building, member, post, reply, id, notification, tell };
}

/** The event, and what came of it for each device. */
async function allHandled({ tell, id }: Pick<Awaited<ReturnType<typeof answered>>, 'tell' | 'id'>): Promise<void> {
  const eventId = await tell();
  await until(() => plein.db((trx) => trx.selectFrom('event').select('done_at').where('id', '=', eventId).executeTakeFirst()), (row) => row?.done_at !== null);
  const waiting = () => plein.db((trx) => trx.selectFrom('event').select('id').where('type', '=', 'PushToDevice').where(sql<boolean>`payload->'notificationIds' ? ${id}`).where('done_at', 'is', null).execute());
  await until(waiting, (rows) => rows.length === 0);
}

describe('a device', () => {
  test('is switched on with the key of the instance, is named readably, and is switched off', async () => {
    const member = await buildMember(plein);
    const { publicKey } = (await member.get('/push/key')).json<{ publicKey: string }>();
    expect(Buffer.from(publicKey, 'base64url')).toHaveLength(65);
    expect((await member.get('/push/key')).json()).toEqual({ publicKey });
    const device = service.device();
    const made = await switchOn(member, device);
    expect(made).toMatchObject({ device: 'Firefox op Android', current: true, reached: true, lastUsedAt: null });
    // Heard of again: the same.
    expect((await switchOn(member, device)).id).toBe(made.id);
    expect(await plein.db((trx) => pushReaches(trx, [member.actorId]))).toEqual(new Set([member.actorId]));
    expect((await (await buildMember(plein)).delete(`/push/subscriptions/${made.id}`)).statusCode).toBe(404);
    expect((await member.delete(`/push/subscriptions/${made.id}`)).statusCode).toBe(204);
    expect(await devicesOf(member)).toEqual([]);
    expect(await plein.db((trx) => pushReaches(trx, [member.actorId]))).toEqual(new Set());
  });

  test('goes with its session: on signing out, on being ended elsewhere, and with a new password for all others', async () => {
    const member = await buildMember(plein);
    const password = await hashPassword('vier losse woorden samen');
    await plein.db((trx) => trx.updateTable('account').set({ password_hash: password }).where('id', '=', member.accountId).execute());
    const sessions = await Promise.all([0, 1, 2, 3].map(async () => {
      const client = new TestClient(plein.app);
      expect((await client.post('/sessions', { email: member.email, password: 'vier losse woorden samen' })).statusCode).toBe(201);
      await switchOn(client, service.device());
      return client;
    }));
    const [one, two, three] = sessions as [TestClient, TestClient, TestClient, TestClient];
    expect(await devicesOf(one)).toHaveLength(4);
    await two.delete('/sessions/current');
    expect(await devicesOf(one)).toHaveLength(3);
    const ended = (await three.get('/sessions')).json<{ items: { id: string; current: boolean }[] }>().items.find(({ current }) => current);
    await one.delete(`/sessions/${ended?.id}`);
    expect(await devicesOf(one)).toHaveLength(2);
    expect((await one.put('/me/password', { current: 'vier losse woorden samen', password: 'vijf heel andere losse woorden' })).statusCode).toBeLessThan(300);
    expect((await devicesOf(one)).map(({ current }) => current)).toEqual([true]);
  });

  test('on which somebody else signs in is theirs; who does not have the browser does not get it', async () => {
    const [before, after, thief] = [await buildMember(plein), await buildMember(plein), await buildMember(plein)];
    const device = service.device();
    await switchOn(before, device);
    const stolen = { ...device.subscription, keys: service.device().subscription.keys };
    expect((await thief.post('/push/subscriptions', stolen)).statusCode).toBe(400);
    await switchOn(after, device);
    expect([(await devicesOf(before)).length, (await devicesOf(after)).length, (await devicesOf(thief)).length]).toEqual([0, 1, 0]);
  });

  test.each(['keys.p256dh', 'keys.auth'])('with a false %s is refused by name', async (path) => {
    const member = await buildMember(plein);
    const { endpoint, keys } = service.device().subscription;
    const wrong = path === 'keys.auth' ? { ...keys, auth: Buffer.alloc(17).toString('base64url') } : { ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') };
    const answer = await member.post('/push/subscriptions', { endpoint, keys: wrong });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors[0]?.path).toBe(path);
  });
});

describe('what is due', () => {
  const dueNow = async (id: string) => {
    await plein.db((trx) => trx.updateTable('notification').set({ due_at: new Date(Date.now() - 1_000) }).where('id', '=', id).execute());
    await tellWhatIsDue.run(plein.deps);
  };
  const mailsTo = (email: string) => plein.db((trx) => trx.selectFrom('mail').select('template').where('recipient', '=', email).where('template', '=', 'at-once').execute());

  test('is pushed to who has a device, and then not mailed', async () => {
    const { member, id, notification } = await answered();
    const device = service.device();
    await switchOn(member, device);
    await dueNow(id);
    await until(() => device.pushed.length === 1);
    expect(await notification()).toMatchObject({ told_by: 'push' });
    expect(await mailsTo(member.email)).toEqual([]);
  });

  test('is mailed after all when the last device turns out to be gone', async () => {
    const { member, id, notification } = await answered();
    await switchOn(member, service.device((response) => void response.writeHead(410).end()));
    await dueNow(id);
    await until(async () => (await notification())?.told_by !== 'push');
    await tellWhatIsDue.run(plein.deps);
    expect(await until(() => mailsTo(member.email), (mails) => mails.length > 0)).toHaveLength(1);
    expect(await notification()).toMatchObject({ told_by: 'mail' });
  });
});

describe('a push', () => {
  test('is not sent of a thread that one wants to hear nothing of any more, and goes by mail when one wants no pushes any more', async () => {
    const [quiet, byMail] = [await answered(), await answered()];
    const devices = [service.device(), service.device()] as const;
    await switchOn(quiet.member, devices[0]);
    await switchOn(byMail.member, devices[1]);
    expect((await quiet.member.put(`/notification-settings/threads/${quiet.post.id}`, { level: 'none' })).statusCode).toBe(200);
    expect((await byMail.member.put('/notification-settings', { channels: { push: false } })).statusCode).toBe(200);
    await allHandled(quiet);
    await allHandled(byMail);
    expect(devices.map((device) => device.asked())).toEqual([0, 0]);
    expect(await byMail.notification()).not.toMatchObject({ told_by: 'push' });
  });

  test('is encrypted for the device and signed by the instance, short, and replaces itself', async () => {
    const { member, post, reply, tell } = await answered({ body: `Eens. ${'En nog veel meer woorden. '.repeat(40)}` });
    const device = service.device();
    await switchOn(member, device);
    await tell();
    await until(() => device.pushed.length === 1);
    const [pushed] = device.pushed;
    expect(pushed?.message).toMatchObject({ title: expect.stringContaining('reageerde'), tag: `thread ${post.id}`, url: reply.url, locale: 'nl' });
    expect(pushed?.message.body).toContain('Eens.');
    expect(pushed?.message.body.length).toBeLessThanOrEqual(160);
    expect(pushed?.headers).toMatchObject({ ttl: '86400', urgency: 'normal', 'content-encoding': 'aes128gcm' });
    expect(pushed?.headers['topic']).toMatch(/^[\w-]{32}$/);
    const { publicKey } = (await member.get('/push/key')).json<{ publicKey: string }>();
    expect(pushed?.vapid).toMatchObject({ aud: service.address, sub: 'mailto:plein@localhost', key: publicKey });
    expect((pushed?.vapid.exp ?? 0) * 1000 - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    await until(async () => (await devicesOf(member))[0]?.lastUsedAt !== null);
    await tell();
    await until(() => device.pushed.length === 2);
    expect(device.pushed[1]?.headers['topic']).toBe(pushed?.headers['topic']);
  });

  test('says nothing of what was read, deleted, or may not be read any more since it was queued', async () => {
    const cases = [await answered(), await answered(), await answered(), await answered()] as const;
    const devices = await Promise.all(cases.map(async ({ member }) => {
      const device = service.device();
      await switchOn(member, device);
      return device;
    }));
    const [read, deleted, removed, suspended] = cases;
    await read.member.post('/notifications/read', { ids: [read.id] });
    await deleted.building.founder.delete(`/posts/${deleted.reply.id}`);
    await removed.building.founder.delete(`/buildings/${removed.building.slug}/memberships/${removed.member.membershipId}`);
    await plein.db((trx) => trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', suspended.member.accountId).execute());
    for (const each of cases) await allHandled(each);
    expect(devices.map((device) => device.asked())).toEqual([0, 0, 0, 0]);
  });

  test('reaches the other devices when one hangs up, never answers, or sends elsewhere; nothing is followed', async () => {
    const { member, tell } = await answered();
    const elsewhere = service.device();
    const silent = service.device(() => undefined);
    const [dead, moved, well] = [service.device((response) => response.destroy()), service.device((response) => void response.writeHead(307, { location: elsewhere.subscription.endpoint }).end()), service.device()];
    for (const device of [silent, dead, moved, well]) await switchOn(member, device);
    await tell();
    await until(() => well.pushed.length === 1);
    await until(() => dead.asked() > 1 && moved.asked() > 1);
    expect(elsewhere.asked()).toBe(0);
    expect(well.asked()).toBe(1);
  });

  test.each([404, 410])('that is answered with %i ends the subscription, and is told in another way when that was the last', async (status) => {
    const told = await answered();
    const { member, notification } = told;
    const gone = service.device((response) => void response.writeHead(status).end());
    await switchOn(member, gone);
    await allHandled(told);
    expect(await devicesOf(member)).toEqual([]);
    expect((await notification())?.told_by).not.toBe('push');
    expect(gone.asked()).toBe(1);
  });

  test('for a device whose session ran out since is told in another way', async () => {
    const told = await answered();
    const device = service.device();
    await switchOn(told.member, device);
    await plein.db((trx) => trx.updateTable('session').set({ expires_at: new Date(Date.now() - 1_000) }).where('account_id', '=', told.member.accountId).execute());
    await allHandled(told);
    expect((await told.notification())?.told_by).not.toBe('push');
    expect(device.asked()).toBe(0);
  });

  test('waits as long as the push service asks', async () => {
    const { member, tell } = await answered();
    const busy = service.device((response, times) => void (times === 1 ? response.writeHead(429, { 'retry-after': '1' }) : response.writeHead(201)).end());
    await switchOn(member, busy);
    const before = performance.now();
    await tell();
    await until(() => busy.pushed.length === 1);
    expect(busy.asked()).toBe(2);
    expect((busy.pushed[0]?.at ?? 0) - before).toBeGreaterThanOrEqual(1_000);
  });

  test('can be tried from the settings, by its owner only', async () => {
    const [member, other] = [await buildMember(plein), await buildMember(plein)];
    const device = service.device();
    const { id } = await switchOn(member, device);
    expect((await other.post(`/push/subscriptions/${id}/tests`)).statusCode).toBe(404);
    expect((await member.post(`/push/subscriptions/${id}/tests`)).statusCode).toBe(204);
    await until(() => device.pushed.length === 1);
    expect(device.pushed[0]?.message).toMatchObject({ title: 'Het werkt', tag: 'test' });
  });
});

test('without the setting for tests an endpoint inside is refused, with or without a name', async () => {
  const strict = await startPlein({ databaseUrl: plein.databaseUrl });
  const member = await buildMember(strict);
  const { keys } = service.device().subscription;
  for (const endpoint of [`${service.address}/push/x`, 'http://push.example/abcdef', 'https://127.0.0.1/abcdef', 'https://2130706433/abcdef', 'https://[::1]/abcdef', 'https://169.254.169.254/latest', 'https://plein.internal/abcdef', 'https://push.example:8443/abcdef']) {
    const answer = await member.post('/push/subscriptions', { endpoint, keys });
    expect([endpoint, answer.statusCode]).toEqual([endpoint, 400]);
  }
  expect((await member.post('/push/subscriptions', { endpoint: 'https://push.example/abcdef', keys })).statusCode).toBe(201);
  await strict.close();
});
