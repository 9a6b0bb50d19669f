// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type MergedPlace, type Moving, onMerge, passPostCounts, stepsBack, stepsForward, takePostCounts } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import { moveAttached } from './withhold-post.ts';

/** What is written in a place goes along when the place goes up in another, thread by thread, and comes back when that is undone. */
export function registerMerging(): void {
  onMerge('posts', { count: countPosts, move: movePosts, finish, moveBack: movePostsBack, finishBack, writtenIn });
}

/** The column that says a post stands in such a place. Posts of the groups of a building stand in the building too. */
const columnOf = (kind: MergedPlace['kind']): RawBuilder<unknown> => (kind === 'building' ? sql.ref('post.place_id') : sql.ref('post.group_id'));

async function countPosts(trx: Trx, placeId: string, kind: MergedPlace['kind']): Promise<number> {
  const { rows } = await sql<{ posts: number }>`
    select coalesce(sum(1 + found.reply_count), 0)::integer as posts from (${rootsIn(placeId, kind, sql`post.reply_count`)}) found`.execute(trx);
  return rows[0]?.posts ?? 0;
}

/** In two parts, each from an index of its own. */
function rootsIn(placeId: string, kind: MergedPlace['kind'], columns: RawBuilder<unknown>, most?: number): RawBuilder<unknown> {
  const limit = most === undefined ? sql`` : sql`limit ${sql.lit(most)}`;
  const part = (condition: RawBuilder<unknown>) => sql`(select ${columns} from post where ${columnOf(kind)} = ${placeId}::uuid and post.in_reply_to is null and ${condition} ${limit})`;
  return sql`${part(sql`post.deleted_at is null and post.withheld is null`)} union all ${part(sql`(post.deleted_at is not null or post.withheld is not null)`)}`;
}

interface Moved {
  id: string;
  is_root: boolean;
}

async function movePosts(trx: Trx, moving: Moving, most: number): Promise<number> {
  const { mergeId, source, target } = moving;
  const steps = stepsForward(moving);
  const narrows = target.access !== 'open';
  // A group that stands in what goes keeps its own readers; where the door closes, what was public in it is for its members.
  const after = sql`case
    when wanted.group_members is not null then case
      when ${narrows} and wanted.shown = ${PUBLIC_AUDIENCE} then wanted.group_members
      when ${narrows} and wanted.shown = ${STAFF_AUDIENCE} then wanted.group_staff
      else wanted.shown end
    else coalesce((select step.destination from ${stepsTable(steps)} where step.origin = wanted.shown), wanted.shown) end`;
  const { rows } = await sql<Moved>`
    with roots as materialized (select found.id from (${rootsIn(source.id, source.kind, sql`post.id`, most)}) found limit ${sql.lit(most)}),
    threads as (select id from roots union all select reply.id from roots join post reply on reply.root_id = roots.id),
    wanted as materialized (
      select post.id, post.withheld, post.revision_count, coalesce(post.withheld_audience_id, post.audience_id) as shown,
        g.members_audience_id as group_members, g.staff_members_audience_id as group_staff
      from threads join post on post.id = threads.id
      left join place g on g.id = post.group_id and ${source.kind === 'building'}),
    decided as materialized (select wanted.*, ${after} as shown_after from wanted),
    noted as (
      insert into merge_post (merge_id, post_id, shown_before, shown_after, revisions)
      select ${mergeId}::uuid, id, shown, shown_after, revision_count from decided
      on conflict (merge_id, post_id) do nothing)
    update post set ${columnName(source.kind)} = ${target.id}::uuid,
      audience_id = case when decided.withheld is null then decided.shown_after when decided.group_members is not null then post.audience_id else ${target.moderatorsAudienceId}::bigint end,
      withheld_audience_id = case when decided.withheld is null then null else decided.shown_after end
    from decided where post.id = decided.id
    returning post.id, post.in_reply_to is null as is_root`.execute(trx);
  await followUp(trx, rows, target.id);
  return rows.length;
}

function columnName(kind: MergedPlace['kind']): RawBuilder<unknown> {
  return kind === 'building' ? sql.ref('place_id') : sql.ref('group_id');
}

function stepsTable(steps: readonly { from: number; to: number }[]): RawBuilder<unknown> {
  return sql`unnest(${steps.map(({ from }) => from)}::bigint[], ${steps.map(({ to }) => to)}::bigint[]) as step (origin, destination)`;
}

async function followUp(trx: Trx, moved: readonly Moved[], placeId: string): Promise<void> {
  if (moved.length > 0) await moveAttached(trx, { postIds: moved.map(({ id }) => id), placeId, direction: 'back' });
}

/**
 * The threads that came along, with the answers that they got since. Only what is as the merge left it goes back to what is noted:
 * answers and edits of since were written for who reads here, and are for the members of the source where they were for members.
 * Under a thread that stays narrower nothing is wider. What was closed or hidden meanwhile keeps to that too.
 */
async function movePostsBack(trx: Trx, moving: Moving, most: number): Promise<number> {
  const { mergeId, source, target } = moving;
  const narrows = source.access !== 'open';
  const before = sql`case
    when wanted.untouched and wanted.root_untouched then wanted.shown_before
    when ${narrows} and wanted.shown = ${PUBLIC_AUDIENCE} then coalesce(wanted.group_members, ${source.membersAudienceId}::bigint)
    when ${narrows} and wanted.shown = ${STAFF_AUDIENCE} then coalesce(wanted.group_staff, ${source.staffMembersAudienceId}::bigint)
    else coalesce((select step.destination from ${stepsTable(stepsBack(moving))} where step.origin = wanted.shown), wanted.shown) end`;
  // Counted, and not by the clock: an edit that waited for the merge may carry an earlier moment.
  const untouched = sql`l.revisions = post.revision_count and l.shown_after = coalesce(post.withheld_audience_id, post.audience_id)`;
  const { rows } = await sql<Moved>`
    with roots as materialized (
      select l.post_id as id, ${untouched} as untouched from merge_post l join post on post.id = l.post_id
      where l.merge_id = ${mergeId}::uuid and post.in_reply_to is null and ${columnOf(source.kind)} = ${target.id}::uuid limit ${sql.lit(most)}),
    threads as (
      select id, untouched as root_untouched from roots
      union all select reply.id, roots.untouched from roots join post reply on reply.root_id = roots.id),
    forgotten as (delete from merge_post l using threads where l.merge_id = ${mergeId}::uuid and l.post_id = threads.id),
    wanted as materialized (
      select post.id, post.withheld, coalesce(post.withheld_audience_id, post.audience_id) as shown,
        l.shown_before, coalesce(${untouched}, false) as untouched, threads.root_untouched,
        g.members_audience_id as group_members, g.staff_members_audience_id as group_staff, g.moderators_audience_id as group_moderators
      from threads join post on post.id = threads.id
      left join merge_post l on l.merge_id = ${mergeId}::uuid and l.post_id = post.id
      left join place g on g.id = post.group_id and ${source.kind === 'building'}
      where ${columnOf(source.kind)} = ${target.id}::uuid),
    decided as materialized (select wanted.*, ${before} as shown_now from wanted)
    update post set ${columnName(source.kind)} = ${source.id}::uuid,
      audience_id = case when decided.withheld is null then decided.shown_now else coalesce(decided.group_moderators, ${source.moderatorsAudienceId}::bigint) end,
      withheld_audience_id = case when decided.withheld is null then null else decided.shown_now end
    from decided where post.id = decided.id
    returning post.id, post.in_reply_to is null as is_root`.execute(trx);
  await followUp(trx, rows, source.id);
  return rows.length;
}

/** Drafts, and where everybody was: never back to what they have read. */
async function finish(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await followGroups(trx, mergeId, target.id);
  await passPostCounts(trx, source.id, target.id, target.access === 'open');
  await sql`
    with moved as (update draft set place_id = ${target.id}::uuid where place_id = ${source.id}::uuid returning id)
    insert into merge_draft (merge_id, draft_id) select ${mergeId}::uuid, id from moved on conflict do nothing`.execute(trx);
  await sql`
    insert into read_marker (owner_id, scope, post_id, published_at, updated_at)
    select owner_id, ${scopeOf(target)}, post_id, published_at, updated_at from read_marker where scope = ${scopeOf(source)}
    on conflict (owner_id, scope) do update
    set post_id = excluded.post_id, published_at = excluded.published_at, updated_at = excluded.updated_at
    where (excluded.published_at, excluded.post_id) > (read_marker.published_at, read_marker.post_id)`.execute(trx);
}

async function finishBack(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await followGroups(trx, mergeId, source.id);
  await takePostCounts(trx, source.id, target.id, await standingIn(trx, source), target.access === 'open');
  await sql`
    with gone as (delete from merge_draft where merge_id = ${mergeId}::uuid returning draft_id)
    update draft set place_id = ${source.id}::uuid from gone where draft.id = gone.draft_id and draft.place_id = ${target.id}::uuid`.execute(trx);
}

/** What stands in a group stands in the building that the group is in now, also what was written there on the way or since. */
async function followGroups(trx: Trx, mergeId: string, buildingId: string): Promise<void> {
  const { rows } = await sql<Moved>`
    update post set place_id = ${buildingId}::uuid from merge_group l join place g on g.id = l.group_id
    where l.merge_id = ${mergeId}::uuid and g.parent_id = ${buildingId}::uuid and post.group_id = g.id and post.place_id <> ${buildingId}::uuid
    returning post.id, post.in_reply_to is null as is_root`.execute(trx);
  await followUp(trx, rows, buildingId);
}

async function writtenIn(trx: Trx, groupId: string, since: Date): Promise<boolean> {
  const found = await trx
    .selectFrom('post')
    .select('id')
    .where('group_id', '=', groupId)
    .where('deleted_at', 'is', null)
    .where((where) => where.or([where('published_at', '>=', since), where('edited_at', '>=', since)]))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

const scopeOf = ({ id, kind }: MergedPlace): string => `${kind}:${id}`;

/** Threads in the place itself, not in its groups. */
async function standingIn(trx: Trx, { id, kind }: MergedPlace): Promise<{ posts: number; publicPosts: number }> {
  const row = await trx
    .selectFrom('post')
    .select(({ fn }) => [fn.countAll<number>().as('posts'), fn.countAll<number>().filterWhere('audience_id', '=', PUBLIC_AUDIENCE).as('publicPosts')])
    .where(kind === 'building' ? sql<boolean>`place_id = ${id}::uuid and group_id is null` : sql<boolean>`group_id = ${id}::uuid`)
    .where('in_reply_to', 'is', null)
    .where('deleted_at', 'is', null)
    .where('withheld', 'is', null)
    .executeTakeFirstOrThrow();
  return row;
}
