// SPDX-License-Identifier: EUPL-1.2
import type { App } from '../../server/platform/http/app.ts';
import { ABSENT_SLUG, type ViewerName } from './leak-fixture.ts';
import { unsafeMethods } from './leak-surfaces-changing.ts';
import { idsOf, type OwnPlace, type PoolName, poolNames, type WalkPools, walkPassword } from './leak-walk-pools.ts';
import { type Method, routesOf } from './routes-of.ts';
import type { Random } from './seeded-random.ts';

export interface WalkRequest {
  viewer: ViewerName | 'insider';
  method: Method;
  route: string;
  url: string;
  body: unknown;
  headers: Record<string, string>;
}

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  format?: string;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
interface Operation {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: { 'application/json'?: { schema: Schema }; 'text/csv'?: unknown } };
}

/** Which requests there are to make: the application's own routes, described by its own document. */
export interface WalkRoute {
  method: Method;
  route: string;
  operation: Operation;
}

export function walkRoutes(app: App): WalkRoute[] {
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  return (['GET', ...unsafeMethods] as const).flatMap((method) =>
    routesOf(app, method).map((route) => ({ method, route, operation: paths[route.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {} })),
  );
}

const queues = ['live', 'notify', 'mail', 'housekeeping'];
const parts = ['sessions', 'tokens', 'people', 'mails'];
const reactions = ['like', 'thanks', 'agree', 'idea', 'hate'];
const neutral = ['Goedemorgen allemaal', 'Wie weet dit?', 'Over het *beleid*', 'Zie #openbaar', 'Een vraag'];

/** What a parameter of a path names. */
function poolOf(route: string, parameter: string): PoolName | readonly string[] {
  const before = route.slice(0, route.indexOf(`:${parameter}`)).split('/').at(-2) ?? '';
  if (parameter === 'part') return parts;
  if (parameter === 'jobId') return ['1', '2'];
  if (parameter === 'name') return before === 'queues' ? queues : reactions;
  if (parameter === 'size') return ['small.webp', 'large.webp'];
  if (parameter === 'theme') return 'themes';
  if (parameter === 'one' || parameter === 'other') return 'places';
  if (parameter === 'scope') return 'scopes';
  if (parameter === 'tag' || before === 'tags') return 'tags';
  if (parameter === 'handle' || (parameter === 'key' && before === 'people')) return 'handles';
  if (before === 'buildings' || parameter === 'slug') return 'slugs';
  return (poolNames as readonly string[]).includes(before) ? (before as PoolName) : 'posts';
}

/** Makes valid-looking requests with ids out of everybody's pools. Each depends on the seed only, not on answers. */
export function requestMaker(pools: WalkPools, random: Random) {
  let serial = 0;

  function from(viewer: WalkRequest['viewer'], pool: PoolName): string {
    const own = viewer === 'insider' ? undefined : pools.own[viewer]?.[pool];
    if (own !== undefined && own.length > 0 && random.chance(0.4)) return random.pick(own);
    const swapped = random.chance(0.15) ? random.pick(poolNames) : pool;
    return random.pick(pools.all[swapped]);
  }

  /** For what is in a building: sometimes an address of which every part is of one place of one's own. */
  function wholePlace(viewer: WalkRequest['viewer'], route: string): OwnPlace | null {
    const places = viewer === 'insider' ? [] : (pools.own[viewer]?.whole ?? []);
    return route.includes('/buildings/:') && places.length > 0 && random.chance(0.5) ? random.pick(places) : null;
  }

  function partOf(place: OwnPlace, method: Method, route: string, parameter: string): string | undefined {
    if (parameter === 'groupSlug' || parameter === 'groupKey') return method === 'DELETE' && route.endsWith(`:${parameter}`) ? random.pick(place.spare) : place.groupSlug;
    // The building itself stays, so that the rest can be tried.
    if (parameter === 'slug' || parameter === 'key') return method === 'DELETE' && route.endsWith(`:${parameter}`) ? undefined : place.slug;
    const found = route.endsWith('/answers') ? 'requests' : route.endsWith('/mails') ? 'mailed' : (idsOf.find((name) => route.includes(`/${name}/:${parameter}`)) ?? null);
    const ids = found === null ? [] : place.ids[route.includes('/groups/') ? 'group' : 'building'][found];
    return ids.length > 0 ? random.pick(ids) : undefined;
  }

  function value(viewer: WalkRequest['viewer'], name: string, schema: Schema, mayHoldSecrets: boolean): unknown {
    if (schema.anyOf !== undefined) return value(viewer, name, random.pick(schema.anyOf), mayHoldSecrets);
    if (schema.enum !== undefined) return random.pick(schema.enum);
    if (schema.const !== undefined) return schema.const;
    switch (schema.type) {
      case 'null':
        return null;
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
        return (schema.minimum ?? 0) + random.below(Math.min(50, (schema.maximum ?? 50) - (schema.minimum ?? 0) + 1));
      case 'array':
        return Array.from({ length: 1 + random.below(2) }, () => value(viewer, name, schema.items ?? {}, mayHoldSecrets));
      case 'object':
        return object(viewer, schema, mayHoldSecrets);
      case 'string':
        return text(viewer, name, schema, mayHoldSecrets);
      default:
        return undefined;
    }
  }

  function object(viewer: WalkRequest['viewer'], { properties = {}, required = [] }: Schema, mayHoldSecrets: boolean): Record<string, unknown> {
    const chosen = Object.entries(properties).filter(([name]) => required.includes(name) || random.chance(0.4));
    return Object.fromEntries(chosen.map(([name, schema]) => [name, value(viewer, name, schema, mayHoldSecrets)]));
  }

  /** What is kept and shown to others holds nothing secret: an answer that repeats it later would look like a leak. */
  function text(viewer: WalkRequest['viewer'], name: string, { format }: Schema, mayHoldSecrets: boolean): string {
    if (mayHoldSecrets) return `Zie @${from(viewer, 'slugs')} en /posts/${from(viewer, 'posts')} #${from(viewer, 'tags')}`;
    if (format === 'uuid') {
      const pool: Record<string, PoolName> = { ids: 'notifications', upTo: 'notifications', successor: 'memberships', inReplyTo: 'posts', postId: 'posts', organisation: 'organisations', theme: 'themes', themeId: 'themes', organisationId: 'organisations', into: 'themes', portfolio: 'themes', expertise: 'themes', sourceId: 'places', targetId: 'places', source: 'places', target: 'places', placeId: 'places', personId: 'people' };
      return from(viewer, pool[name] ?? 'posts');
    }
    if (format === 'date-time') return new Date(Date.UTC(2027, 0, 1 + random.below(20))).toISOString();
    switch (name) {
      case 'email':
      case 'emails':
        return from(viewer, 'emails');
      case 'token':
        return from(viewer, 'secrets');
      case 'password':
      case 'current':
        return walkPassword;
      case 'slug':
        // Only what is taken or new: a word from inside would become the name of something outside.
        return random.chance(0.5) ? `wandeling-${++serial}` : random.pick(pools.all.slugs.filter((slug) => slug !== ABSENT_SLUG));
      case 'buildingSlug':
        return from(viewer, 'slugs');
      case 'theme':
      case 'into':
        return from(viewer, 'themes');
      case 'domains':
        return `wandeling-${++serial}.example`;
      case 'tags':
        return 'openbaar';
      case 'body':
        return `${random.pick(neutral)} @${random.pick(pools.all.handles)}`;
      default:
        return `Wandeling ${++serial}`;
    }
  }

  function query(viewer: WalkRequest['viewer'], { parameters = [] }: Operation): string {
    const search = new URLSearchParams();
    for (const { in: where, name, required = false, schema } of parameters) {
      if (where !== 'query' || (!required && !random.chance(0.35))) continue;
      search.set(name, queryValue(viewer, name, schema));
    }
    return search.size === 0 ? '' : `?${search.toString()}`;
  }

  function queryValue(viewer: WalkRequest['viewer'], name: string, schema: Schema): string {
    if (['q', 'name', 'tag'].includes(name)) return random.pick(pools.beginnings);
    if (name === 'cursor') return random.pick(pools.all.cursors);
    if (name === 'building' || name === 'place') return from(viewer, 'slugs');
    if (name === 'organisation') return from(viewer, 'organisations');
    // The theme of who is inside is asked for and not in the pools: an administrator may take it away from everybody.
    if (['theme', 'portfolio', 'expertise'].includes(name)) return random.chance(0.3) ? 'hoogwater' : from(viewer, 'themes');
    if (name === 'topics') return Array.from({ length: 1 + random.below(4) }, () => from(viewer, 'topics')).join(',');
    if (name === 'after') return from(viewer, 'posts');
    return String(value(viewer, name, schema, false));
  }

  return (viewer: WalkRequest['viewer'], { method, route, operation }: WalkRoute): WalkRequest => {
    const place = wholePlace(viewer, route);
    const path = route.replace(/:(\w+)|\*/g, (_match, parameter: string | undefined) => {
      if (parameter === undefined) return from(viewer, 'slugs');
      const real = place === null ? undefined : partOf(place, method, route, parameter);
      if (real !== undefined) return real;
      const pool = poolOf(route, parameter);
      return encodeURIComponent(typeof pool === 'string' ? from(viewer, pool) : random.pick(pool));
    });
    const schema = operation.requestBody?.content['application/json']?.schema;
    const isList = operation.requestBody?.content['text/csv'] !== undefined;
    const body = isList ? `email,name\n${from(viewer, 'emails')},Wandeling ${++serial}\n` : schema === undefined ? undefined : value(viewer, '', schema, route.endsWith('/previews'));
    // Groups of two buildings may have the same name, so a name from inside would be taken here, and be shown.
    if (method === 'POST' && route.endsWith('/groups')) Object.assign(body as object, { slug: `wandeling-${++serial}` });
    const isPage = !route.startsWith('/api/');
    return {
      viewer,
      method,
      route,
      url: path + (isPage && random.chance(0.2) ? `?q=${random.pick(pools.beginnings)}` : query(viewer, operation)),
      body,
      headers: { ...(isList ? { 'content-type': 'text/csv' } : {}), ...(isPage ? { accept: 'text/html' } : {}), ...(method === 'POST' && random.chance(0.1) ? { 'idempotency-key': `wandeling-${random.below(20)}` } : {}) },
    };
  };
}
