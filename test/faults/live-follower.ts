// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ask, type Client } from './client.ts';
import type { Person } from './people.ts';

const TOPIC = 'square';
const AGAIN_AFTER_MS = 200;

interface Frame {
  topic?: string;
  event?: string;
  cursor?: string;
  error?: string;
}

/** Somebody with the square on the screen: a socket that comes back after every loss, and catches up from its cursor. */
export interface LiveFollower {
  /** From where it listens. */
  start: string;
  heard: Set<string>;
  /** Told twice through one socket. */
  twice: string[];
  /** Asks once more what it may have missed, and ends. */
  stop(): Promise<void>;
}

export async function followSquare(address: string, client: Client, person: Person): Promise<LiveFollower> {
  let stopped = false;
  let socket: WebSocket | null = null;
  /** Everything up to here is known; frames move it on only once the gap before them is closed. */
  let cursor: string | null = null;
  let start = '';
  const heard = new Set<string>();
  const twice: string[] = [];

  async function catchUp(): Promise<void> {
    for (;;) {
      const { items, next } = await ask<{ items: { cursor: string }[]; next: string }>(client, person, 'GET', `/updates?topics=${TOPIC}&after=${cursor}`);
      for (const item of items) heard.add(item.cursor);
      cursor = next;
      if (items.length === 0) return;
    }
  }

  function listen(): Promise<void> {
    return new Promise((resolve) => {
      const ws = new WebSocket(`${address.replace(/^http/, 'ws')}/api/v1/live`, { headers: { cookie: person.cookie, origin: address } });
      const here = new Set<string>();
      let caughtUp = false;
      socket = ws;
      ws.on('error', () => undefined);
      ws.on('close', () => resolve());
      ws.on('open', () => ws.send(JSON.stringify({ subscribe: TOPIC })));
      ws.on('message', (content) => {
        const frame = JSON.parse(String(content)) as Frame;
        if (frame.error !== undefined || frame.cursor === undefined) return ws.terminate();
        if (frame.event === 'subscribed') {
          // The first time there is nothing to catch up with.
          if (cursor === null) start = cursor = frame.cursor;
          void catchUp().then(() => (caughtUp = true), () => ws.terminate());
          return;
        }
        if (here.has(frame.cursor)) twice.push(frame.cursor);
        here.add(frame.cursor);
        heard.add(frame.cursor);
        if (caughtUp && cursor !== null && frame.cursor > cursor) cursor = frame.cursor;
      });
    });
  }

  const working = (async () => {
    while (!stopped) {
      await listen();
      if (!stopped) await sleep(AGAIN_AFTER_MS);
    }
  })();
  while (start === '') await sleep(20);
  return {
    start,
    heard,
    twice,
    async stop() {
      stopped = true;
      (socket as WebSocket | null)?.close();
      await working;
      await catchUp();
    },
  };
}
