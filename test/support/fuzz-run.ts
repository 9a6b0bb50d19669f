// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { Pool } from 'undici';
import { expect } from 'vitest';
import { startPlein, type TestPlein } from './app.ts';
import { expectSound, type FuzzAnswer } from './fuzz-answers.ts';
import { buildCast, buildKeptFixture, type Cast, type KeptFixture } from './fuzz-cast.ts';
import { type Operation, operationsOf } from './fuzz-operations.ts';
import { realThingsOf } from './fuzz-real-things.ts';
import { fittingRequest, type FuzzRequest, requestsFor, withoutRight } from './fuzz-requests.ts';
import { type FuzzValue, Real, Written } from './fuzz-values.ts';

export interface Tally {
  requests: number;
  /** By status. */
  answers: Map<number, number>;
}

export interface FuzzHouse {
  plein: TestPlein;
  kept: KeptFixture;
  operations: readonly Operation[];
  tallies: ReadonlyMap<string, Tally>;
  /** Sends so many requests to one operation and looks at every answer. @throws with the request that was answered wrongly */
  fuzz(operation: Operation, runs: number, seed: number, mayBeTaken?: boolean): Promise<void>;
  close(): Promise<void>;
}

const MOST_MORE = 200;

/** An instance that listens, with something to lose. */
export async function openFuzzHouse(): Promise<FuzzHouse> {
  const plein = await startPlein({ env: { RATE_LIMITS: 'relaxed', LOG_LEVEL: 'fatal' } });
  const pool = new Pool(await plein.listen(), { connections: 8, headersTimeout: 30_000, bodyTimeout: 30_000 });
  const kept = await buildKeptFixture(plein);
  const tallies = new Map<string, Tally>();

  async function fuzz(operation: Operation, runs: number, seed: number, mayBeTaken = true): Promise<void> {
    const tally: Tally = { requests: 0, answers: new Map() };
    tallies.set(operation.name, tally);
    let cast = await buildCast(plein, kept);
    const real = realThingsOf(operation);
    const ask = async (request: FuzzRequest): Promise<number> => {
      const answer = await send(pool, operation, request, cast);
      tally.requests += 1;
      tally.answers.set(answer.status, (tally.answers.get(answer.status) ?? 0) + 1);
      expectSound(operation, request, answer);
      expect(answer.body + JSON.stringify(answer.headers), 'nothing of the hidden building').not.toContain(kept.canary);
      if (usesUp(operation, request, answer)) cast = await buildCast(plein, kept);
      return answer.status;
    };
    if (operation.documented) await ask(withoutRight);
    // The fixture changes with every request, so a smaller counterexample would be one of another world.
    await fc.assert(fc.asyncProperty(requestsFor(operation, real), (request) => ask(request).then(() => undefined)), { numRuns: runs, seed, endOnFailure: true });
    // Where hardly any combination of fields makes sense, some more that try to, until one does.
    const wasTaken = () => [...tally.answers.keys()].some((status) => status < 300);
    for (const request of wasTaken() || !mayBeTaken ? [] : fc.sample(fittingRequest(operation, real), { numRuns: MOST_MORE, seed })) {
      await ask(request);
      if (wasTaken()) break;
    }
  }

  return {
    plein, kept, tallies, fuzz,
    operations: operationsOf(plein.app),
    async close() {
      await pool.close();
      await plein.close();
    },
  };
}

/** What was deleted, spent or signed out is no longer there to try. */
function usesUp(operation: Operation, request: FuzzRequest, { status }: FuzzAnswer): boolean {
  if (operation.method === 'GET') return false;
  const isSignedOut = status === 401 && request.viewer !== 'guest' && request.headers['authorization'] === undefined && request.headers['cookie'] === undefined;
  return isSignedOut || (status < 300 && (operation.method === 'DELETE' || spent.test(operation.path)));
}

const spent = /password|confirmations|acceptances|restorations|answers|merges|operations\/people/;

async function send(pool: Pool, operation: Operation, request: FuzzRequest, cast: Cast): Promise<FuzzAnswer> {
  const find = (real: Real) => cast.find(real.kind, request.viewer);
  const text = async (value: FuzzValue): Promise<string> => (value instanceof Real ? find(value) : value instanceof Written ? value.json : String(value));
  let path = operation.path;
  for (const [name, value] of Object.entries(request.params)) path = path.replace(`{${name}}`, encode(await text(value)));
  const pairs = await Promise.all(request.query.map(async ([name, value]) => `${encode(name)}=${encode(await text(value))}`));
  const { cookie } = cast.clients[request.viewer];
  const headers: Record<string, string> = { origin: 'http://plein.test', ...(cookie === null ? {} : { cookie }) };
  let body: string | Buffer | null = null;
  if (request.body !== null) {
    const [content, type] = 'json' in request.body ? [await written(request.body.json, find), 'application/json'] : [request.body.bytes, request.body.type];
    body = content;
    if (type !== null) headers['content-type'] = type;
  }
  const answer = await pool.request({ method: operation.method, path: path + (request.rawQuery ?? (pairs.length === 0 ? '' : `?${pairs.join('&')}`)), headers: { ...headers, ...request.headers }, body });
  return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() };
}

/** Percent-encoded; half of a surrogate pair as the bytes it would have, which are no UTF-8. */
function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : [...text].map((each) => (each.isWellFormed() ? encodeURIComponent(each) : '%ED%A0%80')).join('');
}

async function written(value: FuzzValue, find: (real: Real) => Promise<string>): Promise<string> {
  if (value instanceof Written) return value.json;
  if (value instanceof Real) return JSON.stringify(await find(value));
  if (Array.isArray(value)) return `[${(await Promise.all(value.map((each: FuzzValue) => written(each, find)))).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${(await Promise.all(Object.entries(value).map(async ([name, each]) => `${JSON.stringify(name)}:${await written(each as FuzzValue, find)}`))).join(',')}}`;
}
