// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { send } from '../delivery/send.ts';
import { peopleNamed, type PostToTell, postToTell } from '../translate/object-of-post.ts';
import { isJson, type Json } from '../translate/read-json.ts';
import { withProof } from '../wire/proof.ts';
import { deletionOf, forReadersOf, passedOn, shared, undone, writingOf } from './activities.ts';
import { followersOf, type Inbox, inboxesOf } from './readers.ts';
import { isTooLongToPassOn } from './pass-on-bounds.ts';
import { targetsOf } from './targets.ts';
import { rememberTakenBack, returnToSay, tellReturn } from './tell-return.ts';

/** A post and its thread, for the order in which things are told. */
export const threadOf = (post: Pick<PostToTell, 'root_uri' | 'uri'>): string => post.root_uri ?? post.uri;
export const speakerOf = (post: Pick<PostToTell, 'place_id' | 'place_uri'>) => ({ id: post.place_id, uri: post.place_uri });

/** In a place of ours, and there for its readers. */
function isTold(post: PostToTell | null): post is PostToTell {
  return post !== null && post.place_host === null && post.deleted_at === null && post.withheld === null;
}

/**
 * Tells of a post in a place of ours whoever reads that place from elsewhere: the place passes on what its author said, and shares it by its
 * address for those who know places no other way. Its author tells who follows them, and who is named. A post of somebody elsewhere is passed
 * on as it came. May run twice.
 * @param key of the event, under which all of it is told once
 */
export async function tellOfPost(deps: Deps, postId: string, type: 'Create' | 'Update', key: string): Promise<void> {
  const { database, clock } = deps;
  const post = await database.asSystem((trx) => postToTell(trx, postId));
  if (!isTold(post)) return;
  const now = clock.now();
  const returning = type === 'Create' ? await returnToSay(deps, post, speakerOf(post)) : null;
  const said = post.origin === 'local' ? await withProof(deps, post.author_id, writingOf(deps, type, post, now)) : await database.asSystem((trx) => asItCame(trx, postId));
  await database.asSystem(async (trx) => {
    // Whoever closes the place, or takes the post back, comes before this or after: then there is something to take back.
    await sql`select id from post where id = ${postId}::uuid for share`.execute(trx);
    const still = await postToTell(trx, postId);
    if (!isTold(still) || still.audience_id !== post.audience_id) return;
    const targets = await targetsOf(trx, post);
    if (targets === null) return;
    const before = await trx.selectFrom('told_post').select('named').where('post_id', '=', postId).executeTakeFirst();
    if ((before === undefined) === (type === 'Update')) return;
    const isPublic = post.audience_id === PUBLIC_AUDIENCE;
    const [place, orderingKey] = [speakerOf(post), threadOf(post)];
    const membersOf = targets.membersOf === null ? {} : { membersOf: targets.membersOf };
    const named = isPublic ? unique([...inboxesIn(before?.named), ...(await inboxesOf(trx, peopleNamed(post).map((each) => each.id)))]) : [];
    const direct = isPublic ? [...(await followersOf(trx, post.author_id)), ...named] : [];
    if (returning !== null) await tellReturn(trx, deps, post, returning, { key, about: { orderingKey, ...membersOf }, place, direct, to: targets.to });
    if (post.origin === 'local' && said !== null) {
      // Also where it goes to nobody by itself: it has an address, at which its members' instances find it.
      await send(trx, deps, { dedupeKey: `${key} said`, type, senderId: post.author_id, activity: said, orderingKey, ...membersOf, to: direct });
    }
    if (said !== null) await send(trx, deps, { dedupeKey: `${key} passed-on`, type: 'Announce', senderId: place.id, activity: passedOn(deps, place, said, isPublic, now), orderingKey, ...membersOf, to: targets.to });
    if (type === 'Update') {
      await trx.updateTable('told_post').set({ named: JSON.stringify(named) }).where('post_id', '=', postId).execute();
      return;
    }
    const share = isPublic ? shared(deps, place, post.uri, post.author_uri, now) : null;
    if (share !== null) await send(trx, deps, { dedupeKey: `${key} shared`, type: 'Announce', senderId: place.id, activity: share, orderingKey, to: targets.to });
    await trx.insertInto('told_post').values({ post_id: postId, place_id: post.place_id, is_public: isPublic, named: JSON.stringify(named), share_uri: share?.id ?? null, told_at: now }).execute();
  });
}

/** What somebody elsewhere said when they wrote it; null for what is too long to pass on. */
async function asItCame(trx: Trx, postId: string): Promise<Json | null> {
  const row = await trx.selectFrom('remote_post').select('raw_create').where('post_id', '=', postId).executeTakeFirst();
  if (row?.raw_create == null || isTooLongToPassOn(row.raw_create)) return null;
  const said: unknown = JSON.parse(row.raw_create);
  return isJson(said) ? said : null;
}

/**
 * Takes a post back from everybody who was told of it: it was deleted, is hidden, or is no longer for them. Nothing is done for one that nobody
 * was told of.
 * @param passedOnAlready what its author elsewhere said of it went out as it came
 */
export async function takeBackPost(deps: Deps, postId: string, key: string, passedOnAlready = false): Promise<void> {
  const { database, clock } = deps;
  const found = await database.asSystem(async (trx) => {
    const told = await trx.selectFrom('told_post').selectAll().where('post_id', '=', postId).executeTakeFirst();
    const post = told === undefined ? null : await postToTell(trx, postId);
    return told === undefined || post === null ? null : { told, post };
  });
  if (found === null) return;
  const { told, post } = found;
  const now = clock.now();
  const isLocal = post.origin === 'local';
  const place = speakerOf(post);
  const by = isLocal ? { id: post.author_id, uri: post.author_uri } : place;
  const deletion = await withProof(deps, by.id, deletionOf(deps, post, by.uri, told.is_public, now));
  await database.asSystem(async (trx) => {
    const gone = await trx.deleteFrom('told_post').where('post_id', '=', postId).returning('post_id').executeTakeFirst();
    if (gone === undefined) return;
    await rememberTakenBack(trx, postId, deletion['id'] as string);
    const orderingKey = threadOf(post);
    const targets = await targetsOf(trx, { ...post, audience_id: told.is_public ? PUBLIC_AUDIENCE : post.members_audience_id });
    const membersOf = told.is_public ? {} : { membersOf: place.id };
    const to = targets?.to ?? [];
    const named = inboxesIn(told.named);
    if (isLocal) await send(trx, deps, { dedupeKey: `${key} ${postId} said`, type: 'Delete', senderId: by.id, activity: deletion, orderingKey, ...membersOf, to: told.is_public ? [...(await followersOf(trx, post.author_id)), ...named] : [] });
    if (!passedOnAlready) await send(trx, deps, { dedupeKey: `${key} ${postId} passed-on`, type: 'Announce', senderId: place.id, activity: passedOn(deps, place, deletion, told.is_public, now), orderingKey, ...membersOf, to: isLocal ? to : [...to, ...(await inboxesOf(trx, [post.author_id]))] });
    if (!isLocal && told.share_uri !== null) {
      const share = { ...shared(deps, place, post.uri, post.author_uri, now), id: told.share_uri, actor: place.uri };
      await send(trx, deps, { dedupeKey: `${key} ${postId} unshared`, type: 'Undo', senderId: place.id, activity: undone(deps, share, forReadersOf(deps, place, true)), orderingKey, to });
    }
  });
}

/** As this room wrote it. */
const inboxesIn = (value: unknown): Inbox[] => (Array.isArray(value) ? (value as Inbox[]) : []);

function unique(inboxes: readonly Inbox[]): Inbox[] {
  return [...new Map(inboxes.map((each) => [each.inbox, each])).values()];
}
