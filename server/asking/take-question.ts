// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { themeByAnyName } from '../people/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { type NewQuestion, publishQuestionOnSquare } from '../posts/public.ts';

/** Of one neighbour in a day: each of its people asks three at most. */
const MOST_A_DAY = 50;
const DAY_MS = 24 * 3_600_000;

/**
 * A question that was asked on a neighbouring instance: it stands on our square in its asker's name, and whoever has the theme in their
 * portfolio here, and shows it to more than those they meet, is told of it, as of one that was asked here. Whom it reaches is told to nobody,
 * so that also counts who shows it to civil servants only.
 * @param asker somebody of another instance
 * @returns the id of the post; null where nobody here calls anything by that theme, or the neighbour asked enough for today
 */
export async function takeQuestion(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, asker: Member, input: { theme: string; title: string | null; body: string; from: NonNullable<NewQuestion['from']> }): Promise<string | null> {
  const now = deps.clock.now();
  return withSystem(trx, async () => {
    const theme = await themeByAnyName(trx, input.theme);
    if (theme === null || (await askedByHome(trx, asker, now)) >= MOST_A_DAY) return null;
    const post = await publishQuestionOnSquare(trx, deps, asker, { body: input.body, title: input.title, format: 'html', audienceId: PUBLIC_AUDIENCE, from: input.from });
    const { rows } = await sql<{ actor_id: string }>`
      select h.actor_id from actor_theme h join account c on c.actor_id = h.actor_id
      where h.theme_id = ${theme.id}::uuid and h.kind = 'portfolio' and h.level in ('public', 'staff') and c.confirmed_at is not null and c.suspended_at is null`.execute(trx);
    const noted = await trx
      .insertInto('asked_question')
      .values({ post_id: post.id, theme_id: theme.id, asker_id: asker.actorId, reach: rows.length, audience_id: PUBLIC_AUDIENCE, asked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (noted.numInsertedOrUpdatedRows !== 0n && rows.length > 0) await sql`insert into asked_person (post_id, actor_id) select ${post.id}::uuid, unnest(${rows.map((row) => row.actor_id)}::uuid[]) on conflict do nothing`.execute(trx);
    return post.id;
  });
}

async function askedByHome(trx: Trx, asker: Member, now: Date): Promise<number> {
  const row = await trx
    .selectFrom('asked_question as q').innerJoin('actor as a', 'a.id', 'q.asker_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('a.domain', '=', (of) => of.selectFrom('actor as own').select('own.domain').where('own.id', '=', asker.actorId)).where('q.asked_at', '>', new Date(now.getTime() - DAY_MS))
    .executeTakeFirstOrThrow();
  return row.count;
}
