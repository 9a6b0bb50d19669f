// SPDX-License-Identifier: EUPL-1.2
import { canAskPortfolio } from '../../server/asking/policy.ts';
import {
  canAsk, canInviteAs, canJoin, canManage, canPost, canRead, canSeeMembers, canStartBuilding, canStartGroup, isActive, isAdmin,
} from '../../server/buildings/policy.ts';
import { canProposeMerge } from '../../server/buildings/merging/merge-rules.ts';
import type { PlaceAccess } from '../../server/buildings/place-ref.ts';
import { canExportLog, canHandle, canReadLog, canReport } from '../../server/moderation/policy.ts';
import { canAddTheme, canListPeople, canTendThemes } from '../../server/people/policy.ts';
import { canBookmark, canDeletePost, canEditPost, canPin, canReact, canReply } from '../../server/posts/policy.ts';
import type { Who } from './who.ts';

/**
 * - `yes`: it is done.
 * - `sign in`: 401, whatever the place is.
 * - `no`: 403, with a sentence that says why.
 * - `absent`: 404, the same as for what does not exist.
 * - `asks`: it becomes a question to those who decide.
 */
export type Outcome = 'yes' | 'asks' | 'sign in' | 'no' | 'absent';

export interface Act {
  /** What somebody does, as the row of the table says it. */
  name: string;
  /** Whether one must be signed in before anything is looked up. */
  account: boolean;
  allowed(who: Who, place: Place): boolean;
  /** Where it is not allowed, but leads to a question. */
  asks?(who: Who, place: Place): boolean;
  /** Absent to those who may not read in the place, as what it is done to is. */
  reading?: true;
  /** Absent to those to whom it is not allowed: they do not learn that it is there. */
  unseen?: true;
}

type Place = { access: PlaceAccess };

const other = { authorId: 'somebody else', deleted: false, isReply: false, withheld: false };
const own = ({ asker }: Who) => ({ ...other, authorId: asker.actorId ?? 'nobody' });
const ordinary = { role: 'member' } as const;
const reported = { placeId: 'here', escalated: false, personId: 'somebody else' };

export const actsInPlaces: readonly Act[] = [
  { name: 'see that it exists', account: false, allowed: () => true },
  { name: 'read what is for everybody', account: false, reading: true, allowed: ({ standing }, place) => canRead(place, standing) },
  { name: 'read what is for its members', account: false, reading: true, allowed: ({ standing }) => isActive(standing) },
  { name: 'see who its members are', account: true, reading: true, allowed: ({ asker, standing }, place) => canSeeMembers(asker, place, standing) },
  {
    name: 'join',
    account: true,
    allowed: ({ asker, standing }, place) => canJoin(asker, place, standing) || isActive(standing),
    asks: ({ asker, standing }, place) => canAsk(asker, place, standing) || standing?.state === 'requested',
  },
  { name: 'write', account: true, allowed: ({ standing }, place) => canPost(place, standing) },
  { name: 'reply to another', account: true, reading: true, allowed: ({ asker, standing }, place) => canReply(asker, other, place, standing) },
  { name: 'react', account: true, reading: true, allowed: ({ asker, standing }, place) => canReact(asker, other, place, standing) },
  { name: 'keep for later', account: true, reading: true, allowed: ({ asker }) => canBookmark(asker, other) },
  { name: 'change what one wrote', account: true, reading: true, allowed: (who, place) => canEditPost(who.asker, own(who), place, who.standing) },
  { name: 'take back what one wrote', account: true, reading: true, allowed: (who, place) => canDeletePost(who.asker, own(who), place, who.standing) },
  { name: 'change another’s post', account: true, reading: true, allowed: ({ asker, standing }, place) => canEditPost(asker, other, place, standing) },
  { name: 'remove another’s post', account: true, reading: true, allowed: ({ asker, standing }, place) => canDeletePost(asker, other, place, standing) },
  { name: 'pin', account: true, reading: true, allowed: ({ asker, standing }, place) => canPin(asker, other, place, standing) },
  { name: 'invite a member', account: true, reading: true, allowed: ({ standing }, place) => canInviteAs(place, standing, 'member') },
  { name: 'invite a moderator', account: true, reading: true, allowed: ({ standing }, place) => canInviteAs(place, standing, 'moderator') },
  { name: 'answer a request', account: true, reading: true, allowed: ({ standing }, place) => canManage(place, standing, ordinary) },
  { name: 'remove a member', account: true, reading: true, allowed: ({ standing }, place) => canManage(place, standing, ordinary) },
  { name: 'ban a member', account: true, reading: true, allowed: ({ standing }, place) => canManage(place, standing, ordinary) },
  { name: 'remove a moderator', account: true, reading: true, allowed: ({ standing }, place) => canManage(place, standing, { role: 'moderator' }) },
  { name: 'give a role', account: true, reading: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'start a group in it', account: true, reading: true, allowed: ({ asker, standing }, place) => canStartGroup(asker, place, standing) },
  { name: 'make a rule by which people become members', account: true, reading: true, allowed: ({ asker, standing }) => isAdmin(standing) && asker.isStaff },
  { name: 'bring people in from a list', account: true, reading: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'take the list of members away as a file', account: true, reading: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'look at it as a member would', account: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'report another’s post', account: false, reading: true, allowed: ({ asker }) => canReport(asker, other.authorId) },
  { name: 'see what asks for a moderator', account: true, reading: true, allowed: ({ asker, standing }, place) => canReadLog(asker, standing, place) },
  { name: 'hide a post that was reported', account: true, unseen: true, allowed: ({ asker, standing }) => canHandle(asker, reported, standing) },
  { name: 'read what its moderators did', account: true, reading: true, allowed: ({ asker, standing }, place) => canReadLog(asker, standing, place) },
  { name: 'take what its moderators did away as a file', account: true, reading: true, allowed: ({ asker, standing }, place) => canExportLog(asker, standing, place) },
  { name: 'read its house rules', account: false, allowed: () => true },
  { name: 'write its house rules', account: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'propose to merge it', account: true, allowed: ({ asker, standing }) => canProposeMerge({ isAdministrator: asker.isAdministrator, kind: 'building', administersSource: isAdmin(standing), administersTarget: false }) },
  { name: 'see whose people of other squares may ask to come in', account: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'change name or access', account: true, allowed: ({ standing }) => isAdmin(standing) },
  { name: 'delete it', account: true, allowed: ({ standing }) => isAdmin(standing) },
];

export interface InstanceAct {
  name: string;
  account: boolean;
  /** @param residentsMayStart the setting of the instance */
  allowed(who: Who, residentsMayStart: boolean): boolean;
}

export const actsInTheInstance: readonly InstanceAct[] = [
  { name: 'read the square', account: false, allowed: () => true },
  { name: 'find people', account: true, allowed: ({ asker }) => canListPeople(asker) },
  { name: 'search', account: false, allowed: () => true },
  { name: 'add a theme', account: true, allowed: ({ asker }) => canAddTheme(asker) },
  { name: 'rename a theme', account: true, allowed: ({ asker }) => canTendThemes(asker) },
  { name: 'ask everybody with a theme in their portfolio', account: true, allowed: ({ asker }) => canAskPortfolio(asker) },
  { name: 'block somebody', account: true, allowed: ({ asker }) => asker.actorId !== null },
  { name: 'read what administrators did', account: true, allowed: ({ asker }) => canReadLog(asker, null, null) },
  { name: 'start a building', account: true, allowed: ({ asker }, residentsMayStart) => canStartBuilding(asker, residentsMayStart) },
  { name: 'change the instance and its organisations', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'suspend an account', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'see queues and mails', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'see which squares are neighbours', account: false, allowed: () => true },
  { name: 'see how what is sent to other squares goes', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'block another square', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'see the keys of the square', account: true, allowed: ({ asker }) => asker.isAdministrator },
  { name: 'replace the keys of the square', account: true, allowed: ({ asker }) => asker.isAdministrator },
];

/** What becomes of it, by the policies alone. */
export function outcomeIn(access: PlaceAccess, act: Act, who: Who): Outcome {
  const place = { access };
  if (act.account && who.asker.actorId === null) return 'sign in';
  if (access === 'hidden' && !isActive(who.standing)) return 'absent';
  if (act.unseen === true) return act.allowed(who, place) ? 'yes' : 'absent';
  if (act.reading === true && !canRead(place, who.standing)) return 'absent';
  if (act.allowed(who, place)) return 'yes';
  if (act.asks?.(who, place) === true) return 'asks';
  // What is to be read is there or is not.
  return act.account ? 'no' : 'absent';
}

export function outcomeOf(act: InstanceAct, who: Who, residentsMayStart: boolean): Outcome {
  if (act.account && who.asker.actorId === null) return 'sign in';
  return act.allowed(who, residentsMayStart) ? 'yes' : 'no';
}
