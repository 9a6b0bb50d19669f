// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { isBlocked } from '../wire/blocks.ts';
import { isObject, type Json } from '../wire/bounded-json.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import { fetchJson, fetchWith, isActivityJson } from '../wire/fetch.ts';
import { isOurs, originOf } from './home.ts';
import { type ActorDocument, readActor, textOf } from './read-actor.ts';
import { lookUp } from './webfinger-lookup.ts';

/** Another instance, as it describes itself. */
export interface Peer {
  host: string;
  name: string;
  software: string;
  /** Keeps what is for members with members, by its own word (FEP-844e). */
  closedPlaces: boolean;
  instanceUri: string | null;
  sharedInbox: string | null;
}

type PeerDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

const FRESH_MS = 24 * 3_600_000;
/** Who describes nothing, or cannot be reached, is not asked at every turn. */
const AGAIN_MS = 10 * 60_000;

const NODE_INFO = /^http:\/\/nodeinfo\.diaspora\.software\/ns\/schema\/2\.[01]$/;
/** The actor of an instance as a link of NodeInfo (FEP-2677). */
const APPLICATION = 'https://www.w3.org/ns/activitystreams#Application';

/**
 * What an instance says of itself, by NodeInfo and its own actor; asked once a day. What it does not say is empty, also when it
 * could not be reached.
 * @throws {FetchRefused} for who is ours or blocked
 */
export async function peerOf(deps: PeerDeps, host: string, { refresh = false }: { refresh?: boolean } = {}): Promise<Peer> {
  if (isOurs(deps, host)) throw new FetchRefused('ours', host);
  if (await isBlocked(deps, host)) throw new FetchRefused('blocked', host);
  const known = await kept(deps, host);
  const now = deps.clock.now();
  const age = known?.lookedAt === null || known === null ? Infinity : now.getTime() - known.lookedAt.getTime();
  if (known !== null && !refresh && age < (known.instanceUri === null ? AGAIN_MS : FRESH_MS)) return known;
  const described = await describe(deps, host);
  const peer = described ?? known ?? { host, name: '', software: '', closedPlaces: false, instanceUri: null, sharedInbox: null };
  await keep(deps, peer, described !== null);
  return peer;
}

async function kept({ database }: PeerDeps, host: string): Promise<(Peer & { lookedAt: Date | null }) | null> {
  // Not only neighbours, whom everybody may know.
  const row = await database.asSystem((trx) => trx.selectFrom('peer').select(['name', 'software', 'closed_places', 'instance_uri', 'shared_inbox', 'looked_at']).where('host', '=', host).executeTakeFirst());
  return row === undefined ? null : { host, name: row.name, software: row.software, closedPlaces: row.closed_places, instanceUri: row.instance_uri, sharedInbox: row.shared_inbox, lookedAt: row.looked_at };
}

async function keep({ database, clock }: PeerDeps, { host, name, software, closedPlaces, instanceUri, sharedInbox }: Peer, seen: boolean): Promise<void> {
  const now = clock.now();
  const row = { name, software, closed_places: closedPlaces, instance_uri: instanceUri, shared_inbox: sharedInbox, looked_at: now, ...(seen ? { last_seen_at: now } : {}) };
  await database.asSystem((trx) => trx.insertInto('peer').values({ host, first_seen_at: now, ...row }).onConflict((conflict) => conflict.column('host').doUpdateSet(row)).execute());
}

/** Null when nothing of it could be reached. */
async function describe(deps: PeerDeps, host: string): Promise<Peer | null> {
  const links = await linksOf(deps, host);
  const [info, actor] = await Promise.all([nodeInfo(deps, host, links), instanceActor(deps, host, links)]);
  if (info === null && actor === null) return null;
  const software = isObject(info?.['software']) ? info['software'] : {};
  const metadata = isObject(info?.['metadata']) ? info['metadata'] : {};
  return {
    host,
    name: textOf(metadata['nodeName'] ?? actor?.name).slice(0, 100),
    software: textOf(software['name']).slice(0, 50),
    closedPlaces: actor?.closedPlaces ?? false,
    instanceUri: actor?.uri ?? null,
    sharedInbox: actor?.sharedInbox ?? null,
  };
}

async function quietly<T>(deps: PeerDeps, asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof FetchRefused)) throw error;
    deps.log.debug({ err: error }, 'a peer that does not describe itself');
    return null;
  });
}

async function linksOf(deps: PeerDeps, host: string): Promise<{ rel: string; href: string }[]> {
  const found = await quietly(deps, fetchWith(deps, `${originOf(deps, host)}/.well-known/nodeinfo`));
  const links = Array.isArray(found?.json['links']) ? (found.json['links'] as unknown[]).slice(0, 20) : [];
  // Of its own host only: nobody describes another.
  return links.flatMap((link) => (isObject(link) && typeof link['rel'] === 'string' && typeof link['href'] === 'string' && hostOf(link['href']) === host ? [{ rel: link['rel'], href: link['href'] }] : []));
}

async function nodeInfo(deps: PeerDeps, _host: string, links: { rel: string; href: string }[]): Promise<Json | null> {
  const link = links.filter(({ rel }) => NODE_INFO.test(rel)).sort((a, b) => (a.rel < b.rel ? 1 : -1))[0];
  return link === undefined ? null : ((await quietly(deps, fetchWith(deps, link.href)))?.json ?? null);
}

/** Linked from NodeInfo (FEP-2677), or found by WebFinger under the address of the instance itself (FEP-d556). */
async function instanceActor(deps: PeerDeps, host: string, links: { rel: string; href: string }[]): Promise<ActorDocument | null> {
  const linked = links.find(({ rel }) => rel === APPLICATION)?.href;
  const href = linked ?? (await quietly(deps, lookUp(deps, host, `${originOf(deps, host)}/`)))?.links.find((link) => link.rel === 'self' && isActivityJson(link.type))?.href;
  if (href === undefined || hostOf(href) !== host) return null;
  const found = await quietly(deps, fetchJson(deps, href).then(({ json }) => readActor(json)));
  return found?.host === host ? found : null;
}
