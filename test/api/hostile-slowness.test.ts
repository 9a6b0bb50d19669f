// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../support/database.ts';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { openRaw, type RawConnection, readAnswer } from '../support/raw-connection.ts';
import { until } from '../support/until.ts';

/** At the limits that it has for everybody: ten seconds for what is asked, half a minute for all of it. */
let plein: PleinProcess;
let database: Awaited<ReturnType<typeof createDatabase>>;
let dataDir: string;
beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'plein-slow-'));
  plein = await startProcess({ databaseUrl: database.url, dataDir, role: 'web' });
});
afterAll(async () => {
  await plein?.stop();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** How many connections the process has with its visitors, as the system counts them. */
async function connections(): Promise<number> {
  const port = Number(new URL(plein.address).port).toString(16).toUpperCase().padStart(4, '0');
  const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1);
  const listening = '0A', waiting = '06';
  return lines.map((line) => line.trim().split(/\s+/)).filter(([, local, , state]) => local?.endsWith(`:${port}`) === true && state !== listening && state !== waiting).length;
}

const post = (length: number) => `POST /api/v1/sessions HTTP/1.1\r\nHost: plein.test\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

/** Writes one after another with pauses, until the other side has had enough. */
async function dribble(raw: RawConnection, pieces: Iterable<string>, pause: number): Promise<void> {
  let over = false;
  void raw.ended.then(() => (over = true));
  for (const piece of pieces) {
    if (over) return;
    raw.write(piece);
    await sleep(pause);
  }
}

function* endless(piece: (index: number) => string): Generator<string> {
  for (let index = 0; ; index++) yield piece(index);
}

test('who is slow, stops half-way or says nothing holds up nobody, and is sent away after a while', async () => {
  const open = (count: number) => Promise.all(Array.from({ length: count }, () => openRaw(plein.address)));
  const [[byByte], [byPiece], half, gone] = await Promise.all([open(1), open(1), open(20), open(50)]);
  if (byByte === undefined || byPiece === undefined) throw new Error('they were opened above');
  byByte.write(post(100_000));
  byPiece.write('POST /api/v1/sessions HTTP/1.1\r\nHost: plein.test\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n');
  for (const raw of half) raw.write(`${post(1_000)}{"email":"`);
  for (const raw of gone) {
    raw.write(`${post(1_000)}{"email":"`);
    raw.socket.resetAndDestroy();
  }
  // More than are borne of one address; those that came last are silent shortest and stay.
  const silent = await open(100);
  const halfOpen = await open(500);
  const [headers] = await open(1);
  if (headers === undefined) throw new Error('it was opened above');
  for (const [index, raw] of halfOpen.entries()) raw.write('GET /api/v1/feed HTTP/1.1\r\nHost: plein.test\r\nX-Half: '.slice(0, 1 + (index % 50)));
  headers.write('GET /api/v1/feed HTTP/1.1\r\nHost: plein.test\r\n');
  const writing = [dribble(byByte, endless(() => ' '), 100), dribble(byPiece, endless(() => '1\r\n \r\n'), 100), dribble(headers, endless((index) => `X-${index}: x\r\n`), 100)];
  // Of one address so many that asked for nothing are borne, and no more.
  await until(connections, (count) => count >= 256 && count <= 256 + 2 + half.length);

  const answers: number[] = [];
  for (let turn = 0; turn < 100; turn++) answers.push((await fetch(`${plein.address}${turn % 2 === 0 ? '/api/v1/feed' : '/'}`)).status);
  expect(answers).toEqual(answers.map(() => 200));

  const slow = [byByte, byPiece, headers, ...half, ...silent, ...halfOpen];
  const ends = await Promise.all(slow.map((raw) => raw.ended));
  await Promise.all(writing);
  // Told that they were too slow; those beyond the bound of one address are closed without a word.
  const told = ends.filter((end) => end !== '');
  expect(new Set(told.map((end) => readAnswer(end).status))).toEqual(new Set([408]));
  expect(told.length).toBeGreaterThan(200);
  for (const end of [told[0], told[1], told[2], told.at(-1)]) expect(JSON.parse(readAnswer(end ?? '').body)).toMatchObject({ type: '/problems/too-slow', status: 408 });

  // What `fetch` keeps open for its next request is not theirs.
  await until(connections, (count) => count <= 10);
  expect((await fetch(`${plein.address}/readyz`)).status).toBe(200);
  // Nothing of this is a fault of ours, so nothing of it is in the log.
  expect(plein.output()).not.toMatch(/request failed|"level":(?:50|60)/);
}, 120_000);
