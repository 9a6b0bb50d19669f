// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';

/** Somebody at a square, by its API, as in a browser. */
export interface Visitor {
  get<T>(path: string): Promise<T>;
  /** @throws for every answer that refuses, except those of `bears` */
  send(method: 'POST' | 'PUT', path: string, body?: unknown, bears?: readonly number[]): Promise<{ status: number; body: unknown }>;
}

/** Signs in. @throws with what the square said */
export async function visit(square: string, email: string, password: string): Promise<Visitor> {
  let cookie = '';
  // Its name is known to browsers, and not to every resolver.
  const { port } = new URL(square);
  async function call(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { origin: square, ...(cookie === '' ? {} : { cookie }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
  const refused = async (answer: Response, what: string) => new Error(`${square} refused ${what}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  const signedIn = await call('POST', '/sessions', { email, password });
  if (!signedIn.ok) throw await refused(signedIn, `to let ${email} in`);
  cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  return {
    async get<T>(path: string): Promise<T> {
      const answer = await call('GET', path);
      if (!answer.ok) throw await refused(answer, path);
      // What a path gives is in the OpenAPI document of the square.
      return (await answer.json()) as T;
    },
    async send(method, path, body, bears = []) {
      const answer = await call(method, path, body);
      if (!answer.ok && !bears.includes(answer.status)) throw await refused(answer, `${method} ${path}`);
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
}

const PATIENCE_MS = 60_000;

/** What one square says arrives at another a moment later. @throws when it does not */
export async function eventually<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look().catch(() => null);
    if (found !== null && found !== undefined) return found;
    if (performance.now() > end) throw new Error(`The squares did not hear from each other: ${what} did not come within a minute.`);
    await sleep(200);
  }
}
