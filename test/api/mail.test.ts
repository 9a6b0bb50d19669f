// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../server/platform/deps.ts';
import { queueMail } from '../../server/platform/mail/queue-mail.ts';
import { mailSender } from '../../server/platform/mail/send-mail.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { dkimSigned } from '../support/dkim.ts';
import { type Inbox, openInbox } from '../support/inbox.ts';
import { backends, openQueueHouse, type QueueHouse } from '../support/queues.ts';
import { until } from '../support/until.ts';

async function stateOf(deps: Deps, id: string) {
  return deps.database.asSystem((trx) => trx.selectFrom('mail').select(['state', 'subject', 'error', 'data', 'file', 'sent_at']).where('id', '=', id).executeTakeFirstOrThrow());
}

const confirmation = { name: 'Jet de Vries', url: 'http://plein.test/confirm?token=geheim', instance: 'Plein van Zuiderdam' };
const queue = (deps: Deps, to = 'jet@zuiderdam.example') => deps.database.asSystem((trx) => queueMail(trx, { to, template: 'confirmation', locale: 'nl', data: confirmation }));

describe.each(backends)('mail over %s', (backend) => {
  let house: QueueHouse | null = null;
  let inbox: Inbox | null = null;

  afterEach(async () => {
    await house?.close();
    await inbox?.close();
    house = inbox = null;
  });

  async function start(env: Record<string, string> = {}): Promise<Deps> {
    house = await openQueueHouse(backend, env);
    const deps = await house.openDeps();
    await house.startWorker([mailSender(deps.config)]);
    return deps;
  }

  test('is written to a file of its own, readable by nobody else, where there is no mail server', async () => {
    const deps = await start();
    const id = await queue(deps);
    const sent = await until(() => stateOf(deps, id), ({ state }) => state === 'sent');
    expect(sent).toMatchObject({ subject: 'Bevestig je e-mailadres voor Plein van Zuiderdam', error: null, data: {}, file: join(deps.config.dataDir, 'mail', `${id}.eml`) });
    expect(await readdir(join(deps.config.dataDir, 'mail'))).toEqual([`${id}.eml`]);
    expect((await stat(sent.file ?? '')).mode & 0o077).toBe(0);
    const mail = await PostalMime.parse(await readFile(sent.file ?? ''));
    expect(mail).toMatchObject({ subject: sent.subject, to: [{ address: 'jet@zuiderdam.example' }], messageId: `<${id}@plein.test>` });
    for (const part of [mail.text, mail.html]) expect(part).toContain('http://plein.test/confirm?token=geheim');
  });

  test('goes over SMTP once, with text and HTML, however many workers there are', async () => {
    inbox = await openInbox();
    const deps = await start({ SMTP_URL: inbox.url, MAIL_FROM: 'Plein <plein@zuiderdam.example>' });
    await house?.startWorker([mailSender(deps.config)]);
    const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => queue(deps, `persoon-${index}@zuiderdam.example`)));
    await until(() => inbox?.received.length, (count) => count === 20);
    await until(async () => (await Promise.all(ids.map((id) => stateOf(deps, id)))).filter(({ state }) => state === 'sent').length, (count) => count === 20);
    expect(new Set(inbox.received.map((mail) => mail.messageId))).toEqual(new Set(ids.map((id) => `<${id}@plein.test>`)));
    expect(inbox.received[0]).toMatchObject({ from: { name: 'Plein', address: 'plein@zuiderdam.example' }, subject: 'Bevestig je e-mailadres voor Plein van Zuiderdam' });
    expect(inbox.received[0]?.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
  });

  test('that is refused for now is tried again and then sent once', async () => {
    inbox = await openInbox();
    inbox.refuse(2, 451);
    const deps = await start({ SMTP_URL: inbox.url });
    const id = await queue(deps);
    await until(() => stateOf(deps, id), ({ state }) => state === 'sent');
    expect(inbox.received).toHaveLength(1);
    expect(await stateOf(deps, id)).toMatchObject({ error: null, data: {} });
  });

  test('that is refused for good is not tried again, and says why', async () => {
    inbox = await openInbox();
    inbox.refuse(1, 550);
    const deps = await start({ SMTP_URL: inbox.url });
    const id = await queue(deps);
    const refused = await until(() => stateOf(deps, id), ({ state }) => state === 'failed');
    expect(refused.error).toContain('not now');
    expect(refused.data).toEqual({});
    await until(async () => (await deps.database.pool.query<{ count: number }>('select count(*) from event where done_at is null')).rows[0]?.count, (count) => count === 0);
    expect(inbox.received).toEqual([]);
    const next = await queue(deps);
    await until(() => stateOf(deps, next), ({ state }) => state === 'sent');
    expect(inbox.received.map((mail) => mail.messageId)).toEqual([`<${next}@plein.test>`]);
  });

  test('waits for a server that is not there, is set aside, and goes when it is tried again', async () => {
    inbox = await openInbox();
    const { url } = inbox;
    await inbox.close();
    const deps = await start({ SMTP_URL: url });
    const id = await queue(deps);
    await until(() => deps.jobs.queue('mail').getFailedCount(), (count) => count === 1);
    expect(await stateOf(deps, id)).toMatchObject({ state: 'failed', error: expect.stringContaining('ECONNREFUSED') });
    inbox = await openInbox();
    await house?.startWorker([mailSender({ ...deps.config, smtpUrl: inbox.url })]);
    const [job] = await deps.jobs.queue('mail').getFailed();
    for (let attempt = 0; attempt < 20 && inbox.received.length === 0; attempt++) {
      // The worker that knows the old address may take it first.
      await job?.retry('failed', { resetAttemptsMade: true }).catch(() => undefined);
      await until(() => inbox?.received.length, (count) => count === 1, 500).catch(() => undefined);
    }
    await until(() => stateOf(deps, id), ({ state }) => state === 'sent');
    expect(inbox.received).toHaveLength(1);
  });
});

describe('a mail', () => {
  let plein: TestPlein | null = null;
  let inbox: Inbox | null = null;

  afterEach(async () => {
    await plein?.close();
    await inbox?.close();
    plein = inbox = null;
  });

  async function start(env: Record<string, string> = {}): Promise<{ plein: TestPlein; inbox: Inbox }> {
    inbox = await openInbox();
    plein = await startPlein({ env: { SMTP_URL: inbox.url, MAIL_FROM: 'Plein <plein@zuiderdam.example>', ...env } });
    return { plein, inbox };
  }

  test('is signed so that a receiver with the public key of the domain can check it, with the headers that end a subscription', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { plein, inbox } = await start({ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein2026', DKIM_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string });
    await plein.db((trx) => queueMail(trx, { to: 'jet@zuiderdam.example', template: 'confirmation', locale: 'nl', data: { ...confirmation, name: 'Jét ✓' }, headers: { unsubscribeUrl: 'https://plein.test/u/1', list: { id: 'omgevingswet.plein.test', name: 'Omgevingswet "één"' }, references: ['wortel@plein.test'], fromName: 'Fatima (via Plein)', replyTo: 'antwoord@plein.test', envelopeFrom: 'terug+1@zuiderdam.example' } }));
    await plein.drainJobs();
    const [letter] = inbox.letters;
    expect(dkimSigned(letter?.raw ?? '', publicKey)).toMatchObject({ valid: true, domain: 'zuiderdam.example', selector: 'plein2026' });
    expect(dkimSigned(letter?.raw ?? '', publicKey).fields).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'message-id', 'references', 'list-unsubscribe', 'list-unsubscribe-post', 'list-id']));
    expect(dkimSigned((letter?.raw ?? '').replace('/u/1', '/u/2'), publicKey).valid).toBe(false);
    expect(letter).toMatchObject({ from: 'terug+1@zuiderdam.example', to: ['jet@zuiderdam.example'], mail: { from: { name: 'Fatima (via Plein)', address: 'plein@zuiderdam.example' }, replyTo: [{ address: 'antwoord@plein.test' }], inReplyTo: '<wortel@plein.test>', references: '<wortel@plein.test>' } });
    const headers = new Map(letter?.mail.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('list-id')).toBe('"Omgevingswet een" <omgevingswet.plein.test>');
    expect(headers.get('list-unsubscribe')).toBe('<https://plein.test/u/1>');
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
  });

  test('that a server takes and does not acknowledge is sent again under the same Message-ID, and never after an acknowledgement', async () => {
    const { plein, inbox } = await start();
    inbox.dieBeforeAnswer(2);
    const id = await queue(plein.deps);
    for (const _ of [1, 2]) await expect(plein.drainJobs()).rejects.toThrow();
    await plein.drainJobs();
    await plein.db((trx) => trx.updateTable('event').set({ done_at: null }).execute());
    await plein.db((trx) => trx.deleteFrom('event_handled').execute());
    await plein.drainJobs();
    expect(inbox.seen).toEqual([1, 2, 3].map(() => `<${id}@plein.test>`));
    expect(inbox.received).toHaveLength(1);
    expect(await stateOf(plein.deps, id)).toMatchObject({ state: 'sent', error: null, data: {} });
  });

  test('is sent once when two are handed the same job at the same time', async () => {
    const { plein, inbox } = await start();
    const id = await queue(plein.deps);
    const other = await startPlein({ databaseUrl: plein.databaseUrl, env: { SMTP_URL: inbox.url } });
    try {
      await Promise.all([plein, plein, other, other].map(({ deps }) => mailSender(deps.config).deliver?.({ type: 'MailQueued', mailId: id } as never, { id, createdAt: new Date() }, deps)));
      expect(inbox.seen).toEqual([`<${id}@plein.test>`]);
      expect((await plein.deps.database.pool.query<{ held: number }>("select count(*)::int as held from pg_locks where locktype = 'advisory'")).rows[0]?.held).toBe(0);
    } finally {
      await other.close();
    }
  });

  test('to an address that does not exist pauses it: nothing goes there any more but what its owner needs to get in', async () => {
    const { plein, inbox } = await start();
    inbox.refuse(1, 550, '5.1.1 No such person here');
    await queue(plein.deps, 'Weg@Zuiderdam.example');
    await plein.drainJobs();
    expect(await plein.db((trx) => trx.selectFrom('mail_pause').select(['address', 'reason', 'detail']).execute())).toEqual([{ address: 'weg@zuiderdam.example', reason: 'bounced', detail: expect.stringContaining('No such person here') }]);
    const id = await plein.db((trx) => queueMail(trx, { to: 'weg@zuiderdam.example', template: 'report-handled', locale: 'nl', data: { name: null, instance: 'Plein', acted: true, url: 'http://plein.test/' } }));
    const security = await queue(plein.deps, 'weg@zuiderdam.example');
    await plein.drainJobs();
    expect(await stateOf(plein.deps, id)).toMatchObject({ state: 'dropped', data: {}, error: 'the address is paused: bounced' });
    expect(await stateOf(plein.deps, security)).toMatchObject({ state: 'sent' });
    expect(inbox.received.map((mail) => mail.messageId)).toEqual([`<${security}@plein.test>`]);
  });

  test.each([
    ['our policy is not theirs', 550, '5.7.1 Relaying denied'],
    ['we are to sign in first', 530, 'Authentication required'],
    ['it is not now', 451, 'Greylisted'],
  ])('that is refused because %s pauses nobody', async (_why, code, words) => {
    const { plein, inbox } = await start();
    inbox.refuse(1, code, words);
    await queue(plein.deps);
    await plein.drainJobs().catch(() => undefined);
    expect(await plein.db((trx) => trx.selectFrom('mail_pause').selectAll().execute())).toEqual([]);
  });
});
