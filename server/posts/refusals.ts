// SPDX-License-Identifier: EUPL-1.2
import type { PlaceFacts, Standing } from '../buildings/public.ts';
import { Forbidden, Problem } from '../platform/http/problem.ts';

interface Where {
  nl: string;
  en: string;
}
const building: Where = { nl: 'dit gebouw', en: 'building' };
const group: Where = { nl: 'deze groep', en: 'group' };

/** An open place takes everybody in with one press; the client joins and sends again. */
export class JoinFirst extends Problem {
  constructor(where: Where) {
    super(403, 'join-first', { nl: `Word eerst lid van ${where.nl}; dan kun je meedoen.`, en: `Become a member of this ${where.en} first; then you can take part.` });
  }
}

/** Says neither that they are blocked nor that they are not: the same as for a post that takes no answers. */
export class CannotReach extends Forbidden {
  constructor() {
    super({ nl: 'Je kunt hier niet op reageren.', en: 'You cannot respond to this.' });
  }
}

/** Why somebody who is no active member cannot write here. */
export function refusalToWrite(place: PlaceFacts, standing: Standing): Problem {
  const where = place.building == null ? building : group;
  if (standing?.state === 'banned' || place.building?.standing?.state === 'banned') return new Forbidden({ nl: `Je kunt in ${where.nl} niet meer meedoen.`, en: `You can no longer take part in this ${where.en}.` });
  if (standing?.suspended === true || place.building?.standing?.suspended === true) return new Forbidden({ nl: `Je kunt in ${where.nl} een tijd niet meedoen. Lezen kan wel.`, en: `You cannot take part in this ${where.en} for a while. You can read.` });
  if (place.access === 'open') return new JoinFirst(where);
  return new Forbidden({ nl: `Alleen leden van ${where.nl} kunnen hier schrijven.`, en: `Only members of this ${where.en} can write here.` });
}
