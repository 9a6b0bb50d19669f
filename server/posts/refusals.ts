// SPDX-License-Identifier: EUPL-1.2
import type { PlaceAccess, Standing } from '../buildings/public.ts';
import { Forbidden, Problem } from '../platform/http/problem.ts';

/** An open building takes everybody in with one press; the client joins and sends again. */
export class JoinFirst extends Problem {
  constructor() {
    super(403, 'join-first', { nl: 'Word eerst lid van dit gebouw; dan kun je meedoen.', en: 'Become a member of this building first; then you can take part.' });
  }
}

/** Why somebody who is no active member cannot write here. */
export function refusalToWrite(place: { access: PlaceAccess }, standing: Standing): Problem {
  if (standing?.state === 'banned') return new Forbidden({ nl: 'Je kunt in dit gebouw niet meer meedoen.', en: 'You can no longer take part in this building.' });
  if (place.access === 'open') return new JoinFirst();
  return new Forbidden({ nl: 'Alleen leden van dit gebouw kunnen hier schrijven.', en: 'Only members of this building can write here.' });
}
