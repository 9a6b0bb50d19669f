// SPDX-License-Identifier: EUPL-1.2
import {
  type MemberAdded, type MemberInvited, type MembershipApproved, type MembershipEnded, type MembershipJoined, type MembershipRefused, type MembershipRequested, membersToNotify, type RoleChanged,
} from '../buildings/public.ts';
import { thoseSpared } from '../people/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { Kind } from './kinds.ts';
import { pushCounters, tell } from './tell.ts';

interface Place {
  id: string;
  /** Who may know of it: for a hidden place its members, so that it is named to nobody else. */
  audienceId: number;
  /** Who knows it from the inside. */
  insideAudienceId: number;
  buildingId: string | null;
}

async function standingPlace(trx: Trx, placeId: string): Promise<Place | null> {
  const row = await trx.selectFrom('place').select(['id', 'parent_id', 'audience_id', 'members_audience_id', 'knowing_audience_id']).where('id', '=', placeId).where('deleted_at', 'is', null).executeTakeFirst();
  return row === undefined ? null : { id: row.id, audienceId: row.audience_id, insideAudienceId: row.knowing_audience_id ?? row.members_audience_id, buildingId: row.parent_id };
}

/** Those who may answer a request hear of it, unless it was answered or withdrawn meanwhile. */
export const tellOfRequest = subscriber<MembershipRequested>({
  name: 'tell-of-request',
  queue: 'notify',
  types: ['MembershipRequested'],
  async handle(trx, { placeId, membershipId, memberId }, stored, { clock }) {
    const place = await standingPlace(trx, placeId);
    const open = await trx.selectFrom('membership').select('id').where('id', '=', membershipId).where('state', '=', 'requested').executeTakeFirst();
    if (place === null || open === undefined) return;
    const own = await membersToNotify(trx, placeId, ['admin', 'moderator']);
    // A group without anybody to answer is the building's to answer for.
    const recipients = own.length > 0 || place.buildingId === null ? own : await membersToNotify(trx, place.buildingId, ['admin']);
    await tell(trx, recipients.map((recipientId) => ({ recipientId, kind: 'request', actorId: memberId, placeId, audienceId: place.insideAudienceId, dedupeKey: `event ${stored.id}` })), clock.now());
  },
});

type AboutMember = MembershipJoined | MembershipApproved | MembershipRefused | MembershipEnded | RoleChanged | MemberAdded | MemberInvited;

/** What others decided about somebody's membership. */
export const tellMember = subscriber<AboutMember>({
  name: 'tell-member',
  queue: 'notify',
  types: ['MembershipJoined', 'MembershipApproved', 'MembershipRefused', 'MembershipEnded', 'RoleChanged', 'MemberAdded', 'MemberInvited'],
  async handle(trx, event, stored, { clock }) {
    const kind = kindOf(event);
    const place = await standingPlace(trx, event.placeId);
    if (place === null || kind === null || event.memberId === null) return;
    // An invitation by somebody they blocked is none.
    const byId = 'byId' in event ? event.byId : null;
    if (kind === 'invited' && byId !== null && (await thoseSpared(trx, byId, [event.memberId])).size > 0) return;
    if ((kind === 'by-rule' || kind === 'rule-ended') && (await toldToday(trx, event.memberId, kind, place.id, clock.now()))) return;
    await tell(trx, [{ recipientId: event.memberId, kind, actorId: byId, placeId: place.id, audienceId: place.audienceId, dedupeKey: `event ${stored.id}`, noLetter: isAnswer(event) && event.answerId === undefined, ...('word' in event && event.word !== undefined ? { word: event.word } : {}) }], clock.now());
  },
});

const isAnswer = (event: AboutMember) => event.type === 'MembershipApproved' || event.type === 'MembershipRefused';

const DAY = 24 * 3_600_000;

/** A rule that is made and removed again and again is no way to call for attention. */
async function toldToday(trx: Trx, recipientId: string, kind: Kind, placeId: string, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('notification')
    .select('id')
    .where('recipient_id', '=', recipientId)
    .where('created_at', '>', new Date(now.getTime() - DAY))
    .where('kind', '=', kind)
    .where('place_id', '=', placeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function kindOf(event: AboutMember): Kind | null {
  switch (event.type) {
    case 'MembershipJoined':
      return event.byRule === true ? 'by-rule' : null;
    case 'MembershipApproved':
      return 'approved';
    case 'MembershipRefused':
      return 'refused';
    case 'MembershipEnded':
      // Who is put out by a decision reads that, and why.
      return event.reason === 'removed' || (event.reason === 'banned' && event.byDecision !== true) ? 'removed' : event.reason === 'rule' ? 'rule-ended' : null;
    case 'RoleChanged':
      return event.bySuccession ? 'successor' : 'role';
    case 'MemberAdded':
      return 'added';
    case 'MemberInvited':
      return 'invited';
  }
}

/** A request that was answered no longer asks for attention of the others who could have. */
export const settleRequest = subscriber<MembershipApproved | MembershipRefused>({
  name: 'settle-request',
  queue: 'notify',
  types: ['MembershipApproved', 'MembershipRefused'],
  async handle(trx, { placeId, memberId }, _stored, { clock }) {
    const rows = await trx
      .updateTable('notification')
      .set({ read_at: clock.now() })
      .where('kind', '=', 'request')
      .where('place_id', '=', placeId)
      .where('actor_id', '=', memberId)
      .where('read_at', 'is', null)
      .returning('recipient_id')
      .execute();
    await pushCounters(trx, rows.map((row) => row.recipient_id));
  },
});

/** Who is out of a place follows it no more, nor its groups; what they wanted to be spared stays so. They may still choose to follow what is open. */
export const endFollowing = subscriber<MembershipEnded>({
  name: 'end-following',
  queue: 'notify',
  types: ['MembershipEnded'],
  async handle(trx, { placeId, memberId }) {
    await trx
      .deleteFrom('place_level')
      .where('owner_id', '=', memberId)
      .where('level', 'in', ['all', 'digest'])
      .where(({ eb, selectFrom }) => eb.or([eb('place_id', '=', placeId), eb('place_id', 'in', selectFrom('place').select('id').where('parent_id', '=', placeId))]))
      // Who came back meanwhile, or is still in a group of it, has chosen anew.
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('membership').select('id').whereRef('membership.place_id', '=', 'place_level.place_id').where('member_id', '=', memberId).where('state', '=', 'active'))))
      .execute();
  },
});
