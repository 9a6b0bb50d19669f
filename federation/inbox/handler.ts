// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { RemoteActor } from '../actors/remote-actors.ts';
import type { Json } from '../wire/bounded-json.ts';
import type { Reason } from '../wire/reasons.ts';

/** An activity of somebody elsewhere: signed by them or with their proof, and named under their own origin. */
export interface Received {
  /** Of the row that keeps it; of one that a place announced, of that announcement. */
  id: string;
  /** Its own. */
  uri: string;
  type: string;
  actor: RemoteActor;
  json: Json;
  /** As it came, byte for byte. */
  raw: string;
  /** The place that passed it on, where it did not come from its actor. */
  announcedBy: RemoteActor | null;
}

export type Handled = { outcome: 'done' } | { outcome: 'refused'; reason: Reason };

/**
 * Sends the last statements of what an activity does, with the note that it was done and the commit right behind them. Nothing may follow;
 * the outcome is `done`.
 */
export type Conclude = <T>(send: () => Promise<T>) => Promise<T>;

/** As {@link Conclude}, for those of several that were done. */
export type ConcludeSeveral = (done: readonly Received[], send: () => Promise<unknown>) => Promise<unknown>;

/** What may be handled in one transaction. */
export interface Group {
  received: readonly Received[];
  /** As the system. What it does not conclude goes by itself afterwards, as does everything when it throws: it does not refuse. */
  handle(trx: Trx, conclude: ConcludeSeveral): Promise<void>;
}

export interface Handler {
  types: readonly string[];
  /** Which of several handlers of a type; the first that says yes. Without it: all of the type. */
  applies?(trx: Trx, received: Received): Promise<boolean> | boolean;
  /**
   * What must be asked of others first, outside any transaction. What it throws decides: a {@link FetchRefused} that may pass is tried
   * again later, any other refuses the activity with its reason.
   */
  prepare?(deps: Deps, received: Received): Promise<unknown>;
  /**
   * One transaction, as the system, together with the note that it was done. May run twice when the first did not commit. A Problem that
   * it throws refuses the activity; anything else is tried again, and in the end set aside. What holds a lock that many want ends with
   * `conclude`; all else need not.
   */
  handle(trx: Trx, deps: Deps, received: Received, prepared: unknown, conclude: Conclude): Promise<Handled>;
  /** Several of one instance, none of which must wait for another of them: those that may share a transaction, outside any. */
  together?(deps: Deps, list: readonly Received[]): Promise<Group[]>;
}

const registered: Handler[] = [];

/** Called once, when the room is loaded: see {@link ./handlers.ts}. */
export function registerHandlers(list: readonly Handler[]): void {
  registered.push(...list);
}

export function handlersOf(type: string): readonly Handler[] {
  return registered.filter(({ types }) => types.includes(type));
}

/** Who acts on this; null when nobody does. As the system. */
export async function handlerFor(trx: Trx, received: Received): Promise<Handler | null> {
  for (const each of handlersOf(received.type)) {
    if (each.applies === undefined || (await each.applies(trx, received))) return each;
  }
  return null;
}
