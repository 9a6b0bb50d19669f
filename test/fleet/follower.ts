// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { type Frame, openSocket, type TestSocket } from '../support/socket.ts';
import { until } from '../support/until.ts';
import { visit } from './visit.ts';

/** A screen that listens as web/state/live.ts does: when its line is lost it comes back and catches up from its cursor. */
export interface Follower {
  /** What it was told of a topic, every update once, in order of arrival. */
  told(topic: string): Frame[];
  /** Updates that one line, or one round of catching up, brought twice. */
  repeated: Frame[];
  /** Close codes of the lines that were lost. */
  lost: number[];
  /** How many times it came back and caught up. */
  returns(): number;
  isCaughtUp(): boolean;
  stop(): Promise<void>;
}

interface Updates {
  items: Frame[];
  next: string;
  reset: boolean;
}

/** @param addresses where it knocks, one after the other: a balancer, or the processes themselves */
export async function follow(addresses: readonly string[], who: { cookie: string | null }, topics: readonly string[]): Promise<Follower> {
  const known = new Map<string, Frame>();
  const repeated: Frame[] = [];
  const lost: number[] = [];
  let cursor: string | null = null;
  let newest = '';
  let behind = true;
  let returns = -1;
  let knocks = 0;
  let stopped = false;
  let line: TestSocket | null = null;

  function take(frame: Frame, seenHere: Set<string>): void {
    const { cursor: at = '', topic = '' } = frame;
    if (at > newest) newest = at;
    if (frame.event === 'subscribed') return;
    const key = `${at} ${topic}`;
    if (seenHere.has(key)) repeated.push(frame);
    seenHere.add(key);
    if (!known.has(key)) known.set(key, frame);
    if (!behind) cursor = at;
  }

  async function catchUp(address: string): Promise<void> {
    const seenHere = new Set<string>();
    for (let after: string | null = cursor; after !== null; ) {
      const answer = await visit(address, who, 'GET', `/updates?after=${after}&topics=${encodeURIComponent(topics.join(','))}`);
      if (answer.status !== 200) throw new Error(`catching up was refused: ${answer.status} ${answer.text}`);
      const page = answer.json<Updates>();
      if (page.reset) throw new Error('the cursor was too old');
      for (const item of page.items) take(item, seenHere);
      cursor = page.next;
      if (page.items.length === 0) break;
      after = page.next;
    }
    if (cursor === null || newest > cursor) cursor = newest;
    behind = false;
    returns++;
  }

  async function listen(): Promise<void> {
    const address = addresses[knocks++ % addresses.length] ?? '';
    line = await openSocket(address, who);
    const seenHere = new Set<string>();
    line.ws.on('message', (content) => take(JSON.parse(String(content)) as Frame, seenHere));
    for (const topic of topics) await line.subscribe(topic);
    await catchUp(address);
    const code = await line.closed;
    if (!stopped) lost.push(code);
  }

  const running = (async () => {
    while (!stopped) {
      behind = true;
      await listen().catch(() => line?.ws.terminate());
      if (!stopped) await sleep(50 + Math.random() * 100);
    }
  })();
  await until(() => !behind);

  return {
    told: (topic) => [...known.values()].filter((frame) => frame.topic === topic),
    repeated,
    lost,
    returns: () => returns,
    isCaughtUp: () => !behind,
    async stop() {
      stopped = true;
      line?.ws.terminate();
      await running;
    },
  };
}
