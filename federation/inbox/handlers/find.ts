// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { oursAt, sameOrigin } from '../../addresses.ts';
import { idOf, isJson, type Json } from '../../translate/read-json.ts';
import type { Handled, Received } from '../handler.ts';

export const done: Handled = { outcome: 'done' };
export const refused = (reason: Extract<Handled, { outcome: 'refused' }>['reason']): Handled => ({ outcome: 'refused', reason });

/** A post in a place of ours, whoever wrote it. */
export interface PostHere {
  id: string;
  uri: string;
  place_id: string;
  author_id: string;
  author_uri: string;
  origin: string;
  deleted_at: Date | null;
  withheld: string | null;
  audience_id: number;
  /** Of what is withheld: the one that it had. */
  withheld_audience_id: number | null;
  /** Of the place whose home is elsewhere; null for ours. */
  place_host: string | null;
  root_id: string | null;
}

/** As the system: an address is no secret, and what may be done with it is asked next. */
export async function postHere(trx: Trx, uri: string): Promise<PostHere | null> {
  const row = await trx
    .selectFrom('post as p')
    .innerJoin('actor as a', 'a.id', 'p.author_id')
    .innerJoin('place as l', 'l.id', 'p.place_id')
    .select(['p.id', 'p.uri', 'p.place_id', 'p.author_id', 'a.uri as author_uri', 'p.origin', 'p.deleted_at', 'p.withheld', 'p.audience_id', 'p.withheld_audience_id', 'l.host as place_host', 'p.root_id'])
    .where('p.uri', '=', uri)
    .executeTakeFirst();
  return row ?? null;
}

/** A place or person of ours, as it is now. */
export interface Ours {
  id: string;
  type: 'person' | 'building' | 'group' | 'instance';
  uri: string;
  /** Of a place. */
  access: string | null;
  membersAudienceId: number | null;
  slug: string | null;
  buildingSlug: string | null;
}

/** The place of ours in which a post stands. Null for one that is gone, and one of elsewhere. As the system. */
export async function placeOfPost(trx: Trx, postUri: string): Promise<Ours | null> {
  const row = await oursRows(trx).innerJoin('post', (join) => join.on((on) => on('a.id', '=', on.fn.coalesce('post.group_id', 'post.place_id')))).where('post.uri', '=', postUri).executeTakeFirst();
  return row === undefined ? null : toOurs(row);
}

/** By its address, or that of its page. Null for who is gone, for people without a login, and for what was never here. As the system. */
export async function oursNamed(trx: Trx, { config }: Pick<Deps, 'config'>, uri: string): Promise<Ours | null> {
  const ours = oursAt(config, uri);
  if (ours?.kind !== 'actor') return null;
  const row = await oursRows(trx).where('a.id', '=', ours.id).executeTakeFirst();
  return row === undefined ? null : toOurs(row);
}

function oursRows(trx: Trx) {
  return trx
    .selectFrom('actor as a')
    .leftJoin('place as p', 'p.id', 'a.id')
    .leftJoin('place as b', 'b.id', 'p.parent_id')
    .leftJoin('account as c', 'c.actor_id', 'a.id')
    .select(['a.id', 'a.type', 'a.uri', 'p.access', 'p.members_audience_id', 'p.slug', 'b.slug as building_slug', 'c.suspended_at', 'c.confirmed_at'])
    .where('a.domain', 'is', null)
    .where('a.deleted_at', 'is', null);
}

function toOurs(row: NonNullable<Awaited<ReturnType<ReturnType<typeof oursRows>['executeTakeFirst']>>>): Ours | null {
  if (row.type === 'person' && (row.confirmed_at === null || row.suspended_at !== null)) return null;
  // A check constraint keeps the type to these words.
  return { id: row.id, type: row.type as Ours['type'], uri: row.uri, access: row.access, membersAudienceId: row.members_audience_id, slug: row.slug, buildingSlug: row.building_slug };
}

/** What an activity is about, where it stands there in full; never somebody else's, nor one of ours. */
export function ownObject(deps: Pick<Deps, 'config'>, { actor, json }: Pick<Received, 'actor' | 'json'>): { object: Json } | { reason: 'foreign-object' | 'not-theirs' | 'not-understood' } {
  const { object } = json;
  const uri = idOf(object);
  if (!isJson(object) || uri === null) return { reason: 'not-understood' };
  if (oursAt(deps.config, uri) !== null || URL.parse(uri)?.host === URL.parse(deps.config.publicUrl)?.host) return { reason: 'not-theirs' };
  // FEP-fe34: what stands under one origin is not another's to say.
  if (!sameOrigin(uri, actor.uri)) return { reason: 'foreign-object' };
  return { object };
}
