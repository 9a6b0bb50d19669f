// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { Type } from 'typebox';
import type { Viewer } from '../platform/db/viewer.ts';
import { Nullable, Uuid } from '../platform/http/schemas.ts';
import { type Photo, photoAt, PhotoSchema } from './photo-address.ts';
import { sharedWith } from './sharing.ts';

type Asker = Pick<Viewer, 'actorId' | 'audiences'>;

/** How a person is named wherever they appear: beside a post, in a list of members, in a notification. */
export interface ActorRef {
  id: string;
  /** With `@host` for somebody of another instance. */
  handle: string;
  name: string;
  /** Of somebody of another instance: what that is called, see {@link organisationOf}. */
  organisation: string | null;
  isResident: boolean;
  /** The page of this person, relative to the instance. */
  url: string;
  /** Null where there is none, or none that is shared with the viewer. */
  photo: Photo | null;
}

export const ActorRefSchema = Type.Object({
  id: Uuid,
  handle: Type.String({ description: 'With `@host` for somebody of another instance.' }),
  name: Type.String(),
  organisation: Nullable(Type.String({ description: 'Of somebody of another instance: the name of that instance where it is a neighbour, otherwise its host.' })),
  isResident: Type.Boolean(),
  url: Type.String(),
  photo: Nullable(PhotoSchema),
});

/** What everybody may see of it stands with the actor itself; only for who shares it with fewer the profile is looked into. */
const photoKey = (viewer: Asker): RawBuilder<string | null> =>
  sql<string | null>`coalesce(a.photo, (select part.photo from profile_part part where part.actor_id = a.id and part.photo is not null and ${sharedWith(viewer, 'part')} limit 1))`;

/** A neighbour goes by its name, because an administrator here looked at it; any other instance by its host, which nobody can pretend to have. */
const homeOf = (actor: string): RawBuilder<string> =>
  sql<string>`coalesce((select nullif(neighbour.name, '') from peer neighbour where neighbour.host = ${sql.ref(`${actor}.domain`)} and neighbour.neighbour_since is not null), ${sql.ref(`${actor}.domain`)})`;

/** Where a person works, or which other instance they are of. */
const organisationOf = (own: RawBuilder<unknown>): RawBuilder<string | null> => sql<string | null>`case when a.domain is null then ${own} else ${homeOf('a')} end`;

/** The name of a person or place where there is room for words only, as in a mail: with its instance where that is another. @param actor alias of `actor` */
export const nameInWords = (actor: string): RawBuilder<string> => sql<string>`${sql.ref(`${actor}.name`)} || case when ${sql.ref(`${actor}.domain`)} is null then '' else ' (' || ${homeOf(actor)} || ')' end`;

/** What {@link toActorRef} needs of a query that joins `actor` as `a` and `organisation` (left) as `o`. */
export const actorRefColumns = (viewer: Asker) => [...actorNameColumns, photoKey(viewer).as('actor_photo')] as const;

/** The same for who finds the photograph elsewhere. */
export const actorNameColumns = ['a.id as actor_id', 'a.handle as actor_handle', 'a.domain as actor_domain', 'a.name as actor_name', organisationOf(sql`o.name`).as('actor_organisation')] as const;

export interface ActorRefRow {
  actor_id: string;
  actor_handle: string;
  actor_domain: string | null;
  actor_name: string;
  actor_organisation: string | null;
  actor_photo: string | null;
}

export function toActorRef(row: ActorRefRow): ActorRef {
  const handle = row.actor_domain === null ? row.actor_handle : `${row.actor_handle}@${row.actor_domain}`;
  return { id: row.actor_id, handle, name: row.actor_name, organisation: row.actor_organisation, isResident: row.actor_domain === null && row.actor_organisation === null, url: `/people/${handle}`, photo: photoAt(row.actor_photo) };
}

/**
 * The ActorRef of the actor that a column points to, as one value, without a join: `select(actorRef(viewer, 'post.author_id').as('author'))`.
 * Null when the column is null or the viewer may not see the actor.
 */
export function actorRef(viewer: Asker, column: string): RawBuilder<ActorRef | null> {
  return sql<ActorRef | null>`(
    select json_build_object(
      'id', ref.id, 'handle', ref.full_handle, 'name', ref.name, 'organisation', ref.organisation,
      'isResident', ref.organisation is null, 'url', '/people/' || ref.full_handle,
      'photo', case when ref.photo is not null then json_build_object('small', '/api/v1/photos/' || ref.photo || '/small.webp', 'large', '/api/v1/photos/' || ref.photo || '/large.webp') end)
    from (
      select a.id, a.name, ${organisationOf(sql`(select o.name from organisation o where o.id = a.organisation_id)`)} as organisation, a.handle::text || coalesce('@' || a.domain, '') as full_handle, ${photoKey(viewer)} as photo
      from actor a
      where a.id = ${sql.ref(column)}
    ) ref)`;
}
