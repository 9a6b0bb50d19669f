// SPDX-License-Identifier: EUPL-1.2
import { remoteMember } from '../../../server/identity/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { deletePost, editPost } from '../../../server/posts/public.ts';
import { remoteActor } from '../../actors/remote-actors.ts';
import { oursAt, sameOrigin } from '../../addresses.ts';
import { readObject } from '../../translate/post-of-object.ts';
import { saidIn } from '../../translate/said.ts';
import { idOf, isJson, typesOf } from '../../translate/read-json.ts';
import type { Handled, Handler, Received } from '../handler.ts';
import { done, ownObject, postHere, refused } from './find.ts';
import { forgetActor } from './forget-actor.ts';
import { handOn } from './hand-on.ts';
import { passOn } from './pass-on.ts';

const actorTypes = ['Person', 'Group', 'Organization', 'Service', 'Application'];

const isAboutActor = ({ json }: Pick<Received, 'json'>): boolean => isJson(json['object']) && typesOf(json['object']['type']).some((each) => actorTypes.includes(each));

/** Somebody says that they changed: what they are now is asked at their own address, never believed from what was sent. */
export const updateActor: Handler = {
  types: ['Update'],
  applies: (_trx, received) => isAboutActor(received),
  async prepare(deps, { actor, json }) {
    if (idOf(json['object']) === actor.uri) await remoteActor(deps, actor.uri, { refresh: true });
  },
  handle: (_trx, _deps, { actor, json }) => Promise.resolve(idOf(json['object']) === actor.uri ? done : refused('not-theirs')),
};

/** Somebody changed what they wrote in a place of ours. For whom it is never changes by that. */
export const updatePost: Handler = {
  types: ['Update'],
  async handle(trx, deps, received) {
    const own = ownObject(deps, received);
    if ('reason' in own) return refused(own.reason);
    const object = readObject(own.object);
    if (object === null) return refused('not-understood');
    const post = await postHere(trx, object.uri);
    if (post === null) return refused('unknown-object');
    if (post.author_id !== received.actor.id || object.attributedTo !== received.actor.uri) return refused('not-theirs');
    if (post.place_host !== null) return handOn(trx, deps, received, post);
    const author = await remoteMember(trx, received.actor.id);
    if (author === null || post.deleted_at !== null) return refused('deleted');
    const { body, title, tags, from } = await saidIn(trx, deps, object);
    if (body === '') return refused('not-understood');
    // What waits for a moderator is theirs to look at as it came; what comes now is for later.
    if (post.withheld !== null) return refused('not-allowed');
    await editPost(trx, deps, author, post.id, { body, title, format: 'html', tags, from });
    await trx.updateTable('remote_post').set({ fetched_at: deps.clock.now(), url: object.url }).where('post_id', '=', post.id).execute();
    await passOn(trx, deps, received, post.id);
    return done;
  },
};

/** Somebody took back what they wrote; or is no more, and takes back everything. What was not here yet is not taken in afterwards. */
export const remove: Handler = {
  types: ['Delete'],
  async handle(trx, deps, received) {
    const uri = idOf(received.json['object']);
    if (uri === null) return refused('not-understood');
    if (uri === received.actor.uri) return forgetActor(trx, deps, received.actor);
    if (oursAt(deps.config, uri) !== null) return refused('not-theirs');
    const post = await postHere(trx, uri);
    if (post === null) return rememberTombstone(trx, deps, received, uri);
    if (post.author_id !== received.actor.id) return refused('not-theirs');
    if (post.place_host !== null) return handOn(trx, deps, received, post);
    if (post.deleted_at !== null) return done;
    const author = await remoteMember(trx, received.actor.id);
    if (author === null) return refused('actor-gone');
    // First: what others were told is looked up while the post is there.
    await passOn(trx, deps, received, post.id);
    await deletePost(trx, deps, author, post.id);
    await trx.updateTable('remote_post').set({ raw_create: null }).where('post_id', '=', post.id).execute();
    return rememberTombstone(trx, deps, received, uri);
  },
};

async function rememberTombstone(trx: Trx, { clock }: Deps, { actor }: Received, uri: string): Promise<Handled> {
  if (!sameOrigin(uri, actor.uri)) return refused('foreign-object');
  await trx.insertInto('tombstone').values({ uri, actor_uri: actor.uri, deleted_at: clock.now() }).onConflict((clash) => clash.column('uri').doUpdateSet({ actor_uri: actor.uri })).execute();
  return done;
}
