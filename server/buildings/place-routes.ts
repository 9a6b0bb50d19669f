// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { ByGroup, ByGroupAndId, BySlug, BySlugAndId } from './schemas.ts';

const OfEither = Type.Object({ ...BySlug.properties, groupSlug: Type.Optional(ByGroup.properties.groupSlug) });
const OfEitherAndId = Type.Object({ ...OfEither.properties, id: BySlugAndId.properties.id });

/**
 * What can be asked of a building and of a group alike, under two addresses. With `for (const at of placeRoutes)` a route is
 * declared for both; {@link addressOf} makes of its parameters where the place is found.
 */
export interface PlaceRoutes {
  prefix: string;
  params: typeof OfEither;
  withId: typeof OfEitherAndId;
  /** One of two names: operations are told apart by name. */
  named(building: string, group: string): string;
}

// To who reads the parameters the one is the other with or without a group; the address itself says which.
const either = (params: typeof BySlug | typeof ByGroup) => params as typeof OfEither;
const eitherAndId = (params: typeof BySlugAndId | typeof ByGroupAndId) => params as typeof OfEitherAndId;

export const placeRoutes: readonly PlaceRoutes[] = [
  { prefix: '/api/v1/buildings/:slug', params: either(BySlug), withId: eitherAndId(BySlugAndId), named: (building) => building },
  { prefix: '/api/v1/buildings/:slug/groups/:groupSlug', params: either(ByGroup), withId: eitherAndId(ByGroupAndId), named: (_building, group) => group },
];
