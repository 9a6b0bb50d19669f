// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bounceAddressFor, recipientOf } from '../../server/mailing/inbound/addresses.ts';
import { type InboundListener, startInboundListener } from '../../server/mailing/inbound/listener.ts';
import type { Config } from '../../server/platform/config/config.ts';
import { queueMail } from '../../server/platform/mail/queue-mail.ts';
import { pauseOf } from '../../server/platform/mail/pauses.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { addressFor, answer, type AnswerOptions, handIn, INBOUND_DOMAIN, inboundEnv, openListener, outcomesFor, WEBHOOK_SECRET } from '../support/inbound.ts';
import { type Inbox, openInbox } from '../support/inbox.ts';
import { tellAtOnce } from '../support/mailing.ts';

const DAY = 24 * 3_600_000;
let plein: TestPlein;
let inbox: Inbox;
let listener: InboundListener;
beforeAll(async () => {
  inbox = await openInbox();
  plein = await startPlein({ env: { ...inboundEnv, SMTP_URL: inbox.url, RATE_LIMITS: 'relaxed' } });
  listener = await openListener(plein);
});
afterAll(async () => {
  await listener.stop();
  await plein.close();
  await inbox.close();
});

interface Scene {
  building: TestBuilding;
  member: TestMember & { membershipId: string };
  root: { id: string };
  address: string;
}

async function scene(access: 'open' | 'closed' | 'hidden' = 'closed'): Promise<Scene> {
  const building = await buildBuilding(plein, { access });
  const member = await buildMemberOf(plein, building);
  const root = await buildPost(building.founder, building, { body: 'Wie brengt de kanariepiet?' });
  return { building, member, root, address: await addressFor(plein, member, root.id) };
}

const repliesTo = async (reader: { get: TestMember['get'] }, rootId: string): Promise<{ text: string; author: { id: string } }[]> => (await reader.get(`/posts/${rootId}/replies`)).json().items;
const send = ({ address, member }: Scene, options: AnswerOptions = {}, from = options.from ?? member.email) => handIn(listener, address, from, answer(address, from, options));
async function mailsTo(address: string, template: string) {
  await plein.drainJobs();
  const ofKind = inbox.letters.filter(({ to, mail }) => to.includes(address) && mail.headers.some(({ key, value }) => key === 'feedback-id' && value.startsWith(template)));
  return ofKind.map(({ from, mail }) => ({ envelopeFrom: from, subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html ?? '', replyTo: mail.replyTo?.[0]?.address ?? '' }));
}

const letters = ({ email }: TestMember) => mailsTo(email, 'reply-refused');

describe('an answer by mail', () => {
  test('to the mail that told of a post: the thread has grown, and others are told of it in turn', async () => {
    const { building, member, root } = await scene('hidden');
    const { founder } = building;
    await buildReply(member, root, { body: 'Ik breng hem, als iemand de kooi heeft.' });
    await tellAtOnce(plein);
    const [told] = await mailsTo(founder.email, 'at-once');
    expect(told?.envelopeFrom).toMatch(/^bounce\+[a-z2-7]{42}@antwoord\.plein\.test$/);
    const words = `De kooi staat hier.\n\nOp ${new Date().getFullYear()}-01-03 om 10:12 schreef Plein <\n${told?.replyTo}>:\n\n${told?.text.replace(/^/gm, '> ')}`;
    expect(await handIn(listener, told?.replyTo ?? '', founder.email, answer(told?.replyTo ?? '', founder.email, { text: words }))).toMatch(/^250/);
    expect(await outcomesFor(plein, founder)).toEqual(['placed']);
    expect((await repliesTo(member, root.id)).map(({ text, author }) => [text, author.id])).toEqual([['Ik breng hem, als iemand de kooi heeft.', member.actorId], ['De kooi staat hier.', founder.actorId]]);
  });

  test('is cut as well from a mail that its program quoted without marking it', async () => {
    const { building, member, root } = await scene();
    await buildReply(member, root, { body: 'Ik breng hem.' });
    await tellAtOnce(plein);
    const [told] = await mailsTo(building.founder.email, 'at-once');
    const raw = answer(told?.replyTo ?? '', building.founder.email, { headers: [], text: `Fijn!\n\n${told?.text}` });
    await handIn(listener, told?.replyTo ?? '', building.founder.email, raw);
    await outcomesFor(plein, building.founder);
    expect((await repliesTo(member, root.id)).map(({ text }) => text)).toEqual(['Ik breng hem.', 'Fijn!']);
  });

  test('stands in the thread as its writer’s, without what they answered', async () => {
    const at = await scene();
    expect(await send(at, { text: 'Dat doe ik.\n\nOp 3 jan. 2026 om 10:12 heeft Plein <plein@plein.test> het volgende geschreven:\n> Wie?\n' })).toMatch(/^250/);
    expect(await outcomesFor(plein, at.member)).toEqual(['placed']);
    expect(await repliesTo(at.building.founder, at.root.id)).toEqual([expect.objectContaining({ text: 'Dat doe ik.', author: expect.objectContaining({ id: at.member.actorId }) })]);
    expect(await letters(at.member)).toEqual([]);
  });

  test('that is handed in twenty times is placed once, also when it went another way', async () => {
    const at = await scene();
    const raw = answer(at.address, at.member.email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => handIn(listener, at.address, at.member.email, raw)));
    expect(answers.filter((each) => each.startsWith('250'))).toHaveLength(20);
    const onItsWay = Buffer.concat([Buffer.from('Received: from elders\r\n'), raw]);
    expect(await handIn(listener, at.address.toUpperCase(), at.member.email, onItsWay)).toMatch(/^250/);
    expect(await outcomesFor(plein, at.member)).toEqual(['placed']);
    expect(await repliesTo(at.member, at.root.id)).toHaveLength(1);
  });

  test('that was kept by a process that then died is placed by another, once', async () => {
    const at = await scene();
    await send(at);
    expect(await plein.db((trx) => trx.selectFrom('inbound_mail').select('state').where('owner_id', '=', at.member.actorId).execute())).toEqual([{ state: 'received' }]);
    const other = await startPlein({ databaseUrl: plein.databaseUrl, env: inboundEnv });
    await Promise.all([other.drainJobs(), plein.drainJobs()].map((work) => work.catch(() => undefined)));
    await plein.drainJobs();
    await other.close();
    expect(await outcomesFor(plein, at.member)).toEqual(['placed']);
    expect(await repliesTo(at.member, at.root.id)).toHaveLength(1);
  });

  test('loses its attachments, and its writer is told so', async () => {
    const at = await scene();
    await send(at, { parts: ['Content-Type: text/plain\r\n\r\nZie de bijlage.', 'Content-Type: application/pdf; name="plan.pdf"\r\nContent-Disposition: attachment; filename="plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA'] });
    expect(await outcomesFor(plein, at.member)).toEqual(['placed: attachments']);
    expect(await repliesTo(at.member, at.root.id)).toEqual([expect.objectContaining({ text: 'Zie de bijlage.' })]);
    expect(await letters(at.member)).toEqual([expect.objectContaining({ subject: expect.stringContaining('zonder bijlagen'), text: expect.stringContaining(`http://plein.test/posts/${at.root.id}`) })]);
  });

  test('comes through the webhook as well, with the secret or with its signature', async () => {
    const at = await scene();
    const raw = answer(at.address, at.member.email);
    const post = (headers: Record<string, string>, body: Buffer = raw) => plein.app.inject({ method: 'POST', url: '/api/v1/inbound-mails', headers: { 'content-type': 'message/rfc822', ...headers }, payload: body });
    expect((await post({})).statusCode).toBe(401);
    expect((await post({ authorization: `Bearer ${WEBHOOK_SECRET}x` })).statusCode).toBe(401);
    expect((await post({ 'x-signature': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update('iets anders').digest('hex')}` })).statusCode).toBe(401);
    const given = await post({ authorization: `Bearer ${WEBHOOK_SECRET}` });
    expect(given.statusCode, given.body).toBe(202);
    expect(given.json()).toEqual({ taken: 1 });
    expect((await post({ 'x-signature': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(raw).digest('hex')}` })).json()).toEqual({ taken: 0 });
    expect((await post({ authorization: `Bearer ${WEBHOOK_SECRET}` }, answer(`reply+niets@${INBOUND_DOMAIN}`, at.member.email))).statusCode).toBe(400);
    expect(await outcomesFor(plein, at.member)).toEqual(['placed']);
  });
});

describe('an answer that may not be placed', () => {
  const told = async (member: TestMember) => (await letters(member)).at(-1)?.text ?? 'nothing was told';

  test('comes from an address that is not of the account: only its owner is told', async () => {
    const at = await scene();
    await send(at, { from: 'vreemde@elders.example' });
    expect(await outcomesFor(plein, at.member)).toEqual(['refused: spoofed']);
    expect(await told(at.member)).toContain('vreemde@elders.example');
    expect(await mailsTo('vreemde@elders.example', '')).toEqual([]);
    expect(await repliesTo(at.member, at.root.id)).toEqual([]);
  });

  test.each<[string, (at: Scene) => Promise<unknown>]>([
    ['was removed from the place', async ({ building, member }) => building.founder.delete(`${building.path}/memberships/${member.membershipId}`)],
    ['was banned', async ({ building, member }) => building.founder.patch(`${building.path}/memberships/${member.membershipId}`, { state: 'banned' })],
    ['answers what was deleted', async ({ building, root }) => building.founder.delete(`/posts/${root.id}`)],
  ])('is of somebody who %s: they are told nothing of what they may not read', async (_who, happen) => {
    const at = await scene('hidden');
    await happen(at);
    await send(at);
    expect(await outcomesFor(plein, at.member)).toEqual(['refused: gone']);
    const words = await told(at.member);
    expect(words).toContain('niet geplaatst');
    expect(words).not.toContain(at.root.id);
    expect(words).not.toContain(at.building.slug);
    expect(words).not.toContain('kanarie');
  });

  test('is of somebody who may only read for a while: they are told the rule, with the way to the thread', async () => {
    const at = await scene();
    await plein.db((trx) => trx.updateTable('membership').set({ suspended_until: new Date(Date.now() + DAY) }).where('id', '=', at.member.membershipId).execute());
    await send(at);
    expect(await outcomesFor(plein, at.member)).toEqual(['refused: not-allowed']);
    expect(await told(at.member)).toMatch(new RegExp(`een tijd niet meedoen[^]*/posts/${at.root.id}`));
  });

  test('is of a suspended account', async () => {
    const at = await scene();
    await plein.db((trx) => trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', at.member.accountId).execute());
    await send(at);
    expect(await outcomesFor(plein, at.member)).toEqual(['refused: suspended']);
    expect(await told(at.member)).not.toContain(at.root.id);
  });

  test('holds nothing but what it answers', async () => {
    const at = await scene();
    await send(at, { text: '> Wie?\n\nVerstuurd vanaf mijn iPhone\n' });
    expect(await outcomesFor(plein, at.member)).toEqual(['refused: empty']);
    expect(await told(at.member)).toContain('geen eigen tekst');
  });

  test('comes after a month, to an address that has expired', async () => {
    const at = await scene();
    await plein.db((trx) => trx.updateTable('reply_address').set({ expires_at: new Date(Date.now() - 1_000) }).where('owner_id', '=', at.member.actorId).execute());
    // The moment is signed: who can write in the table cannot make an address last.
    expect(await send(at)).toMatch(/^550/);
    const member = await buildMember(plein);
    const root = await buildPost(at.building.founder, at.building);
    plein.clock.advance(-40 * DAY);
    const old = await addressFor(plein, member, root.id);
    plein.clock.advance(40 * DAY);
    await handIn(listener, old, member.email, answer(old, member.email));
    expect(await outcomesFor(plein, member)).toEqual(['refused: expired']);
    expect(await told(member)).toContain('verlopen');
    expect(await told(member)).not.toContain(root.id);
  });

  test('is the sixty-first within an hour', async () => {
    const at = await scene();
    await plein.db((trx) =>
      trx.insertInto('inbound_mail').values(Array.from({ length: 60 }, (_, n) => ({ id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, kind: 'reply', owner_id: at.member.actorId, envelope_from: '', received_at: new Date(), state: 'placed', handled_at: new Date() }))).execute(),
    );
    await send(at);
    expect((await outcomesFor(plein, at.member)).filter((each) => each !== 'placed')).toEqual(['refused: too-often']);
  });
});

describe('what no person wrote', () => {
  test.each([
    ['Auto-Submitted: auto-replied', 'auto-submitted'],
    ['Precedence: bulk', 'precedence'],
    ['X-Auto-Response-Suppress: All', 'suppress'],
    ['X-Autoreply: yes', 'says-so'],
    ['List-Id: <lijst.example>', 'list'],
    ['Return-Path: <>', 'no-return-path'],
    ['Subject: Automatisch antwoord: Buurtfeest', 'subject'],
  ])('is left unplaced and unanswered: %s', async (header, reason) => {
    const at = await scene();
    await send(at, { headers: [header] });
    expect(await outcomesFor(plein, at.member)).toEqual([`ignored: ${reason}`]);
    expect(await letters(at.member)).toEqual([]);
    expect(await repliesTo(at.member, at.root.id)).toEqual([]);
  });

  test('is our own mail that came back, or a mail without a sender', async () => {
    const at = await scene();
    await send(at, { messageId: '<0199@plein.test>' });
    await handIn(listener, at.address, '', answer(at.address, at.member.email));
    expect(await outcomesFor(plein, at.member)).toEqual(['ignored: our-own', 'ignored: no-return-path']);
    expect(await letters(at.member)).toEqual([]);
  });
});

describe('an address', () => {
  test('is short, in lower case, and the same for a person and a thread while it is fresh', async () => {
    const at = await scene();
    expect(at.address).toMatch(/^reply\+[a-z2-7]{42}@antwoord\.plein\.test$/);
    expect(await addressFor(plein, at.member, at.root.id)).toBe(at.address);
    expect(await addressFor(plein, at.building.founder, at.root.id)).not.toBe(at.address);
  });

  test('with one sign changed is nobody’s, and neither is any other: nothing is passed on', async () => {
    const at = await scene();
    const [local = ''] = at.address.split('@');
    for (let place = 6; place < local.length; place += 5) {
      const changed = `${local.slice(0, place)}${local[place] === 'a' ? 'b' : 'a'}${local.slice(place + 1)}@${INBOUND_DOMAIN}`;
      expect(await plein.db((trx) => recipientOf(trx, plein.deps, changed)), changed).toBeNull();
    }
    for (const to of ['iemand@elders.example', `postmaster@${INBOUND_DOMAIN}`, at.address.replace(INBOUND_DOMAIN, 'elders.example'), `bounce+${'a'.repeat(42)}@${INBOUND_DOMAIN}`]) {
      expect(await handIn(listener, to, at.member.email, answer(to, at.member.email)), to).toMatch(/^550/);
    }
    expect(await plein.db((trx) => trx.selectFrom('inbound_mail').select('id').where('envelope_from', '=', at.member.email).execute())).toEqual([]);
  });
});

describe('a mail that came back', () => {
  const sentTo = (to: string) => plein.db((trx) => queueMail(trx, { to, template: 'password-changed', locale: 'nl', data: { name: 'Jet', resetUrl: 'http://plein.test/', instance: 'Plein' } }));
  const report = (type: string, fields: string) =>
    Buffer.from([`Content-Type: multipart/report; report-type=${type}; boundary="deel"`, 'MIME-Version: 1.0', 'From: MAILER-DAEMON@elders.example', `Message-ID: <${Math.random()}@elders.example>`, '', '--deel', 'Content-Type: text/plain', '', 'Helaas.', '--deel', `Content-Type: message/${type}`, '', fields, '--deel--', ''].join('\r\n'));
  const delivery = (status: string, action: string) => report('delivery-status', `Reporting-MTA: dns; mx.elders.example\r\n\r\nFinal-Recipient: rfc822; iemand-anders@elders.example\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown user`);
  const pausedAfter = async (to: string, raw: Buffer) => {
    const bounce = await bounceAddressFor(plein.deps, await sentTo(to));
    expect(await handIn(listener, bounce ?? '', '', raw)).toMatch(/^250/);
    await plein.drainJobs();
    return plein.db((trx) => pauseOf(trx, to));
  };

  test('for good pauses the address that it was sent to, whatever the report names', async () => {
    expect(await pausedAfter('weg@elders.example', delivery('5.1.1', 'failed'))).toMatchObject({ reason: 'bounced', detail: expect.stringContaining('unknown user') });
    expect(await plein.db((trx) => pauseOf(trx, 'iemand-anders@elders.example'))).toBeNull();
  });

  test('for now, or only late, pauses nothing', async () => {
    expect(await pausedAfter('vol@elders.example', delivery('4.2.2', 'failed'))).toBeNull();
    expect(await pausedAfter('laat@elders.example', delivery('5.0.0', 'delayed'))).toBeNull();
    expect(await pausedAfter('woord@elders.example', answer('x@y.example', 'iemand@elders.example', { text: 'Status: 5.1.1\nAction: failed' }))).toBeNull();
  });

  test('as a complaint pauses the address as well', async () => {
    expect(await pausedAfter('boos@elders.example', report('feedback-report', 'Feedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1'))).toMatchObject({ reason: 'complained', detail: 'abuse' });
    expect(await pausedAfter('blij@elders.example', report('feedback-report', 'Feedback-Type: not-spam\r\nVersion: 1'))).toBeNull();
  });
});

describe('hostile mail', () => {
  const deep = (levels: number) => `${Array.from({ length: levels }, (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`).join('')}Content-Type: text/plain\r\n\r\nin de diepte`;

  test.each<[string, (from: string) => Buffer, string]>([
    ['of a thousand parts within each other', (from) => Buffer.from(`From: <${from}>\r\nMIME-Version: 1.0\r\n${deep(1_000)}`), 'refused: unreadable'],
    ['with a flood of headers', (from) => Buffer.from(`From: <${from}>\r\n${'X-Vloed: ja\r\n'.repeat(60_000)}\r\nhallo`), 'ignored: no-mail'],
    ['of null bytes', (from) => Buffer.from(`From: <${from}>\r\n\r\nha\0llo\0`), 'placed'],
    ['with one line of five million signs', (from) => Buffer.from(`From: <${from}>\r\n\r\n${'x'.repeat(5_000_000)}`), 'refused: too-long'],
    ['of HTML within HTML', (from) => Buffer.from(`From: <${from}>\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}diep`), 'refused: empty'],
    ['that is no mail', () => Buffer.from('\0\x01\x02'), 'refused: spoofed'],
    ['with two senders', (from) => Buffer.from(`From: <${from}>\r\nFrom: <ander@elders.example>\r\n\r\nhallo`), 'refused: spoofed'],
    ['that names two senders in one line', (from) => Buffer.from(`From: ${from}, ander@elders.example\r\n\r\nhallo`), 'refused: spoofed'],
    ['that names its sender twice over', (from) => Buffer.from(`From: <${from}> <ander@elders.example>\r\n\r\nhallo`), 'refused: spoofed'],
    ['with a second sender where a name should stand', (from) => Buffer.from(`From: ${from}\r\n\tander@elders.example\r\n\r\nhallo`), 'refused: spoofed'],
    ['from a name with everything in it', (from) => Buffer.from(`From: "Jansen, Jet \\"J\\" <ander@elders.example>" <${from}> (thuis)\r\n\r\nhallo`), 'placed'],
    ['whose text is a million empty lines beside HTML', (from) => Buffer.from(`From: <${from}>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>hoi</p>\r\n--b\r\n\r\nx${'\r\n'.repeat(1_000_000)}x\r\n--b--\r\n`), 'refused: unreadable'],
    ['with a script in it', (from) => Buffer.from(`From: <${from}>\r\nContent-Type: text/html\r\n\r\n<p>hoi<script>alert(1)</script><img src=x onerror=alert(1)></p>`), 'placed'],
  ])('%s is answered, and the house goes on', async (_what, raw, outcome) => {
    const at = await scene();
    expect(await handIn(listener, at.address, at.member.email, raw(at.member.email))).toMatch(/^250/);
    expect(await outcomesFor(plein, at.member)).toEqual([outcome]);
    for (const { text } of await repliesTo(at.member, at.root.id)) expect(text).not.toContain('alert');
  });

  test('of more than 10 MB is refused, and nothing of it kept', async () => {
    const at = await scene();
    const raw = Buffer.concat([answer(at.address, at.member.email), Buffer.alloc(11 * 1024 * 1024, 'a\r\n')]);
    expect(await send({ ...at })).toMatch(/^250/);
    expect(await handIn(listener, at.address, at.member.email, raw)).toMatch(/^552/);
    expect(await outcomesFor(plein, at.member)).toEqual(['placed']);
  });

  test('that says nothing of its size, and never ends, is refused when it does', async () => {
    const at = await scene();
    const socket = connect(listener.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
    await once(socket, 'connect');
    const say = async (words: string, code: string) => {
      heard = '';
      socket.write(words);
      while (!heard.includes(code)) await once(socket, 'data');
    };
    await say('', '220');
    await say('HELO x\r\n', '250');
    await say(`MAIL FROM:<${at.member.email}>\r\n`, '250');
    await say(`RCPT TO:<${at.address}>\r\n`, '250');
    await say('DATA\r\n', '354');
    await say(`${'a'.repeat(998)}\r\n`.repeat(11_500) + '\r\n.\r\n', '552');
    socket.destroy();
    expect(await outcomesFor(plein, at.member)).toEqual([]);
  });
});

test.each<[string, () => NonNullable<Config['inboundMail']>['listener'], string]>([
  ['a port that is in use', () => ({ port: listener.port, host: '127.0.0.1', tls: null }), 'INBOUND_MAIL_PORT'],
  ['an address of another machine', () => ({ port: 0, host: '192.0.2.1', tls: null }), 'INBOUND_MAIL_HOST'],
  ['a certificate that is not there', () => ({ port: 0, host: '127.0.0.1', tls: { certFile: '/nergens.pem', keyFile: '/nergens.pem' } }), 'INBOUND_MAIL_CERT'],
  ['a certificate that is none', () => ({ port: 0, host: '127.0.0.1', tls: { certFile: import.meta.filename, keyFile: import.meta.filename } }), 'INBOUND_MAIL_CERT'],
])('with %s the start stops, naming the setting', async (_what, settings, name) => {
  const inboundMail = { domain: INBOUND_DOMAIN, webhookSecret: null, listener: settings() };
  await expect(startInboundListener({ ...plein.deps, config: { ...plein.config, inboundMail } })).rejects.toThrow(new RegExp(`^${name}`));
});

test('where mail does not come in there is no address and no webhook', async () => {
  const closed = await startPlein();
  const building = await buildBuilding(closed);
  const root = await buildPost(building.founder, building);
  await expect(addressFor(closed, building.founder, root.id)).rejects.toThrow();
  await expect(openListener(closed)).rejects.toThrow();
  expect(await bounceAddressFor(closed.deps, root.id)).toBeNull();
  const answered = await buildGuest(closed).app.inject({ method: 'POST', url: '/api/v1/inbound-mails', headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${WEBHOOK_SECRET}` }, payload: 'x' });
  expect(answered.statusCode).toBe(404);
  await closed.close();
});
