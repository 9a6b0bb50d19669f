// SPDX-License-Identifier: EUPL-1.2
import { canModerate, type Role, type Standing } from '../buildings/public.ts';
import type { Viewer } from '../platform/db/viewer.ts';
import { type Action, APPEAL_WITHIN_MS, type CaseKind, type DecisionAction, type SubjectKind } from './words.ts';

type Asker = Pick<Viewer, 'actorId' | 'isAdministrator'>;

/** What of a case the rules look at; the standing asked with it is the asker's own in the place of the case. */
export interface CaseFacts {
  kind: CaseKind;
  /** Decided: what was held back may still be given back, and nothing else. */
  closed: boolean;
  /** Null: for the administrators. */
  placeId: string | null;
  escalated: boolean;
  /** Whom it is about; null for a place. */
  personId: string | null;
  subject: SubjectKind;
  /** What the person is in the place; null for nothing. */
  personRole: Role | null;
  /** Of another instance: there is no account here that could be closed. */
  personIsRemote?: boolean;
  /** Of a place: whether its door is open. */
  placeOpen: boolean;
  /** Of a post; null when it is gone. */
  withheld: 'hidden' | 'waiting' | 'with-root' | 'no' | null;
  /** Of an appeal: who made the decision, and whether somebody else could look at it. */
  decidedBy: string | null;
  othersCanHandle: boolean;
}

type Place = { access: 'open' | 'closed' | 'hidden' };
const anyPlace: Place = { access: 'open' };

/** Those who moderate the place; administrators what is of no place, or has come to them. Nobody about themselves. */
export function canHandle(asker: Asker, facts: Pick<CaseFacts, 'placeId' | 'escalated' | 'personId'>, standing: Standing): boolean {
  if (asker.actorId === null || asker.actorId === facts.personId) return false;
  if (asker.isAdministrator && (facts.placeId === null || facts.escalated)) return true;
  return facts.placeId !== null && canModerate(anyPlace, standing);
}

/** What may be decided, by this person, at this moment. */
export function actionsFor(asker: Asker, facts: CaseFacts, standing: Standing): Action[] {
  if (!canHandle(asker, facts, standing)) return [];
  const acts = actionsOpen(asker, facts, standing);
  return facts.closed && facts.kind !== 'appeal' ? acts.filter((action) => restoring.includes(action)) : acts;
}

const restoring: readonly Action[] = ['restore', 'approve'];

function actionsOpen(asker: Asker, facts: CaseFacts, standing: Standing): Action[] {
  if (facts.kind === 'appeal') return asker.actorId === facts.decidedBy && facts.othersCanHandle ? [] : ['uphold', 'overturn'];
  if (facts.kind === 'waiting' || facts.withheld === 'waiting') return facts.withheld === 'waiting' ? ['approve', 'refuse', 'remove'] : ['dismiss'];
  if (facts.subject === 'place') return ['dismiss', 'warn', ...(facts.placeOpen ? (['close-place'] as const) : [])];
  const byAdministrator = asker.isAdministrator && (facts.placeId === null || facts.escalated);
  return ['dismiss', ...ofPost(facts), ...(facts.personId === null ? [] : ofPerson(facts, standing, byAdministrator))];
}

function ofPost({ withheld }: CaseFacts): Action[] {
  if (withheld === null) return [];
  return withheld === 'hidden' ? ['restore', 'remove'] : ['hide', 'remove'];
}

function ofPerson(facts: CaseFacts, standing: Standing, byAdministrator: boolean): Action[] {
  const given: Action[] = ['warn'];
  if (facts.placeId !== null && (byAdministrator || mayPutOut(standing, facts.personRole))) given.push('suspend', 'ban');
  if (byAdministrator && facts.personIsRemote !== true) given.push('suspend-account');
  return given;
}

/** Moderators over ordinary members, admins over all: the same as for removing somebody. */
function mayPutOut(standing: Standing, role: Role | null): boolean {
  return standing?.role === 'admin' || role === null || role === 'member';
}

/** Once, within half a year, by whom it is about; there is nothing to appeal in what was given back. */
export function canAppeal(asker: Pick<Viewer, 'actorId'>, decision: { personId: string; action: DecisionAction; decidedAt: Date; overturned: boolean; appealed: boolean }, now: Date): boolean {
  const against = decision.action !== 'restore' && decision.action !== 'approve';
  return asker.actorId === decision.personId && against && !decision.overturned && !decision.appealed && now.getTime() - decision.decidedAt.getTime() <= APPEAL_WITHIN_MS;
}

/** The log of a place for who moderates it, that of the instance for administrators; to take it away as a file, admins. */
export function canReadLog(asker: Asker, standing: Standing, place: Place | null): boolean {
  return place === null ? asker.isAdministrator : canModerate(place, standing);
}

export function canExportLog(asker: Asker, standing: Standing, place: Place | null): boolean {
  return canReadLog(asker, standing, place) && (place === null || standing?.role === 'admin');
}

/** Who reads something may report it, but for one's own: that one can delete. */
export function canReport(asker: Pick<Viewer, 'actorId'>, personId: string | null): boolean {
  return asker.actorId === null || asker.actorId !== personId;
}
