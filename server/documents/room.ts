// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isMember } from '../platform/db/viewer.ts';
import type { App } from '../platform/http/app.ts';
import { sendProblem } from '../platform/http/errors.ts';
import { NotFound } from '../platform/http/problem.ts';
import type { Room } from '../platform/room.ts';
import { registerAssets } from './assets.ts';
import { registerInstallable } from './installable.ts';
import { applicationPage, buildingPage, buildingsPage, groupPage, missingPage, offlinePage, personPage, postPage, squarePage, tagPage } from './pages.ts';
import { searchPage } from './search.ts';
import { type InstanceView, pageMovedTo, readerFor } from './read.ts';
import { type Document, loadShell, type SendDocument } from './shell.ts';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

type Page = Parameters<typeof applicationPage>[0];
type MakePage = (page: Page, parameter: string) => Promise<Document | null> | Document;

/** Pages with something to read for everybody, by the pattern of their address. */
const readable: Record<string, MakePage> = {
  '/': squarePage,
  '/buildings': buildingsPage,
  '/buildings/:key': buildingPage,
  '/posts/:key': postPage,
  '/people/:key': personPage,
  '/tags/:key': tagPage,
};

/** Pages that only the application can show. */
const application = [
  '/buildings/new', '/buildings/:key/members', '/buildings/:key/poster/:part', '/buildings/:key/settings', '/buildings/:key/moderation', '/buildings/:key/groups', '/buildings/:key/groups/new',
  '/buildings/:key/groups/:groupKey/members', '/buildings/:key/groups/:groupKey/poster/:part', '/buildings/:key/groups/:groupKey/settings', '/buildings/:key/groups/:groupKey/moderation',
  '/elsewhere', '/about-me', '/write', '/people', '/themes/:part', '/ask', '/asked', '/mine', '/today', '/notifications', '/bookmarks', '/drafts',
  '/settings', '/settings/:part', '/sign-up', '/sign-in', '/confirm', '/reset-password', '/invitation', '/unsubscribe', '/mail-action', '/first-administrator', '/administration', '/administration/:part', '/merges', '/merges/:id',
];

/** The HTML documents: what a browser, a search engine or a link preview gets before the application runs. */
export const documents: Room = {
  name: 'documents',
  async routes(app, deps) {
    await registerAssets(app, built);
    const send = loadShell(`${built}/index.html`, deps.config.publicUrl);
    const answer = answerer(app, send);
    registerInstallable(app, built);
    app.get('/offline', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, async (request, reply) => {
      const page = await pageFor(app, request);
      return send(request, reply, offlinePage(page), { instance: page.instance });
    });
    for (const [url, make] of Object.entries(readable)) {
      app.get<{ Params: { key?: string } }>(url, { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => answer(request, reply, make, request.params.key ?? ''));
    }
    // What is asked for is in the query, so that a form without JavaScript can ask it.
    app.get<{ Querystring: Record<string, unknown> }>('/search', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => answer(request, reply, (page) => searchPage(page, request.query), ''));
    app.get<{ Params: { key: string; groupKey: string } }>('/buildings/:key/groups/:groupKey', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) =>
      answer(request, reply, (page) => groupPage(page, request.params.key, request.params.groupKey), ''));
    for (const url of application) {
      app.get(url, { config: { access: 'public' }, schema: { hide: true } }, (request, reply) => answer(request, reply, applicationPage, ''));
    }
    app.get('/robots.txt', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /api/\nDisallow: /settings\nDisallow: /administration\n'),
    );
    app.setNotFoundHandler(async (request, reply) => {
      const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
      if (wantsPage) return answer(request, reply, missingPage, '');
      sendProblem(request, reply, new NotFound());
      return reply;
    });
  },
};

async function pageFor(app: App, request: FastifyRequest): Promise<Page> {
  const read = readerFor(app, request);
  return { read, locale: request.viewer.locale, instance: (await read<InstanceView>('/instance')) ?? { name: 'Plein', tagline: '' } };
}

function answerer(app: App, send: SendDocument) {
  return async (request: FastifyRequest, reply: FastifyReply, make: MakePage, parameter: string): Promise<FastifyReply> => {
    const [page, me] = await Promise.all([pageFor(app, request), isMember(request.viewer) ? readerFor(app, request)('/me') : null]);
    const made = await make(page, parameter);
    const moved = made === null && request.routeOptions.url?.startsWith('/buildings/:') === true ? await pageMovedTo(app, request, request.url.split('?')[0] ?? '') : null;
    // Not for a browser to remember: a merge can be undone.
    if (moved !== null) return reply.header('cache-control', 'no-store').redirect(moved, 301);
    const document = made ?? missingPage(page);
    return send(request, reply, document, { instance: page.instance, me });
  };
}
