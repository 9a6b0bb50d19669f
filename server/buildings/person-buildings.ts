// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { personExtras } from '../people/public.ts';
import { isMember } from '../platform/db/viewer.ts';
import { type PlaceRef, PlaceRefSchema } from './place-ref.ts';
import { buildingsOfPeople } from './queries.ts';

/** Adds to a Person: the buildings that the viewer may know of, and may know this person to be a member of. */
export function registerPersonBuildings(): void {
  personExtras.register('buildings', {
    fields: { buildings: Type.Array(PlaceRefSchema) },
    async load(trx, viewer, ids) {
      // Who is a member of what is for those who are signed in, as on the building's own page.
      const found = isMember(viewer) ? await buildingsOfPeople(trx, viewer, ids) : new Map<string, PlaceRef[]>();
      return new Map(ids.map((id) => [id, { buildings: found.get(id) ?? [] }]));
    },
  });
}
