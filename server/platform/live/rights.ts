// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import { PUBLIC_AUDIENCE } from '../db/viewer.ts';
import type { Deps } from '../deps.ts';
import type { Connection, Subscription } from './connection.ts';
import type { Asker, TopicResolver } from './topic-resolver.ts';
import { topicKey } from './register.ts';

interface Addressed {
  topic: string;
  audienceId: number | null;
  recipientId: string | null;
}

/** What sockets may hear, asked of the database at the moment it matters: a socket outlives what it was opened with. */
export function createRights({ database, clock }: Pick<Deps, 'database' | 'clock'>, resolve: TopicResolver) {
  return {
    /** Who is behind a socket, with their audiences of now; null when the account is gone or suspended. */
    async current({ viewer: { actorId } }: Connection): Promise<Asker | null> {
      if (actorId === null) return { actorId: null, audiences: [PUBLIC_AUDIENCE] };
      const { rows } = await database.pool.query<{ audiences: string[] }>('select audiences from viewer_of_actor($1)', [actorId]);
      return rows[0] === undefined ? null : { actorId, audiences: rows[0].audiences.map(Number) };
    },

    /** Null when the topic is absent or not for this viewer: the two are not told apart. */
    async subscription(trx: Trx, viewer: Asker, topic: string): Promise<Subscription | null> {
      if (topic === 'me') return viewer.actorId === null ? null : { key: topicKey('me', viewer.actorId), placeId: null };
      const found = await resolve(trx, viewer, topic);
      return found === null ? null : { key: topic, placeId: found.placeId };
    },

    /**
     * Who may hear these updates now: one statement for all of them.
     * What is public needs no asking; what is for one person is heard by nobody else, and only while their account stands.
     */
    async forDelivery(deliveries: readonly { update: Addressed; actorId: string | null }[]): Promise<(update: Addressed, actorId: string | null) => boolean> {
      const pairs = new Map<string, { audience: number; actorId: string }>();
      for (const { update, actorId } of deliveries) {
        if (actorId === null || isForAll(update)) continue;
        const audience = update.audienceId ?? PUBLIC_AUDIENCE;
        pairs.set(`${audience} ${actorId}`, { audience, actorId });
      }
      const granted = new Set<string>();
      if (pairs.size > 0) {
        const asked = [...pairs.values()];
        const { rows } = await database.pool.query<{ audience_id: number; actor_id: string }>('select audience_id, actor_id from may_read_now($1, $2)', [asked.map((pair) => pair.audience), asked.map((pair) => pair.actorId)]);
        for (const row of rows) granted.add(`${row.audience_id} ${row.actor_id}`);
      }
      return (update, actorId) => {
        if (isForAll(update)) return true;
        if (actorId === null || (update.recipientId !== null && update.recipientId !== actorId)) return false;
        return granted.has(`${update.audienceId ?? PUBLIC_AUDIENCE} ${actorId}`);
      };
    },

    /** Those whose session or access token still lets them in; guests need none. */
    async credentialsAlive(connections: readonly Connection[]): Promise<Set<Connection>> {
      const hashes = connections.flatMap(({ credential }) => (credential === null ? [] : [credential]));
      const known = new Set<string>();
      if (hashes.length > 0) {
        const { rows } = await database.pool.query<{ token_hash: Buffer }>('select token_hash from credentials_alive($1, $2)', [hashes, clock.now()]);
        for (const row of rows) known.add(row.token_hash.toString('hex'));
      }
      return new Set(connections.filter(({ credential }) => credential === null || known.has(credential.toString('hex'))));
    },
  };
}

function isForAll(update: Addressed): boolean {
  return update.audienceId === PUBLIC_AUDIENCE && update.recipientId === null;
}
