// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import type { PostDeleted, PostEdited, PostPublished, PostReleased, PostWithheld } from '../../server/posts/public.ts';
import { takeBackPost, tellOfPost } from './tell-post.ts';

/** What was published, or is given back to its readers. With a thread come the answers that went with it. */
export const tellOfPublished = subscriber<PostPublished | PostReleased>({
  name: 'tell-elsewhere-of-post',
  queue: 'federate',
  types: ['PostPublished', 'PostReleased'],
  async deliver({ type, postId, rootId }, stored, deps) {
    await tellOfPost(deps, postId, 'Create', stored.id);
    if (type === 'PostReleased' && rootId === null) await forAnswers(deps, postId, 'untold', (id) => tellOfPost(deps, id, 'Create', `${stored.id} ${id}`));
  },
});

export const tellOfEdit = subscriber<PostEdited>({
  name: 'tell-elsewhere-of-edit',
  queue: 'federate',
  types: ['PostEdited'],
  async deliver({ postId }, stored, deps) {
    const row = await deps.database.asSystem((trx) => trx.selectFrom('post').select('origin').where('id', '=', postId).executeTakeFirst());
    // What somebody elsewhere changed was passed on when it came.
    if (row?.origin === 'local') await tellOfPost(deps, postId, 'Update', stored.id);
  },
});

export const takeBackDeleted = subscriber<PostDeleted>({
  name: 'take-back-deleted',
  queue: 'federate',
  types: ['PostDeleted'],
  async deliver({ postId, byId }, stored, deps) {
    const row = await deps.database.asSystem((trx) => trx.selectFrom('post').select(['origin', 'author_id']).where('id', '=', postId).executeTakeFirst());
    await takeBackPost(deps, postId, stored.id, row?.origin === 'remote' && row.author_id === byId);
  },
});

export const takeBackWithheld = subscriber<PostWithheld>({
  name: 'take-back-withheld',
  queue: 'federate',
  types: ['PostWithheld'],
  async deliver({ postId, rootId }, stored, deps) {
    await takeBackPost(deps, postId, stored.id);
    if (rootId === null) await forAnswers(deps, postId, 'told', (id) => takeBackPost(deps, id, stored.id));
  },
});

const AT_ONCE = 100;

/** The answers in a thread that are to be told of, or taken back, batch by batch. */
async function forAnswers({ database }: Deps, rootId: string, which: 'told' | 'untold', act: (id: string) => Promise<void>): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000', left = true; left; ) {
    const ids = await database.asSystem((trx) => answers(trx, rootId, which, after));
    for (const id of ids) await act(id);
    after = ids.at(-1) ?? after;
    left = ids.length === AT_ONCE;
  }
}

async function answers(trx: Trx, rootId: string, which: 'told' | 'untold', after: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('post as p')
    .leftJoin('told_post as t', 't.post_id', 'p.id')
    .select('p.id')
    .where('p.root_id', '=', rootId)
    .where('p.id', '>', after)
    .where('t.post_id', which === 'told' ? 'is not' : 'is', null)
    .where('p.withheld', which === 'told' ? 'is not' : 'is', null)
    .where('p.deleted_at', 'is', null)
    .orderBy('p.id')
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => row.id);
}
