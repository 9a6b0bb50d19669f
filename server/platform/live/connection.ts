// SPDX-License-Identifier: EUPL-1.2
import type { WebSocket } from 'ws';
import type { Viewer } from '../db/viewer.ts';

/** What one socket may ask of a process. */
export const MOST_SUBSCRIPTIONS = 100;
const MESSAGES_PER_SECOND = 20;
/** Who comes back asks for everything at once. */
const MESSAGES_AT_ONCE = 2 * MOST_SUBSCRIPTIONS;
/** A reader that leaves this much unread is let go; it comes back and catches up. */
const MOST_BUFFERED_BYTES = 1024 * 1024;

/** Close codes (RFC 6455, 7.4; 4000 and up are ours, after the HTTP status of the same meaning). */
export const closing = { goingAway: 1001, misuse: 1008, tryAgain: 1013, signedOut: 4401, tooMany: 4429 } as const;

export type Request = { subscribe: string } | { unsubscribe: string };

/** A subscription: the topic under its one name in this process, and the place it belongs to. */
export interface Subscription {
  key: string;
  placeId: string | null;
}

/** One socket and what it listens to. */
export interface Connection {
  readonly viewer: Pick<Viewer, 'actorId'>;
  /** The hash of the session or access token it was opened with; null for a guest. */
  readonly credential: Buffer | null;
  readonly address: string;
  /** By the topic as the client names it. */
  readonly subscriptions: Map<string, Subscription>;
  isOpen(): boolean;
  send(frame: string | Buffer): void;
  close(code: number, reason: string): void;
  terminate(): void;
  /** Asks for a sign of life. @returns false when the one before was not answered. */
  ping(): boolean;
}

/** Reads requests one after the other, within bounds. A socket that misbehaves is closed. */
export function openConnection(ws: WebSocket, who: Pick<Connection, 'viewer' | 'credential' | 'address'>, handle: (connection: Connection, request: Request) => Promise<void>, onClose: (connection: Connection) => void): Connection {
  let alive = true;
  let allowance = MESSAGES_AT_ONCE;
  let allowedAt = performance.now();
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;

  const connection: Connection = {
    ...who,
    subscriptions: new Map(),
    isOpen: () => ws.readyState === ws.OPEN,
    send(frame) {
      if (ws.readyState !== ws.OPEN) return;
      // Text, also where its bytes were made once for many.
      ws.send(frame, { binary: false });
      if (ws.bufferedAmount > MOST_BUFFERED_BYTES) ws.terminate();
    },
    close(code, reason) {
      ws.close(code, reason);
    },
    terminate() {
      ws.terminate();
    },
    ping() {
      if (!alive) {
        ws.terminate();
        return false;
      }
      alive = false;
      ws.ping();
      return true;
    },
  };

  /** Counts one frame. @returns false when it is one too many; the socket closes, and ends when that is not read. */
  const allowed = (): boolean => {
    const now = performance.now();
    allowance = Math.min(MESSAGES_AT_ONCE, allowance + ((now - allowedAt) / 1_000) * MESSAGES_PER_SECOND) - 1;
    allowedAt = now;
    if (allowance >= 0 && waiting <= MESSAGES_AT_ONCE) return true;
    if (allowance < -MESSAGES_AT_ONCE) ws.terminate();
    else ws.close(closing.misuse, 'too many messages');
    return false;
  };

  ws.on('pong', () => {
    alive = true;
    allowed();
  });
  // Each is answered by itself, and the answers of who does not read them would pile up.
  ws.on('ping', allowed);
  ws.on('close', () => onClose(connection));
  ws.on('message', (content, isBinary) => {
    if (!allowed()) return;
    const request = isBinary ? null : parseRequest(String(content));
    if (request === null) {
      connection.send(JSON.stringify({ error: 'bad-message' }));
      return;
    }
    waiting++;
    last = last
      .then(() => handle(connection, request))
      .catch(() => ws.close(closing.tryAgain, 'try again'))
      .finally(() => {
        waiting--;
      });
  });
  return connection;
}

function parseRequest(content: string): Request | null {
  let message: unknown;
  try {
    message = JSON.parse(content);
  } catch {
    return null;
  }
  if (typeof message !== 'object' || message === null) return null;
  const [entry, ...more] = Object.entries(message);
  if (entry === undefined || more.length > 0) return null;
  const [verb, topic] = entry as [string, unknown];
  // A NUL stands in no topic, and the database cannot be asked about one.
  if (typeof topic !== 'string' || topic.length === 0 || topic.length > 200 || topic.includes('\0')) return null;
  if (verb === 'subscribe') return { subscribe: topic };
  return verb === 'unsubscribe' ? { unsubscribe: topic } : null;
}
