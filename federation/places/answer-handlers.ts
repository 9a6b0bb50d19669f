// SPDX-License-Identifier: EUPL-1.2
import { endInReplica, enterReplica, refuseInReplica } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { actorUri } from '../addresses.ts';
import type { Handler, Received } from '../inbox/handler.ts';
import { idOf } from '../translate/read-json.ts';
import { reasonGiven } from '../translate/reason-given.ts';
import { TURNS_AWAY_INSTANCE } from './answer-members.ts';
import { sayLeave } from './ask-home.ts';
import { ownPersonAt, replicaByUri } from './place-rows.ts';
import { localeOf, refuseWritten, writtenAs } from './written.ts';

/** What the home of a place elsewhere answers to somebody here who asked. It speaks for its own places only, and of who asked. */
export const accept: Handler = {
  types: ['Accept'],
  applies: isAboutJoin,
  async handle(trx, deps, received) {
    const asked = await askedOf(trx, received);
    if (asked === null) return { outcome: 'refused', reason: 'not-asked' };
    if (await enterReplica(trx, deps.clock, asked.place_id, asked.member_id, reasonGiven(received.json, await localeOf(trx, asked.member_id)))) {
      await trx.updateTable('remote_place').set({ state: 'joined', turned_us_away_at: null }).where('place_id', '=', asked.place_id).execute();
      return { outcome: 'done' };
    }
    const member = await trx.selectFrom('membership').select('state').where('place_id', '=', asked.place_id).where('member_id', '=', asked.member_id).executeTakeFirst();
    const replica = member === undefined ? await replicaByUri(trx, received.actor.uri) : null;
    // Taken back while the answer was on its way: the home is to know.
    if (replica !== null) await sayLeave(trx, deps, replica, asked.member_id, `unwanted ${received.uri}`, null);
    return { outcome: 'done' };
  },
};

/** Of a membership that was asked or given; and of something that was written there. */
export const reject: Handler = {
  types: ['Reject'],
  applies: async (trx, received) => (await isAboutJoin(trx, received)) || (await writtenAs(trx, idOf(received.json['object']))) !== null,
  async handle(trx, deps, received) {
    const written = await writtenAs(trx, idOf(received.json['object']));
    if (written !== null) {
      if (written.placeUri !== received.actor.uri) return { outcome: 'refused', reason: 'not-theirs' };
      await refuseWritten(trx, deps, written.postId, received.json);
      return { outcome: 'done' };
    }
    const asked = await askedOf(trx, received);
    if (asked === null) return { outcome: 'refused', reason: 'not-asked' };
    const word = reasonGiven(received.json, await localeOf(trx, asked.member_id));
    if (received.json['turnsAway'] === TURNS_AWAY_INSTANCE) {
      // Of this instance and not of whoever asked: they may ask again as soon as they like.
      await trx.updateTable('remote_place').set({ turned_us_away_at: deps.clock.now() }).where('place_id', '=', asked.place_id).execute();
      await endInReplica(trx, asked.place_id, asked.member_id, word);
    } else await refuseInReplica(trx, deps.clock, asked.place_id, asked.member_id, word);
    return { outcome: 'done' };
  },
};

/** Its home put somebody of here out. */
export const removed: Handler = {
  types: ['Remove'],
  async applies(trx, received) {
    return (await replicaByUri(trx, received.actor.uri)) !== null;
  },
  async handle(trx, deps, { actor, json }) {
    const [person, target] = [idOf(json['object']), idOf(json['target'])];
    const place = await replicaByUri(trx, actor.uri);
    if (place === null || target === null || (target !== place.members && target !== `${actor.uri}/members`)) return { outcome: 'refused', reason: 'not-understood' };
    const memberId = person === null || !person.startsWith(actorUri(deps.config, '')) ? null : await ownPersonAt(trx, person);
    if (memberId === null) return { outcome: 'refused', reason: 'unknown-object' };
    await endInReplica(trx, place.id, memberId);
    return { outcome: 'done' };
  },
};

/** Our Join or Follow of a place, named by its address; some answer with the whole of it, of which we believe nothing else. */
async function askedOf(trx: Trx, { actor, json }: Received): Promise<{ place_id: string; member_id: string } | null> {
  const uri = idOf(json['object']);
  if (uri === null) return null;
  const row = await trx.selectFrom('remote_membership').select(['place_id', 'member_id']).where('join_uri', '=', uri).where('place_id', '=', actor.id).executeTakeFirst();
  return row ?? null;
}

async function isAboutJoin(trx: Trx, { json }: Received): Promise<boolean> {
  const uri = idOf(json['object']);
  return uri !== null && (await trx.selectFrom('remote_membership').select('place_id').where('join_uri', '=', uri).executeTakeFirst()) !== undefined;
}
