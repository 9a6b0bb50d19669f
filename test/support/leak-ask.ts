// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import type { TestClient } from './app.ts';
import type { Method } from './routes-of.ts';

export interface Answer {
  status: number;
  body: string;
  /** Without those that differ at every request; the length without what was asked for. */
  headers: Record<string, unknown>;
  /** Everything that came, cursors opened, in lower case, without what was asked for: an answer may repeat that. */
  all: string;
}

const page = { accept: 'text/html' };
export const headersFor = (path: string): Record<string, string> => (path.startsWith('/api/') ? {} : page);

/** Puts a key in every place of an address or a body that says `{key}`. */
export function withKey<T>(given: T, key: string): T {
  if (typeof given === 'string') return given.replaceAll('{key}', key) as T;
  if (Array.isArray(given)) return given.map((each: unknown) => withKey(each, key)) as T;
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, withKey<unknown>(value, key)])) as T;
}

/** Asks for something by its key, in the address or in the body. */
export async function ask(client: TestClient, method: Method | 'HEAD', path: string, { key = '', body, headers = {} }: { key?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer> {
  const response = await client.send(method as Method, withKey(path, key), body === undefined ? undefined : withKey(body, key), { ...headersFor(path), ...withKey(headers, key) });
  const { date: _date, 'x-request-id': _id, 'content-length': length, ...others } = response.headers;
  const without = (text: string) => (key === '' ? text : text.replaceAll(key, '{key}'));
  const repeated = key === '' ? 0 : response.body.split(key).length - 1;
  const kept = JSON.parse(without(JSON.stringify({ ...others, 'content-length': Number(length ?? 0) - repeated * Buffer.byteLength(key) }))) as Record<string, unknown>;
  return { status: response.statusCode, body: without(response.body), headers: kept, all: without(everythingIn(response)).toLowerCase() };
}

/** Headers and body of an answer, and what stands in its cursors. */
export function everythingIn(response: { headers: Record<string, unknown>; body: string }): string {
  const cursors = [...response.body.matchAll(/"next":"([\w-]+)"/g)].map((match) => Buffer.from(match[1] ?? '', 'base64url').toString());
  const { date: _date, 'x-request-id': _id, ...headers } = response.headers;
  return `${JSON.stringify(headers)}\n${response.body}\n${cursors.join('\n')}`;
}

export function leaksIn(answer: Pick<Answer, 'all'>, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => answer.all.includes(secret.toLowerCase()));
}

export function expectNoLeak(answer: Answer, secrets: readonly string[], where: string): void {
  const found = leaksIn(answer, secrets);
  expect(found, `${where} answers ${answer.status} with ${found.join(', ')}: ${answer.body.slice(0, 600)}`).toEqual([]);
  expect(answer.status, `${where}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
}

export function expectSame(answer: Answer, absent: Answer, where: string): void {
  const { all: _one, ...told } = answer;
  const { all: _other, ...toldOfNothing } = absent;
  expect(told, where).toEqual(toldOfNothing);
}
