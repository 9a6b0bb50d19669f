// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import type { Deps } from '../../server/platform/deps.ts';
import { queueMail } from '../../server/platform/mail/queue-mail.ts';
import { mailSender } from '../../server/platform/mail/send-mail.ts';
import { backends, openQueueHouse, type QueueHouse } from '../support/queues.ts';
import { until } from '../support/until.ts';

interface Inbox {
  url: string;
  received: Email[];
  /** Answers to the next recipients, before it takes mail again. */
  refuse(times: number, code: number): void;
  close(): Promise<void>;
}

/** A mail server on this machine. */
async function openInbox(): Promise<Inbox> {
  const received: Email[] = [];
  let refusals = 0;
  let refusalCode = 451;
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (refusals === 0) return callback();
      refusals--;
      callback(Object.assign(new Error('not now'), { responseCode: refusalCode }));
    },
    onData(stream, _session, callback) {
      void buffer(stream).then(async (content) => {
        received.push(await PostalMime.parse(content));
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    refuse(times, code) {
      refusals = times;
      refusalCode = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

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
