// SPDX-License-Identifier: EUPL-1.2
import { createHash, KeyObject, sign, type webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { signRequest } from '@fedify/fedify/sig';
import type { Deps } from '../../server/platform/deps.ts';
import { call, callable } from './call.ts';
import { type SigningKey, signingKeys } from './keys.ts';

/** draft-cavage-http-signatures-12, which everybody understands, and HTTP Message Signatures (RFC 9421). */
export type Scheme = 'cavage' | 'rfc9421';

const specs = { cavage: 'draft-cavage-http-signatures-12', rfc9421: 'rfc9421' } as const;

type SignDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

const MOST_ANSWER_BYTES = 65_536;
const PATIENCE_MS = 15_000;

export const USER_AGENT = ({ config }: Pick<Deps, 'config'>): string => `Plein (+${config.publicUrl}/)`;

export interface Unsigned {
  actorId: string;
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
  scheme: Scheme;
}

/** The headers with those that sign them: target, host, date, and the digest of what is sent. */
export async function signedHeaders(deps: SignDeps, { actorId, method, url, headers, body, scheme }: Unsigned): Promise<Record<string, string>> {
  const { rsa } = await signingKeys(deps, actorId);
  const now = deps.clock.now();
  if (scheme === 'cavage') return signedAsDraft(rsa, { method, url, body, headers: { ...headers, date: now.toUTCString() } });
  // A buffer of its own: Fedify wants the whole of one.
  const bytes = body === undefined ? null : new Uint8Array(body).buffer;
  const request = new Request(url, { method, headers: { ...headers, host: new URL(url).host, date: now.toUTCString() }, body: bytes });
  const signed = await signRequest(request, rsa.privateKey, new URL(rsa.keyId), {
    spec: specs[scheme],
    body: bytes,
    // Its clock is a polyfill of Temporal, of which it reads these two.
    currentTime: { epochMilliseconds: now.getTime(), toString: () => now.toISOString() } as never,
  });
  return Object.fromEntries(signed.headers);
}

/** What of a request its signature covers, in this order, as far as it is there. */
const COVERED = ['host', 'date', 'digest', 'content-type', 'accept'] as const;

/**
 * draft-cavage-12, without Fedify: that signs the target without its query, which the draft has in it, and makes a request, its headers and
 * their copies for each of thousands.
 */
async function signedAsDraft({ keyId, privateKey }: SigningKey, { method, url, body, headers }: Pick<Unsigned, 'method' | 'url' | 'headers'> & { body: Buffer | undefined }): Promise<Record<string, string>> {
  const { host, pathname, search } = new URL(url);
  const digest = body === undefined ? {} : { digest: `SHA-256=${createHash('sha256').update(body).digest('base64')}` };
  const all: Record<string, string> = { ...headers, host, ...digest };
  const covered = COVERED.filter((name) => all[name] !== undefined);
  const lines = [`(request-target): ${method.toLowerCase()} ${pathname}${search}`, ...covered.map((name) => `${name}: ${all[name]}`)];
  const signature = (await signBytes('sha256', Buffer.from(lines.join('\n')), keyObjectOf(privateKey))).toString('base64');
  return { ...all, signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="${['(request-target)', ...covered].join(' ')}",signature="${signature}"` };
}

/** Off the event loop: a signature takes the better part of a millisecond. */
const signBytes = promisify<string, Buffer, KeyObject, Buffer>(sign);
const keyObjects = new WeakMap<webcrypto.CryptoKey, KeyObject>();

function keyObjectOf(key: webcrypto.CryptoKey): KeyObject {
  const known = keyObjects.get(key) ?? KeyObject.from(key);
  keyObjects.set(key, known);
  return known;
}

export interface SignedPost {
  /** Who speaks. */
  actorId: string;
  inbox: string;
  body: string;
  headers?: Record<string, string>;
  /** Whoever asks for it found out a moment ago that this host is not blocked. */
  notBlocked?: boolean;
}

export interface Posted {
  status: number;
  /** Of the answer, where it says why not: at most 500 characters. */
  said: string;
  retryAfter: string | null;
}

/**
 * Delivers one activity. The first knock is with the old scheme unless this host took the new one before: there are those who say yes
 * before they look, and drop what they do not understand. Who refuses the signature is asked again with the other scheme.
 * @throws {FetchRefused} when it could not be reached, or may not be
 */
export async function signedPost(deps: SignDeps, { actorId, inbox, body, headers = {}, notBlocked = false }: SignedPost): Promise<Posted> {
  const bytes = Buffer.from(body);
  const send = async (scheme: Scheme): Promise<Posted> => {
    const unsigned = { ...headers, 'content-type': 'application/activity+json', 'user-agent': USER_AGENT(deps) };
    const signed = await signedHeaders(deps, { actorId, method: 'POST', url: inbox, headers: unsigned, body: bytes, scheme });
    const answer = await call(deps, { method: 'POST', url: inbox, headers: signed, body: bytes, mostBytes: MOST_ANSWER_BYTES, patienceMs: PATIENCE_MS, notBlocked });
    return { status: answer.status, said: answer.status < 400 ? '' : answer.body.toString('utf8').slice(0, 500), retryAfter: answer.headers['retry-after'] ?? null };
  };
  const { host } = callable(deps, inbox);
  const scheme = await schemeOf(deps, host);
  const first = await send(scheme);
  if (first.status !== 400 && first.status !== 401) return first;
  const other = otherScheme(scheme);
  const second = await send(other);
  if (second.status >= 200 && second.status < 300) await rememberScheme(deps, host, other);
  // There are servers that fall over the scheme that they do not know (500): what they said to the one they know is their answer.
  return second.status >= 400 && second.status <= 501 && second.status !== 429 ? first : second;
}

export function otherScheme(scheme: Scheme): Scheme {
  return scheme === 'cavage' ? 'rfc9421' : 'cavage';
}

const known = new WeakMap<object, Map<string, Scheme>>();
const MOST_KNOWN = 10_000;

function knownIn({ database }: Pick<Deps, 'database'>): Map<string, Scheme> {
  const map = known.get(database) ?? new Map<string, Scheme>();
  known.set(database, map);
  if (map.size > MOST_KNOWN) map.clear();
  return map;
}

/** What a host understood last. */
export async function schemeOf(deps: Pick<Deps, 'database'>, host: string): Promise<Scheme> {
  const map = knownIn(deps);
  const kept = map.get(host);
  if (kept !== undefined) return kept;
  // How we speak with others is no reader's.
  const row = await deps.database.asSystem((trx) => trx.selectFrom('peer').select('signature_scheme').where('host', '=', host).executeTakeFirst());
  const scheme = row?.signature_scheme === 'rfc9421' ? 'rfc9421' : 'cavage';
  map.set(host, scheme);
  return scheme;
}

export async function rememberScheme(deps: Pick<Deps, 'database' | 'clock'>, host: string, scheme: Scheme): Promise<void> {
  knownIn(deps).set(host, scheme);
  await deps.database.asSystem((trx) =>
    trx.insertInto('peer').values({ host, first_seen_at: deps.clock.now(), signature_scheme: scheme }).onConflict((conflict) => conflict.column('host').doUpdateSet({ signature_scheme: scheme })).execute());
}
