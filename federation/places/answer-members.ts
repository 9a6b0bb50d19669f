// SPDX-License-Identifier: EUPL-1.2
import type { MembershipApproved, MembershipEnded, MembershipJoined, MembershipRefused } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { actorUri, membersUri } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { reasonIn, type Why } from '../translate/reason-given.ts';
import { withContext } from '../translate/vocabulary.ts';
import { type RemotePerson, remotePerson } from './place-rows.ts';

/** Of a Reject, as `turnsAway`. */
export const TURNS_AWAY_INSTANCE = 'instance';

/** How somebody of elsewhere asked to come into a place of ours. */
export interface Asked {
  uri: string;
  type: string;
}

type Answered = MembershipJoined | MembershipApproved | MembershipRefused | MembershipEnded;

/** What is decided here about somebody of another instance is told there. */
export const answerMembers = subscriber<Answered>({
  name: 'answer-members-elsewhere',
  queue: 'federate',
  types: ['MembershipJoined', 'MembershipApproved', 'MembershipRefused', 'MembershipEnded'],
  async handle(trx, event, stored, deps) {
    const { placeId, memberId } = event;
    const person = await remotePerson(trx, memberId);
    const ours = await trx.selectFrom('place').select('id').where('id', '=', placeId).where('host', 'is', null).executeTakeFirst();
    if (person === null || ours === undefined) return;
    const asked = await trx.selectFrom('remote_membership').select(['join_uri as uri', 'join_type as type']).where('place_id', '=', placeId).where('member_id', '=', memberId).executeTakeFirst();
    if (event.type === 'MembershipJoined' || event.type === 'MembershipApproved') {
      if (asked !== undefined) await acceptJoin(trx, deps, placeId, person, asked, await wordIn(trx, event));
      return;
    }
    const again = await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', 'in', ['active', 'requested']).executeTakeFirst();
    if (again !== undefined) return;
    await trx.deleteFrom('remote_membership').where('place_id', '=', placeId).where('member_id', '=', memberId).execute();
    if (event.type === 'MembershipRefused') {
      if (asked !== undefined) await rejectJoin(trx, deps, placeId, person, asked, await wordIn(trx, event));
    } else if (event.reason !== 'left') await sayRemoved(trx, deps, placeId, person, `removed ${stored.id}`, asked ?? null);
  },
});

/** What whoever answered said with it; often nothing. */
async function wordIn(trx: Trx, event: Answered): Promise<string | null> {
  const id = 'answerId' in event ? event.answerId : undefined;
  if (id === undefined) return null;
  return (await trx.selectFrom('membership_answer').select('word').where('id', '=', id).executeTakeFirst())?.word ?? null;
}

/** Who is in is told so; also whoever asked once more. */
export async function acceptJoin(trx: Trx, deps: Deps, placeId: string, person: RemotePerson, asked: Asked, word: Why | null = null): Promise<void> {
  await answer(trx, deps, placeId, person, `accept ${asked.uri}`, { type: 'Accept', object: asJoin(deps, placeId, person, asked), ...reasonIn(word) });
}

/**
 * @param why for who asked: what an admin wrote with it, or the rule that they ran into
 * @param turnsAway `instance`: whoever else of theirs asks hears the same
 */
export async function rejectJoin(trx: Trx, deps: Deps, placeId: string, person: RemotePerson, asked: Asked, why: Why | null, turnsAway?: typeof TURNS_AWAY_INSTANCE): Promise<void> {
  await answer(trx, deps, placeId, person, `reject ${asked.uri}`, { type: 'Reject', object: asJoin(deps, placeId, person, asked), ...reasonIn(why), ...(turnsAway === undefined ? {} : { turnsAway }) });
}

/** Those who follow know no membership: what they sent is rejected after all. */
async function sayRemoved(trx: Trx, deps: Deps, placeId: string, person: RemotePerson, dedupeKey: string, asked: Asked | null): Promise<void> {
  if (asked?.type === 'Follow') await answer(trx, deps, placeId, person, dedupeKey, { type: 'Reject', object: asJoin(deps, placeId, person, asked) });
  else await answer(trx, deps, placeId, person, dedupeKey, { type: 'Remove', object: person.uri, target: membersUri(deps.config, placeId) });
}

const asJoin = (deps: Deps, placeId: string, person: RemotePerson, { uri, type }: Asked) => ({ id: uri, type, actor: person.uri, object: actorUri(deps.config, placeId) });

async function answer(trx: Trx, deps: Deps, placeId: string, person: RemotePerson, dedupeKey: string, said: { type: string } & Record<string, unknown>): Promise<void> {
  const { uri } = newActivityId(deps);
  const actor = actorUri(deps.config, placeId);
  await send(trx, deps, {
    dedupeKey,
    type: said.type,
    senderId: placeId,
    activity: withContext({ id: uri, actor, to: [person.uri], ...said }),
    orderingKey: `${person.uri}>${actor}`,
    to: [{ host: person.host, inbox: person.inbox }],
  });
}
