// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { INSTANCE_ACTOR_ID } from '../../addresses.ts';
import { send } from '../../delivery/send.ts';
import { mayPassOn } from '../../outbound/pass-on-bounds.ts';
import { replicaById } from '../../places/place-rows.ts';
import { isJson } from '../../translate/read-json.ts';
import type { Handled, Received } from '../handler.ts';
import { done, type PostHere, refused } from './find.ts';

/**
 * Said here about something in an open place elsewhere: its home has a say in that, and passes on what it takes, so it is brought there as it
 * came (ActivityPub, 7.1.2). Without a proof of who said it the home could not believe it of us: then it is refused, and for them to send there.
 */
export async function handOn(trx: Trx, deps: Deps, { actor, uri, type, json, raw }: Received, about: PostHere): Promise<Handled> {
  const replica = await replicaById(trx, about.place_id);
  if (replica === null || replica.access !== 'open' || about.audience_id !== PUBLIC_AUDIENCE || about.deleted_at !== null) return refused('unknown-target');
  // It comes from its home, by way of the place.
  if (actor.host === replica.host) return refused('unknown-target');
  if (!isJson(json['proof'])) return refused('proof-missing');
  // It goes in our name, and what that home takes of us in a while is ours to speak with it too.
  if (!(await mayPassOn(deps, { type, raw, host: actor.host }))) return refused('too-many');
  await send(trx, deps, { dedupeKey: `${uri} handed-on`, type, senderId: INSTANCE_ACTOR_ID, activity: json, handedOn: true, orderingKey: about.uri, to: [{ host: replica.host, inbox: replica.inbox }] });
  return done;
}
