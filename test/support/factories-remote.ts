// SPDX-License-Identifier: EUPL-1.2
import { deletePost, editPost, type NewPost, type Post, publishPost, reactToPost, replyToPost } from '../../server/posts/public.ts';
import { remoteMember } from '../../server/identity/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Member } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import type { TestPlein } from './app.ts';

/** Somebody of another instance, as they stand here once something came from them. */
export interface RemotePerson {
  actorId: string;
  uri: string;
  handle: string;
  name: string;
  host: string;
}

let serial = 0;

export async function buildRemotePerson(plein: TestPlein, options: { host?: string; name?: string; knownSince?: Date } = {}): Promise<RemotePerson> {
  const number = ++serial;
  const [host, handle, name, actorId] = [options.host ?? 'elders.example', `verweg-${number}`, options.name ?? `Verweg ${number}`, newId()];
  const uri = `https://${host}/users/${handle}`;
  const now = plein.clock.now();
  await plein.db(async (trx) => {
    await trx.insertInto('actor').values({ id: actorId, type: 'person', domain: host, handle, name, uri, audience_id: 1, created_at: options.knownSince ?? now }).execute();
    await trx.insertInto('remote_actor').values({ actor_id: actorId, host, kind: 'Person', inbox: `${uri}/inbox`, shared_inbox: `https://${host}/inbox`, followers: `${uri}/followers`, fetched_at: now }).execute();
  });
  return { actorId, uri, handle: `${handle}@${host}`, name, host };
}

/** What came from somebody elsewhere, carried out as a handler of the inbox does it. */
export async function asRemote<T>(plein: TestPlein, person: RemotePerson, work: (trx: Trx, member: Member) => Promise<T>): Promise<T> {
  return plein.db(async (trx) => {
    const member = await remoteMember(trx, person.actorId);
    if (member === null) throw new Error('nobody elsewhere has that id');
    return work(trx, member);
  });
}

const from = (person: RemotePerson, uri?: string, publishedAt = new Date()) => ({ uri: uri ?? `https://${person.host}/notes/${newId()}`, publishedAt, language: null, handles: [] as string[] });

export const remotePost = (plein: TestPlein, person: RemotePerson, slug: string, input: Partial<NewPost> & { uri?: string; publishedAt?: Date } = {}): Promise<Post> =>
  asRemote(plein, person, (trx, member) =>
    publishPost(trx, plein.deps, member, slug, { body: '<p>Van elders</p>', format: 'html', from: from(person, input.uri, input.publishedAt), ...input }, (send) => send()));

export const remoteReply = (plein: TestPlein, person: RemotePerson, postId: string, input: { body?: string; uri?: string; inReplyTo?: string; handles?: string[] } = {}): Promise<Post> =>
  asRemote(plein, person, (trx, member) =>
    replyToPost(trx, plein.deps, member, postId, { body: input.body ?? '<p>Antwoord van elders</p>', format: 'html', from: { ...from(person, input.uri), handles: input.handles ?? [] }, ...(input.inReplyTo === undefined ? {} : { inReplyTo: input.inReplyTo }) }, (send) => send()));

export const remoteReaction = (plein: TestPlein, person: RemotePerson, postId: string, name = 'like') => asRemote(plein, person, (trx, member) => reactToPost(trx, plein.deps, member, postId, name));
export const remoteEdit = (plein: TestPlein, person: RemotePerson, postId: string, body: string) => asRemote(plein, person, (trx, member) => editPost(trx, plein.deps, member, postId, { body, format: 'html', from: { handles: [] } }));
export const remoteDelete = (plein: TestPlein, person: RemotePerson, postId: string) => asRemote(plein, person, (trx, member) => deletePost(trx, plein.deps, member, postId));
