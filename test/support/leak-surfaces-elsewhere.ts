// SPDX-License-Identifier: EUPL-1.2
import { ABSENT_ID, ABSENT_SLUG, type Key, type LeakFixture, privateKey } from './leak-fixture.ts';
import type { Surface, Table } from './leak-surfaces.ts';
import type { UnsafeMethod } from './leak-surfaces-changing.ts';

const SQUARE = '00000000-0000-7000-8000-000000000001';

/** What other instances read. They ask without a cookie, and whoever asks with one is nobody there: of what is hidden nothing is seen by insiders either. */
export function readingElsewhere(f: LeakFixture): Table {
  const at = (...elsewhere: string[]): Surface => ({ elsewhere });
  const office = (path: string): Surface => ({ elsewhere: [path], office: 'plain' });
  const nobodys = (path: string, keys: readonly string[], absent: string, elsewhere: string[] = []): Surface => ({ path, keys: keys.map(privateKey), absent, elsewhere });
  const hidden = [f.hidden.id, f.groupOf.hidden.id, f.groupOf.closed.id];
  const posts = f.posts.map(({ value }) => value);
  const ofActor = (suffix: string): Surface => nobodys(`/ap/actors/{key}${suffix}`, hidden, ABSENT_ID, [`/ap/actors/${f.closed.id}${suffix}`, `/ap/actors/${f.open.id}${suffix}`, `/ap/actors/${f.insider.actorId}${suffix}`,
    // What was open and is deleted says by itself that it is gone, under the address that was asked; it has nothing else to say.
    ...(suffix === '' ? [] : [`/ap/actors/${f.deleted.id}${suffix}`]),
  ]);
  const handles = [f.hidden.slug, f.groupOf.hidden.slug, f.groupOf.closed.slug];
  return {
    '/ap/actors/:id': ofActor(''),
    '/ap/actors/:id/followers': ofActor('/followers'),
    '/ap/actors/:id/members': ofActor('/members'),
    '/ap/actors/:id/outbox': [ofActor('/outbox'), ofActor('/outbox?page=first')],
    '/ap/actors/:id/token': ofActor('/token'),
    '/ap/objects/:id': nobodys('/ap/objects/{key}', posts, ABSENT_ID),
    '/ap/objects/:id/replies': [nobodys('/ap/objects/{key}/replies', posts, ABSENT_ID), nobodys('/ap/objects/{key}/replies?page=first', posts, ABSENT_ID)],
    '/ap/objects/:id/context': [nobodys('/ap/objects/{key}/context', posts, ABSENT_ID), nobodys('/ap/objects/{key}/context?page=first', posts, ABSENT_ID)],
    '/ap/activities/:id': at(`/ap/activities/${ABSENT_ID}`),
    [`/ap/actors/${SQUARE}/buildings`]: at(`/ap/actors/${SQUARE}/buildings`),
    [`/ap/actors/${SQUARE}/neighbours`]: at(`/ap/actors/${SQUARE}/neighbours`),
    '/actor': at('/actor', `/ap/actors/${SQUARE}`),
    '/.well-known/nodeinfo': at('/.well-known/nodeinfo'),
    '/nodeinfo/2.1': at('/nodeinfo/2.1'),
    '/.well-known/webfinger': [
      nobodys('/.well-known/webfinger?resource=acct:{key}@plein.test', handles, ABSENT_SLUG, [`/.well-known/webfinger?resource=acct:${f.closed.slug}@plein.test`, `/.well-known/webfinger?resource=acct:${f.insider.handle}@plein.test`]),
      nobodys('/.well-known/webfinger?resource=http://plein.test/buildings/{key}', [f.hidden.slug], ABSENT_SLUG),
      nobodys('/.well-known/webfinger?resource=http://plein.test/ap/actors/{key}', hidden, ABSENT_ID),
      nobodys('/.well-known/webfinger?resource=http://plein.test/ap/objects/{key}', posts, ABSENT_ID),
    ],
    '/api/v1/neighbours': at('/api/v1/neighbours'),
    '/api/v1/actors/:id/home': { path: '/api/v1/actors/{key}/home', keys: hidden.map(privateKey), absent: ABSENT_ID },
    '/api/v1/posts/:id/thread-state': { path: '/api/v1/posts/{key}/thread-state', keys: posts.map(privateKey), absent: ABSENT_ID },
    '/api/v1/instances': office('/api/v1/instances'),
    '/api/v1/instances/:host': office('/api/v1/instances/nergens.example'),
    '/api/v1/instance-keys': office('/api/v1/instance-keys'),
    '/api/v1/buildings/:slug/allowed-instances': [
      { path: '/api/v1/buildings/{key}/allowed-instances', keys: ofHidden(f), absent: ABSENT_SLUG, inside: [403, 403, 200], wordless: true },
    ],
    '/elsewhere': { why: 'the same document for everybody; the application asks the API' },
  };
}

const ofHidden = (f: LeakFixture): Key[] => [{ value: f.hidden.slug, group: 'hidden' }];

/** What changes something for other instances, or by them. */
export function changingElsewhere(f: LeakFixture): Record<Exclude<UnsafeMethod, 'PATCH'>, Table> {
  const office = (path: string, body?: unknown): Surface => ({ elsewhere: [path], office: 'plain', body });
  const inbox: Surface = { why: 'for instances: what they may say is tried in test/federation, and nothing is answered of what is there' };
  return {
    POST: {
      '/ap/inbox': inbox,
      '/ap/actors/:id/inbox': inbox,
      '/api/v1/remote-places/lookup': { elsewhere: ['/api/v1/remote-places/lookup'], body: { address: `@${f.hidden.slug}@plein.test` } },
      '/api/v1/remote-places/requests': { elsewhere: ['/api/v1/remote-places/requests'], body: { address: `@${f.hidden.slug}@plein.test` } },
      '/api/v1/posts/:id/fetch-replies': { path: '/api/v1/posts/{key}/fetch-replies', keys: f.posts.map(({ value }) => privateKey(value)), absent: ABSENT_ID },
      '/api/v1/instances/:host/tries': office('/api/v1/instances/nergens.example/tries'),
      '/api/v1/instance-keys/rotations': office('/api/v1/instance-keys/rotations'),
    },
    PUT: {
      '/api/v1/instances/:host': office('/api/v1/instances/nergens.example', {}),
      '/api/v1/buildings/:slug/allowed-instances/:host': { path: '/api/v1/buildings/{key}/allowed-instances/10.0.0.1', keys: ofHidden(f), absent: ABSENT_SLUG, inside: [403, 403, 200] },
    },
    DELETE: {
      '/api/v1/instances/:host': office('/api/v1/instances/nergens.example'),
      '/api/v1/buildings/:slug/allowed-instances/:host': { path: '/api/v1/buildings/{key}/allowed-instances/10.0.0.1', keys: ofHidden(f), absent: ABSENT_SLUG, inside: [403, 403, 204] },
    },
  };
}
