// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Moving, onMerge } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';

/**
 * What moderators have to look at, and what they decided, goes along when a place goes up in another, and comes back when that is
 * undone. The log stays where it was written: nobody edits it.
 */
export function registerMerging(): void {
  onMerge('moderation', { count: async () => 0, move: async () => 0, finish, moveBack: async () => 0, finishBack });
}

async function finish(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await joinCases(trx, { mergeId, source, target });
  await sql`
    insert into merge_case (merge_id, case_id, second_audience_before)
    select ${mergeId}::uuid, id, second_audience_id from moderation_case where place_id = ${source.id}::uuid on conflict do nothing`.execute(trx);
  // What nobody but the members may know of any more is no longer the administrators' to look at, unless it was put before them.
  await sql`
    update moderation_case set place_id = ${target.id}::uuid, audience_id = ${target.moderatorsAudienceId}::bigint,
      second_audience_id = case when ${target.access === 'open'} or escalated_at is not null then second_audience_id end
    where place_id = ${source.id}::uuid`.execute(trx);
  await sql`
    update moderation_decision set place_id = ${target.id}::uuid, merged_by = ${mergeId}::uuid,
      audience_id = case when audience_id = ${source.moderatorsAudienceId}::bigint then ${target.moderatorsAudienceId}::bigint else audience_id end
    where place_id = ${source.id}::uuid`.execute(trx);
  await followCases(trx, target.id);
}

/** Of somebody who is reported in both places the reports come together; who reported twice is one reporter. */
async function joinCases(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await sql`
    with doubled as materialized (
      select here.id, here.second_audience_id, there.id as joined from moderation_case here
      join moderation_case there on there.place_id = ${target.id}::uuid and there.state = 'open' and there.kind = here.kind and there.subject_id = here.subject_id
      where here.place_id = ${source.id}::uuid and here.state = 'open'),
    joining as materialized (
      select r.id, r.case_id from report r join doubled d on d.id = r.case_id
      where r.reporter_id is null or not exists (select from report known where known.case_id = d.joined and known.reporter_id = r.reporter_id)),
    noted as (
      insert into merge_case (merge_id, case_id, second_audience_before, joined_case_id, report_ids)
      select ${mergeId}::uuid, d.id, d.second_audience_id, d.joined, array(select j.id from joining j where j.case_id = d.id) from doubled d on conflict do nothing),
    moved as (update report r set case_id = d.joined from joining j join doubled d on d.id = j.case_id where r.id = j.id),
    counted as (update moderation_case c set report_count = c.report_count + (select count(*) from joining j where j.case_id = d.id) from doubled d where c.id = d.joined)
    update moderation_case c set state = 'closed', closed_at = date_trunc('milliseconds', now()) from doubled d where c.id = d.id`.execute(trx);
}

/** Reports are for whom their case is, appeals for whom the decision is. */
async function followCases(trx: Trx, placeId: string): Promise<void> {
  await sql`
    update report r set audience_id = c.audience_id, second_audience_id = c.second_audience_id from moderation_case c
    where c.id = r.case_id and c.place_id = ${placeId}::uuid and (r.audience_id, r.second_audience_id) is distinct from (c.audience_id, c.second_audience_id)`.execute(trx);
  await sql`
    update appeal a set audience_id = d.audience_id from moderation_decision d
    where d.id = a.decision_id and d.place_id = ${placeId}::uuid and a.audience_id <> d.audience_id`.execute(trx);
}

/** The posts are back already: what was reported of them since goes with them. What was decided since stays decided. */
async function finishBack(trx: Trx, { mergeId, source, target }: Moving): Promise<void> {
  await sql`
    update moderation_case c set place_id = ${source.id}::uuid, audience_id = ${source.moderatorsAudienceId}::bigint, second_audience_id = coalesce(c.second_audience_id, l.second_audience_before)
    from merge_case l where l.merge_id = ${mergeId}::uuid and c.id = l.case_id and c.place_id = ${target.id}::uuid`.execute(trx);
  const stands = source.kind === 'group' ? sql`p.group_id = ${source.id}::uuid` : sql`p.place_id = ${source.id}::uuid and p.group_id is null`;
  await sql`
    update moderation_case c set place_id = ${source.id}::uuid, audience_id = ${source.moderatorsAudienceId}::bigint
    from post p where p.id = c.post_id and c.place_id = ${target.id}::uuid and ${stands}`.execute(trx);
  await sql`
    with parting as materialized (
      select l.case_id, l.joined_case_id, l.report_ids from merge_case l join moderation_case joined on joined.id = l.joined_case_id and joined.state = 'open'
      where l.merge_id = ${mergeId}::uuid),
    moved as (update report r set case_id = p.case_id from parting p where r.id = any(p.report_ids) and r.case_id = p.joined_case_id),
    counted as (update moderation_case c set report_count = greatest(0, c.report_count - cardinality(p.report_ids)) from parting p where c.id = p.joined_case_id)
    update moderation_case c set state = 'open', closed_at = null from parting p where c.id = p.case_id`.execute(trx);
  await sql`
    update moderation_decision set place_id = ${source.id}::uuid, merged_by = null,
      audience_id = case when audience_id = ${target.moderatorsAudienceId}::bigint then ${source.moderatorsAudienceId}::bigint else audience_id end
    where merged_by = ${mergeId}::uuid and place_id = ${target.id}::uuid`.execute(trx);
  await sql`delete from merge_case where merge_id = ${mergeId}::uuid`.execute(trx);
  for (const placeId of [source.id, target.id]) await followCases(trx, placeId);
}
