// SPDX-License-Identifier: EUPL-1.2
import type { TestClient, TestPlein } from './app.ts';
import { everythingIn, leaksIn } from './leak-ask.ts';
import { groups, insiderNames, type LeakFixture, outsiderNames, viewerNames } from './leak-fixture.ts';
import { buildWalkPools } from './leak-walk-pools.ts';
import { requestMaker, type WalkRequest, type WalkRoute, walkRoutes } from './leak-walk-requests.ts';
import { type Random, seededRandom } from './seeded-random.ts';

export interface WalkResult {
  requests: number;
  routes: number;
  /** How often each route was answered 2xx, the rarest first. */
  succeeded: [route: string, times: number][];
  byStatus: Record<string, number>;
  /** Requests whose answer held something that is not its viewer's to see. */
  leaks: string[];
  /** Requests that were answered with 500 or above. */
  faults: string[];
}

/** At once; the answer to one does not decide the next. */
const ABREAST = 6;
/** These compute a hash of a password, which takes a while; they are asked more seldom. */
const slow = new Set(['POST /api/v1/accounts', 'POST /api/v1/sessions', 'PUT /api/v1/me/password', 'POST /api/v1/first-administrator', 'POST /api/v1/password-resets/confirmations']);
/** These may end sessions of whoever asks; they are started again. */
const endingSessions = /\/(sessions|password|confirmations)/;

/**
 * Asks the application at random, as anybody, for anything: every route, with the ids, addresses and cursors of everything there
 * is swapped on every parameter. Insiders only read. Every answer, headers and cursors too, is searched for all that its viewer may not see.
 */
export async function walk(plein: TestPlein, f: LeakFixture, { requests, seed }: { requests: number; seed: number }): Promise<WalkResult> {
  const random = seededRandom(seed);
  const pools = await buildWalkPools(plein, f);
  const make = requestMaker(pools, random);
  const routes = walkRoutes(plein.app);
  const clients: Record<WalkRequest['viewer'], TestClient> = { ...f.viewers, insider: f.insider };
  const cookies = Object.fromEntries(Object.entries(clients).map(([name, { cookie }]) => [name, cookie]));
  const restoreSessions = await sessionKeeper(plein);
  const succeeded = new Map(routes.map(({ method, route }) => [`${method} ${route}`, 0]));
  const byStatus: Record<string, number> = {};
  const [leaks, faults]: [string[], string[]] = [[], []];
  /** Ids of what is hidden that somebody outside chose for a draft of their own. */
  const planted = new Map<string, Set<string>>();
  /** The same, that an administrator made the name of the whole square, of a neighbour or of an instance whose people may ask, which others see. */
  const proclaimed = new Set<string>();

  async function send({ viewer, method, route, url, body, headers }: WalkRequest): Promise<void> {
    const cookie = cookies[viewer];
    const response = await plein.app.inject({
      method,
      url,
      remoteAddress: clients[viewer].address,
      headers: { origin: 'http://plein.test', ...(cookie == null ? {} : { cookie }), ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const status = response.statusCode;
    byStatus[`${Math.floor(status / 100)}xx`] = (byStatus[`${Math.floor(status / 100)}xx`] ?? 0) + 1;
    const where = `${viewer}: ${method} ${url} ${body === undefined ? '' : JSON.stringify(body)} -> ${status}`;
    if (status >= 500) faults.push(`${where} ${response.body.slice(0, 200)}`);
    const name = `${method} ${route}`;
    if (status < 300) succeeded.set(name, (succeeded.get(name) ?? 0) + 1);
    const given = everythingGiven(url, body);
    const secrets = viewer === 'insider' ? [] : f.secretsFor(viewer);
    if (status < 300 && method === 'PUT' && route.includes('/drafts/')) planted.set(viewer, new Set([...(planted.get(viewer) ?? []), ...secrets.filter((secret) => given.includes(secret))]));
    if (status < 300 && ((method === 'PATCH' && route === '/api/v1/instance') || (method === 'PUT' && /\/(instances|allowed-instances)\/:host$/.test(route)))) for (const secret of secrets) if (given.includes(secret)) proclaimed.add(secret);
    // Administrators see by office what was mailed and which jobs failed.
    const byOffice = viewer === 'administrator' && /\/operations\/(mails|queues)/.test(url);
    if (!byOffice) {
      const hidden = secrets.filter((secret) => !given.includes(secret) && !proclaimed.has(secret) && !(url.includes('/drafts') && planted.get(viewer)?.has(secret) === true));
      const found = leaksIn({ all: everythingIn(response).toLowerCase() }, hidden);
      if (found.length > 0) leaks.push(`${where} ${found.join(', ')}`);
    }
    if (status < 300 && method !== 'GET' && endingSessions.test(route)) await restoreSessions();
  }

  for (let made = 0; made < requests; made += ABREAST) {
    const batch = Array.from({ length: Math.min(ABREAST, requests - made) }, () => {
      const route = someRoute(routes, random);
      return make(someViewer(route, random), route);
    });
    await Promise.all(batch.map(send));
  }
  return { requests, routes: routes.length, succeeded: [...succeeded].sort(([, one], [, other]) => one - other), byStatus, leaks, faults };
}

function someRoute(routes: readonly WalkRoute[], random: Random): WalkRoute {
  for (;;) {
    const route = random.pick(routes);
    if (!slow.has(`${route.method} ${route.route}`) || random.chance(0.05)) return route;
  }
}

/** What hardly anybody but an administrator is answered. */
const administered = /\/(operations|organisations|themes|moderation-log)\b/;

function someViewer({ method, route }: WalkRoute, random: Random): WalkRequest['viewer'] {
  if (administered.test(route) && random.chance(0.3)) return 'administrator';
  return random.pick(method === 'GET' ? [...viewerNames, 'insider' as const] : outsiderNames);
}

function everythingGiven(url: string, body: unknown): string {
  const cursor = /[?&]cursor=([\w-]+)/.exec(url)?.[1];
  return `${decodeURIComponent(url.replaceAll('+', ' '))} ${body === undefined ? '' : JSON.stringify(body)} ${cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString()}`.toLowerCase();
}

/** Remembers all sessions of this moment, and brings them back. */
async function sessionKeeper(plein: TestPlein): Promise<() => Promise<void>> {
  const kept = await plein.db((trx) => trx.selectFrom('session').selectAll().execute());
  return async () => {
    await plein.db((trx) => trx.insertInto('session').values(kept).onConflict((conflict) => conflict.doNothing()).execute());
  };
}

/** How the walk went, for whoever reads the run. */
export function walkReport(seed: number, { requests, routes, succeeded, byStatus, leaks, faults }: WalkResult, f: LeakFixture): string {
  const watched = groups.reduce((total, group) => total + f.secrets[group].length, 0);
  return `random walk, seed ${seed}: ${requests} requests on ${routes} routes by ${outsiderNames.length} outsiders and ${insiderNames.length + 1} insiders; 2xx on ${succeeded.filter(([, times]) => times > 0).length} routes; ${JSON.stringify(byStatus)}; ${watched} words and ids watched, seen ${leaks.length}; 5xx ${faults.length}`;
}
