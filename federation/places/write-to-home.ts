// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import type { PostDeleted, PostEdited, PostPublished } from '../../server/posts/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { PUBLIC } from '../addresses.ts';
import type { PostNotBrought } from '../delivery/not-brought.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { type PostToTell, postToTell, objectOf, tombstoneOf } from '../translate/object-of-post.ts';
import type { Json } from '../translate/read-json.ts';
import { withContext } from '../translate/vocabulary.ts';
import { withProof } from '../wire/proof.ts';
import { type Replica, replicaById } from './place-rows.ts';
import { refuseWritten } from './written.ts';

/** What one of ours writes in a place elsewhere stands here at once, and goes to its home: that takes it, and tells all others. */
export const writeToHome = subscriber<PostPublished>({
  name: 'write-to-home',
  queue: 'federate',
  types: ['PostPublished'],
  deliver: ({ postId, placeId }, stored, deps) => tellHome(deps, placeId, postId, 'Create', stored.id),
});

export const editAtHome = subscriber<PostEdited>({
  name: 'edit-at-home',
  queue: 'federate',
  types: ['PostEdited'],
  deliver: ({ postId, placeId }, stored, deps) => tellHome(deps, placeId, postId, 'Update', stored.id),
});

export const deleteAtHome = subscriber<PostDeleted>({
  name: 'delete-at-home',
  queue: 'federate',
  types: ['PostDeleted'],
  async deliver({ postId, placeId, byId }, stored, deps) {
    // The home removed it, and knows.
    if (byId !== placeId) await tellHome(deps, placeId, postId, 'Delete', stored.id);
  },
});

/** What its home will never have stands nowhere: its author has it back, as what the home refused. */
export const giveBackNotBrought = subscriber<PostNotBrought>({
  name: 'give-back-not-brought',
  queue: 'federate',
  types: ['PostNotBrought'],
  async handle(trx, { postId }, _stored, deps) {
    const kept = await trx.selectFrom('remote_post').select('state').where('post_id', '=', postId).executeTakeFirst();
    // Its home has it after all, or said itself that it does not take it.
    if (kept?.state === 'sent') await refuseWritten(trx, deps, postId, {});
  },
});

async function tellHome(deps: Deps, placeId: string, postId: string, type: 'Create' | 'Update' | 'Delete', key: string): Promise<void> {
  const found = await deps.database.asSystem(async (trx) => {
    const [post, replica] = [await postToTell(trx, postId), await replicaById(trx, placeId)];
    return post === null || replica === null || post.origin !== 'local' ? null : { post, replica };
  });
  if (found === null || (type !== 'Delete' && (found.post.deleted_at !== null || found.post.withheld !== null))) return;
  const { post, replica } = found;
  const id = newActivityId(deps).uri;
  const object = type === 'Delete' ? tombstoneOf(post) : { ...objectOf(deps, post), ...addressed(replica, post) };
  await say(deps, replica, post.author_id, post, `${key} home`, { id, type, actor: post.author_uri, published: deps.clock.now().toISOString(), object }, type === 'Create' ? (trx) => rememberSent(trx, deps, replica, post, id) : undefined);
}

/** To whom it is, in the words of the place's home. */
function addressed(replica: Replica, post: Pick<PostToTell, 'audience_id'>): { to: string[]; cc: string[]; audience: string } {
  const members = replica.members ?? `${replica.uri}/members`;
  return post.audience_id === PUBLIC_AUDIENCE ? { to: [PUBLIC], cc: [replica.uri], audience: replica.uri } : { to: [replica.uri, members], cc: [], audience: replica.uri };
}

/** To the home of the place, and to be had by those who read there. */
export async function say(deps: Deps, replica: Replica, senderId: string, post: PostToTell, dedupeKey: string, activity: Json & { type: string }, beside?: (trx: Trx) => Promise<void>): Promise<void> {
  const said = await withProof(deps, senderId, withContext({ ...activity, ...addressed(replica, post) }));
  await deps.database.asSystem(async (trx) => {
    const before = await trx.selectFrom('sent_activity').select('id').where('dedupe_key', '=', dedupeKey).executeTakeFirst();
    if (before !== undefined) return;
    const isPublic = post.audience_id === PUBLIC_AUDIENCE;
    await send(trx, deps, {
      dedupeKey, type: activity.type, senderId, activity: said, orderingKey: post.root_uri ?? post.uri, ...(isPublic ? {} : { readersOf: replica.id }),
      to: [{ host: replica.host, inbox: replica.inbox }],
    });
    await beside?.(trx);
  });
}

/** Until the home says what it made of it. */
async function rememberSent(trx: Trx, { clock }: Pick<Deps, 'clock'>, replica: Replica, post: PostToTell, activity: string): Promise<void> {
  const row = { host: replica.host, state: 'sent', activity_uri: activity, fetched_at: clock.now() };
  await trx.insertInto('remote_post').values({ ...row, post_id: post.id, audience_id: post.audience_id }).onConflict((clash) => clash.column('post_id').doUpdateSet(row)).execute();
}
