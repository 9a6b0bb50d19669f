// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { oursAt, sameOrigin } from '../addresses.ts';
import { readObject } from '../translate/post-of-object.ts';
import { idOf, isJson, type Json, listOf } from '../translate/read-json.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { fetchInPlace, fetchWritten } from './fetch-written.ts';
import { keepWritten, mayBeKept, postAt } from './keep-object.ts';
import { type Replica, replicaById } from './place-rows.ts';

const MOST_PAGES = 10;
/** At one press; whoever wants more presses again. */
const MOST_FETCHED = 100;

/**
 * Fetches the answers of a thread that are not here yet, from where the thread is kept: its whole thread where it has an address
 * (FEP-7888), otherwise its answers. Each is its author's by its own address; what one author's instance does not give leaves the rest. What is
 * known of the number of answers is written down. Nothing for a thread of ours.
 * @param postId of the post that began it, in a place elsewhere
 * @throws {FetchRefused} where the home does not answer
 */
export async function fetchThread(deps: Deps, postId: string): Promise<void> {
  // What is fetched is kept for those for whom it was written, whoever pressed.
  const found = await deps.database.asSystem((trx) => rootElsewhere(trx, postId));
  if (found === null) return;
  const { uri, replica } = found;
  const { json } = await fetchInPlace(deps, replica, uri);
  const object = readObject(json);
  if (object === null || object.uri !== uri) throw new FetchRefused('not-an-activity', uri);
  const collection = [object.context, object.replies].find((each) => each !== null && each !== undefined && sameOrigin(each, uri)) ?? null;
  if (collection === null) return;
  const isThread = collection === object.context;
  const { uris, total } = await membersOf(deps, replica, collection);
  let fetched = 0;
  for (const each of uris.filter((one) => one !== uri && oursAt(deps.config, one) === null)) {
    if (fetched >= MOST_FETCHED) break;
    if ((await deps.database.asSystem((trx) => postAt(trx, each))) !== null) continue;
    fetched++;
    await keep(deps, replica, each);
  }
  const said = total === null ? null : Math.max(0, total - (isThread ? 1 : 0));
  await deps.database.asSystem((trx) => trx.updateTable('remote_post').set({ fetched_at: deps.clock.now(), ...(said === null ? {} : { reply_total: said }) }).where('post_id', '=', postId).execute());
}

async function rootElsewhere(trx: Trx, postId: string): Promise<{ uri: string; replica: Replica } | null> {
  const post = await trx.selectFrom('post').select(['uri', 'place_id', 'root_id', 'origin', 'deleted_at']).where('id', '=', postId).executeTakeFirst();
  if (post === undefined || post.root_id !== null || post.origin === 'local' || post.deleted_at !== null) return null;
  const replica = await replicaById(trx, post.place_id);
  return replica === null ? null : { uri: post.uri, replica };
}

/** One answer; what cannot be had, or not kept, is left out. */
async function keep(deps: Deps, replica: Replica, uri: string): Promise<void> {
  try {
    const written = await fetchWritten(deps, replica, uri);
    if (written.object.inReplyTo === null || mayBeKept(replica, written) !== null) return;
    await deps.database.asSystem((trx) => keepWritten(trx, deps, replica, written));
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    deps.log.debug({ err: error }, 'an answer that could not be fetched');
  }
}

/** The addresses in a collection, page after page of the same origin; and how many it says that there are. @throws {FetchRefused} for the first page */
async function membersOf(deps: Deps, replica: Replica, collection: string): Promise<{ uris: string[]; total: number | null }> {
  const { json } = await fetchInPlace(deps, replica, collection);
  const total = Number.isSafeInteger(json['totalItems']) && Number(json['totalItems']) >= 0 ? Number(json['totalItems']) : null;
  const uris = itemsOf(json);
  let next = isJson(json['first']) ? json['first'] : idOf(json['first']);
  for (let turn = 0; turn < MOST_PAGES && next !== null; turn++) {
    const page: Json | null = isJson(next) ? next : sameOrigin(next, collection) ? (await fetchInPlace(deps, replica, next)).json : null;
    if (page === null) break;
    uris.push(...itemsOf(page));
    next = idOf(page['next']);
  }
  return { uris: [...new Set(uris)], total };
}

const itemsOf = (page: Json): string[] => [...listOf(page['orderedItems']), ...listOf(page['items'])].flatMap((item) => idOf(item) ?? []);
