// SPDX-License-Identifier: EUPL-1.2
import { type Static } from 'typebox';
import { sql } from 'kysely';
import { type ContentAudience, type PlaceAddress, placeForViewer, type PlaceRef, placeRefColumns, toPlaceRef } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { decodeMomentCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import type { Format } from './body/read-body.ts';
import type { Page } from './feeds.ts';
import type { Draft, DraftInput, DraftList, PostKind } from './schemas.ts';

const MOST_DRAFTS = 200;

/**
 * Keeps what somebody is writing, under an id that their browser made: sending it twice keeps it once. Half a title or
 * an unfinished tag is kept as it is.
 * @throws {NotFound} when the id is somebody else's, or the building or post is not for them.
 */
export async function saveDraft(trx: Trx, deps: Pick<Deps, 'clock'>, owner: Member, id: string, input: DraftInput): Promise<Draft> {
  const address = addressIn(input);
  const placeId = address === null ? null : (await placeForViewer(trx, owner, address)).id;
  const inReplyTo = input.inReplyTo ?? null;
  if (inReplyTo !== null) await requireReadable(trx, owner, inReplyTo);
  const values = {
    place_id: placeId,
    in_reply_to: inReplyTo,
    kind: input.kind,
    title: input.title ?? '',
    body: input.body,
    format: input.format,
    audience: input.audience ?? null,
    tags: [...(input.tags ?? [])],
    updated_at: deps.clock.now(),
  };
  const update = () => trx.updateTable('draft').set(values).where('id', '=', id).where('owner_id', '=', owner.actorId).returning('id').executeTakeFirst();
  if ((await update()) === undefined) {
    await refuseTooMany(trx, owner);
    const inserted = await trx
      .insertInto('draft')
      .values({ id, owner_id: owner.actorId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    // Taken after all: by oneself a moment ago in another window, or by somebody else.
    if (inserted === undefined && (await update()) === undefined) throw new NotFound();
  }
  const row = await draftRows(trx, owner).where('d.id', '=', id).executeTakeFirstOrThrow();
  return toDraft(row);
}

function addressIn({ buildingSlug, groupSlug }: DraftInput): PlaceAddress | null {
  if (typeof buildingSlug !== 'string') return null;
  return typeof groupSlug === 'string' ? { building: buildingSlug, group: groupSlug } : buildingSlug;
}

async function refuseTooMany(trx: Trx, owner: Member): Promise<void> {
  const { count } = await trx.selectFrom('draft').select(({ fn }) => fn.countAll<number>().as('count')).where('owner_id', '=', owner.actorId).executeTakeFirstOrThrow();
  if (count >= MOST_DRAFTS) throw new Conflict('too-many-drafts', { nl: `Je hebt al ${MOST_DRAFTS} concepten. Gooi er eerst een paar weg.`, en: `You have ${MOST_DRAFTS} drafts already. Throw a few away first.` });
}

async function requireReadable(trx: Trx, viewer: Member, postId: string): Promise<void> {
  const post = await trx.selectFrom('post').select('id').where('id', '=', postId).where('audience_id', 'in', [...viewer.audiences]).executeTakeFirst();
  if (post === undefined) throw new BadInput('inReplyTo', { nl: 'Waar je op reageert bestaat niet meer.', en: 'What you answer no longer exists.' });
}

/** Latest first. */
export async function draftsOf(trx: Trx, owner: Member, { limit = DEFAULT_LIMIT, cursor }: Page): Promise<Static<typeof DraftList>> {
  const after = decodeMomentCursor(cursor);
  const rows = await draftRows(trx, owner)
    .where(after === null ? sql<boolean>`true` : sql<boolean>`(d.updated_at, d.id) < (${after.moment}::timestamptz, ${after.id}::uuid)`)
    .orderBy('d.updated_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, toDraft, (row) => [row.updated_at.toISOString(), row.id]);
}

/** Throwing away what is gone already is no fault. */
export async function deleteDraft(trx: Trx, owner: Member, id: string): Promise<void> {
  await trx.deleteFrom('draft').where('id', '=', id).where('owner_id', '=', owner.actorId).execute();
}

/** The building or group, and the post that is answered, are left out when the owner may no longer know of them. */
function draftRows(trx: Trx, owner: Member) {
  const audiences = [...owner.audiences];
  return trx
    .selectFrom('draft as d')
    .leftJoin('place as p', (join) =>
      join
        .onRef('p.id', '=', 'd.place_id')
        .on('p.deleted_at', 'is', null)
        .on((on) => on.or([on('p.audience_id', 'in', audiences), on('p.members_audience_id', 'in', audiences)])),
    )
    .leftJoin('actor as pa', 'pa.id', 'p.id')
    .leftJoin('place as b', 'b.id', 'p.parent_id')
    .leftJoin('actor as ba', 'ba.id', 'b.id')
    .leftJoin('post as answered', (join) => join.onRef('answered.id', '=', 'd.in_reply_to').on('answered.audience_id', 'in', audiences))
    .select(['d.id', 'answered.id as in_reply_to', 'd.kind', 'd.title', 'd.body', 'd.format', 'd.audience', 'd.tags', 'd.updated_at'])
    .select(placeRefColumns)
    .select(['b.id as b_id', 'b.slug as b_slug', 'ba.name as b_name', 'b.access as b_access'])
    .where('d.owner_id', '=', owner.actorId);
}

/** Null where the outer join found none. */
function refOf(id: string | null, slug: string | null, name: string | null, access: string | null, buildingSlug: string | null): PlaceRef | null {
  if (id === null || slug === null || name === null || access === null) return null;
  return toPlaceRef({ place_id: id, place_slug: slug, place_name: name, place_access: access, building_slug: buildingSlug });
}

function toDraft(row: Awaited<ReturnType<ReturnType<typeof draftRows>['executeTakeFirstOrThrow']>>): Draft {
  const place = refOf(row.place_id, row.place_slug, row.place_name, row.place_access, row.b_slug);
  const inside = refOf(row.b_id, row.b_slug, row.b_name, row.b_access, null);
  const building = inside ?? place;
  const group = inside === null ? null : place;
  return {
    id: row.id,
    buildingSlug: building?.slug ?? null,
    building,
    groupSlug: group?.slug ?? null,
    group,
    inReplyTo: row.in_reply_to,
    // Check constraints keep kind, format and audience to their words.
    kind: row.kind as PostKind,
    title: row.title,
    body: row.body,
    format: row.format as Format,
    audience: row.audience as ContentAudience | null,
    tags: row.tags,
    updatedAt: row.updated_at.toISOString(),
  };
}
