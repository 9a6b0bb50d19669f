// SPDX-License-Identifier: EUPL-1.2
import { remoteMember } from '../../server/identity/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Member } from '../../server/platform/db/viewer.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { publishPost, replyToPost, returnPost } from '../../server/posts/public.ts';
import { sameOrigin } from '../addresses.ts';
import type { Reason } from '../wire/reasons.ts';
import type { ReadObject } from '../translate/post-of-object.ts';
import { saidIn } from '../translate/said.ts';
import type { Replica } from './place-rows.ts';

/** Something that was written in a place elsewhere, and who wrote it (a row here). */
export interface Written {
  object: ReadObject;
  authorId: string;
  authorUri: string;
}

/** Whose words may be kept under which address, and in which place. */
export function mayBeKept(replica: Pick<Replica, 'uri' | 'access' | 'speaksPlein'>, { object, authorUri }: Written): Reason | null {
  // An object is its author's, on their own host (FEP-fe34).
  if (object.attributedTo !== authorUri || !sameOrigin(object.uri, authorUri)) return 'foreign-object';
  if (replica.access !== 'open' && object.isPublic) return 'said-public';
  // What is not for everybody says for the members of which place it is.
  if (!object.isPublic && ![...object.to, ...object.cc, ...object.audience].includes(replica.uri)) return 'foreign-object';
  return null;
}

/**
 * Keeps what the home of a place says was written there: in the thread that it answers, for those for whom it was written. The same is kept
 * once, and what was deleted not at all. As the system.
 * @returns why it is not kept; null when it is, or was
 */
export async function keepWritten(trx: Trx, deps: Deps, replica: Replica, written: Written): Promise<Reason | null> {
  const refusal = mayBeKept(replica, written);
  if (refusal !== null) return refusal;
  const { object } = written;
  const deleted = await trx.selectFrom('tombstone').select('actor_uri').where('uri', '=', object.uri).executeTakeFirst();
  // By its author, or the home of this place: no other home has a say in what stands here.
  if (deleted !== undefined && (deleted.actor_uri === written.authorUri || sameOrigin(deleted.actor_uri, replica.uri))) return null;
  const before = await trx.selectFrom('post as p').leftJoin('remote_post as r', 'r.post_id', 'p.id').select(['p.id', 'p.author_id', 'p.deleted_at', 'r.may_return']).where('p.uri', '=', object.uri).executeTakeFirst();
  if (before !== undefined && !(before.deleted_at !== null && before.may_return === true && before.author_id === written.authorId)) return null;
  const author = await asMember(trx, replica, written.authorId);
  if (author === null) return 'actor-gone';
  const parent = object.inReplyTo === null ? null : await postAt(trx, object.inReplyTo);
  if (object.inReplyTo !== null && (parent === null || parent.place_id !== replica.id)) return 'unknown-object';
  const { tags, body, title, from: said } = await saidIn(trx, deps, object, parent?.author_uri ?? null);
  const from = { ...said, takenByHome: true };
  if (body === '') return 'not-understood';
  if (before !== undefined) {
    await returnPost(trx, author, before.id, { title, body, tags, from });
    await trx.updateTable('remote_post').set({ may_return: false }).where('post_id', '=', before.id).execute();
    return null;
  }
  const now = <T>(sending: () => Promise<T>) => sending();
  const post =
    parent === null
      ? await publishPost(trx, deps, author, await slugOf(trx, replica.id), { kind: object.kind ?? (title === null ? 'message' : 'article'), title, body, format: 'html', tags, audience: object.isPublic ? 'public' : 'members', from }, now)
      : await replyToPost(trx, deps, author, parent.id, { body, format: 'html', tags, from }, now);
  await rememberRemote(trx, deps, post.id, replica.host, object);
  return null;
}

/** Somebody as the home of a place sees them: a member of it. As the system. */
export async function asMember(trx: Trx, replica: Pick<Replica, 'id' | 'membersAudienceId'>, actorId: string): Promise<Member | null> {
  const member = await remoteMember(trx, actorId);
  return member === null ? null : { ...member, audiences: [PUBLIC_AUDIENCE, replica.membersAudienceId], standsIn: [replica.id] };
}

async function rememberRemote(trx: Trx, { clock }: Pick<Deps, 'clock'>, postId: string, host: string, object: ReadObject): Promise<void> {
  const { audience_id } = await trx.selectFrom('post').select('audience_id').where('id', '=', postId).executeTakeFirstOrThrow();
  const row = { host, url: object.url, replies_uri: object.replies, reply_total: object.replyTotal, fetched_at: clock.now() };
  await trx.insertInto('remote_post').values({ ...row, post_id: postId, audience_id }).onConflict((clash) => clash.column('post_id').doUpdateSet(row)).execute();
}

/** A post that stands here, by its address. As the system. */
export async function postAt(trx: Trx, uri: string): Promise<{ id: string; place_id: string; author_id: string; author_uri: string; origin: string; deleted_at: Date | null; root_id: string | null } | null> {
  const row = await trx
    .selectFrom('post as p')
    .innerJoin('actor as a', 'a.id', 'p.author_id')
    .select(['p.id', 'p.place_id', 'p.author_id', 'a.uri as author_uri', 'p.origin', 'p.deleted_at', 'p.root_id'])
    .where('p.uri', '=', uri)
    .executeTakeFirst();
  return row ?? null;
}

async function slugOf(trx: Trx, placeId: string): Promise<string> {
  return (await trx.selectFrom('place').select('slug').where('id', '=', placeId).executeTakeFirstOrThrow()).slug;
}
