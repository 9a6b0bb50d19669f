// SPDX-License-Identifier: EUPL-1.2
import { joinPlaceById, leavePlaceById } from '../../server/buildings/public.ts';
import { remoteMember } from '../../server/identity/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { Problem } from '../../server/platform/http/problem.ts';
import { mayAskAt, mayFetch } from '../access.ts';
import { peerOf } from '../actors/remote-actors.ts';
import { oursAt } from '../addresses.ts';
import type { Handled, Handler, Received } from '../inbox/handler.ts';
import { idOf, textOf } from '../translate/read-json.ts';
import { textOfProblem } from '../translate/reason-given.ts';
import { acceptJoin, rejectJoin, TURNS_AWAY_INSTANCE } from './answer-members.ts';
import { ownPlace, type RemotePerson } from './place-rows.ts';

/**
 * Somebody of elsewhere wants to be a member of a place of ours. An open one takes them in; at a closed or hidden one they ask, if its
 * admins named their instance and it says that it keeps such places closed. A hidden place answers nobody else: it is not there.
 */
export const join: Handler = {
  types: ['Join', 'Follow'],
  async applies(trx, received) {
    const place = await placeAsked(trx, received);
    return place !== null && (received.type === 'Join' || place.access !== 'open');
  },
  // What their instance says that it keeps.
  prepare: (deps, { actor }) => peerOf(deps, actor.host),
  async handle(trx, deps, received) {
    const place = await placeAsked(trx, received);
    const member = await remoteMember(trx, received.actor.id);
    if (place === null || member === null || received.announcedBy !== null) return { outcome: 'refused', reason: 'unknown-target' };
    const { id: placeId } = place;
    const person: RemotePerson = received.actor;
    const asked = { uri: received.uri, type: received.type };
    // Hidden, or in a building that is: to whom it may not be known it answers nothing.
    if (!(await mayFetch(trx, deps.config, { host: person.host, actorUri: person.uri }, { kind: 'actor', id: placeId }))) return { outcome: 'refused', reason: 'unknown-target' };
    if (place.access !== 'open' && !(await mayAskAt(trx, placeId, person.host))) {
      await rejectJoin(trx, deps, placeId, person, asked, notFromThere, TURNS_AWAY_INSTANCE);
      return { outcome: 'refused', reason: 'not-allowed' };
    }
    const before = await trx.selectFrom('membership').select('state').where('place_id', '=', placeId).where('member_id', '=', person.id).executeTakeFirst();
    const row = { join_uri: asked.uri, join_type: asked.type, host: person.host };
    await trx.insertInto('remote_membership').values({ ...row, place_id: placeId, member_id: person.id }).onConflict((clash) => clash.columns(['place_id', 'member_id']).doUpdateSet(row)).execute();
    try {
      await joinPlaceById(trx, deps.clock, member, placeId, noteIn(received));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await rejectJoin(trx, deps, placeId, person, asked, textOfProblem(error));
      return { outcome: 'refused', reason: 'not-allowed' };
    }
    // Nothing changed, so nothing tells of it.
    if (before?.state === 'active') await acceptJoin(trx, deps, placeId, person, asked);
    return { outcome: 'done' };
  },
};

const notFromThere = { nl: 'Dit gebouw laat nog niemand van jouw plein binnen. De beheerders ervan kunnen dat veranderen.', en: 'This building lets nobody of your square in yet. Its admins can change that.' };

const LONGEST_NOTE = 500;

function noteIn({ json }: Received): string {
  return (textOf(json['content']) ?? '').replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, LONGEST_NOTE);
}

export const leave: Handler = {
  types: ['Leave'],
  applies: async (trx, received) => (await placeAsked(trx, received)) !== null,
  handle: (trx, deps, received) => endMembershipOf(trx, deps, received, received.json['object']),
};

/** Who follows a closed place, or came in by following, goes by undoing that. */
export const undoJoin: Handler = {
  types: ['Undo'],
  async applies(trx, received) {
    const { object } = received.json;
    const uri = idOf(object);
    if (uri === null) return false;
    return (await trx.selectFrom('remote_membership').select('place_id').where('join_uri', '=', uri).where('member_id', '=', received.actor.id).executeTakeFirst()) !== undefined;
  },
  async handle(trx, deps, received) {
    const uri = idOf(received.json['object']);
    const row = uri === null ? undefined : await trx.selectFrom('remote_membership').select('place_id').where('join_uri', '=', uri).where('member_id', '=', received.actor.id).executeTakeFirst();
    if (row === undefined) return { outcome: 'refused', reason: 'unknown-object' };
    return leaveAs(trx, deps, received, row.place_id);
  },
};

async function endMembershipOf(trx: Trx, deps: Deps, received: Received, object: unknown): Promise<Handled> {
  const place = await placeNamed(trx, deps, object);
  if (place === null || received.announcedBy !== null) return { outcome: 'refused', reason: 'unknown-target' };
  return leaveAs(trx, deps, received, place.id);
}

async function leaveAs(trx: Trx, deps: Deps, { actor }: Received, placeId: string): Promise<Handled> {
  const member = await remoteMember(trx, actor.id);
  if (member === null) return { outcome: 'refused', reason: 'unknown-object' };
  await leavePlaceById(trx, deps.clock, member, placeId);
  await trx.deleteFrom('remote_membership').where('place_id', '=', placeId).where('member_id', '=', actor.id).execute();
  return { outcome: 'done' };
}

async function placeAsked(trx: Trx, { json }: Received): Promise<{ id: string; access: string } | null> {
  const uri = idOf(json['object']);
  if (uri === null) return null;
  const row = await trx.selectFrom('actor').select('id').where('uri', '=', uri).where('domain', 'is', null).where('type', 'in', ['building', 'group']).executeTakeFirst();
  return row === undefined ? null : ownPlace(trx, row.id);
}

async function placeNamed(trx: Trx, { config }: Pick<Deps, 'config'>, object: unknown): Promise<{ id: string; access: string } | null> {
  const uri = idOf(object);
  const ours = uri === null ? null : oursAt(config, uri);
  return ours?.kind === 'actor' ? ownPlace(trx, ours.id) : null;
}
