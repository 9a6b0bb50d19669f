// SPDX-License-Identifier: EUPL-1.2
import { v7 } from 'uuid';
import { type PleinProcess, startProcess } from '../support/processes.ts';
import { type ViewerKind, viewerKinds, viewerNames } from './community.ts';
import type { DataSet } from './data.ts';
import { type Measured, median, press, type Target } from './load.ts';
import { result, type Result } from './report.ts';
import { type BareServer, startBare } from './servers.ts';

const CONNECTIONS = 16;

export interface Pair {
  data: DataSet;
  plein: PleinProcess;
  bare: BareServer;
  stop(): Promise<void>;
}

/** Both servers on the same database. */
export async function openPair(data: DataSet, dataDir: string): Promise<Pair> {
  const bare = await startBare('baseline.ts', { DATABASE_URL: data.bareUrl, BENCH_AUDIENCES: JSON.stringify(data.audiences) });
  const plein = await startProcess({ databaseUrl: data.url, dataDir, role: 'web', env: { NODE_ENV: 'production' } });
  return {
    data, plein, bare,
    async stop() {
      await plein.stop();
      await bare.stop();
    },
  };
}

const cookieOf = ({ cookies }: DataSet, kind: ViewerKind): Record<string, string> => (cookies[kind] === null ? {} : { cookie: cookies[kind] });

export function feedOf({ data, plein }: Pair, kind: ViewerKind, scope: 'square' | 'mine'): Target {
  return { address: plein.address, status: 200, next: () => ({ method: 'GET', path: `/api/v1/feed?scope=${scope}`, headers: cookieOf(data, kind) }) };
}

function bareFeed({ bare }: Pair, kind: ViewerKind): Target {
  return { address: bare.address, status: 200, next: () => ({ method: 'GET', path: `/feed/${kind}` }) };
}

function onePost(pair: Pair, kind: ViewerKind): [Target, Target] {
  const { data, plein, bare } = pair;
  let turn = 0;
  const id = () => data.postIds[turn++ % data.postIds.length] ?? '';
  return [
    { address: plein.address, status: 200, next: () => ({ method: 'GET', path: `/api/v1/posts/${id()}`, headers: cookieOf(data, kind) }) },
    { address: bare.address, status: 200, next: () => ({ method: 'GET', path: `/posts/${id()}` }) },
  ];
}

const text = 'Wie heeft ervaring met het nieuwe formulier? Bij ons loopt de doorlooptijd op en ik hoor graag hoe andere gemeenten dit doen.';
const json = { 'content-type': 'application/json' };

function creating({ data, plein, bare }: Pair): [Target, Target] {
  const headers = { ...json, ...cookieOf(data, 'active'), origin: plein.address };
  let turn = 0;
  // In one building after the other: people of a square do not all write in the same one at the same moment.
  const place = () => data.places[turn++ % data.places.length] ?? { id: '', slug: '', audienceId: 0 };
  const bareBody = () => {
    const { id: placeId, audienceId } = place();
    return JSON.stringify({ id: v7(), body: text, authorId: data.authorId, placeId, audienceId });
  };
  return [
    { address: plein.address, status: 201, next: () => ({ method: 'POST', path: `/api/v1/buildings/${place().slug}/posts`, headers, body: JSON.stringify({ body: text }) }) },
    { address: bare.address, status: 201, next: () => ({ method: 'POST', path: '/posts', headers: json, body: bareBody() }) },
  ];
}

/** Turn by turn, so that whatever else the machine does meets both. @returns medians of requests per second. */
async function interleaved([plein, bare]: [Target, Target], rounds: number, milliseconds: number): Promise<{ plein: number; bare: number }> {
  for (const target of [plein, bare]) await press(target, { connections: CONNECTIONS, milliseconds });
  const seen: { plein: Measured[]; bare: Measured[] } = { plein: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    seen.plein.push(await press(plein, { connections: CONNECTIONS, milliseconds }));
    seen.bare.push(await press(bare, { connections: CONNECTIONS, milliseconds }));
  }
  const rate = (list: Measured[]) => median(list.map((each) => each.perSecond));
  return { plein: rate(seen.plein), bare: rate(seen.bare) };
}

const PER_SECOND = 'requests/s';

/** Requests per second of Plein and of the bare stack, each doing the same to the same rows. */
export async function measureThroughput(pair: Pair, rounds: number, milliseconds: number): Promise<Result[]> {
  const size = `${pair.data.posts.toLocaleString('en')} posts`;
  const results: Result[] = [];
  const add = async (name: string, targets: [Target, Target], atLeast: number | null) => {
    const { plein, bare } = await interleaved(targets, rounds, milliseconds);
    results.push(result(`${name}, ${size}`, PER_SECOND, plein, bare, atLeast === null ? null : { atLeast }));
  };
  for (const kind of viewerKinds) await add(`feed of the square, ${viewerNames[kind]}`, [feedOf(pair, kind, 'square'), bareFeed(pair, kind)], 0.6);
  await add('one post, member', onePost(pair, 'active'), 0.5);
  await add('one post, guest', onePost(pair, 'guest'), 0.5);
  await add('create a post (durable, with outbox)', creating(pair), 0.4);
  return results;
}
