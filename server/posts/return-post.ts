// SPDX-License-Identifier: EUPL-1.2
import { countPost } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { publish } from '../platform/outbox/publish.ts';
import { linkWords } from './body/link-words.ts';
import { readBody } from './body/read-body.ts';
import type { PostReleased } from './events.ts';
import type { FromElsewhere } from './from-elsewhere.ts';
import { namedInText } from './named-in-text.ts';
import { allTags, cleanTags } from './post-fields.ts';
import { writeMentions, writeTags } from './publish-post.ts';
import { recountThread } from './withhold-post.ts';

export interface ReturnedWords {
  title: string | null;
  /** HTML, not yet safe. */
  body: string;
  tags: readonly string[];
  from: Pick<FromElsewhere, 'handles' | 'language'>;
}

/**
 * Something of elsewhere that was taken back, and that whoever took it back gives back: it stands again where it stood, as it was written, with
 * the answers to it; reactions to it are gone. Nothing happens to what was not deleted. Whether it may is for the caller; every transaction
 * here is the system's.
 */
export async function returnPost(trx: Trx, author: Member, id: string, { title, body, tags: given, from }: ReturnedWords): Promise<void> {
  const post = await lockDeleted(trx, id);
  if (post === null) return;
  const read = readBody(body, 'html');
  const tags = allTags(post.root_id === null ? cleanTags(given) : [], read.tags);
  const named = await namedInText(trx, author, from.handles, post.audience_id);
  await trx
    .updateTable('post')
    .set({
      title: post.root_id === null ? title : null, html: linkWords(read.html, named.links, new Set(tags)), text: read.text, source: body, format: 'html', deleted_at: null,
      ...(from.language === null ? {} : { language: from.language }),
    })
    .where('id', '=', id)
    .execute();
  await writeTags(trx, id, post.audience_id, post.published_at, tags);
  await writeMentions(trx, id, post.audience_id, named.people);
  if (post.root_id === null) await countPost(trx, post.group_id ?? post.place_id, post.audience_id, 1, post.published_at);
  else await recountThread(trx, post);
  await publish<PostReleased>(trx, { type: 'PostReleased', postId: id, rootId: post.root_id, placeId: post.place_id, authorId: author.actorId });
}

/** Place, root, post: the order in which everybody locks. */
async function lockDeleted(trx: Trx, id: string) {
  const found = await trx.selectFrom('post').select(['place_id', 'group_id', 'root_id']).where('id', '=', id).executeTakeFirst();
  if (found === undefined) return null;
  await trx.selectFrom('place').select('id').where('id', 'in', found.group_id === null ? [found.place_id] : [found.place_id, found.group_id]).orderBy('id').forNoKeyUpdate().execute();
  if (found.root_id !== null) await trx.selectFrom('post').select('id').where('id', '=', found.root_id).forNoKeyUpdate().execute();
  const post = await trx
    .selectFrom('post')
    .select(['place_id', 'group_id', 'root_id', 'in_reply_to', 'audience_id', 'published_at'])
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .where('withheld', 'is', null)
    .where('origin', '=', 'remote')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return post ?? null;
}
