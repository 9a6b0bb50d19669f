// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { isObject, type Json } from '../wire/bounded-json.ts';
import { idOf } from './activity.ts';

/**
 * What an activity changes, and what it builds upon: an answer comes after what it answers, two answers to one thing go together.
 * Changes exclude each other and what builds upon them.
 */
export interface Order {
  changes: readonly string[];
  reads: readonly string[];
}

const LONGEST = 20;

/** Reckoned once, when it comes in; see {@link writeOrder}. */
export function orderOf(activity: Json): Order {
  const inner = isObject(activity['object']) ? activity['object'] : null;
  const object = idOf(activity['object']);
  const own = idOf(activity);
  const actor = idOf(activity['actor']);
  // What is between two: a membership, a reaction; taken back under the same pair, or under the name of what is taken back.
  const pair = (from: Json): string[] => [actor, idOf(from['object'])].every((each) => each !== null) ? [`${idOf(from['actor']) ?? actor}>${idOf(from['object'])}`] : [];
  switch (activity['type']) {
    case 'Create':
    case 'Update':
      return order([object, own], [inner?.['inReplyTo'], inner?.['context']]);
    case 'Announce':
      // A place that passes something on: in the order of what is in it.
      return inner !== null && typeof inner['type'] === 'string' && inner['actor'] !== undefined ? merged(orderOf(inner), [own]) : order([own, ...pair(activity)], [object]);
    case 'Undo':
    case 'Accept':
    case 'Reject':
      return inner === null ? order([own, object], []) : order([own, object, ...pair(inner)], [idOf(inner['object'])]);
    case 'Delete':
      return order([own, object], []);
    case 'Add':
    case 'Remove':
      // A place that lets somebody go: between the two of them, as their joining was.
      return order([own, `${object}>${actor}`, `${object}>${idOf(activity['target'])}`], [object]);
    default:
      return order([own, ...pair(activity)], [object]);
  }
}

function order(changes: readonly unknown[], reads: readonly unknown[]): Order {
  const marks = (list: readonly unknown[]) => [...new Set(list.map(idOf).filter((each) => each !== null))].slice(0, LONGEST).map(mark);
  const own = marks(changes);
  return { changes: own, reads: marks(reads).filter((each) => !own.includes(each)) };
}

function merged(inner: Order, more: readonly unknown[]): Order {
  return { changes: [...inner.changes, ...order(more, []).changes], reads: inner.reads };
}

/** Addresses are as long as their senders like. */
function mark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** As it is kept: "a b|c d". */
export function writeOrder({ changes, reads }: Order): string {
  return `${changes.join(' ')}|${reads.join(' ')}`;
}

export function readOrder(text: string): Order {
  const [changes = '', reads = ''] = text.split('|');
  return { changes: changes.split(' ').filter((each) => each !== ''), reads: reads.split(' ').filter((each) => each !== '') };
}

/** Who is still under way, in the order in which they came; says of the next whether it can go. */
export class Queueing {
  readonly #changed = new Map<string, number>();
  readonly #read = new Map<string, number>();

  /** Whether nothing that came before, and was {@link pass}ed or {@link add}ed, stands in its way. */
  mayGo({ changes, reads }: Order): boolean {
    return !changes.some((each) => this.#changed.has(each) || this.#read.has(each)) && !reads.some((each) => this.#changed.has(each));
  }

  add({ changes, reads }: Order): void {
    for (const each of changes) this.#changed.set(each, (this.#changed.get(each) ?? 0) + 1);
    for (const each of reads) this.#read.set(each, (this.#read.get(each) ?? 0) + 1);
  }
}
