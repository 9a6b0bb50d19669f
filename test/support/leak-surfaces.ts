// SPDX-License-Identifier: EUPL-1.2
import type { Method } from './routes-of.ts';
import { ABSENT_ID, ABSENT_SLUG, type LeakFixture } from './leak-fixture.ts';

/** What a route is asked for. `{key}` stands for something hidden, or for something that does not exist. */
export interface Surface {
  /** Addresses with `{key}`: the answer for each of `keys` must be that for `absent`. */
  path?: string | readonly string[];
  keys?: readonly string[];
  absent?: string;
  body?: unknown;
  /** Addresses whose answers are for everybody, and must hold nothing of what is hidden. */
  elsewhere?: readonly string[];
  /** Administrators see it by office: what was mailed, and which jobs failed. */
  administratorsOffice?: true;
  /** Not asked, because the answer holds nothing that anybody wrote. */
  why?: string;
}

export type Table = Record<string, Surface>;

const page = { accept: 'text/html' };
export const headersFor = (path: string): Record<string, string> => (path.startsWith('/api/') ? {} : page);

const staticPage: Surface = { why: 'the same document for everybody; the application asks the API' };

/** Every GET route. A route without a row fails the test: whoever adds one says here what it may show. */
export function readingSurfaces(f: LeakFixture, cursor: string): Table {
  const ofPost = (suffix = ''): Surface => ({ path: `/api/v1/posts/{key}${suffix}`, keys: f.secretPosts, absent: ABSENT_ID });
  const inHidden = (suffix: string): Surface => ({ path: `/api/v1/buildings/{key}${suffix}`, keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/api/v1/buildings/${f.closed.slug}${suffix}`] });
  // Long enough to find it, too short to be taken for it where a page repeats what was typed.
  const q = f.canary.slice(0, -1);
  const handle = f.insider.handle;
  const topics = ['square', 'me', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...f.secretPosts.map((id) => `post:${id}`)].join(',');
  return {
    '/api/v1/openapi.json': { elsewhere: ['/api/v1/openapi.json'] },
    '/api/v1/instance': { elsewhere: ['/api/v1/instance'] },
    '/api/v1/me': { elsewhere: ['/api/v1/me'] },
    '/api/v1/me/deleted-buildings': { elsewhere: ['/api/v1/me/deleted-buildings'] },
    '/api/v1/sessions': { elsewhere: ['/api/v1/sessions'] },
    '/api/v1/tokens': { elsewhere: ['/api/v1/tokens'] },
    '/api/v1/organisations': { elsewhere: ['/api/v1/organisations'] },
    '/api/v1/organisations/:id': { elsewhere: [`/api/v1/organisations/${ABSENT_ID}`] },
    '/api/v1/people': { elsewhere: ['/api/v1/people?limit=100', `/api/v1/people?q=${q}`, '/api/v1/people?q=Ingewijde'] },
    '/api/v1/people/:handle': { elsewhere: [`/api/v1/people/${handle}`] },
    '/api/v1/people/:handle/posts': { elsewhere: [`/api/v1/people/${handle}/posts?limit=100`] },
    '/api/v1/buildings': {
      elsewhere: [
        ...['activity', 'name', 'members', 'newest'].map((sort) => `/api/v1/buildings?limit=100&sort=${sort}`),
        `/api/v1/buildings?q=${q}`, '/api/v1/buildings?q=huis', '/api/v1/buildings?access=hidden', '/api/v1/buildings?mine=true',
      ],
    },
    '/api/v1/buildings/similar': { elsewhere: [`/api/v1/buildings/similar?name=Huis%20${q}`] },
    '/api/v1/buildings/slug-proposals': { elsewhere: ['/api/v1/buildings/slug-proposals?name=Huis'] },
    '/api/v1/buildings/:slug': inHidden(''),
    '/api/v1/buildings/:slug/access-changes': inHidden('/access-changes?access=closed'),
    '/api/v1/buildings/:slug/memberships': { ...inHidden('/memberships'), path: ['active', 'requested', 'banned', 'invited'].map((state) => `/api/v1/buildings/{key}/memberships?state=${state}`) },
    '/api/v1/buildings/:slug/invitations': inHidden('/invitations'),
    '/api/v1/buildings/:slug/posts': { ...inHidden('/posts'), path: ['/api/v1/buildings/{key}/posts', '/api/v1/buildings/{key}/posts?pinned=true', `/api/v1/buildings/{key}/posts?tag=${q}`] },
    '/api/v1/posts/:id': ofPost(),
    '/api/v1/posts/:id/replies': ofPost('/replies'),
    '/api/v1/posts/:id/revisions': ofPost('/revisions'),
    '/api/v1/posts/:id/reactions': ofPost('/reactions'),
    '/api/v1/feed': { elsewhere: ['/api/v1/feed?scope=square&limit=100', '/api/v1/feed?scope=mine&limit=100'] },
    '/api/v1/bookmarks': { elsewhere: ['/api/v1/bookmarks?limit=100'] },
    '/api/v1/drafts': { elsewhere: ['/api/v1/drafts?limit=100'] },
    '/api/v1/tags': { elsewhere: ['/api/v1/tags', `/api/v1/tags?q=${q}`] },
    '/api/v1/tags/:tag/posts': { path: '/api/v1/tags/{key}/posts', keys: [f.canary], absent: 'geenzodiglabel' },
    '/api/v1/mentions': { path: '/api/v1/mentions?q=Ingewijde&building={key}', keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/api/v1/mentions?q=${q}`, '/api/v1/mentions?q=Huis', `/api/v1/mentions?q=Ingewijde&building=${f.closed.slug}`] },
    '/api/v1/read-markers/:scope': { path: '/api/v1/read-markers/building:{key}', keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/api/v1/read-markers/building:${f.closed.slug}`, '/api/v1/read-markers/square', '/api/v1/read-markers/mine'] },
    '/api/v1/notifications': { elsewhere: ['/api/v1/notifications?limit=100', '/api/v1/notifications?unread=true'] },
    '/api/v1/updates': { elsewhere: [`/api/v1/updates?after=${cursor}&topics=${encodeURIComponent(topics)}`] },
    '/api/v1/live': { elsewhere: ['/api/v1/live'] },
    '/api/v1/operations/queues': { elsewhere: ['/api/v1/operations/queues'], administratorsOffice: true },
    '/api/v1/operations/queues/:name/failed': { elsewhere: ['/api/v1/operations/queues/mail/failed'], administratorsOffice: true },
    '/api/v1/operations/mails': { elsewhere: ['/api/v1/operations/mails'], administratorsOffice: true },
    '/api/v1/operations/mails/:id': { elsewhere: [`/api/v1/operations/mails/${ABSENT_ID}`], administratorsOffice: true },
    '/api/v1/operations/people': { elsewhere: ['/api/v1/operations/people'] },
    '/': { elsewhere: ['/'] },
    '/*': { path: '/{key}', keys: [f.hidden.slug], absent: ABSENT_SLUG },
    '/buildings': { elsewhere: ['/buildings', '/buildings?q=huis'] },
    '/buildings/:key': { path: '/buildings/{key}', keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/buildings/${f.closed.slug}`] },
    '/buildings/:key/members': { path: '/buildings/{key}/members', keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/buildings/${f.closed.slug}/members`] },
    '/buildings/:key/settings': { path: '/buildings/{key}/settings', keys: [f.hidden.slug], absent: ABSENT_SLUG, elsewhere: [`/buildings/${f.closed.slug}/settings`] },
    '/posts/:key': { path: '/posts/{key}', keys: f.secretPosts, absent: ABSENT_ID },
    '/people': { elsewhere: ['/people', '/people?q=Ingewijde'] },
    '/people/:key': { elsewhere: [`/people/${handle}`] },
    '/tags/:key': { path: '/tags/{key}', keys: [f.canary], absent: 'geenzodiglabel' },
    '/mine': { elsewhere: ['/mine'] },
    '/notifications': { elsewhere: ['/notifications'] },
    '/bookmarks': { elsewhere: ['/bookmarks'] },
    '/drafts': { elsewhere: ['/drafts'] },
    '/settings': { elsewhere: ['/settings'] },
    '/write': staticPage, '/settings/:part': staticPage, '/buildings/new': staticPage, '/administration': staticPage, '/administration/:part': staticPage,
    '/sign-up': staticPage, '/sign-in': staticPage, '/confirm': staticPage, '/reset-password': staticPage, '/invitation': staticPage, '/first-administrator': staticPage,
    '/healthz': { elsewhere: ['/healthz'] },
    '/readyz': { elsewhere: ['/readyz'] },
    '/robots.txt': { elsewhere: ['/robots.txt'] },
    '/.well-known/security.txt': { elsewhere: ['/.well-known/security.txt'] },
  };
}

const forAdministrators: Surface = { why: 'administrators only; tested with their room' };

/** Every route that changes something. */
export function changingSurfaces(f: LeakFixture): Record<Exclude<Method, 'GET'>, Table> {
  const inHidden = (suffix: string, body?: unknown): Surface => ({ path: `/api/v1/buildings/{key}${suffix}`, keys: [f.hidden.slug], absent: ABSENT_SLUG, body });
  const ofPost = (suffix: string, body?: unknown): Surface => ({ path: `/api/v1/posts/{key}${suffix}`, keys: f.secretPosts, absent: ABSENT_ID, body });
  const ofClosed = (suffix: string, keys: readonly string[], body?: unknown): Surface => ({ path: [`/api/v1/buildings/${f.hidden.slug}/${suffix}/{key}`], keys, absent: ABSENT_ID, body });
  const marker = { postId: ABSENT_ID, publishedAt: '2026-01-01T12:00:00.000Z' };
  return {
    POST: {
      '/api/v1/buildings/:slug/invitations': inHidden('/invitations', { emails: ['iemand@elders.example'] }),
      '/api/v1/buildings/:slug/memberships': inHidden('/memberships'),
      '/api/v1/buildings/:slug/posts': inHidden('/posts', { body: 'Hallo' }),
      '/api/v1/me/deleted-buildings/:slug/restorations': { path: '/api/v1/me/deleted-buildings/{key}/restorations', keys: [f.hidden.slug], absent: ABSENT_SLUG },
      '/api/v1/posts/:id/replies': ofPost('/replies', { body: 'Hallo' }),
      '/api/v1/operations/queues/:name/failed/:jobId/retries': forAdministrators,
    },
    PUT: {
      '/api/v1/drafts/:id': { path: '/api/v1/drafts/{key}', keys: [f.secretDraft], absent: '00000000-0000-4000-8000-00000000000a', body: { kind: 'message', body: 'x', format: 'markdown', buildingSlug: f.hidden.slug } },
      '/api/v1/posts/:id/bookmark': ofPost('/bookmark'),
      '/api/v1/posts/:id/pin': ofPost('/pin'),
      '/api/v1/posts/:id/reactions/:name': ofPost('/reactions/like'),
      '/api/v1/read-markers/:scope': { path: '/api/v1/read-markers/building:{key}', keys: [f.hidden.slug], absent: ABSENT_SLUG, body: marker },
    },
    PATCH: {
      '/api/v1/buildings/:slug': inHidden('', { summary: 'Van mij' }),
      '/api/v1/buildings/:slug/memberships/:id': ofClosed('memberships', f.secretMemberships, { role: 'admin' }),
      '/api/v1/posts/:id': ofPost('', { body: 'Van mij' }),
      '/api/v1/operations/people/:id': forAdministrators,
      '/api/v1/organisations/:id': forAdministrators,
    },
    DELETE: {
      '/api/v1/buildings/:slug': inHidden('?name=Huis'),
      '/api/v1/buildings/:slug/invitations/:id': ofClosed('invitations', f.secretInvitations),
      '/api/v1/buildings/:slug/memberships/:id': ofClosed('memberships', f.secretMemberships),
      '/api/v1/drafts/:id': { path: '/api/v1/drafts/{key}', keys: [f.secretDraft], absent: ABSENT_ID },
      '/api/v1/posts/:id': ofPost(''),
      '/api/v1/posts/:id/bookmark': ofPost('/bookmark'),
      '/api/v1/posts/:id/pin': ofPost('/pin'),
      '/api/v1/posts/:id/reactions/:name': ofPost('/reactions/like'),
      '/api/v1/sessions/:id': { path: '/api/v1/sessions/{key}', keys: [f.secretSession], absent: ABSENT_ID },
      '/api/v1/tokens/:id': { path: '/api/v1/tokens/{key}', keys: [f.secretToken], absent: ABSENT_ID },
      '/api/v1/organisations/:id': forAdministrators,
    },
  };
}

