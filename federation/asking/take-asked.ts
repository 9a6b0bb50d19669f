// SPDX-License-Identifier: EUPL-1.2
import { takeQuestion } from '../../server/asking/public.ts';
import { remoteMember } from '../../server/identity/public.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { Problem } from '../../server/platform/http/problem.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';
import type { Handler } from '../inbox/handler.ts';
import { done, ownObject, refused } from '../inbox/handlers/find.ts';
import { readObject } from '../translate/post-of-object.ts';
import { saidIn } from '../translate/said.ts';

const LONGEST_THEME = 100;

const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** A question of a neighbour's, put to our square: taken only from neighbours with which the administrator shares questions, and only where it is for everybody. */
export const takeAsked: Handler = {
  types: ['Create'],
  applies: (_trx, { json }) => typeof json['asksAbout'] === 'string',
  async handle(trx, deps, received) {
    const { actor, json, announcedBy, raw } = received;
    const theme = String(json['asksAbout']).trim();
    if (announcedBy !== null || theme === '' || theme.length > LONGEST_THEME || !all(json['to']).includes(actorUri(deps.config, INSTANCE_ACTOR_ID))) return refused('not-understood');
    const neighbour = await trx.selectFrom('peer').select('host').where('host', '=', actor.host).where('neighbour_since', 'is not', null).where('shares_questions', '=', true).executeTakeFirst();
    if (neighbour === undefined) return refused('not-allowed');
    const own = ownObject(deps, received);
    if ('reason' in own) return refused(own.reason);
    const object = readObject(own.object);
    if (object === null || object.inReplyTo !== null) return refused('not-understood');
    if (object.attributedTo !== actor.uri) return refused('not-theirs');
    if (!object.isPublic) return refused('not-allowed');
    if ((await trx.selectFrom('tombstone').select('uri').where('uri', '=', object.uri).where('actor_uri', '=', actor.uri).executeTakeFirst()) !== undefined) return refused('deleted');
    const asker = await remoteMember(trx, actor.id);
    if (asker === null) return refused('actor-gone');
    const { body, title, from } = await saidIn(trx, deps, object);
    if (body === '') return refused('not-understood');
    try {
      const postId = await takeQuestion(trx, deps, asker, { theme, title, body, from });
      if (postId === null) return refused('unknown-target');
      await trx
        .insertInto('remote_post')
        .values({ post_id: postId, audience_id: PUBLIC_AUDIENCE, host: actor.host, url: object.url, replies_uri: object.replies, fetched_at: deps.clock.now(), raw_create: raw })
        .onConflict((clash) => clash.column('post_id').doNothing())
        .execute();
      return done;
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      return refused('not-allowed');
    }
  },
};
