// SPDX-License-Identifier: EUPL-1.2
import { ABSENT_ID, ABSENT_SLUG, type Group, groups, type Key, type LeakFixture } from './leak-fixture.ts';

/** What a route is asked for. `{key}`, in the address or the body, stands for something hidden or for something that does not exist. */
export interface Surface {
  /** For each of `keys` that is not the viewer's to see, the answer must be that for `absent`. */
  path?: string;
  keys?: readonly Key[];
  absent?: string;
  body?: unknown;
  /** What an insider is answered for a key that is theirs to see: member, moderator and admin. One of several where it depends on the key. */
  inside?: readonly [member: Statuses, moderator: Statuses, admin: Statuses];
  /** What insiders are answered is said by another surface of the route. */
  outsidersOnly?: true;
  /** Holds none of the words, also for who may see them. */
  wordless?: true;
  /** Not held to sending the same statements for what is hidden as for what is absent, because: */
  statementsDiffer?: string;
  /** Addresses whose answers are for everybody, and must hold nothing of what is hidden. */
  elsewhere?: readonly string[];
  /** Administrators of the instance only. With `shows` they see there what was mailed and which jobs failed, by office. */
  office?: 'plain' | 'shows';
  /** Ends the session that asks; each asks with one of its own. */
  endsSession?: true;
  /** Not asked, because: */
  why?: string;
}

export type Statuses = number | readonly number[];
export type Table = Record<string, Surface | readonly Surface[]>;
export const surfacesOf = (row: Table[string]): readonly Surface[] => (Array.isArray(row) ? (row as readonly Surface[]) : [row as Surface]);

export const slugKey = (f: LeakFixture, place: 'closed' | 'hidden', group: Group = place): Key => ({ value: f[place].slug, group });
export const privateKey = (value: string): Key => ({ value, group: 'private' });

const staticPage: Surface = { why: 'the same document for everybody; the application asks the API' };

/** Every GET route. A route without a row fails the test: whoever adds one says here what it may show. */
export function readingSurfaces(f: LeakFixture, cursor: string): Table {
  const post = (suffix = '', more: Partial<Surface> = {}): Surface => ({ path: `/api/v1/posts/{key}${suffix}`, keys: f.posts, absent: ABSENT_ID, ...more });
  const inHidden = (suffix: string, more: Partial<Surface> = {}): Surface => ({ path: `/api/v1/buildings/{key}${suffix}`, keys: [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], absent: ABSENT_SLUG, elsewhere: [`/api/v1/buildings/${f.closed.slug}${suffix}`], ...more });
  const inBoth = (suffix: string, more: Partial<Surface> = {}): Surface => inHidden(suffix, { keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], ...more });
  const at = (...elsewhere: string[]): Surface => ({ elsewhere });
  const office = (path: string, shows = false): Surface => ({ elsewhere: [path], office: shows ? 'shows' : 'plain' });
  const page = (path: string, keys: readonly Key[], absent: string, more: Partial<Surface> = {}): Surface => ({ path, keys, absent, ...more });
  const all = groups.flatMap((group) => f.secrets[group]).filter((secret) => secret.startsWith('kanarie'));
  // Long enough to find it, too short to be taken for it where a page repeats what was typed.
  const typed = all.map((word) => word.slice(0, -1));
  const { handle } = f.insider;
  const topics = ['square', 'me', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...f.posts.map(({ value }) => `post:${value}`)].join(',');
  const tags: Key[] = [{ value: f.words.closed.tag, group: 'closed' }, { value: f.words.hidden.tag, group: 'hidden' }];
  return {
    '/api/v1/openapi.json': at('/api/v1/openapi.json'),
    '/api/v1/instance': at('/api/v1/instance'),
    '/api/v1/me': at('/api/v1/me'),
    '/api/v1/me/deleted-buildings': at('/api/v1/me/deleted-buildings'),
    '/api/v1/sessions': at('/api/v1/sessions'),
    '/api/v1/tokens': at('/api/v1/tokens'),
    '/api/v1/organisations': office('/api/v1/organisations'),
    '/api/v1/organisations/:id': office(`/api/v1/organisations/${ABSENT_ID}`),
    '/api/v1/people': at('/api/v1/people?limit=100', '/api/v1/people?q=Ingewijde', ...typed.map((q) => `/api/v1/people?q=${q}`)),
    '/api/v1/people/:handle': at(`/api/v1/people/${handle}`),
    '/api/v1/people/:handle/posts': at(`/api/v1/people/${handle}/posts?limit=100`),
    '/api/v1/buildings': at(
      ...['activity', 'name', 'members', 'newest'].flatMap((sort) => [`/api/v1/buildings?limit=100&sort=${sort}`, `/api/v1/buildings?limit=1&sort=${sort}`]),
      '/api/v1/buildings?q=huis', '/api/v1/buildings?access=hidden', '/api/v1/buildings?mine=true', ...typed.map((q) => `/api/v1/buildings?q=${q}`),
    ),
    '/api/v1/buildings/similar': at('/api/v1/buildings/similar?name=Huis', ...typed.map((q) => `/api/v1/buildings/similar?name=Huis%20${q}`)),
    '/api/v1/buildings/slug-proposals': at('/api/v1/buildings/slug-proposals?name=Huis'),
    '/api/v1/buildings/:slug': inHidden(''),
    '/api/v1/buildings/:slug/access-changes': inHidden('/access-changes?access=closed', { wordless: true }),
    '/api/v1/buildings/:slug/memberships': [
      inBoth('/memberships', { wordless: true }),
      ...['requested', 'banned', 'invited'].map((state) => inBoth(`/memberships?state=${state}`, { inside: [403, 200, 200], wordless: true })),
    ],
    '/api/v1/buildings/:slug/invitations': [inHidden('/invitations', { keys: [slugKey(f, 'hidden', 'hidden office')] }), inBoth('/invitations', { keys: [slugKey(f, 'closed')], inside: [403, 200, 200], wordless: true })],
    '/api/v1/buildings/:slug/posts': [inBoth('/posts'), inBoth('/posts?pinned=true'), ...tags.map(({ value }) => inBoth(`/posts?tag=${value.slice(0, -1)}`, { wordless: true }))],
    '/api/v1/posts/:id': post(),
    '/api/v1/posts/:id/replies': post('/replies', { wordless: true }),
    '/api/v1/posts/:id/revisions': post('/revisions', { wordless: true }),
    '/api/v1/posts/:id/reactions': post('/reactions', { wordless: true }),
    '/api/v1/feed': at('/api/v1/feed?scope=square&limit=100', '/api/v1/feed?scope=mine&limit=100', '/api/v1/feed?scope=square&limit=1'),
    '/api/v1/bookmarks': at('/api/v1/bookmarks?limit=100'),
    '/api/v1/drafts': at('/api/v1/drafts?limit=100'),
    '/api/v1/tags': at('/api/v1/tags?limit=100', ...typed.map((q) => `/api/v1/tags?q=${q}`)),
    '/api/v1/tags/:tag/posts': page('/api/v1/tags/{key}/posts', tags, 'geenzodiglabel'),
    '/api/v1/mentions': [
      page('/api/v1/mentions?q=Ingewijde&building={key}', [slugKey(f, 'hidden')], ABSENT_SLUG, { wordless: true }),
      at('/api/v1/mentions?q=Huis', `/api/v1/mentions?q=Ingewijde&building=${f.closed.slug}`, ...typed.map((q) => `/api/v1/mentions?q=${q}`)),
    ],
    '/api/v1/read-markers/:scope': [
      page('/api/v1/read-markers/building:{key}', [slugKey(f, 'hidden'), slugKey(f, 'closed')], ABSENT_SLUG, { wordless: true }),
      at('/api/v1/read-markers/square', '/api/v1/read-markers/mine'),
    ],
    '/api/v1/notifications': at('/api/v1/notifications?limit=100', '/api/v1/notifications?unread=true', '/api/v1/notifications?limit=1'),
    '/api/v1/updates': at(`/api/v1/updates?after=${cursor}&topics=${encodeURIComponent(topics)}`),
    '/api/v1/live': at('/api/v1/live'),
    '/api/v1/operations/queues': office('/api/v1/operations/queues', true),
    '/api/v1/operations/queues/:name/failed': office('/api/v1/operations/queues/mail/failed', true),
    '/api/v1/operations/mails': office('/api/v1/operations/mails', true),
    '/api/v1/operations/mails/:id': office(`/api/v1/operations/mails/${ABSENT_ID}`, true),
    '/api/v1/operations/people': office('/api/v1/operations/people'),
    '/': at('/'),
    '/*': page('/{key}', [slugKey(f, 'hidden'), slugKey(f, 'closed')], ABSENT_SLUG, { inside: [404, 404, 404], wordless: true }),
    '/buildings': at('/buildings', '/buildings?q=huis'),
    '/buildings/:key': page('/buildings/{key}', [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}`] }),
    '/buildings/:key/members': page('/buildings/{key}/members', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/members`], wordless: true }),
    '/buildings/:key/settings': page('/buildings/{key}/settings', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/settings`], wordless: true }),
    '/posts/:key': page('/posts/{key}', f.posts, ABSENT_ID),
    '/people': at('/people', '/people?q=Ingewijde'),
    '/people/:key': at(`/people/${handle}`),
    '/tags/:key': page('/tags/{key}', tags, 'geenzodiglabel'),
    '/mine': at('/mine'),
    '/notifications': at('/notifications'),
    '/bookmarks': at('/bookmarks'),
    '/drafts': at('/drafts'),
    '/settings': at('/settings'),
    '/write': staticPage, '/settings/:part': staticPage, '/buildings/new': staticPage, '/administration': staticPage, '/administration/:part': staticPage,
    '/sign-up': staticPage, '/sign-in': staticPage, '/confirm': staticPage, '/reset-password': staticPage, '/invitation': staticPage, '/first-administrator': staticPage,
    '/healthz': at('/healthz'),
    '/readyz': at('/readyz'),
    '/robots.txt': at('/robots.txt'),
    '/.well-known/security.txt': at('/.well-known/security.txt'),
  };
}
