// SPDX-License-Identifier: EUPL-1.2
import type { Connection, Subscription } from './connection.ts';
import type { Recheck } from './push-live.ts';

/** Where an update goes: to all who listen to its topic, or to one person under `me`. */
export function topicKey(topic: string, recipientId: string | null): string {
  return topic === 'me' ? `me:${recipientId ?? ''}` : topic;
}

export interface Register {
  add(connection: Connection): void;
  remove(connection: Connection): void;
  subscribe(connection: Connection, topic: string, subscription: Subscription): void;
  unsubscribe(connection: Connection, topic: string): void;
  listeners(update: { topic: string; recipientId: string | null }): Connection[];
  affectedBy(recheck: Recheck): Connection[];
  /** How many sockets this person has; of guests, how many there are from their address. */
  countOf(who: Pick<Connection, 'viewer' | 'address'>): number;
  all(): Connection[];
}

/** Which socket listens to what; knows nothing of rights. */
export function createRegister(): Register {
  const connections = new Set<Connection>();
  const byKey = new Map<string, Set<Connection>>();
  const byHolder = new Map<string, Set<Connection>>();

  function unsubscribe(connection: Connection, topic: string): void {
    const subscription = connection.subscriptions.get(topic);
    if (subscription === undefined) return;
    connection.subscriptions.delete(topic);
    drop(byKey, subscription.key, connection);
  }

  return {
    add(connection) {
      connections.add(connection);
      put(byHolder, holderOf(connection), connection);
    },
    remove(connection) {
      for (const topic of [...connection.subscriptions.keys()]) unsubscribe(connection, topic);
      drop(byHolder, holderOf(connection), connection);
      connections.delete(connection);
    },
    subscribe(connection, topic, subscription) {
      // Its socket may have closed while its rights were looked up.
      if (!connections.has(connection)) return;
      connection.subscriptions.set(topic, subscription);
      put(byKey, subscription.key, connection);
    },
    unsubscribe,
    listeners: ({ topic, recipientId }) => [...(byKey.get(topicKey(topic, recipientId)) ?? [])],
    affectedBy(recheck) {
      if ('actorId' in recheck) return [...(byHolder.get(recheck.actorId) ?? [])];
      if ('everyone' in recheck) return [...connections];
      return [...connections].filter((connection) => [...connection.subscriptions.values()].some((subscription) => subscription.placeId === recheck.placeId));
    },
    countOf: (who) => byHolder.get(holderOf(who))?.size ?? 0,
    all: () => [...connections],
  };
}

function holderOf({ viewer, address }: Pick<Connection, 'viewer' | 'address'>): string {
  return viewer.actorId ?? `guest ${address}`;
}

function put(map: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const known = map.get(key) ?? new Set();
  known.add(connection);
  map.set(key, known);
}

function drop(map: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const known = map.get(key);
  known?.delete(connection);
  if (known?.size === 0) map.delete(key);
}
