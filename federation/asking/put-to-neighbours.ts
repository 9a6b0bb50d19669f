// SPDX-License-Identifier: EUPL-1.2
import type { QuestionPutToNeighbours } from '../../server/asking/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { send } from '../delivery/send.ts';
import { writingOf } from '../outbound/activities.ts';
import { type PostToTell, postToTell } from '../translate/object-of-post.ts';
import { withProof } from '../wire/proof.ts';

/**
 * A question to a portfolio, put to neighbouring squares: its Create, addressed to their instance actors, with the theme that it is about.
 * What is answered there comes back as an answer to any post does.
 */
export const putToNeighbours = subscriber<QuestionPutToNeighbours>({
  name: 'put-question-to-neighbours',
  queue: 'federate',
  types: ['QuestionPutToNeighbours'],
  async deliver({ postId, hosts }, stored, deps) {
    const found = await deps.database.asSystem(async (trx) => ({ post: await postToTell(trx, postId), theme: await themeOf(trx, postId), to: await squaresOf(trx, hosts) }));
    const { post, theme, to } = found;
    if (!isForAll(post) || theme === undefined || to.length === 0) return;
    const said = writingOf(deps, 'Create', post, deps.clock.now());
    const asked = { ...said, to: [...(said['to'] as string[]), ...to.map((square) => square.uri)], asksAbout: theme.name };
    const signed = await withProof(deps, post.author_id, asked);
    await deps.database.asSystem(async (trx) => {
      // It may have been taken back, or hidden, while it was being signed.
      if (isForAll(await postToTell(trx, postId))) await send(trx, deps, { dedupeKey: `${stored.id} asked`, type: 'Create', senderId: post.author_id, activity: signed as Record<string, unknown>, orderingKey: post.uri, to });
    });
  },
});

function isForAll(post: PostToTell | null): post is PostToTell {
  return post !== null && post.origin === 'local' && post.audience_id === PUBLIC_AUDIENCE && post.deleted_at === null && post.withheld === null;
}

function themeOf(trx: Trx, postId: string): Promise<{ name: string } | undefined> {
  return trx.selectFrom('asked_question as q').innerJoin('theme as t', 't.id', 'q.theme_id').select('t.name').where('q.post_id', '=', postId).executeTakeFirst();
}

/** Of those that still share questions with us. */
async function squaresOf(trx: Trx, hosts: readonly string[]): Promise<{ host: string; uri: string; inbox: string }[]> {
  const rows = await trx.selectFrom('peer').select(['host', 'instance_uri', 'shared_inbox']).where('host', 'in', [...hosts]).where('neighbour_since', 'is not', null).where('shares_questions', '=', true).where('takes_questions', '=', true).execute();
  return rows.flatMap(({ host, instance_uri: uri, shared_inbox: shared }) => (uri === null ? [] : [{ host, uri, inbox: shared ?? `${uri}/inbox` }]));
}
