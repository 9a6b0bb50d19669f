// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { Type } from 'typebox';
import { Nullable, Uuid } from '../platform/http/schemas.ts';

/** How a person is named wherever they appear: beside a post, in a list of members, in a notification. */
export interface ActorRef {
  id: string;
  /** With `@host` for somebody of another instance. */
  handle: string;
  name: string;
  organisation: string | null;
  isResident: boolean;
  /** The page of this person, relative to the instance. */
  url: string;
}

export const ActorRefSchema = Type.Object({
  id: Uuid,
  handle: Type.String(),
  name: Type.String(),
  organisation: Nullable(Type.String()),
  isResident: Type.Boolean(),
  url: Type.String(),
});

/** What {@link toActorRef} needs of a query that joins `actor` as `a` and `organisation` (left) as `o`. */
export const actorRefColumns = ['a.id as actor_id', 'a.handle as actor_handle', 'a.domain as actor_domain', 'a.name as actor_name', 'o.name as actor_organisation'] as const;

export interface ActorRefRow {
  actor_id: string;
  actor_handle: string;
  actor_domain: string | null;
  actor_name: string;
  actor_organisation: string | null;
}

export function toActorRef(row: ActorRefRow): ActorRef {
  const handle = row.actor_domain === null ? row.actor_handle : `${row.actor_handle}@${row.actor_domain}`;
  return { id: row.actor_id, handle, name: row.actor_name, organisation: row.actor_organisation, isResident: row.actor_organisation === null, url: `/people/${handle}` };
}

/**
 * The ActorRef of the actor that a column points to, as one value, without a join: `select(actorRef('post.author_id').as('author'))`.
 * Null when the column is null or the viewer may not see the actor.
 */
export function actorRef(column: string): RawBuilder<ActorRef | null> {
  return sql<ActorRef | null>`(
    select json_build_object(
      'id', ref.id, 'handle', ref.full_handle, 'name', ref.name, 'organisation', ref.organisation,
      'isResident', ref.organisation is null, 'url', '/people/' || ref.full_handle)
    from (
      select a.id, a.name, (select o.name from organisation o where o.id = a.organisation_id) as organisation, a.handle::text || coalesce('@' || a.domain, '') as full_handle
      from actor a
      where a.id = ${sql.ref(column)}
    ) ref)`;
}
