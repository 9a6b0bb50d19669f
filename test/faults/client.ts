// SPDX-License-Identifier: EUPL-1.2
import { Pool } from 'undici';
import type { Person } from './people.ts';

/** Longer than this without an answer is a hang, which no fault excuses. */
export const PATIENCE_MS = 15_000;

export type Outcome =
  | { kind: 'answered'; status: number; body: unknown }
  /** The connection was refused or broke. */
  | { kind: 'broken'; reason: string }
  | { kind: 'hung' };

/** Sends requests over real connections, as a browser on our own pages does. */
export interface Client {
  send(person: Person, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Outcome>;
  close(): Promise<void>;
}

export function openClient(address: string, connections = 32): Client {
  // Our own signal is the only bound, so that every hang is counted as one.
  const pool = new Pool(address, { connections, headersTimeout: 0, bodyTimeout: 0, connectTimeout: PATIENCE_MS });
  return {
    async send(person, method, path, body, headers = {}) {
      const payload = body === undefined || body === null ? null : JSON.stringify(body);
      const signal = AbortSignal.timeout(PATIENCE_MS);
      try {
        const answer = await pool.request({
          method,
          path: `/api/v1${path}`,
          signal,
          headers: { origin: address, cookie: person.cookie, ...(payload === null ? {} : { 'content-type': 'application/json' }), ...headers },
          body: payload,
        });
        const text = await answer.body.text();
        return { kind: 'answered', status: answer.statusCode, body: text === '' ? null : (JSON.parse(text) as unknown) };
      } catch (error) {
        if (signal.aborted) return { kind: 'hung' };
        const { code, name } = error as { code?: string; name?: string };
        return { kind: 'broken', reason: code ?? name ?? 'unknown' };
      }
    },
    close: () => pool.destroy(),
  };
}

/** For what must simply work: setting the scene. @throws with what was answered */
export async function ask<T>(client: Client, person: Person, method: string, path: string, body?: unknown): Promise<T> {
  const outcome = await client.send(person, method, path, body);
  if (outcome.kind !== 'answered' || outcome.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(outcome)}`);
  // The caller knows what this route answers.
  return outcome.body as T;
}
