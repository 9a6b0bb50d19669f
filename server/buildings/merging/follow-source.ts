// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import { publishAll } from '../../platform/outbox/publish.ts';
import { endGroupsOf } from '../end-groups.ts';
import type { MembershipEnded } from '../events.ts';
import { insideAudience, membershipAudience } from '../memberships.ts';
import type { Moving } from './merge-movers.ts';

/**
 * People are let in before the first post moves, and both places go on meanwhile. Who was put out of the source since, or left it, is
 * not let into the target by what they were at the start; a role, a request or a ban that ended there counts no longer here either.
 * What the target itself decided about somebody meanwhile stands.
 */
export async function followSource(trx: Trx, { mergeId, source, target }: Moving, now: Date): Promise<void> {
  const asLeft = sql`l.merge_id = ${mergeId}::uuid and l.place_id = ${target.id}::uuid and t.place_id = l.place_id and t.member_id = l.member_id and t.state = l.state_after and t.role = l.role_after`;
  // Of a request that was answered at once by an open door the request may still be there.
  const gone = sql`not exists (
    select from membership s where s.place_id = ${source.id}::uuid and s.member_id = l.member_id and (
      s.state = 'banned' or (l.state_after <> 'banned' and s.state in ('active', l.state_after)) or (${target.access === 'open'} and l.state_after = 'active')))`;
  const otherRole = sql`exists (select from membership s where s.place_id = ${source.id}::uuid and s.member_id = l.member_id and s.role <> l.role_after)`;
  await sql`
    update membership t set role = l.role_before, state = l.state_before,
      banned_until = case when l.state_before <> 'banned' then null when t.state = 'banned' then t.banned_until else l.banned_until_before end,
      audience_id = case when l.state_before = 'active' then ${membershipAudience(target, 'active')}::bigint else ${insideAudience(target)}::bigint end
    from merge_membership l where ${asLeft} and l.state_before is not null and ${gone}`.execute(trx);
  const { rows } = await sql<{ member_id: string; state: string }>`
    delete from membership t using merge_membership l where ${asLeft} and l.state_before is null and ${gone} returning t.member_id, t.state`.execute(trx);
  await sql`
    update membership t set role = case when l.state_before = 'active' then l.role_before else 'member' end from merge_membership l
    where ${asLeft} and l.state_after = 'active' and ${otherRole}`.execute(trx);
  // As if they had not been let in: whoever asks again meanwhile comes along as that.
  if (rows.length > 0) await trx.deleteFrom('merge_membership').where('merge_id', '=', mergeId).where('place_id', '=', target.id).where('member_id', 'in', rows.map((row) => row.member_id)).execute();
  const ended = rows.filter(({ state }) => state === 'active').map((row) => row.member_id);
  if (target.kind === 'building') for (const memberId of ended) await endGroupsOf(trx, target.id, memberId, null, now);
  await publishAll<MembershipEnded>(trx, ended.map((memberId) => ({ type: 'MembershipEnded', placeId: target.id, memberId, byId: null, reason: 'removed' })));
}
