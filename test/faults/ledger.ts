// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Person } from './people.ts';

/**
 * What a client knows of what it wrote. A line is in the book before its request is sent, so that nothing which the server
 * does can be unknown to it.
 */
export type What = 'post' | 'reply' | 'reaction' | 'join' | 'bookmark' | 'invitation';

export interface Line {
  /** The Idempotency-Key; texts carry it, so that a second one would show. */
  key: string;
  what: What;
  writer: Person;
  method: 'POST' | 'PUT';
  path: string;
  body: Record<string, unknown> | null;
  /** What the audit looks it up by: an id of a post or building, a name of a reaction, an address. */
  about: { postId?: string; reaction?: string; placeId?: string; email?: string; mentioned?: string };
  /** `refused`: answered with what no fault explains. `unknown`: given up without an answer. `never`: not sent as a whole. */
  outcome: 'open' | 'acknowledged' | 'unknown' | 'refused' | 'never';
  /** Of what was made, as the answer said. */
  id: string | null;
  tries: number;
}

export interface Ledger {
  lines: Line[];
  open(line: Pick<Line, 'what' | 'writer' | 'method' | 'path' | 'body' | 'about'>, key?: string): Line;
  /** @param askedAt when the request was sent that was acknowledged (performance.now) */
  acknowledge(line: Line, id: string | null, askedAt: number): void;
  /** Posts that are no reply and were acknowledged, by their writer's actor id. */
  postsOf(actorId: string): readonly Line[];
  anyPost(): readonly Line[];
  /** Whether a request was acknowledged that was sent after this moment. */
  answeredSince(moment: number): boolean;
  /** The longest time, in milliseconds, from one acknowledged request to the next, from `start` until the first one after `end`. */
  longestSilence(start: number, end: number): number;
  /** How often each answer, or lack of one, came. */
  answers: Map<string, number>;
  /** Requests that got no answer in time: there must be none. */
  hung: string[];
  /** Answers that no fault explains, with the line they were for. */
  refusals: string[];
  /** Requests that were sent again after they were acknowledged, and those that got another answer. */
  repeats: { sent: number; different: string[] };
}

export const newKey = (): string => `key-${randomUUID()}`;

export function createLedger(): Ledger {
  const lines: Line[] = [];
  const posts = new Map<string, Line[]>();
  const all: Line[] = [];
  const askedAt: number[] = [];
  return {
    lines,
    open(line, key = newKey()) {
      const opened: Line = { ...line, key, outcome: 'open', id: null, tries: 0 };
      lines.push(opened);
      return opened;
    },
    acknowledge(line, id, moment) {
      line.outcome = 'acknowledged';
      line.id = id;
      askedAt.push(moment);
      if (line.what !== 'post') return;
      posts.set(line.writer.actorId, [...(posts.get(line.writer.actorId) ?? []), line]);
      all.push(line);
    },
    postsOf: (actorId) => posts.get(actorId) ?? [],
    anyPost: () => all,
    answeredSince: (moment) => askedAt.some((each) => each > moment),
    longestSilence(start, end) {
      const moments = askedAt.filter((each) => each > start).sort((a, b) => a - b);
      const until = moments.findIndex((each) => each > end);
      let before = start;
      return Math.max(0, ...moments.slice(0, until + 1).map((each) => {
        const silence = each - before;
        before = each;
        return silence;
      }));
    },
    answers: new Map(),
    hung: [],
    refusals: [],
    repeats: { sent: 0, different: [] },
  };
}
