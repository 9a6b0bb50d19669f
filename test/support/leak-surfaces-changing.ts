// SPDX-License-Identifier: EUPL-1.2
import { subscriptionOf } from './push-subscription.ts';
import { ABSENT_ID, ABSENT_SLUG, type Key, type LeakFixture } from './leak-fixture.ts';
import { changingElsewhere } from './leak-surfaces-elsewhere.ts';
import { privateKey, slugKey, type Surface, type Table } from './leak-surfaces.ts';
import type { Method } from './routes-of.ts';

export const unsafeMethods = ['POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Method[];
export type UnsafeMethod = (typeof unsafeMethods)[number];

const password = 'vier losse woorden samen';
/** A secret has 256 random bits: who holds one that is spent knows what it was of. */
const ofSecret = 'whoever has the secret knows that there was one';

/** Every route that changes something. */
export function changingSurfaces(f: LeakFixture): Record<UnsafeMethod, Table> {
  const inHidden = (suffix: string, inside: Surface['inside'], body?: unknown): Surface => ({ path: `/api/v1/buildings/{key}${suffix}`, keys: [slugKey(f, 'hidden'), privateKey(f.deleted.slug)], absent: ABSENT_SLUG, ...(inside === undefined ? {} : { inside }), body });
  const ofPost = (suffix: string, inside: Surface['inside'], body?: unknown): Surface => ({ path: `/api/v1/posts/{key}${suffix}`, keys: f.posts, absent: ABSENT_ID, ...(inside === undefined ? {} : { inside }), body });
  const within = (what: 'memberships' | 'invitations', inside: Surface['inside'], body?: unknown, suffix = ''): Surface[] => [
    ...f[what].map(({ value, group }): Surface => {
      const [slug = '', , id = ''] = value.split('/');
      return { path: `/api/v1/buildings/${slug}/${what}/{key}${suffix}`, keys: [{ value: id, group }], absent: ABSENT_ID, ...(inside === undefined ? {} : { inside }), body };
    }),
    { path: `/api/v1/buildings/{key}${suffix}`, keys: f[what].filter(({ group }) => group.startsWith('hidden')), absent: `${ABSENT_SLUG}/${what}/${ABSENT_ID}`, body, outsidersOnly: true },
    // The id of one building under the name of another.
    { path: `/api/v1/buildings/${f.hidden.slug}/${what}/{key}${suffix}`, keys: f[what].filter(({ group }) => group.startsWith('closed')).map((each): Key => privateKey(each.value.split('/')[2] ?? '')), absent: ABSENT_ID, body },
  ];
  const ofGroup = (suffix: string, inside: Surface['inside'], body?: unknown): Surface[] => [
    { path: `/api/v1/buildings/${f.closed.slug}/groups/{key}${suffix}`, keys: [{ value: f.groupOf.closed.slug, group: 'closed' }], absent: ABSENT_SLUG, ...(inside === undefined ? {} : { inside }), body },
    { path: `/api/v1/buildings/${f.hidden.slug}/groups/{key}${suffix}`, keys: [{ value: f.groupOf.hidden.slug, group: 'hidden' }], absent: ABSENT_SLUG, ...(inside === undefined ? {} : { inside }), body },
  ];
  const withinGroup = (what: 'memberships' | 'invitations', inside: Surface['inside'], body?: unknown, suffix = ''): Surface[] =>
    f.inGroups[what].map((key, index): Surface => {
      const group = index === 0 ? f.groupOf.closed : f.groupOf.hidden;
      return { path: `/api/v1${group.path}/${what}/{key}${suffix}`, keys: [key], absent: ABSENT_ID, ...(inside === undefined ? {} : { inside }), body };
    });
  const own = (path: string, value: string, body?: unknown): Surface => ({ path, keys: [privateKey(value)], absent: ABSENT_ID, body });
  const given = (path: string, keys: readonly string[], absent: string, body: unknown, more: Partial<Surface> = {}): Surface => ({ path, keys: keys.map(privateKey), absent, body, ...more });
  const office = (path: string, body?: unknown): Surface => ({ elsewhere: [path], office: 'plain', body });
  const account = (path: string, body?: unknown): Surface => ({ elsewhere: [path], body });
  const elsewhere = changingElsewhere(f);
  return {
    POST: {
      ...elsewhere.POST,
      '/api/v1/accounts': given('/api/v1/accounts', [f.insider.email], 'niemand@zuiderdam.example', { email: '{key}', name: 'Iemand Anders', password }),
      '/api/v1/accounts/confirmations': given('/api/v1/accounts/confirmations', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}' }),
      '/api/v1/buildings': given('/api/v1/buildings', [f.hidden.slug], f.insider.handle, { slug: '{key}', name: 'Nieuw huis', access: 'open' }),
      '/api/v1/buildings/:slug/invitations': inHidden('/invitations', [403, 201, 201], { emails: ['iemand@elders.example'] }),
      '/api/v1/buildings/:slug/invitations/:id/mails': within('invitations', [403, [201, 404], [201, 404]], undefined, '/mails'),
      '/api/v1/buildings/:slug/memberships/:id/answers': within('memberships', [403, 404, 404], { outcome: 'refused', word: 'Nee' }, '/answers'),
      '/api/v1/buildings/:slug/memberships/:id/bans': within('memberships', [403, [204, 403], 204], { reason: 'Schelden' }, '/bans'),
      '/api/v1/buildings/:slug/memberships/imports': [inHidden('/memberships/imports', [403, 403, 202], 'email\niemand@elders.example'), inHidden('/memberships/imports?preview=true', [403, 403, 200], 'email\niemand@elders.example')],
      '/api/v1/buildings/:slug/memberships': inHidden('/memberships', [201, 201, 201]),
      '/api/v1/buildings/:slug/posts': [inHidden('/posts', [201, 201, 201], { body: 'Hallo' })],
      '/api/v1/buildings/:slug/membership-rules': inHidden('/membership-rules', [403, 201, 201], { workRole: 'griffier' }),
      '/api/v1/buildings/:slug/groups/:groupSlug/membership-rules': ofGroup('/membership-rules', [404, 404, 201], { workRole: 'griffier' }),
      '/api/v1/buildings/:slug/groups': inHidden('/groups', [403, 201, 201], { slug: 'een-groep-erbij', name: 'Een groep erbij', access: 'closed' }),
      '/api/v1/buildings/:slug/groups/:groupSlug/invitations': ofGroup('/invitations', [404, 404, 201], { emails: ['iemand@elders.example'] }),
      '/api/v1/buildings/:slug/groups/:groupSlug/memberships': ofGroup('/memberships', [201, 201, 201]),
      '/api/v1/buildings/:slug/groups/:groupSlug/invitations/:id/mails': withinGroup('invitations', [404, 404, 201], undefined, '/mails'),
      '/api/v1/buildings/:slug/groups/:groupSlug/memberships/:id/answers': withinGroup('memberships', [404, 404, 404], { outcome: 'refused', word: 'Nee' }, '/answers'),
      '/api/v1/buildings/:slug/groups/:groupSlug/memberships/:id/bans': withinGroup('memberships', [404, 404, [204, 404]], { reason: 'Schelden' }, '/bans'),
      '/api/v1/buildings/:slug/groups/:groupSlug/posts': ofGroup('/posts', [403, 403, 403], { body: 'Hallo' }),
      '/api/v1/first-administrator': given('/api/v1/first-administrator', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}', email: 'baas@thuis.example', name: 'De Baas', password }),
      '/api/v1/inbound-mails': { why: 'for a mail host with its own secret, and answers a number; absent where no mail comes in. What a mail can do is tried in reply-by-mail.test.ts' },
      '/api/v1/invitations/acceptances': given('/api/v1/invitations/acceptances', [f.revokedInvitation, f.mailedInvitation], 'geen-geheim', { token: '{key}' }, { statementsDiffer: ofSecret }),
      '/api/v1/invitations/lookups': given('/api/v1/invitations/lookups', [f.revokedInvitation, f.resetToken], 'geen-geheim', { token: '{key}' }, { statementsDiffer: ofSecret }),
      '/api/v1/mail-actions': given('/api/v1/mail-actions', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}' }),
      '/api/v1/mail-actions/lookups': given('/api/v1/mail-actions/lookups', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}' }),
      '/api/v1/merges': [
        { path: '/api/v1/merges', keys: [{ value: f.hidden.id, group: 'hidden' }], absent: ABSENT_ID, inside: [403, 403, 400], body: { sourceId: '{key}', targetId: f.open.id, name: 'Niet de naam' } },
        { path: '/api/v1/merges', keys: [{ value: f.hidden.id, group: 'hidden' }], absent: ABSENT_ID, inside: [403, 403, 400], body: { sourceId: f.open.id, targetId: '{key}', name: 'Niet de naam' } },
      ],
      '/api/v1/merges/:id/agreements': account(`/api/v1/merges/${ABSENT_ID}/agreements`, { name: 'Een naam' }),
      '/api/v1/merges/:id/refusals': account(`/api/v1/merges/${ABSENT_ID}/refusals`),
      '/api/v1/merges/:id/undoings': account(`/api/v1/merges/${ABSENT_ID}/undoings`),
      '/api/v1/me/deleted-buildings/:slug/restorations': { path: '/api/v1/me/deleted-buildings/{key}/restorations', keys: [slugKey(f, 'hidden'), slugKey(f, 'closed'), privateKey(f.deleted.slug)], absent: ABSENT_SLUG, inside: [404, 404, 404] },
      '/api/v1/notifications/read': [
        given('/api/v1/notifications/read', f.notifications.slice(0, 2), ABSENT_ID, { ids: ['{key}'] }),
        given('/api/v1/notifications/read', f.notifications.slice(0, 2), ABSENT_ID, { upTo: '{key}' }),
      ],
      '/api/v1/push/subscriptions': account('/api/v1/push/subscriptions', { ...subscriptionOf('x'), keys: { p256dh: 'A'.repeat(87), auth: 'A'.repeat(22) } }),
      '/api/v1/push/subscriptions/:id/tests': own('/api/v1/push/subscriptions/{key}/tests', f.pushDevice),
      '/api/v1/unsubscriptions': given('/api/v1/unsubscriptions', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}' }),
      '/api/v1/unsubscriptions/lookups': given('/api/v1/unsubscriptions/lookups', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}' }),
      '/api/v1/unsubscriptions/undoings': given('/api/v1/unsubscriptions/undoings', [f.resetToken, f.mailedInvitation], 'geen-geheim', { token: '{key}', before: 'x' }),
      '/unsubscribe': own('/unsubscribe?token={key}', f.resetToken),
      '/api/v1/organisations': office('/api/v1/organisations', { name: '', domains: [] }),
      '/api/v1/operations/queues/:name/failed/:jobId/retries': office('/api/v1/operations/queues/mail/failed/1/retries'),
      '/api/v1/password-resets': given('/api/v1/password-resets', [f.insider.email], 'niemand@zuiderdam.example', { email: '{key}' }),
      '/api/v1/password-resets/confirmations': given('/api/v1/password-resets/confirmations', [f.mailedInvitation, f.revokedInvitation], 'geen-geheim', { token: '{key}', password }),
      '/api/v1/posts/:id/replies': ofPost('/replies', [201, 201, 201], { body: 'Hallo' }),
      '/api/v1/previews': { path: '/api/v1/previews', keys: [slugKey(f, 'hidden')], absent: ABSENT_SLUG, inside: [200, 200, 200], wordless: true, body: { body: 'Zie @{key}', format: 'markdown' } },
      // Whatever is named, only one's own markers move.
      '/api/v1/today/read': account('/api/v1/today/read', { upTo: '2020-01-01T00:00:00.000Z' }),
      // Any words and any address may be kept, and the answer repeats them with an id: nothing is looked up.
      '/api/v1/saved-searches': account('/api/v1/saved-searches', { q: 'titel' }),
      '/api/v1/reports': [
        { path: '/api/v1/reports', keys: f.posts, absent: ABSENT_ID, inside: [201, 201, 201], wordless: true, body: { postId: '{key}', reason: 'spam' } },
        { path: '/api/v1/reports', keys: [{ value: f.hidden.id, group: 'hidden' }, privateKey(f.deleted.id)], absent: ABSENT_ID, inside: [201, 201, 201], wordless: true, body: { placeId: '{key}', reason: 'spam' } },
        { path: '/api/v1/reports', keys: [{ value: f.hidden.id, group: 'hidden' }, privateKey(f.deleted.id)], absent: ABSENT_ID, inside: [201, 201, 201], wordless: true, body: { personId: f.insider.actorId, placeId: '{key}', reason: 'spam' } },
      ],
      '/api/v1/reports/:id/decisions': { path: '/api/v1/reports/{key}/decisions', keys: f.cases, absent: ABSENT_ID, inside: [404, [201, 409], [201, 409]], body: { action: 'dismiss' } },
      '/api/v1/reports/:id/readings': office(`/api/v1/reports/${ABSENT_ID}/readings`),
      '/api/v1/me/decisions/:id/appeals': given('/api/v1/me/decisions/{key}/appeals', f.decisions, ABSENT_ID, { note: 'Toch niet' }),
      '/api/v1/sessions': given('/api/v1/sessions', [f.insider.email], 'niemand@zuiderdam.example', { email: '{key}', password }),
      '/api/v1/asked-questions': account('/api/v1/asked-questions', { theme: f.theme, body: 'Wie weet dit?', audience: 'public' }),
      '/api/v1/themes': account('/api/v1/themes', { name: 'Zwemwater' }),
      '/api/v1/themes/:theme/merges': office(`/api/v1/themes/${ABSENT_ID}/merges`, { into: ABSENT_ID }),
      '/api/v1/tokens': account('/api/v1/tokens', { name: 'Van mij', scopes: ['read'] }),
    },
    PUT: {
      ...elsewhere.PUT,
      '/api/v1/buildings/:slug/groups/:groupSlug/house-rules': ofGroup('/house-rules', [403, 403, 200], { source: 'Wees aardig.' }),
      '/api/v1/buildings/:slug/house-rules': inHidden('/house-rules', [403, 403, 200], { source: 'Wees aardig.' }),
      '/api/v1/people/:handle/block': account('/api/v1/people/niemand-hier/block'),
      '/api/v1/people/:handle/mute': account('/api/v1/people/niemand-hier/mute'),
      '/api/v1/drafts/:id': [
        own('/api/v1/drafts/{key}', f.draft, { kind: 'message', body: 'x', format: 'markdown', buildingSlug: f.hidden.slug, inReplyTo: ABSENT_ID }),
        { path: `/api/v1/drafts/${ABSENT_ID}`, keys: [slugKey(f, 'hidden')], absent: ABSENT_SLUG, inside: [200, [200, 404], [200, 404]], body: { kind: 'message', body: 'x', format: 'markdown', buildingSlug: '{key}' } },
        { path: `/api/v1/drafts/${ABSENT_ID}`, keys: f.posts, absent: ABSENT_ID, inside: [200, [200, 404], [200, 404]], body: { kind: 'message', body: 'x', format: 'markdown', inReplyTo: '{key}' } },
      ],
      '/api/v1/duplicates/:one/:other/dismissal': { path: `/api/v1/duplicates/{key}/${f.open.id}/dismissal`, keys: [{ value: f.hidden.id, group: 'hidden' }], absent: ABSENT_ID, inside: [403, 403, 204] },
      '/api/v1/me/asking-opt-outs/:theme': account(`/api/v1/me/asking-opt-outs/${f.theme}`),
      '/api/v1/me/photo': account('/api/v1/me/photo', 'geen foto'),
      '/api/v1/me/welcome': account('/api/v1/me/welcome'),
      '/api/v1/me/password': account('/api/v1/me/password', { current: 'dit is het niet', password }),
      '/api/v1/notification-settings': { path: '/api/v1/notification-settings', keys: [{ value: f.hidden.id, group: 'hidden' }, { value: f.closed.id, group: 'closed' }, privateKey(f.deleted.id)], absent: ABSENT_ID, inside: [200, 200, 200], body: { places: [{ placeId: '{key}', level: 'mentions' }] } },
      '/api/v1/notification-settings/places/:placeId': { path: '/api/v1/notification-settings/places/{key}', keys: [{ value: f.hidden.id, group: 'hidden' }, { value: f.closed.id, group: 'closed' }, privateKey(f.deleted.id)], absent: ABSENT_ID, inside: [200, 200, 200], wordless: true, body: { level: 'mentions' } },
      '/api/v1/notification-settings/threads/:postId': { path: '/api/v1/notification-settings/threads/{key}', keys: f.posts, absent: ABSENT_ID, inside: [200, 200, 200], wordless: true, body: { level: 'mentions' } },
      '/api/v1/posts/:id/bookmark': ofPost('/bookmark', [204, 204, 204]),
      '/api/v1/posts/:id/read': { path: '/api/v1/posts/{key}/read', keys: f.posts, absent: ABSENT_ID, inside: [200, 200, 200], wordless: true },
      '/api/v1/posts/:id/pin': ofPost('/pin', [403, [204, 403], [204, 403]]),
      '/api/v1/posts/:id/reactions/:name': ofPost('/reactions/like', [200, 200, 200]),
      '/api/v1/read-markers/:scope': [
        { path: '/api/v1/read-markers/building:{key}', keys: [slugKey(f, 'hidden'), slugKey(f, 'closed')], absent: ABSENT_SLUG, inside: [400, 400, 400], body: { postId: ABSENT_ID } },
        { path: '/api/v1/read-markers/square', keys: f.posts, absent: ABSENT_ID, inside: [200, 200, 200], body: { postId: '{key}' } },
      ],
    },
    PATCH: {
      '/api/v1/saved-searches/:id': own('/api/v1/saved-searches/{key}', f.savedSearch, { notify: false }),
      '/api/v1/themes/:theme': office(`/api/v1/themes/${ABSENT_ID}`, {}),
      '/api/v1/buildings/:slug': inHidden('', [403, 403, 200], { summary: 'Van ons' }),
      // Put out by then, where a ban came first.
      '/api/v1/buildings/:slug/memberships/:id': within('memberships', [403, 403, [200, 400]], { role: 'moderator' }),
      '/api/v1/buildings/:slug/groups/:groupSlug': ofGroup('', [403, 403, 200], { summary: 'Van ons' }),
      '/api/v1/buildings/:slug/groups/:groupSlug/memberships/:id': withinGroup('memberships', [404, 404, [200, 400, 404]], { role: 'moderator' }),
      '/api/v1/instance': office('/api/v1/instance', {}),
      '/api/v1/me': account('/api/v1/me', { about: 'Van mij' }),
      '/api/v1/operations/people/:id': office(`/api/v1/operations/people/${ABSENT_ID}`, {}),
      '/api/v1/organisations/:id': office(`/api/v1/organisations/${ABSENT_ID}`, {}),
      '/api/v1/posts/:id': ofPost('', [403, 403, 403], { body: 'Van mij' }),
    },
    DELETE: {
      ...elsewhere.DELETE,
      '/api/v1/today/read/:id': own('/api/v1/today/read/{key}', f.reading),
      '/api/v1/saved-searches/:id': own('/api/v1/saved-searches/{key}', f.savedSearch),
      '/api/v1/people/:handle/block': account('/api/v1/people/niemand-hier/block'),
      '/api/v1/people/:handle/mute': account('/api/v1/people/niemand-hier/mute'),
      '/api/v1/me/asking-opt-outs/:theme': account(`/api/v1/me/asking-opt-outs/${f.theme}`),
      '/api/v1/me/photo': account('/api/v1/me/photo'),
      '/api/v1/me/mail-pause': account('/api/v1/me/mail-pause'),
      '/api/v1/themes/:theme': office(`/api/v1/themes/${ABSENT_ID}`),
      '/api/v1/buildings/:slug/invitations/:id': within('invitations', [403, 204, 204]),
      '/api/v1/buildings/:slug/memberships/:id': within('memberships', [403, [204, 403], 204]),
      '/api/v1/buildings/:slug/groups/:groupSlug/invitations/:id': withinGroup('invitations', [404, 404, 204]),
      // Gone with the membership of the building, where that was ended first.
      '/api/v1/buildings/:slug/groups/:groupSlug/memberships/:id': withinGroup('memberships', [404, 404, [204, 404]]),
      '/api/v1/buildings/:slug/membership-rules/:id': inHidden(`/membership-rules/${ABSENT_ID}`, [403, 404, 404]),
      '/api/v1/buildings/:slug/groups/:groupSlug/membership-rules/:id': ofGroup(`/membership-rules/${ABSENT_ID}`, [404, 404, 404]),
      '/api/v1/buildings/:slug/groups/:groupSlug': ofGroup('', [403, 403, 204]),
      '/api/v1/drafts/:id': own('/api/v1/drafts/{key}', f.draft),
      '/api/v1/organisations/:id': office(`/api/v1/organisations/${ABSENT_ID}`),
      '/api/v1/notification-settings/places/:placeId': { path: '/api/v1/notification-settings/places/{key}', keys: [{ value: f.hidden.id, group: 'hidden' }, { value: f.closed.id, group: 'closed' }, privateKey(f.deleted.id)], absent: ABSENT_ID, inside: [204, 204, 204], wordless: true },
      '/api/v1/notification-settings/threads/:postId': { path: '/api/v1/notification-settings/threads/{key}', keys: f.posts, absent: ABSENT_ID, inside: [204, 204, 204], wordless: true },
      '/api/v1/posts/:id/bookmark': ofPost('/bookmark', [204, 204, 204]),
      '/api/v1/posts/:id/pin': ofPost('/pin', [403, [204, 403], [204, 403]]),
      '/api/v1/posts/:id/reactions/:name': ofPost('/reactions/like', [200, 200, 200]),
      '/api/v1/posts/:id': ofPost('', [403, 204, 204]),
      '/api/v1/push/subscriptions/:id': own('/api/v1/push/subscriptions/{key}', f.pushDevice),
      '/api/v1/sessions/:id': own('/api/v1/sessions/{key}', f.session),
      '/api/v1/tokens/:id': own('/api/v1/tokens/{key}', f.token),
      '/api/v1/buildings/:slug': inHidden('', [403, 403, 204]),
      '/api/v1/sessions': { elsewhere: ['/api/v1/sessions'], endsSession: true },
      '/api/v1/sessions/current': { elsewhere: ['/api/v1/sessions/current'], endsSession: true },
    },
  };
}
