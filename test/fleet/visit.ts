// SPDX-License-Identifier: EUPL-1.2
import { type Dispatcher, fetch, type Headers } from 'undici';
import { PUBLIC_URL } from './fleet.ts';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer read as JSON; the caller names its shape, as with `inject`. */
  json<T>(): T;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sending {
  headers?: Record<string, string>;
  /** Connections of the sender's own. */
  dispatcher?: Dispatcher;
}

/** A request over HTTP to the process at `address`, as a browser on our own pages sends it. Rejects when no answer comes. */
export async function visit(address: string, who: { cookie: string | null } | null, method: Method, path: string, body?: unknown, { headers = {}, dispatcher }: Sending = {}): Promise<Answer> {
  const answer = await fetch(`${address}/api/v1${path}`, {
    method,
    headers: {
      origin: PUBLIC_URL,
      ...(who === null || who.cookie === null ? {} : { cookie: who.cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(dispatcher === undefined ? {} : { dispatcher }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: <T>() => JSON.parse(text) as T };
}

/** The cookie of an answer that signs somebody in, or null. */
export function sessionOf(answer: Answer): string | null {
  const value = /^plein_session=([^;]+)/.exec(answer.headers.getSetCookie().find((each) => each.startsWith('plein_session=')) ?? '')?.[1];
  return value === undefined ? null : `plein_session=${value}`;
}
