// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '../../server/operations/room.ts';
import { startMetrics } from '../../server/operations/public.ts';
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';

let plein: TestPlein;
let administrator: TestMember;

beforeAll(async () => {
  plein = await startPlein({ env: { MAIL_FROM: 'Het plein <plein@zuiderdam.example>' } });
  administrator = await buildMember(plein, { administrator: true, name: 'Bas Beheer' });
});
afterAll(() => plein.close());

interface Item {
  id: string;
  [field: string]: unknown;
}

async function items(path: string): Promise<Item[]> {
  return (await administrator.get(path)).json<{ items: Item[] }>().items;
}

test('only an administrator sees operations', async () => {
  const [member, id] = [await buildMember(plein), newId()];
  for (const path of ['/queues', '/schedules', '/queues/mail/failed', '/mails', `/mails/${id}`, '/people']) {
    expect((await buildGuest(plein).get(`/operations${path}`)).statusCode).toBe(401);
    expect((await member.get(`/operations${path}`)).statusCode).toBe(403);
  }
  expect((await member.patch(`/operations/people/${member.actorId}`, { role: 'administrator' })).statusCode).toBe(403);
  expect((await member.post('/operations/queues/mail/failed/1/retries')).statusCode).toBe(403);
});

test('mail that was written to disk is listed, newest first, and can be read', async () => {
  for (const email of ['een@thuis.example', 'twee@thuis.example']) await buildGuest(plein).post('/accounts', { email, name: 'Post Ontvanger', password: 'vier losse woorden samen' });
  await plein.drainJobs();
  const [newest, before] = await items('/operations/mails?limit=2');
  expect([newest?.['to'], before?.['to']]).toEqual(['twee@thuis.example', 'een@thuis.example']);
  expect(newest).toMatchObject({ template: 'confirmation', state: 'sent', subject: 'Bevestig je e-mailadres voor Plein', sentAt: expect.any(String), error: null });
  const read = (await administrator.get(`/operations/mails/${newest?.id}`)).json<{ text: string; html: string }>();
  expect(read.text).toMatch(/http:\/\/plein\.test\/confirm\?token=[\w-]{43}/);
  expect(read.html).toContain('Bevestig mijn e-mailadres');
  expect((await administrator.get(`/operations/mails/${newId()}`)).statusCode).toBe(404);

  const first = (await administrator.get('/operations/mails?limit=1')).json<{ items: Item[]; next: string }>();
  expect(first.items.map((mail) => mail.id)).toEqual([newest?.id]);
  expect((await items(`/operations/mails?limit=1&cursor=${first.next}`)).map((mail) => mail.id)).toEqual([before?.id]);
});

test('what mail holds is not for tokens, and mail without a file shows its envelope', async () => {
  const id = newId();
  await plein.db((trx) => trx.insertInto('mail').values({ id, recipient: 'over@smtp.example', template: 'confirmation', locale: 'nl', data: '{}', subject: 'Over SMTP', state: 'sent', sent_at: new Date() }).execute());
  expect((await administrator.get(`/operations/mails/${id}`)).json()).toMatchObject({ subject: 'Over SMTP', text: null, html: null });
  const { token } = (await administrator.post('/tokens', { name: 'Beheer', scopes: ['read', 'admin'] })).json<{ token: string }>();
  const withToken = (path: string) => plein.app.inject({ method: 'GET', url: `/api/v1/operations${path}`, headers: { authorization: `Bearer ${token}` } });
  expect((await withToken('/mails')).statusCode).toBe(200);
  expect((await withToken(`/mails/${id}`)).statusCode).toBe(403);
});

test('the administrator finds people by name, address or handle', async () => {
  const member = await buildMember(plein, { name: 'Zoek Deze', handle: 'zoek-deze' });
  for (const q of ['zoek+deze', member.email, 'zoek-d', 'Zoek+Deez']) expect((await items(`/operations/people?q=${q}`)).map((each) => each.id)).toContain(member.actorId);
  expect((await items('/operations/people?q=zoek-deze'))[0]).toMatchObject({ handle: 'zoek-deze', name: 'Zoek Deze', email: member.email, isStaff: true, role: 'member', organisation: null, suspendedAt: null });
  expect(await items('/operations/people?q=%25')).toEqual([]);
});

test('pages of people follow each other without loss', async () => {
  const all = (await items('/operations/people?limit=100')).map((each) => each.id);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await administrator.get(`/operations/people?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)).json<{ items: Item[]; next: string | null }>();
    seen.push(...page.items.map((each) => each.id));
    cursor = page.next ?? '';
  } while (cursor !== '');
  expect(seen).toEqual(all);
});

test('a suspension ends sessions, tokens and sign-in at once, tells the sockets, and can be undone', async () => {
  const member = await buildMember(plein);
  const { token } = (await member.post('/tokens', { name: 'Rooster', scopes: ['read'] })).json<{ token: string }>();
  const suspended = await administrator.patch(`/operations/people/${member.actorId}`, { suspended: true });
  expect(suspended.json()).toMatchObject({ id: member.actorId, suspendedAt: expect.any(String) });
  expect((await member.get('/me')).statusCode).toBe(401);
  expect((await plein.app.inject({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(401);
  const events = await plein.db((trx) => trx.selectFrom('event').select(['type', 'payload']).where('type', 'in', ['AccountSuspended', 'SessionEnded']).execute());
  // One for the sessions, one for the token.
  expect(events.filter((event) => (event.payload as { actorId?: string }).actorId === member.actorId).map((event) => event.type).sort()).toEqual(['AccountSuspended', 'SessionEnded', 'SessionEnded']);

  expect((await administrator.patch(`/operations/people/${member.actorId}`, { suspended: false })).json()).toMatchObject({ suspendedAt: null });
  // Both are over for good: whoever made a token while the account was theirs to abuse does not get it back.
  expect((await member.get('/me')).statusCode).toBe(401);
  expect((await plein.app.inject({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(401);
  expect(await plein.db((trx) => trx.selectFrom('access_token').select('id').where('account_id', '=', member.accountId).execute())).toEqual([]);
});

test('somebody made administrator is so in the next request, and what is not theirs to give is refused', async () => {
  const member = await buildMember(plein);
  expect((await administrator.patch(`/operations/people/${member.actorId}`, { role: 'administrator' })).json()).toMatchObject({ role: 'administrator' });
  expect((await member.get('/operations/queues')).statusCode).toBe(200);
  expect((await administrator.patch(`/operations/people/${member.actorId}`, { role: 'member' })).json()).toMatchObject({ role: 'member' });
  expect((await member.get('/operations/queues')).statusCode).toBe(403);
  expect((await administrator.patch(`/operations/people/${member.actorId}`, { email: 'mijn@thuis.example' })).json()).toMatchObject({ status: 400, errors: [{ path: 'email' }] });
  expect((await administrator.patch(`/operations/people/${newId()}`, { suspended: true })).statusCode).toBe(404);
});

test('the last administrator can neither step down nor be suspended, also when two demote each other at once', async () => {
  for (const changes of [{ role: 'member' }, { suspended: true }]) {
    expect((await administrator.patch(`/operations/people/${administrator.actorId}`, changes)).json()).toMatchObject({ status: 409, type: '/problems/last-administrator' });
  }
  const second = await buildMember(plein, { administrator: true });
  const answers = await Promise.all([
    administrator.patch(`/operations/people/${second.actorId}`, { role: 'member' }),
    second.patch(`/operations/people/${administrator.actorId}`, { role: 'member' }),
  ]);
  // The slower one is refused as the last that is left, or is no administrator any more when it is heard.
  const [done = 0, refused = 0] = answers.map((answer) => answer.statusCode).sort();
  expect(done).toBe(200);
  expect([403, 409]).toContain(refused);
  const left = await plein.db((trx) => trx.selectFrom('account').select('id').where('role', '=', 'administrator').where('suspended_at', 'is', null).execute());
  expect(left).toHaveLength(1);
  await plein.db((trx) => trx.updateTable('account').set({ role: 'administrator' }).where('id', '=', administrator.accountId).execute());
});

test.each([false, true])('jobs that were set aside are shown and tried again (Redis: %s)', async (redis) => {
  const queued = await startPlein({ redis });
  const baas = await buildMember(queued, { administrator: true });
  const queue = queued.deps.jobs.queue('mail');
  let broken = true;
  await queue.add('send-mail', { eventId: newId() }, { attempts: 1, jobId: `poison-${newId()}` });
  expect((await baas.get('/operations/queues')).json<{ items: { name: string; waiting: number; oldestSeconds: number | null }[] }>().items.find((each) => each.name === 'mail')).toMatchObject({ waiting: 1, failed: 0, oldestSeconds: expect.any(Number) });
  queued.deps.jobs.work('mail', 1, async () => {
    if (broken) throw new Error('the mail server says no');
  });
  const failed = async () => (await baas.get('/operations/queues/mail/failed')).json<{ items: { id: string; name: string; reason: string; attempts: number }[] }>().items;
  await expect.poll(failed, { timeout: 10_000 }).toMatchObject([{ name: 'send-mail', reason: 'the mail server says no', attempts: 1, failedAt: expect.any(String) }]);
  broken = false;
  const [job] = await failed();
  expect((await baas.post(`/operations/queues/mail/failed/${job?.id}/retries`)).statusCode).toBe(204);
  await expect.poll(failed, { timeout: 10_000 }).toEqual([]);
  expect((await baas.post(`/operations/queues/mail/failed/${job?.id}/retries`)).statusCode).toBe(404);
  expect((await baas.get('/operations/queues/other/failed')).statusCode).toBe(400);
  await queued.deps.jobs.schedule([{ name: 'sweep', everyMs: 3_600_000, queue: 'housekeeping' }]);
  // A later version does it elsewhere.
  await queued.deps.jobs.schedule([{ name: 'sweep-now', everyMs: 60_000, queue: 'digest' }, { name: 'sweep', everyMs: 60_000, queue: 'notify' }]);
  const { items } = (await baas.get('/operations/schedules')).json<{ items: object[] }>();
  expect(items).toEqual([
    { name: 'sweep', queue: 'notify', everySeconds: 60, nextAt: expect.any(String) },
    { name: 'sweep-now', queue: 'digest', everySeconds: 60, nextAt: expect.any(String) },
  ]);
  await queued.close();
});

test('a machine hears that the process lives and is ready', async () => {
  expect((await plein.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
  const ready = await plein.app.inject('/readyz');
  expect(ready.statusCode).toBe(200);
  expect(ready.json()).toEqual({ status: 'ok', parts: { database: 'ok', migrations: 'ok', queue: 'ok' } });
});

test('a process that cannot do its work says 503 and which part it is, and still lives', async () => {
  const behind = await startPlein();
  await behind.db((trx) => trx.deleteFrom('kysely_migration' as never).execute());
  const answer = await behind.app.inject('/readyz');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ status: 'unavailable', parts: { database: 'ok', migrations: 'failing', queue: 'ok' } });
  await behind.deps.database.pool.end();
  expect((await behind.app.inject('/readyz')).json()).toMatchObject({ status: 'unavailable', parts: { database: 'failing' } });
  expect((await behind.app.inject('/healthz')).statusCode).toBe(200);
  await behind.close().catch(() => undefined);
});

test('metrics stand on a port of their own and name routes by their pattern', async () => {
  expect(await startMetrics(plein.deps)).toBeNull();
  await plein.app.inject('/api/v1/people/iemand-geheim?q=zoekwoord');
  const metrics = await startMetrics({ ...plein.deps, config: { ...plein.config, metrics: { port: 0, host: '127.0.0.1' } } });
  const answer = await fetch(metrics?.address ?? '');
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(text).toMatch(/plein_http_request_seconds_count\{method="GET",route="\/api\/v1\/people\/:handle",status="404"\} [1-9]/);
  for (const name of ['plein_queue_waiting{queue="mail"}', 'plein_queue_oldest_seconds{queue="digest"}', 'plein_queue_delayed{queue="push"}', 'plein_queue_failed{queue="mail"}', 'plein_outbox_waiting ', 'plein_outbox_oldest_seconds ', 'plein_sockets 0', 'process_resident_memory_bytes ']) expect(text).toContain(name);
  expect(text).not.toMatch(/iemand-geheim|zoekwoord/);
  expect((await fetch((metrics?.address ?? '').replace('/metrics', '/'))).status).toBe(404);
  await metrics?.stop();
  expect((await plein.app.inject('/metrics')).statusCode).toBe(404);
});

test('whoever finds a weakness learns where to tell it (RFC 9116)', async () => {
  const answer = await plein.app.inject('/.well-known/security.txt');
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
  const lines = answer.body.split('\n');
  expect(lines).toContain('Contact: mailto:plein@zuiderdam.example');
  const expires = new Date(lines.find((line) => line.startsWith('Expires: '))?.slice(9) ?? '').getTime() - plein.clock.now().getTime();
  expect(expires).toBeGreaterThan(100 * 24 * 3_600_000);
  expect(expires).toBeLessThan(365 * 24 * 3_600_000);
});

test('housekeeping deletes old keys, done events and spent limits, and nothing that is still needed', async () => {
  const day = 24 * 3_600_000;
  const ago = (days: number) => new Date(plein.clock.now().getTime() - days * day);
  const event = (days: number, done: boolean) => ({ id: newId(), type: 'Nothing', payload: '{}', created_at: ago(days), relayed_at: ago(days), done_at: done ? ago(days) : null });
  const [oldDone, oldWaiting, recent] = [event(8, true), event(8, false), event(6, true)];
  await plein.db(async (trx) => {
    await trx.insertInto('event').values([oldDone, oldWaiting, recent]).execute();
    await trx.insertInto('idempotency_key').values([2, 0].map((days) => ({ owner_id: administrator.actorId, key_hash: Buffer.from(`key-${days}`), request_hash: Buffer.from(''), created_at: ago(days) }))).execute();
    await trx.insertInto('rate_limit').values([{ key: 'spent', points: 1, expire: ago(1).getTime() }, { key: 'running', points: 1, expire: ago(-1).getTime() }]).execute();
  });
  for (const schedule of operations.schedules ?? []) await schedule.run(plein.deps);
  const left = await plein.db(async (trx) => ({
    events: (await trx.selectFrom('event').select('id').where('type', '=', 'Nothing').orderBy('id').execute()).map((row) => row.id),
    keys: (await trx.selectFrom('idempotency_key').select('key_hash').where('owner_id', '=', administrator.actorId).execute()).map((row) => row.key_hash.toString()).filter((key) => key.startsWith('key-')),
    limits: (await trx.selectFrom('rate_limit').select('key').where('key', 'in', ['spent', 'running']).execute()).map((row) => row.key),
  }));
  expect(left).toEqual({ events: [oldWaiting.id, recent.id], keys: ['key-0'], limits: ['running'] });
});

test('housekeeping deletes mail of more than thirty days, with its files, and leaves what still waits', async () => {
  const ago = (days: number) => new Date(plein.clock.now().getTime() - days * 24 * 3_600_000);
  const mail = (state: string, days: number) => ({ id: newId(), recipient: 'opruimen@thuis.example', template: 'confirmation', locale: 'nl', data: '{}', state, created_at: ago(days) });
  const [sent, failed, waiting, recent] = [mail('sent', 31), mail('failed', 31), mail('queued', 31), mail('sent', 29)];
  const folder = join(plein.config.dataDir, 'mail');
  await mkdir(folder, { recursive: true });
  for (const { id } of [sent, recent]) await writeFile(join(folder, `${id}.eml`), 'Subject: x');
  await plein.db((trx) => trx.insertInto('mail').values([sent, failed, waiting, recent]).execute());
  for (const schedule of operations.schedules ?? []) await schedule.run(plein.deps);
  const left = await plein.db((trx) => trx.selectFrom('mail').select('id').where('recipient', '=', 'opruimen@thuis.example').execute());
  expect(left.map((row) => row.id).sort()).toEqual([waiting.id, recent.id].sort());
  const files = await readdir(folder);
  expect([sent, recent].map(({ id }) => files.includes(`${id}.eml`))).toEqual([false, true]);
});
