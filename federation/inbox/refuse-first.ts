// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerFirst } from '../../server/platform/http/answer-first.ts';
import { problemBody } from '../../server/platform/http/problem.ts';
import { strictest } from '../../server/platform/http/unreadable.ts';
import type { Door, Wait } from './door.ts';
import { headersOf, InboxRefused } from './refusal.ts';

/** How long a no is held back, and of how many at once: who waits for their answers asks less often. */
const LINGER_MS = 1_000;
const MOST_LINGERING = 500;
/** Whoever comes with more than this, or does not say with how much, is not let finish: the connection ends with the no. */
const MOST_LET_GO = 64 * 1024;

interface Said {
  status: number;
  headers: Record<string, string | number>;
  body: string;
}

/** Says no to who is to wait, before anything else of their request is looked at. */
export function createFirstRefusal(door: Door): AnswerFirst {
  let lingering = 0;
  // There are but a few of them.
  const written = new Map<string, Said>();

  function write(wait: Wait, leave: boolean): Said {
    const refused = new InboxRefused(wait.reason, { ...wait, leave });
    const body = JSON.stringify({ ...problemBody(refused, 'en'), reason: refused.reason });
    return { status: refused.status, headers: { ...strictest, ...headersOf(refused), 'content-length': Buffer.byteLength(body) }, body };
  }

  function refuse(response: ServerResponse, wait: Wait, leave: boolean): void {
    if (response.destroyed) return;
    const key = `${wait.reason} ${wait.retryAfter} ${leave}`;
    const said = written.get(key) ?? write(wait, leave);
    written.set(key, said);
    response.writeHead(said.status, said.headers).end(said.body);
  }

  return (request, response) => {
    if (request.method !== 'POST' || !isInbox(request.url ?? '')) return false;
    const wait = door.knock(request);
    if (wait === null) return false;
    const leave = isLarge(request);
    // What has come of the body is let go; who is slow with the rest is counted among the silent.
    if (!leave) request.resume();
    if (lingering >= MOST_LINGERING) refuse(response, wait, leave);
    else {
      lingering++;
      setTimeout(() => {
        lingering--;
        refuse(response, wait, leave);
      }, LINGER_MS).unref();
    }
    return true;
  };
}

const isLarge = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > MOST_LET_GO;
const isInbox = (url: string): boolean => url.startsWith('/ap/') && url.endsWith('/inbox');
