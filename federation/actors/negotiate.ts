// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { NotFound } from '../../server/platform/http/problem.ts';
import { isUuid } from '../../server/platform/ids.ts';
import { actorUri, objectUri } from '../addresses.ts';
import { actorOfPage } from './pages.ts';

/** Pages with a document behind them: of the square, of people, places and posts. */
const pages = /^\/(?:people\/[^/]+|buildings\/[^/]+(?:\/groups\/[^/]+)?|posts\/[^/]+)?\/?$/;

/** Who asks for a page and takes ActivityPub rather than HTML is sent to the document: of what not everybody may know there is none. */
export function negotiatePages(app: App, deps: Deps): void {
  app.addHook('onRequest', async (request, reply) => {
    const { accept } = request.headers;
    if (request.method !== 'GET' || accept === undefined || !prefersActivity(accept)) return;
    const path = request.url.split('?', 1)[0] ?? '/';
    if (!pages.test(path)) return;
    const target = await documentOf(deps, path);
    if (target === null) throw new NotFound();
    return reply.header('vary', 'accept').header('cache-control', 'public, max-age=60').header('access-control-allow-origin', '*').redirect(target, 302);
  });
}

async function documentOf(deps: Deps, path: string): Promise<string | null> {
  const [, post] = /^\/posts\/([^/]+)\/?$/.exec(path) ?? [];
  // Whether it is there, and for whom, is answered where it is.
  if (post !== undefined) return isUuid(post) ? objectUri(deps.config, post.toLowerCase()) : null;
  const actor = await actorOfPage(deps, path);
  return actor === null ? null : actorUri(deps.config, actor.id);
}

const ACTIVITY = /^application\/(?:activity\+json|ld\+json)$/;

/** RFC 9110, 12.5.1: the weight of ActivityPub is above that of a page; alike, what is named first. */
export function prefersActivity(accept: string): boolean {
  let activity = 0;
  let page = 0;
  for (const part of accept.slice(0, 1_000).toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';').map((each) => each.trim());
    const said = parameters.map((each) => /^q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
    const weight = said === undefined ? 1 : Number(said);
    // The first of equals stands a hair above the next.
    if (ACTIVITY.test(type) && weight > activity) activity = page === weight ? weight - 0.0005 : weight;
    else if ((type === 'text/html' || type === 'application/xhtml+xml') && weight > page) page = activity === weight ? weight - 0.0005 : weight;
  }
  return activity > page;
}
