// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PortfolioAsked } from './events.ts';
import { mayBeTold } from './reach.ts';

const AT_ONCE = 500;

/**
 * Takes the next of those who are to be told of a question; there is another round for those who are left. Who no longer has the theme,
 * or wants no questions about it any more, is passed over. As the system.
 */
export async function nextToTell(trx: Trx, postId: string): Promise<string[]> {
  const question = await trx.selectFrom('asked_question').select(['theme_id', 'asker_id', 'audience_id']).where('post_id', '=', postId).executeTakeFirst();
  if (question === undefined) return [];
  const { rows } = await sql<{ actor_id: string; still: boolean }>`
    with taken as (delete from asked_person where post_id = ${postId}::uuid and actor_id in (select actor_id from asked_person where post_id = ${postId}::uuid order by actor_id limit ${sql.lit(AT_ONCE)}) returning actor_id)
    select t.actor_id, exists (select from actor_theme h where h.actor_id = t.actor_id and h.theme_id = ${question.theme_id}::uuid and h.kind = 'portfolio') as still from taken t`.execute(trx);
  if (rows.length === AT_ONCE) await publish<PortfolioAsked>(trx, { type: 'PortfolioAsked', postId });
  const candidates = rows.filter((row) => row.still).map((row) => row.actor_id);
  const allowed = await mayBeTold(trx, candidates, question.theme_id, question.audience_id === 1 ? 'public' : 'staff', question.asker_id);
  return candidates.filter((id) => allowed.has(id));
}
