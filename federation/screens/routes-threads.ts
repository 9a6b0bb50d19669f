// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { Viewer } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { memberOf } from '../../server/platform/http/access.ts';
import type { App } from '../../server/platform/http/app.ts';
import { NotFound, Problem } from '../../server/platform/http/problem.ts';
import { Uuid } from '../../server/platform/http/schemas.ts';
import { fetchThread } from '../places/fetch-thread.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { nameOf } from './names.ts';
import { ThreadState } from './schemas.ts';

const tags = ['federation'];
const ById = Type.Object({ id: Uuid });

/** The home of the thread did not answer, or not in a way that we understand; it may later. */
class HomeAway extends Problem {
  constructor(host: string) {
    super(503, 'home-away', { nl: `${host} antwoordt nu niet. Probeer het straks nog eens.`, en: `${host} does not answer now. Try again in a while.` });
    this.retryAfter = 60;
  }
}

/** How much of a thread that is kept elsewhere is here, and fetching the rest of it. */
export function threadRoutes(app: App, deps: Deps): void {
  app.get(
    '/api/v1/posts/:id/thread-state',
    { config: { access: 'public' }, schema: { tags, operationId: 'getThreadState', summary: 'Of a thread that is kept elsewhere: how much of it is here', params: ById, response: { 200: ThreadState } } },
    ({ viewer, params }) => stateOf(deps, viewer, params.id),
  );

  app.post(
    '/api/v1/posts/:id/fetch-replies',
    { config: { access: 'account', limit: 'fetchReplies', idempotent: false }, schema: { tags, operationId: 'fetchReplies', summary: 'Fetch the answers that are not here yet from where the thread is kept', params: ById, response: { 200: ThreadState } } },
    async (request) => {
      const viewer = memberOf(request);
      const { host } = await stateOf(deps, viewer, request.params.id);
      try {
        await fetchThread(deps, request.params.id);
      } catch (error) {
        if (error instanceof FetchRefused) throw new HomeAway(host);
        throw error;
      }
      return stateOf(deps, viewer, request.params.id);
    },
  );
}

/** @throws {NotFound} for what is kept here, absent, or not for this viewer */
async function stateOf({ database }: Deps, viewer: Viewer, postId: string): Promise<Static<typeof ThreadState>> {
  return database.readAs(viewer, async (trx) => {
    const row = await trx
      .selectFrom('post').innerJoin('place', 'place.id', 'post.place_id').innerJoin('remote_post', 'remote_post.post_id', 'post.id')
      .select(['place.host', 'post.reply_count', 'remote_post.url', 'remote_post.reply_total', 'remote_post.fetched_at'])
      .where('post.id', '=', postId).where('post.audience_id', 'in', [...viewer.audiences]).where('post.root_id', 'is', null).where('post.deleted_at', 'is', null).where('place.host', 'is not', null)
      .executeTakeFirst();
    if (row?.host == null) throw new NotFound();
    return { host: row.host, hostName: await nameOf(trx, row.host), url: row.url, loaded: row.reply_count, total: row.reply_total, fetchedAt: row.fetched_at?.toISOString() ?? null };
  });
}
