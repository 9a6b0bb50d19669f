// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { Schedule } from '../../server/platform/outbox/handle.ts';
import { peerOf } from '../actors/remote-actors.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';
import { FetchRefused, fetchJson } from '../wire/fetch.ts';
import { buildingsUri, neighboursUri } from './neighbour-lists.ts';
import { type ListedBuilding, readListedBuildings, readWhetherWeAreNamed } from './read-neighbour-lists.ts';
import type { NeighbourSchema } from './schemas.ts';

type Neighbour = Static<typeof NeighbourSchema>;
const EVERY_MS = 30 * 60_000;
const MOST_NEIGHBOURS = 200;
/** Of one neighbour on our square; the rest is a press away. */
const MOST_SHOWN = 12;
const AT_ONCE = 4;

/** Asks a neighbour what stands open there, and whether it names us. What went wrong is kept for the administrator; what was known stays. */
export async function refreshNeighbour(deps: Deps, host: string): Promise<void> {
  const now = deps.clock.now();
  try {
    const peer = await peerOf(deps, host, { refresh: true });
    if (peer.instanceUri === null) throw new FetchRefused('unreachable', host);
    const list = buildingsUri(peer.instanceUri);
    const [buildings, neighbours] = await Promise.all([fetchJson(deps, list), fetchJson(deps, neighboursUri(peer.instanceUri))]);
    const listed = readListedBuildings(list, buildings.json);
    const { namesUs, takesQuestions } = readWhetherWeAreNamed(neighbours.json, actorUri(deps.config, INSTANCE_ACTOR_ID));
    await deps.database.asSystem(async (trx) => {
      // Whoever ceased to be a neighbour meanwhile leaves nothing behind.
      const kept = await trx.updateTable('peer').set({ names_us: namesUs, takes_questions: takesQuestions, listed_at: now, list_fault: '' }).where('host', '=', host).where('neighbour_since', 'is not', null).executeTakeFirst();
      if (kept.numUpdatedRows > 0n) await replaceBuildings(trx, host, listed);
    });
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    await deps.database.asSystem((trx) => trx.updateTable('peer').set({ list_fault: error.reason }).where('host', '=', host).execute());
  }
}

async function replaceBuildings(trx: Trx, host: string, listed: readonly ListedBuilding[]): Promise<void> {
  await trx.deleteFrom('neighbour_building').where('host', '=', host).execute();
  if (listed.length === 0) return;
  await trx
    .insertInto('neighbour_building')
    .values(listed.map(({ memberCount, ...each }, place) => ({ ...each, host, place, member_count: memberCount })))
    .onConflict((conflict) => conflict.column('uri').doNothing())
    .execute();
}

export const refreshNeighbours: Schedule = {
  name: 'refresh-neighbours',
  everyMs: EVERY_MS,
  queue: 'federate',
  async run(deps) {
    const rows = await deps.database.asSystem((trx) => trx.selectFrom('peer').select('host').where('neighbour_since', 'is not', null).orderBy('listed_at', (order) => order.asc().nullsFirst()).limit(MOST_NEIGHBOURS).execute());
    const waiting = rows.map((row) => row.host);
    const next = async (): Promise<void> => {
      for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) await refreshNeighbour(deps, host);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  },
};

/** Who stands around our square, each with its open buildings, the liveliest first. */
export async function neighboursOnSquare(trx: Trx): Promise<Neighbour[]> {
  const peers = await trx.selectFrom('peer').select(['host', 'name', 'instance_uri', 'listed_at', 'list_fault', 'shares_questions', 'takes_questions']).where('neighbour_since', 'is not', null).orderBy('neighbour_since').orderBy('host').limit(MOST_NEIGHBOURS).execute();
  if (peers.length === 0) return [];
  const buildings = await trx.selectFrom('neighbour_building').selectAll().where('host', 'in', peers.map((peer) => peer.host)).where('place', '<', MOST_SHOWN).orderBy('host').orderBy('place').execute();
  return peers.map((peer) => ({
    host: peer.host,
    name: peer.name === '' ? peer.host : peer.name,
    url: peer.instance_uri === null ? `https://${peer.host}/` : `${new URL(peer.instance_uri).origin}/`,
    state: peer.list_fault !== '' ? 'down' : peer.listed_at === null ? 'waiting' : 'open',
    sharesQuestions: peer.shares_questions && peer.takes_questions,
    buildings: buildings
      .filter((building) => building.host === peer.host)
      .map(({ handle, name, summary, member_count: memberCount, url: homeUrl }) => ({ handle: `${handle}@${peer.host}`, name, summary, memberCount, url: `/buildings/${handle}@${peer.host}`, homeUrl })),
  }));
}
