// SPDX-License-Identifier: EUPL-1.2
import { type KeyObject, verify as verifyBytes } from 'node:crypto';
import { verifyRequest } from '@fedify/fedify/sig';
import { CryptographicKey } from '@fedify/fedify/vocab';
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { isBlocked } from './blocks.ts';
import { faultOfDigest } from './digests.ts';
import { FetchRefused } from './fetch-refused.ts';
import { keyOfPeer, mayRefetch, type PeerKey } from './peer-keys.ts';
import type { Reason } from './reasons.ts';
import { header, type SignatureParts, signatureOf, type SignedRequest } from './signature-parts.ts';

export type { SignedRequest } from './signature-parts.ts';

/** Who signed, where it holds: the actor whose own document lists the key. Whether that is who the content speaks for is for who asks. */
export type Verified = { ok: true; keyId: string; actorUri: string; host: string } | { ok: false; reason: Reason };

type VerifyDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

/** How far clocks may differ, and how long a message may be on its way. */
const WINDOW_MS = 3_600_000;

/**
 * Verifies the signature of a request, by either scheme. What can be found out without asking anybody comes first: who is blocked, or sends
 * something old or changed, makes us call nobody.
 */
export async function verifySignature(deps: VerifyDeps, request: SignedRequest): Promise<Verified> {
  const refuse = (reason: Reason): Verified => ({ ok: false, reason });
  const found = signatureOf(request);
  if (!found.ok) return found;
  const { parts } = found;
  const fault = faultOfRequest(deps, request, parts);
  if (fault !== null) return refuse(fault);
  const host = hostOf(parts.keyId);
  if (host === null || parts.keyId.length > 2_000) return refuse('signature-unreadable');
  if (await isBlocked(deps, host)) return refuse('blocked');
  try {
    const known = await keyOfPeer(deps, parts.keyId);
    const owner = (await holds(request, deps, parts, known)) ? known : await withNewKey(deps, request, parts, known);
    if (owner === null) return refuse('signature-false');
    const ownerHost = hostOf(owner.actorUri);
    if (ownerHost === null || (ownerHost !== host && (await isBlocked(deps, ownerHost)))) return refuse('blocked');
    return { ok: true, keyId: parts.keyId, actorUri: owner.actorUri, host: ownerHost };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    deps.log.debug({ err: error, keyId: parts.keyId }, 'key of a signature');
    return refuse(ofKeys.has(error.reason) ? error.reason : 'key-unavailable');
  }
}

/** What fetching a key says that its sender can do something about. */
const ofKeys = new Set<Reason>(['actor-gone', 'address-refused', 'blocked', 'foreign-id', 'foreign-inbox', 'key-foreign-owner', 'key-not-listed', 'key-unusable', 'not-an-actor', 'ours', 'wrong-content-type', 'too-large', 'too-deep', 'not-json', 'packed', 'too-many-redirects']);

function faultOfRequest(deps: VerifyDeps, request: SignedRequest, parts: SignatureParts): Reason | null {
  if (hostSaid(deps, request) !== new URL(deps.config.publicUrl).host) return 'wrong-host';
  const now = deps.clock.now().getTime();
  const date = header(request.headers, 'date');
  if (parts.scheme === 'cavage' && date === null) return 'date-missing';
  const moment = parts.created ?? Date.parse(date ?? '');
  if (Number.isNaN(moment)) return 'date-unreadable';
  if (moment < now - WINDOW_MS) return 'too-old';
  if (moment > now + WINDOW_MS) return 'too-new';
  if (parts.expires !== null && parts.expires < now) return 'expired';
  return request.method === 'GET' || request.method === 'HEAD' ? null : faultOfDigest(parts.scheme, request.headers, request.body);
}

/** For which host it was meant: what came for another one is no message to us. */
function hostSaid({ config }: VerifyDeps, { headers }: SignedRequest): string | null {
  const said = (config.trustProxy === false ? null : header(headers, 'x-forwarded-host')) ?? header(headers, 'host');
  // With the usual port or without it is the same.
  return said === null ? null : (URL.parse(`${new URL(config.publicUrl).protocol}//${said}`)?.host ?? null);
}

/** Somebody may have replaced their keys since: then the new one is fetched, not more than once in a few minutes. */
async function withNewKey(deps: VerifyDeps, request: SignedRequest, parts: SignatureParts, before: PeerKey): Promise<PeerKey | null> {
  if (!mayRefetch(deps, parts.keyId)) return null;
  const now = await keyOfPeer(deps, parts.keyId, { refresh: true });
  return !now.key.equals(before.key) && (await holds(request, deps, parts, now)) ? now : null;
}

const wrapped = new WeakMap<KeyObject, CryptographicKey>();

/** In the shape that Fedify takes keys. */
function wrap({ key, actorUri }: PeerKey, keyId: string): CryptographicKey {
  const known = wrapped.get(key);
  if (known !== undefined) return known;
  const algorithm = key.asymmetricKeyType === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'Ed25519' };
  const made = new CryptographicKey({ id: new URL(keyId), owner: new URL(actorUri), publicKey: key.toCryptoKey(algorithm, true, ['verify']) });
  wrapped.set(key, made);
  return made;
}

async function holds(request: SignedRequest, deps: VerifyDeps, parts: SignatureParts, peerKey: PeerKey): Promise<boolean> {
  const { method, url } = request;
  const host = new URL(deps.config.publicUrl).host;
  const single = Object.fromEntries(Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]])));
  const { 'signature-input': _input, signature: _signature, ...others } = single as Record<string, string>;
  const headers = new Headers({ ...others, host, ...parts.headers });
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(request.body);
  const key = wrap(peerKey, parts.keyId);
  const verified = await verifyRequest(new Request(url, { method, headers, body }), {
    // Looked at above, with our own clock.
    timeWindow: false,
    spec: parts.scheme === 'cavage' ? 'draft-cavage-http-signatures-12' : 'rfc9421',
    keyCache: { get: () => Promise.resolve(key), set: () => Promise.resolve() },
    // Keys are fetched by us, with our own limits.
    documentLoader: () => Promise.reject(new Error('no other key')),
    contextLoader: () => Promise.reject(new Error('no context')),
  });
  return verified !== null || holdsWithQuery(request, host, parts, peerKey);
}

/** Of draft-cavage Fedify reads the target without its query; the draft, and others, sign it with. */
function holdsWithQuery({ method, url, headers }: SignedRequest, host: string, parts: SignatureParts, { key }: PeerKey): boolean {
  const { pathname, search } = new URL(url);
  if (parts.scheme !== 'cavage' || search === '' || key.asymmetricKeyType !== 'rsa') return false;
  const lines = parts.covered.map((name) => `${name}: ${name === '(request-target)' ? `${method.toLowerCase()} ${pathname}${search}` : name === 'host' ? host : (header(headers, name) ?? '')}`);
  const signature = /signature="([^"]*)"/.exec(parts.headers['signature'] ?? '')?.[1] ?? '';
  return verifyBytes('sha256', Buffer.from(lines.join('\n')), key, Buffer.from(signature, 'base64'));
}
