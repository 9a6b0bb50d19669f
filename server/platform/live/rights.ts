// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { Pool } from '../db/pool.ts';
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
     * Who may hear these updates now: one statement for all of them, however many listen.
     * What is public needs no asking; what is for one person is heard by nobody else, and only while their account stands.
     */
    async forDelivery(deliveries: readonly { update: Addressed; listeners: readonly Connection[] }[]): Promise<(update: Addressed, actorId: string | null) => boolean> {
      const asked = new Map<number, Set<string>>();
      for (const { update, listeners } of deliveries) {
        if (isForAll(update) || listeners.length === 0) continue;
        const audience = update.audienceId ?? PUBLIC_AUDIENCE;
        const people = asked.get(audience) ?? new Set();
        asked.set(audience, people);
        for (const { viewer } of listeners) if (viewer.actorId !== null) people.add(viewer.actorId);
      }
      const granted = await grantedOf(database.pool, asked);
      return (update, actorId) => {
        if (isForAll(update)) return true;
        if (actorId === null || (update.recipientId !== null && update.recipientId !== actorId)) return false;
        return granted.get(update.audienceId ?? PUBLIC_AUDIENCE)?.has(actorId) === true;
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

/** Of these people those who may read these audiences at this moment. */
async function grantedOf(pool: Pool, asked: ReadonlyMap<number, ReadonlySet<string>>): Promise<Map<number, Set<string>>> {
  const granted = new Map<number, Set<string>>();
  const pairs = [...asked].flatMap(([audience, people]) => [...people].map((actorId) => ({ audience, actorId })));
  if (pairs.length === 0) return granted;
  // One sign for each pair, in their order: thousands of rows would take longer to read than to find.
  const wanted = `{${pairs.map((pair) => pair.audience).join(',')}}`;
  const candidates = `{${pairs.map((pair) => pair.actorId).join(',')}}`;
  const { rows } = await pool.query<{ answers: string }>({ name: 'may_read_each_now', text: 'select may_read_each_now($1, $2) as answers', values: [wanted, candidates] });
  const answers = rows[0]?.answers ?? '';
  for (const [index, { audience, actorId }] of pairs.entries()) {
    if (answers[index] !== 'y') continue;
    const people = granted.get(audience) ?? new Set();
    granted.set(audience, people.add(actorId));
  }
  return granted;
}
