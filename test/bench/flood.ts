// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pool } from 'undici';
import { call, openTown, type Sent, type Town } from './federation.ts';
import { type BarePeer, startBarePeer } from './federation-peers.ts';
import { secretOf } from './live.ts';
import { median, quantile } from './load.ts';
import { result, type Result } from './report.ts';

const ROUND_MS = 15_000;
const PER_SECOND = 500;
const CRAWLING = 2_000;
const POSTS = 20;
/** People who read along on connections that their browsers keep, and visitors who come in anew each time. Each below the limit of one reader. */
const KEPT_READERS = 4;
const READS_PER_SECOND = 12;

interface Readings {
  kept: number;
  anew: number;
}

/** @returns milliseconds of each; who is turned away or cannot even connect has waited in vain */
async function readAtEvenPace(read: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  const begin = performance.now();
  const reads: Promise<void>[] = [];
  for (let index = 0; index < (ROUND_MS / 1_000) * READS_PER_SECOND; index++) {
    const due = begin + (index / READS_PER_SECOND) * 1_000 - performance.now();
    if (due > 0) await sleep(due);
    const before = performance.now();
    reads.push(read().then((status) => void times.push(status === 200 ? performance.now() - before : ROUND_MS), () => void times.push(ROUND_MS)));
  }
  await Promise.all(reads);
  return times;
}

/** Reads a page as one of the people here. @returns status of the answer */
async function read(at: Client | Pool, path: string, person: number): Promise<number> {
  const answer = await at.request({ method: 'GET', path, headers: { cookie: `plein_session=${secretOf(person)}` } });
  await answer.body.dump();
  return answer.statusCode;
}

const CONNECTIONS = 2;

/** Of people who are reading already: their connections are there. */
async function openBrowsers(town: Town, path: string): Promise<Pool[]> {
  const browsers = Array.from({ length: KEPT_READERS }, () => new Pool(town.url, { connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: ROUND_MS }));
  await Promise.all(browsers.flatMap((browser, index) => Array.from({ length: CONNECTIONS }, () => read(browser, path, index + 1))));
  return browsers;
}

/** People here read on, at an even pace. @returns milliseconds of the slowest of a hundred readings, in a connection that is kept and in a new one */
async function readOn(town: Town, path: string, browsers: readonly Pool[]): Promise<Readings> {
  const anew = async (): Promise<number> => {
    const client = new Client(town.url);
    try {
      return await read(client, path, KEPT_READERS + 1);
    } finally {
      await client.destroy();
    }
  };
  const [visitors, ...kept] = await Promise.all([readAtEvenPace(anew), ...browsers.map((browser, index) => readAtEvenPace(() => read(browser, path, index + 1)))]);
  await Promise.all(browsers.map((browser) => browser.close()));
  return { kept: quantile(kept.flat(), 0.99), anew: quantile(visitors ?? [], 0.99) };
}

/** Seconds of processor that a process had so far; only Linux tells. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Readers here while one peer posts 500 answers a second and 2,000 connections send slowly, against the same readers in peace, in turns. */
async function measureReaders(town: Town, sender: BarePeer, slow: BarePeer, rounds: number): Promise<Result[]> {
  await call(town, '/buildings', { name: 'Buurt', slug: 'buurt', access: 'open' });
  const posts: string[] = [];
  for (let index = 0; index < POSTS; index++) posts.push(`${town.url}/ap/objects/${String((await call(town, '/buildings/buurt/posts', { body: `Bericht nummer ${index}` })).json['id'])}`);
  const path = '/api/v1/buildings/buurt/posts';
  await readOn(town, path, await openBrowsers(town, path));
  const seen: { peace: Readings; flood: Readings }[] = [];
  for (let round = 0; round < rounds; round++) {
    await sender.ask({ prepare: { to: `${town.url}/ap/inbox`, type: 'Create', inReplyTo: posts, count: (ROUND_MS / 1_000) * PER_SECOND, hosts: 1 } });
    const peace = await readOn(town, path, await openBrowsers(town, path));
    const browsers = await openBrowsers(town, path);
    const before = processorSeconds(town.plein.pid);
    const flood = sender.ask<Sent>({ flood: { perSecond: PER_SECOND, milliseconds: ROUND_MS } });
    const crawling = slow.ask<{ crawled: number }>({ crawl: { to: `${town.url}/ap/inbox`, connections: CRAWLING, milliseconds: ROUND_MS } });
    const during = await readOn(town, path, browsers);
    const [{ sent }, { crawled }] = [await flood, await crawling];
    seen.push({ peace, flood: during });
    const busy = (processorSeconds(town.plein.pid) - before) / (ROUND_MS / 1_000);
    const slowest = (kind: keyof Readings) => `${peace[kind].toFixed(0)} then ${during[kind].toFixed(0)} ms`;
    console.log(`flood, round ${round + 1}: ${sent.perSecond.toFixed(0)}/s sent, answered ${JSON.stringify(sent.statuses)}; ${crawled} connections opened that crawl; slowest of a hundred readings ${slowest('kept')}, on a new connection ${slowest('anew')}; processor ${busy.toFixed(2)}; load of the machine ${loadavg()[0]?.toFixed(1)}`);
    // What was taken in is handled, so that the next round begins in peace.
    await sleep(5_000);
  }
  const ratio = (kind: keyof Readings, what: string): Result => {
    const [peace, flood] = [seen.map((each) => each.peace[kind]), seen.map((each) => each.flood[kind])];
    // Round by round, so that whatever else the machine does weighs on both.
    return result(what, 'times as long', median(flood.map((each, round) => each / (peace[round] ?? Number.NaN))), null, { atMost: 2 });
  };
  return [
    ratio('kept', `slowest of a hundred readings while a peer posts ${PER_SECOND}/s and ${CRAWLING.toLocaleString('en')} connections crawl`),
    ratio('anew', 'the same, of visitors who come in anew'),
  ];
}

/** `npm run bench -- --only flood`. */
export async function measureFlood(adminUrl: string, folder: string, rounds: number): Promise<Result[]> {
  const town = await openTown(adminUrl, folder, KEPT_READERS + 1, 'flood', { limits: 'normal' });
  const [sender, slow] = [await startBarePeer(1, 11), await startBarePeer(1, 31)];
  for (const attacker of [sender, slow]) attacker.giveWay();
  try {
    return await measureReaders(town, sender, slow, rounds);
  } finally {
    sender.stop();
    slow.stop();
    await town.close();
  }
}
