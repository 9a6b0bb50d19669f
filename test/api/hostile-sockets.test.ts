// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { openRaw, type RawConnection, readAnswer } from '../support/raw-connection.ts';
import { openSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';

let plein: TestPlein;
let address: string;
beforeAll(async () => {
  plein = await startPlein();
  address = await plein.listen();
});
afterAll(() => plein.close());

/** Whatever was done to it, the process stands, serves the next, and keeps nothing of the last. */
afterEach(async () => {
  await until(() => plein.app.websocketServer.clients.size, (size) => size === 0);
  const next = await openSocket(address, null);
  expect(await next.subscribe('square')).toMatchObject({ event: 'subscribed' });
  next.ws.terminate();
  await until(() => plein.app.websocketServer.clients.size, (size) => size === 0);
});

async function openFrames(): Promise<RawConnection> {
  const raw = await openRaw(address);
  raw.write(`GET /api/v1/live HTTP/1.1\r\nHost: plein.test\r\nOrigin: http://plein.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n`);
  await raw.hears('\r\n\r\n');
  expect(raw.heard()).toMatch(/^HTTP\/1\.1 101 /);
  return raw;
}

const text = 1, binary = 2, closing = 8, ping = 9;

/** A frame as RFC 6455 (5.2) writes it, masked with zeros unless told otherwise. */
function frame(first: number, payload: string | Buffer = '', { masked = true, length = Buffer.byteLength(payload) } = {}): Buffer {
  const size = length < 126 ? Buffer.from([length]) : length < 65_536 ? Buffer.from([126, length >> 8, length & 255]) : Buffer.concat([Buffer.from([127]), bigEndian(length)]);
  size[0] = (size[0] ?? 0) | (masked ? 0x80 : 0);
  return Buffer.concat([Buffer.from([first]), size, masked ? Buffer.alloc(4) : Buffer.alloc(0), Buffer.from(payload)]);
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}

const FIN = 0x80;

/** The code with which the server closed: of its close frame, the last that it sent. */
async function closeCode(raw: RawConnection): Promise<number> {
  const bytes = Buffer.from(await raw.hears(/\x88[\x02-\x7d]/s), 'latin1');
  const start = bytes.lastIndexOf(0x88);
  return bytes.readUInt16BE(start + 2);
}

describe('a frame', () => {
  test.each<[string, number, () => Buffer]>([
    ['of a megabyte', 1009, () => frame(FIN | text, 'x'.repeat(1_048_576))],
    ['that says it will be an exabyte', 1009, () => frame(FIN | text, 'x'.repeat(1_000), { length: 2 ** 52 })],
    ['that says it will be more than any number', 1009, () => Buffer.concat([Buffer.from([FIN | text, 0xff]), Buffer.alloc(8, 0xff), Buffer.alloc(100)])],
    ['in pieces that are too large together', 1009, () => Buffer.concat([frame(text, 'x'.repeat(3_000)), frame(0, 'x'.repeat(3_000))])],
    ['without a mask', 1002, () => frame(FIN | text, '{"subscribe":"square"}', { masked: false })],
    ['with a reserved bit', 1002, () => frame(FIN | 0x40 | text, 'x')],
    ['of a kind that does not exist', 1002, () => frame(FIN | 3, 'x')],
    ['that goes on with nothing', 1002, () => frame(FIN, 'x')],
    ['that begins again before the last one ended', 1002, () => Buffer.concat([frame(text, 'x'), frame(text, 'x')])],
    ['of text that is no UTF-8', 1007, () => frame(FIN | text, Buffer.from([0x22, 0xff, 0xfe, 0x22]))],
    ['with half a surrogate pair', 1007, () => frame(FIN | text, Buffer.from([0xed, 0xa0, 0x80]))],
    ['that closes with a code that nobody may use', 1002, () => frame(FIN | closing, Buffer.from([0x03, 0xed]))],
    ['that pings with too much', 1002, () => frame(FIN | ping, 'x'.repeat(126))],
  ])('%s closes the socket with %i', async (_what, code, bytes) => {
    const raw = await openFrames();
    raw.write(bytes());
    expect(await closeCode(raw)).toBe(code);
    raw.socket.destroy();
  });

  test.each<[string, () => Buffer]>([
    ['is binary', () => frame(FIN | binary, Buffer.from('{"subscribe":"square"}'))],
    ['is JSON of two thousand levels', () => frame(FIN | text, '['.repeat(2_000) + ']'.repeat(2_000))],
    ['subscribes to a list', () => frame(FIN | text, '{"subscribe":["square"]}')],
    ['subscribes to the prototype', () => frame(FIN | text, '{"__proto__":"square"}')],
    ['asks for a topic with a NUL', () => frame(FIN | text, '{"subscribe":"building:\\u0000"}')],
    ['holds a NUL', () => frame(FIN | text, '{"subscribe":"square\u0000"}\u0000')],
    ['is a lone bracket', () => frame(FIN | text, '{')],
  ])('that %s is told to be bad, and the socket stays', async (_what, bytes) => {
    const raw = await openFrames();
    raw.write(bytes());
    await raw.hears('{"error":"bad-message"}');
    raw.write(frame(FIN | text, '{"subscribe":"square"}'));
    await raw.hears('"subscribed"');
    raw.socket.destroy();
  });

  test.each(['building:__proto__', 'building:', 'post:x', 'constructor', 'building:\\ud800', "building:'; drop table post; --"])('that asks for %j is refused like any unknown topic', async (topic) => {
    const raw = await openFrames();
    raw.write(frame(FIN | text, `{"subscribe":"${topic}"}`));
    await raw.hears('not-found');
    raw.socket.destroy();
  });
});

test('nothing is compressed on a socket, so that no small frame can become a large one', async () => {
  const raw = await openFrames();
  expect(raw.heard().toLowerCase()).not.toContain('sec-websocket-extensions');
  raw.socket.destroy();
});

describe('who sends too much is closed with 1008', () => {
  test.each<[string, () => Buffer]>([
    ['messages', () => frame(FIN | text, '{"unsubscribe":"square"}')],
    ['nonsense', () => frame(FIN | text, '')],
    ['binary messages', () => frame(FIN | binary, 'x')],
    ['pings', () => frame(FIN | ping, 'x'.repeat(125))],
    ['pongs that nobody asked for', () => frame(FIN | 0xa, 'x'.repeat(125))],
  ])('%s', async (_what, bytes) => {
    const raw = await openFrames();
    // In small helpings, which leave time to answer: this is about how many, not about how many wait.
    for (let helping = 0; helping < 30; helping++) {
      raw.write(Buffer.concat(Array.from({ length: 10 }, bytes)));
      await sleep(5);
    }
    expect(await closeCode(raw)).toBe(1008);
    raw.socket.destroy();
  });

  test('also when they never read what they are answered', async () => {
    const raw = await openFrames();
    raw.socket.pause();
    const flood = Buffer.concat(Array.from({ length: 1_000 }, () => frame(FIN | ping, 'x'.repeat(125))));
    for (let round = 0; round < 100 && !raw.socket.destroyed; round++) raw.write(flood);
    await until(() => plein.app.websocketServer.clients.size, (size) => size === 0, 15_000);
    raw.socket.destroy();
  });
});

describe('an upgrade that is none', () => {
  test.each<[string, string]>([
    ['without a key', 'Sec-WebSocket-Version: 13\r\n'],
    ['with a key that is none', 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n'],
    ['of another version', 'Sec-WebSocket-Version: 99\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'],
    ['with a broken list of protocols', 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: ,,;\r\n'],
  ])('%s is refused and closed', async (_what, headers) => {
    const raw = await openRaw(address);
    raw.write(`GET /api/v1/live HTTP/1.1\r\nHost: plein.test\r\nOrigin: http://plein.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}\r\n`);
    expect(await raw.ended).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test.each(['/api/v1/feed', '/', '/api/v1/nothing', '/%zz', '/healthz'])('to %s opens nothing', async (path) => {
    const raw = await openRaw(address);
    raw.write(`GET ${path} HTTP/1.1\r\nHost: plein.test\r\nOrigin: http://plein.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`);
    await raw.hears('HTTP/1.1 ');
    raw.write(frame(FIN | text, '{"subscribe":"square"}'));
    expect(readAnswer(await raw.ended).status).toBe(path === '/%zz' ? 400 : 404);
  });
});
