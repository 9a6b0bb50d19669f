// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { sameOrigin } from '../addresses.ts';
import { readObject } from '../translate/post-of-object.ts';
import { within } from '../wire/deadline.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { fetchAll, PATIENCE_MS, readCollection } from './fetch-many.ts';
import { fetchInPlace } from './fetch-written.ts';
import { type Replica, replicaById } from './place-rows.ts';

/**
 * Fetches the answers of a thread that are not here yet, from where the thread is kept: its whole thread where it has an address
 * (FEP-7888), otherwise its answers. Each is its author's by its own address; what one author's instance does not give leaves the rest. What is
 * known of the number of answers is written down. Nothing for a thread of ours. What is not here when the time is over comes at the next press.
 * @param postId of the post that began it, in a place elsewhere
 * @throws {FetchRefused} where the home does not answer
 */
export async function fetchThread(deps: Deps, postId: string, patienceMs = PATIENCE_MS): Promise<void> {
  // What is fetched is kept for those for whom it was written, whoever pressed.
  const found = await deps.database.asSystem((trx) => rootElsewhere(trx, postId));
  if (found !== null) await within(patienceMs, () => fetchAnswers(deps, postId, found));
}

async function fetchAnswers(deps: Deps, postId: string, { uri, replica }: Root): Promise<void> {
  const { json } = await fetchInPlace(deps, replica, uri);
  const object = readObject(json);
  if (object === null || object.uri !== uri) throw new FetchRefused('not-an-activity', uri);
  const collection = [object.context, object.replies].find((each) => each !== null && each !== undefined && sameOrigin(each, uri)) ?? null;
  if (collection === null) return;
  const { uris, total } = await readCollection(deps, replica, collection);
  await fetchAll(deps, replica, uris.filter((each) => each !== uri), ({ object: answer }) => answer.inReplyTo !== null);
  const itself = collection === object.context ? 1 : 0;
  const said = total === null ? {} : { reply_total: Math.max(0, total - itself) };
  await deps.database.asSystem((trx) => trx.updateTable('remote_post').set({ fetched_at: deps.clock.now(), ...said }).where('post_id', '=', postId).execute());
}

interface Root {
  uri: string;
  replica: Replica;
}

async function rootElsewhere(trx: Trx, postId: string): Promise<Root | null> {
  const post = await trx.selectFrom('post').select(['uri', 'place_id', 'root_id', 'origin', 'deleted_at']).where('id', '=', postId).executeTakeFirst();
  if (post === undefined || post.root_id !== null || post.origin === 'local' || post.deleted_at !== null) return null;
  const replica = await replicaById(trx, post.place_id);
  return replica === null ? null : { uri: post.uri, replica };
}
