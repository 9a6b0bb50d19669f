// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBusyness } from '../../federation/inbox/busyness.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostileActor, type HostilePeer, signed, startHostilePeer } from '../support/hostile-peer.ts';
import { readAnswer } from '../support/raw-connection.ts';
import { until } from '../support/until.ts';

/** At the limits that it has for everybody. */
let plein: OpenPlein;
let peer: HostilePeer;
let jan: HostileActor;
beforeAll(async () => {
  plein = await startOpenPlein({ env: { RATE_LIMITS: 'normal' } });
  peer = await startHostilePeer();
  jan = peer.actor('jan');
});
afterAll(async () => {
  await plein.close();
  await peer.close();
});

let serial = 0;
const ping = () => ({ '@context': 'https://www.w3.org/ns/activitystreams', id: `${peer.url}/activities/${++serial}`, type: 'Ping', actor: jan.uri, about: 'x', number: serial });

/** Unproven, and complete. */
const claiming = (keyId: string, length = 2, body = '{}'): string =>
  `POST /ap/inbox HTTP/1.1\r\nHost: ${plein.host}\r\nContent-Type: application/activity+json\r\nDate: ${plein.clock.now().toUTCString()}\r\nDigest: SHA-256=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=\r\n`
  + `Signature: keyId="${keyId}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="AAAA"\r\nContent-Length: ${length}\r\n\r\n${body}`;

/** On a connection of its own, from one of our own addresses. @returns what came back so far */
async function open(localAddress: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(plein.url).port), localAddress });
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, heard: () => text };
}

/** All at once, each on a connection of its own. @returns the answers */
async function allAtOnce(localAddress: string, keyIds: readonly string[]): Promise<{ status: number; text: string }[]> {
  const lines = await Promise.all(keyIds.map(() => open(localAddress)));
  for (const [index, { socket }] of lines.entries()) socket.write(claiming(keyIds[index] ?? ''));
  await until(() => lines.every(({ heard }) => heard().includes('"reason":')), (all) => all, 60_000);
  for (const { socket } of lines) socket.destroy();
  return lines.map(({ heard }) => ({ status: readAnswer(heard()).status, text: heard() }));
}

/** Signed by somebody, and sent from one of our own addresses. */
async function sendFrom(localAddress: string, actor: HostileActor): Promise<number> {
  const body = JSON.stringify({ ...ping(), id: `${actor.uri}/activities/${++serial}`, actor: actor.uri });
  const url = `${plein.url}/ap/inbox`;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(url).port, path: '/ap/inbox', method: 'POST', localAddress, headers: signed(url, body, { as: actor, date: plein.clock.now() }) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** All that is sent meanwhile is sent in one second, however long it takes. */
async function inOneSecond<T>(act: () => Promise<T>): Promise<T> {
  const { now } = plein.clock;
  const moment = now();
  plein.clock.now = () => moment;
  try {
    return await act();
  } finally {
    plein.clock.now = now;
  }
}

const told = (answers: readonly { status: number; text: string }[], reason: string) => answers.filter(({ text }) => text.includes(`"reason":"${reason}"`));

test('who says more than one instance may is told to wait, before a body or a key is looked at; others go on, and they too after a while', async () => {
  const before = peer.requests.length;
  const answers = await inOneSecond(() => allAtOnce('127.0.0.2', Array.from({ length: 90 }, (_, number) => `${peer.url}/users/onbekend-${number}#main-key`)));
  // Of their keys none was asked for by who was told to wait.
  expect(peer.requests.length - before).toBeLessThanOrEqual(50);
  const waiting = told(answers, 'too-many');
  expect(waiting).toHaveLength(40);
  for (const { status, text } of waiting) expect([status, /^retry-after: [1-5]\r$/im.test(text)]).toEqual([429, true]);
  const other = await startHostilePeer();
  expect(await sendFrom('127.0.0.2', other.actor('piet'))).toBe(202);
  expect(await sendFrom('127.0.0.3', jan)).toBe(202);
  await until(() => sendFrom('127.0.0.2', jan), (status) => status === 202, 30_000);
  await other.close();
});

test('a body is not waited for of who is to wait', async () => {
  await inOneSecond(async () => {
    await allAtOnce('127.0.0.4', Array.from({ length: 51 }, () => `${peer.url}/users/onbekend#main-key`));
    const { socket, heard } = await open('127.0.0.4');
    socket.write(claiming(`${peer.url}/users/onbekend#main-key`, 400_000, '{'));
    await once(socket, 'close');
    expect(heard()).toContain('"reason":"too-many"');
  });
});

test('who says each time that they are somebody else is bounded by their address, and others are not', async () => {
  const { port } = new URL(peer.url);
  const answers = await inOneSecond(() => allAtOnce('127.0.0.5', Array.from({ length: 130 }, (_, number) => `http://127.1.0.${number}:${port}/users/x#main-key`)));
  expect(told(answers, 'too-many').length).toBeGreaterThanOrEqual(30);
  expect(await sendFrom('127.0.0.6', jan)).toBe(202);
});

test('who sends slowly takes only the room of their own address', async () => {
  const slow: Awaited<ReturnType<typeof open>>[] = [];
  for (let number = 0; number < 80; number++) {
    const line = await open('127.0.0.7');
    line.socket.write(claiming(`http://127.2.0.${number}:9/users/x#main-key`, 100_000, '{'));
    slow.push(line);
  }
  const refused = await until(() => slow.filter(({ heard }) => heard() !== ''), (all) => all.length >= 80 - 64);
  expect(new Set(refused.map(({ heard }) => readAnswer(heard()).status))).toEqual(new Set([429]));
  expect(await sendFrom('127.0.0.8', jan)).toBe(202);
  for (const { socket } of slow) socket.destroy();
});

test('how busy the process is, is measured as it was a moment ago', async () => {
  const busyness = createBusyness();
  for (const end = performance.now() + 300; performance.now() < end; );
  expect(busyness()).toBeGreaterThan(0.9);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(busyness()).toBeLessThan(0.9);
});
