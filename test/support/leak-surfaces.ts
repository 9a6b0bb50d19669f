// SPDX-License-Identifier: EUPL-1.2
import { readingElsewhere } from './leak-surfaces-elsewhere.ts';
import { ABSENT_ID, ABSENT_SLUG, type Group, groups, type Key, type LeakFixture, privateKey } from './leak-fixture.ts';

/** What a route is asked for. `{key}`, in the address or the body, stands for something hidden or for something that does not exist. */
export interface Surface {
  /** For each of `keys` that is not the viewer's to see, the answer must be that for `absent`. */
  path?: string;
  keys?: readonly Key[];
  absent?: string;
  body?: unknown;
  /** Sent along; `{key}` in them too. */
  headers?: Readonly<Record<string, string>>;
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
/** As {@link ask} takes them. */
export const headersOf = ({ headers }: { headers?: Surface['headers'] | undefined }): { headers?: Record<string, string> } => (headers === undefined ? {} : { headers: { ...headers } });
export const surfacesOf = (row: Table[string]): readonly Surface[] => (Array.isArray(row) ? (row as readonly Surface[]) : [row as Surface]);

export const slugKey = (f: LeakFixture, place: 'closed' | 'hidden', group: Group = place): Key => ({ value: f[place].slug, group });
export { privateKey };

const staticPage: Surface = { why: 'the same document for everybody; the application asks the API' };

/** What somebody might type to find what is hidden: long enough to find it, too short to be taken for it where a page repeats what was typed. */
export const typedWords = (f: LeakFixture): string[] => groups.flatMap((group) => f.secrets[group]).filter((secret) => secret.startsWith('kanarie')).map((word) => word.slice(0, -1));

/** Each so many of a list, another share at each turn; the shares of so many turns together are all. */
export const shareOf = <T>(list: readonly T[], of: number, turn: number): T[] => list.filter((_, index) => (index + turn) % of === 0);

/** Every GET route. A route without a row fails the test: whoever adds one says here what it may show. `typed`: what is searched for. */
export function readingSurfaces(f: LeakFixture, cursor: string, typed: readonly string[] = typedWords(f)): Table {
  const post = (suffix = '', more: Partial<Surface> = {}): Surface => ({ path: `/api/v1/posts/{key}${suffix}`, keys: f.posts, absent: ABSENT_ID, ...more });
  const inHidden = (suffix: string, more: Partial<Surface> = {}): Surface => ({ path: `/api/v1/buildings/{key}${suffix}`, keys: [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], absent: ABSENT_SLUG, elsewhere: [`/api/v1/buildings/${f.closed.slug}${suffix}`], ...more });
  const inBoth = (suffix: string, more: Partial<Surface> = {}): Surface => inHidden(suffix, { keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], ...more });
  const at = (...elsewhere: string[]): Surface => ({ elsewhere });
  const office = (path: string, shows = false): Surface => ({ elsewhere: [path], office: shows ? 'shows' : 'plain' });
  const page = (path: string, keys: readonly Key[], absent: string, more: Partial<Surface> = {}): Surface => ({ path, keys, absent, ...more });
  /** Of a group, by its own name and by that of its building. `reads`: to nobody of the viewers, or to whoever may know of it. */
  const inGroup = (suffix: string, more: Partial<Surface> = {}): Surface[] => [
    page(`/api/v1/buildings/${f.closed.slug}/groups/{key}${suffix}`, [{ value: f.groupOf.closed.slug, group: 'closed' }], ABSENT_SLUG, more),
    page(`/api/v1/buildings/${f.hidden.slug}/groups/{key}${suffix}`, [{ value: f.groupOf.hidden.slug, group: 'hidden' }], ABSENT_SLUG, more),
    page(`/api/v1/buildings/{key}/groups/${f.groupOf.closed.slug}${suffix}`, [privateKey(f.hidden.slug), privateKey(f.open.slug)], ABSENT_SLUG, { ...more, inside: [404, 404, 404], wordless: true }),
  ];
  const inGroupUnread = (suffix: string, inside: Surface['inside'] = [404, 404, 404]): Surface[] => inGroup(suffix, { inside, wordless: true });
  /** Of a group's cases and log: nobody of the viewers is in one, and there are none of an absent one. */
  const inGroupQuery = (path: string): Surface[] =>
    (['closed', 'hidden'] as const).map((at) => page(`${path}?place=${f[at].slug}&group={key}`, [{ value: f.groupOf[at].slug, group: at }], ABSENT_SLUG, { inside: [404, 404, 404], wordless: true }));
  const { handle } = f.insider;
  const topics = ['square', 'me', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...Object.values(f.groupOf).map((group) => `group:${group.building.slug}/${group.slug}`), ...f.posts.map(({ value }) => `post:${value}`)].join(',');
  const imports = (part: string): Surface[] =>
    f.imports.map(({ value }) => {
      const [slug = '', , , id = ''] = value.split('/');
      return { path: `/api/v1/buildings/${slug}/memberships/imports/{key}${part}`, keys: [privateKey(id)], absent: ABSENT_ID };
    });
  const tags: Key[] = [{ value: f.words.closed.tag, group: 'closed' }, { value: f.words.hidden.tag, group: 'hidden' }];
  return {
    '/api/v1/openapi.json': at('/api/v1/openapi.json'),
    '/api/v1/instance': at('/api/v1/instance'),
    '/api/v1/me': at('/api/v1/me'),
    '/api/v1/me/deleted-buildings': at('/api/v1/me/deleted-buildings'),
    '/api/v1/sessions': at('/api/v1/sessions'),
    '/api/v1/tokens': at('/api/v1/tokens'),
    '/api/v1/push/key': at('/api/v1/push/key'), '/api/v1/push/subscriptions': at('/api/v1/push/subscriptions'),
    '/api/v1/organisations': office('/api/v1/organisations'),
    '/api/v1/organisations/:id': office(`/api/v1/organisations/${ABSENT_ID}`),
    '/api/v1/me/profile': at('/api/v1/me/profile'),
    '/api/v1/me/colleagues': at('/api/v1/me/colleagues?limit=50'),
    '/api/v1/people': at(
      '/api/v1/people?limit=100', '/api/v1/people?limit=100&sort=newest', '/api/v1/people?q=Ingewijde',
      ...typed.map((q) => `/api/v1/people?q=${q}`), ...f.secrets.together.map((word) => `/api/v1/people?region=Streek%20${word}`),
    ),
    '/api/v1/people-facets': at('/api/v1/people-facets', '/api/v1/people-facets?q=Ingewijde', ...typed.map((q) => `/api/v1/people-facets?q=${q}`)),
    '/api/v1/people/:handle/vcard': at(`/api/v1/people/${handle}/vcard`),
    '/api/v1/photos/:key/:size': page('/api/v1/photos/{key}/small.webp', [privateKey(f.photo)], '0'.repeat(64)),
    '/api/v1/themes': at('/api/v1/themes?limit=100', ...typed.map((q) => `/api/v1/themes?q=${q}`)),
    '/api/v1/themes-in-use': office('/api/v1/themes-in-use?limit=100'),
    '/api/v1/themes/duplicates': office('/api/v1/themes/duplicates'),
    '/api/v1/themes/:theme/asked-questions': at(`/api/v1/themes/${f.theme}/asked-questions`),
    '/api/v1/asked-questions': at('/api/v1/asked-questions'),
    '/api/v1/asked-questions/reach': at(`/api/v1/asked-questions/reach?theme=${f.theme}&audience=public`),
    '/api/v1/me/asked-questions': at('/api/v1/me/asked-questions'),
    '/api/v1/me/asking-opt-outs': at('/api/v1/me/asking-opt-outs'),
    '/themes/:part': staticPage, '/ask': staticPage, '/asked': staticPage,
    '/api/v1/themes/:theme': at(`/api/v1/themes/${f.theme}`, `/api/v1/themes/${ABSENT_SLUG}`, `/api/v1/themes/${ABSENT_ID}`),
    '/api/v1/people/:handle': at(`/api/v1/people/${handle}`),
    '/api/v1/people/:handle/posts': at(`/api/v1/people/${handle}/posts?limit=100`),
    '/api/v1/buildings': at(
      ...['activity', 'name', 'members', 'newest'].flatMap((sort) => [`/api/v1/buildings?limit=100&sort=${sort}`, `/api/v1/buildings?limit=1&sort=${sort}`]),
      '/api/v1/buildings?q=huis', '/api/v1/buildings?access=hidden', '/api/v1/buildings?mine=true', ...typed.map((q) => `/api/v1/buildings?q=${q}`),
    ),
    '/api/v1/buildings/similar': at('/api/v1/buildings/similar?name=Huis', ...typed.map((q) => `/api/v1/buildings/similar?name=Huis%20${q}`)),
    '/api/v1/buildings/slug-proposals': at('/api/v1/buildings/slug-proposals?name=Huis'),
    '/api/v1/buildings/:slug': [
      inHidden(''),
      // Looking as another is for the admins of the place, and tells nobody else that it is there.
      ...['outsider', 'member'].map((kind) => page(`/api/v1/buildings/${f.open.slug}`, [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], ABSENT_SLUG, { headers: { 'plein-view-as': `${kind}; place={key}` }, inside: [403, 403, 200], wordless: true })),
      ...['outsider', 'member'].map((kind) => page('/api/v1/buildings/{key}', [privateKey(f.hidden.slug)], ABSENT_SLUG, { headers: { 'plein-view-as': `${kind}; place=${f.closed.slug}` }, wordless: true })),
    ],
    '/api/v1/buildings/:slug/merged': inHidden('/merged', { wordless: true }),
    '/api/v1/buildings/:slug/groups/:groupSlug/merged': inGroup('/merged', { wordless: true }),
    '/api/v1/duplicates': [at('/api/v1/duplicates'), page('/api/v1/duplicates?building={key}', [slugKey(f, 'hidden')], ABSENT_SLUG, { inside: [403, 403, 200], wordless: true, elsewhere: [`/api/v1/duplicates?building=${f.closed.slug}`] })],
    '/api/v1/merge-previews': [
      page(`/api/v1/merge-previews?source={key}&target=${f.open.id}`, [{ value: f.hidden.id, group: 'hidden' }], ABSENT_ID, { inside: [403, 403, 200] }),
      page(`/api/v1/merge-previews?source=${f.open.id}&target={key}`, [{ value: f.hidden.id, group: 'hidden' }], ABSENT_ID, { inside: [403, 403, 200] }),
    ],
    '/api/v1/merges': at('/api/v1/merges'),
    '/api/v1/merges/:id': at(`/api/v1/merges/${ABSENT_ID}`),
    '/api/v1/buildings/:slug/access-changes': inHidden('/access-changes?access=closed', { wordless: true }),
    '/api/v1/buildings/:slug/membership-facets': [inBoth('/membership-facets', { wordless: true })],
    '/api/v1/buildings/:slug/groups/:groupSlug/membership-facets': inGroupUnread('/membership-facets', [404, 404, 200]),
    '/api/v1/buildings/:slug/memberships': [
      inBoth('/memberships', { wordless: true }),
      ...['requested', 'banned', 'invited'].map((state) => inBoth(`/memberships?state=${state}`, { inside: [403, 200, 200], wordless: true })),
    ],
    '/api/v1/buildings/:slug/memberships/mine': [inHidden('/memberships/mine', { wordless: true })],
    '/api/v1/buildings/:slug/memberships/answers': [inBoth('/memberships/answers', { inside: [403, 200, 200], wordless: true })],
    '/api/v1/buildings/:slug/memberships/sources': [inBoth('/memberships/sources', { inside: [403, 200, 200], wordless: true })],
    '/api/v1/buildings/:slug/memberships/exports': [inBoth('/memberships/exports', { inside: [403, 403, 200], wordless: true })],
    '/api/v1/buildings/:slug/memberships/imports': [inBoth('/memberships/imports', { inside: [403, 403, 200], wordless: true })],
    ...Object.fromEntries(['', '/lines', '/faults'].map((part) => [`/api/v1/buildings/:slug/memberships/imports/:id${part}`, imports(part)])),
    '/api/v1/buildings/:slug/invitations/:id/link': f.invitations.map(({ value, group }): Surface => {
      const [slug = '', , id = ''] = value.split('/');
      return { path: `/api/v1/buildings/${slug}/invitations/{key}/link`, keys: [{ value: id, group }], absent: ABSENT_ID, inside: [403, [200, 404], [200, 404]] };
    }),
    '/api/v1/buildings/:slug/invitations': [inHidden('/invitations', { keys: [slugKey(f, 'hidden', 'hidden office')] }), inBoth('/invitations', { keys: [slugKey(f, 'closed')], inside: [403, 200, 200], wordless: true })],
    '/api/v1/buildings/:slug/posts': [inBoth('/posts'), inBoth('/posts?pinned=true'), ...tags.map(({ value }) => inBoth(`/posts?tag=${value.slice(0, -1)}`, { wordless: true }))],
    '/api/v1/buildings/:slug/membership-rules': inBoth('/membership-rules', { inside: [403, 403, 200], wordless: true }),
    '/api/v1/buildings/:slug/membership-rules/reach': inBoth('/membership-rules/reach?workRole=griffier', { inside: [403, 403, 200], wordless: true }),
    '/api/v1/buildings/:slug/groups/:groupSlug/membership-rules/reach': inGroupUnread('/membership-rules/reach?workRole=griffier', [404, 404, 200]),
    '/api/v1/buildings/:slug/groups/:groupSlug/membership-rules': inGroupUnread('/membership-rules', [404, 404, 200]),
    '/api/v1/buildings/:slug/groups': [inBoth('/groups'), inBoth('/groups?q=groep'), ...typed.map((q) => inBoth(`/groups?q=${q}`, { wordless: true }))],
    '/api/v1/buildings/:slug/groups/similar': inBoth('/groups/similar?name=Groep', { wordless: true }),
    '/api/v1/buildings/:slug/groups/slug-proposals': inBoth('/groups/slug-proposals?name=Groep', { inside: [200, 200, 200], wordless: true }),
    '/api/v1/buildings/:slug/groups/:groupSlug': inGroup(''),
    '/api/v1/buildings/:slug/groups/:groupSlug/access-changes': inGroupUnread('/access-changes?access=closed', [403, 403, 200]),
    '/api/v1/buildings/:slug/groups/:groupSlug/memberships': inGroupUnread('/memberships', [404, 404, 200]),
    '/api/v1/buildings/:slug/groups/:groupSlug/memberships/mine': inGroup('/memberships/mine', { wordless: true }),
    ...Object.fromEntries(['answers', 'sources', 'exports'].map((part) => [`/api/v1/buildings/:slug/groups/:groupSlug/memberships/${part}`, inGroupUnread(`/memberships/${part}`, [404, 404, 200])])),
    '/api/v1/buildings/:slug/groups/:groupSlug/invitations/:id/link': f.inGroups.invitations.map((key, index): Surface => {
      const group = index === 0 ? f.groupOf.closed : f.groupOf.hidden;
      return { path: `/api/v1${group.path}/invitations/{key}/link`, keys: [key], absent: ABSENT_ID, inside: [404, 404, 404], wordless: true };
    }),
    '/api/v1/buildings/:slug/groups/:groupSlug/invitations': inGroupUnread('/invitations', [404, 404, 200]),
    '/api/v1/buildings/:slug/groups/:groupSlug/posts': inGroupUnread('/posts'),
    '/api/v1/buildings/:slug/house-rules': inHidden('/house-rules'),
    '/api/v1/buildings/:slug/groups/:groupSlug/house-rules': inGroup('/house-rules'),
    '/api/v1/reports': [
      ...['', '&state=closed'].map((state): Surface => ({ path: `/api/v1/reports?place={key}${state}`, keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], absent: ABSENT_SLUG, inside: [403, 200, 200], wordless: true })),
      ...inGroupQuery('/api/v1/reports'),
      office('/api/v1/reports?scope=instance'),
    ],
    '/api/v1/reports/:id': { path: '/api/v1/reports/{key}', keys: f.cases, absent: ABSENT_ID, inside: [404, 200, 200] },
    '/api/v1/moderation-log': [
      ...inGroupQuery('/api/v1/moderation-log'),
      { path: '/api/v1/moderation-log?place={key}', keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], absent: ABSENT_SLUG, inside: [403, 200, 200], wordless: true },
      office('/api/v1/moderation-log?limit=100'),
    ],
    '/api/v1/moderation-log/export': [
      ...inGroupQuery('/api/v1/moderation-log/export'),
      { path: '/api/v1/moderation-log/export?place={key}', keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], absent: ABSENT_SLUG, inside: [403, 403, 200], wordless: true },
      office('/api/v1/moderation-log/export'),
    ],
    '/api/v1/me/reports': at('/api/v1/me/reports'),
    '/api/v1/me/decisions': at('/api/v1/me/decisions'),
    '/api/v1/me/held-posts': at('/api/v1/me/held-posts'),
    '/api/v1/me/blocks': at('/api/v1/me/blocks'),
    '/api/v1/posts/similar': at('/api/v1/posts/similar?text=vraag%20over%20huis', ...typed.map((q) => `/api/v1/posts/similar?text=vraag%20${q}%20huis`)),
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
    '/api/v1/search': [
      at('/api/v1/search', '/api/v1/search?q=Ingewijde', '/api/v1/search?q=huis&limit=100', '/api/v1/search?q=Titel%20Vraag%20Antwoord%20Ambtelijk&limit=1', `/api/v1/search?q=Besloten&building=${f.closed.slug}`,
        ...typed.map((q) => `/api/v1/search?q=${q}`)),
      page('/api/v1/search?q=titel%20vraag&building={key}', [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], ABSENT_SLUG),
    ],
    '/api/v1/search/suggestions': at('/api/v1/search/suggestions?q=Ti', '/api/v1/search/suggestions?q=kanarie', ...typed.slice(0, 6).map((q) => `/api/v1/search/suggestions?q=${q}`)),
    '/api/v1/read-markers/:scope': [
      page('/api/v1/read-markers/building:{key}', [slugKey(f, 'hidden'), slugKey(f, 'closed')], ABSENT_SLUG, { wordless: true }),
      page(`/api/v1/read-markers/group:${f.closed.slug}%2F{key}`, [{ value: f.groupOf.closed.slug, group: 'closed' }], ABSENT_SLUG, { inside: [404, 404, 404], wordless: true }),
      at('/api/v1/read-markers/square', '/api/v1/read-markers/mine'),
    ],
    '/api/v1/today': at('/api/v1/today'),
    '/api/v1/notifications': at('/api/v1/notifications?limit=100', '/api/v1/notifications?unread=true', '/api/v1/notifications?limit=1'),
    '/api/v1/notification-settings': at('/api/v1/notification-settings'),
    '/api/v1/notification-settings/places/:placeId': page('/api/v1/notification-settings/places/{key}', [{ value: f.hidden.id, group: 'hidden' }, { value: f.closed.id, group: 'closed' }, privateKey(f.deleted.id)], ABSENT_ID, { wordless: true, inside: [200, 200, 200] }),
    '/api/v1/notification-settings/threads/:postId': page('/api/v1/notification-settings/threads/{key}', f.posts, ABSENT_ID, { wordless: true, inside: [200, 200, 200] }),
    '/api/v1/updates': at(`/api/v1/updates?after=${cursor}&topics=${encodeURIComponent(topics)}`),
    '/api/v1/live': at('/api/v1/live'),
    '/api/v1/operations/queues': office('/api/v1/operations/queues', true),
    '/api/v1/operations/schedules': office('/api/v1/operations/schedules', true),
    '/api/v1/operations/queues/:name/failed': office('/api/v1/operations/queues/mail/failed', true),
    '/api/v1/operations/mails': office('/api/v1/operations/mails', true),
    '/api/v1/operations/mails/:id': office(`/api/v1/operations/mails/${ABSENT_ID}`, true),
    '/api/v1/operations/people': office('/api/v1/operations/people'),
    '/': at('/'),
    '/*': page('/{key}', [slugKey(f, 'hidden'), slugKey(f, 'closed')], ABSENT_SLUG, { inside: [404, 404, 404], wordless: true }),
    '/buildings': at('/buildings', '/buildings?q=huis'),
    '/buildings/:key': page('/buildings/{key}', [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}`] }),
    '/buildings/:key/members': page('/buildings/{key}/members', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/members`], wordless: true }),
    '/buildings/:key/poster/:part': page(`/buildings/{key}/poster/${ABSENT_ID}`, [slugKey(f, 'hidden')], ABSENT_SLUG, { wordless: true }),
    '/buildings/:key/settings': page('/buildings/{key}/settings', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/settings`], wordless: true }),
    '/buildings/:key/moderation': page('/buildings/{key}/moderation', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/moderation`], wordless: true }),
    '/about-me': at('/about-me'),
    '/buildings/:key/groups': page('/buildings/{key}/groups', [slugKey(f, 'hidden')], ABSENT_SLUG, { elsewhere: [`/buildings/${f.closed.slug}/groups`], wordless: true }),
    '/buildings/:key/groups/:groupKey': [
      page(`/buildings/${f.closed.slug}/groups/{key}`, [{ value: f.groupOf.closed.slug, group: 'closed' }], ABSENT_SLUG),
      // A page repeats the address that was asked for, so only one name of it is hidden.
      page('/buildings/{key}/groups/nergens', [slugKey(f, 'hidden')], ABSENT_SLUG, { inside: [404, 404, 404], wordless: true }),
    ],
    '/buildings/:key/groups/new': staticPage, '/buildings/:key/groups/:groupKey/members': staticPage, '/buildings/:key/groups/:groupKey/poster/:part': staticPage, '/buildings/:key/groups/:groupKey/settings': staticPage, '/buildings/:key/groups/:groupKey/moderation': staticPage,
    '/posts/:key': page('/posts/{key}', f.posts, ABSENT_ID),
    '/people': at('/people', '/people?q=Ingewijde'),
    '/people/:key': at(`/people/${handle}`),
    '/api/v1/saved-searches': at('/api/v1/saved-searches'),
    '/search': at('/search', '/search?q=huis', '/search?q=kanarie', ...typed.slice(0, 3).map((q) => `/search?q=${q}`)),
    '/tags/:key': page('/tags/{key}', tags, 'geenzodiglabel'),
    '/mine': at('/mine'),
    '/notifications': at('/notifications'),
    '/today': at('/today'),
    '/bookmarks': at('/bookmarks'),
    '/drafts': at('/drafts'),
    '/settings': at('/settings'),
    '/write': staticPage, '/settings/:part': staticPage, '/buildings/new': staticPage, '/administration': staticPage, '/administration/:part': staticPage, '/merges': staticPage, '/merges/:id': staticPage,
    '/sign-up': staticPage, '/sign-in': staticPage, '/confirm': staticPage, '/reset-password': staticPage, '/invitation': staticPage, '/unsubscribe': staticPage, '/mail-action': staticPage, '/first-administrator': staticPage,
    '/healthz': at('/healthz'),
    '/readyz': at('/readyz'),
    '/robots.txt': at('/robots.txt'),
    '/manifest.webmanifest': at('/manifest.webmanifest'), '/offline': at('/offline'),
    '/service-worker.js': staticPage, '/apple-touch-icon.png': staticPage,
    '/.well-known/security.txt': at('/.well-known/security.txt'),
    ...readingElsewhere(f),
  };
}
