// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { oneOf, Uuid } from '../platform/http/schemas.ts';

export const accesses = ['open', 'closed', 'hidden'] as const;
export type PlaceAccess = (typeof accesses)[number];

/** A place as others name it: enough for a chip, a link or a line in a list. */
export const PlaceRefSchema = Type.Object({
  id: Uuid,
  slug: Type.String(),
  name: Type.String(),
  access: oneOf(accesses),
  url: Type.String({ description: 'The page, without scheme and host.' }),
});
export type PlaceRef = Static<typeof PlaceRefSchema>;

/** The address of the square as a place: nobody else can have it, as it is a reserved handle. */
export const SQUARE_SLUG = 'plein';

/** For a query that selects from `place as p` joined with `actor as pa` on `pa.id = p.id`; see {@link toPlaceRef}. */
export const placeRefColumns = ['p.id as place_id', 'p.slug as place_slug', 'pa.name as place_name', 'p.access as place_access'] as const;

export interface PlaceRefRow {
  place_id: string;
  place_slug: string;
  place_name: string;
  place_access: string;
  /** Of a group the slug of its building. */
  building_slug?: string | null;
}

export function toPlaceRef(row: PlaceRefRow): PlaceRef {
  // A check constraint keeps `access` to these words.
  return { id: row.place_id, slug: row.place_slug, name: row.place_name, access: row.place_access as PlaceAccess, url: placeUrl(row.place_slug, row.building_slug ?? null) };
}

/** The page of a place, without scheme and host. @param buildingSlug of a group; null for a building */
export function placeUrl(slug: string, buildingSlug: string | null): string {
  if (buildingSlug === null && slug === SQUARE_SLUG) return '/';
  return buildingSlug === null ? `/buildings/${slug}` : `/buildings/${buildingSlug}/groups/${slug}`;
}

/** The PlaceRef that a column points to, as one value, without a join; null when the viewer may not know of it. */
export function placeJson(column: string): RawBuilder<PlaceRef | null> {
  return sql<PlaceRef | null>`(
    select json_build_object('id', named.id, 'slug', named.slug, 'name', pa.name, 'access', named.access,
      'url', case when named.kind = 'square' then '/' else coalesce('/buildings/' || above.slug || '/groups/', '/buildings/') || named.slug end)
    from place named join actor pa on pa.id = named.id left join place above on above.id = named.parent_id where named.id = ${sql.ref(column)})`;
}

/** Of something that holds more than a reference. */
export function refOf({ id, slug, name, access, url }: PlaceRef): PlaceRef {
  return { id, slug, name, access, url };
}
