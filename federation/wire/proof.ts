// SPDX-License-Identifier: EUPL-1.2
import { createHash, verify, webcrypto } from 'node:crypto';
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { isBlocked } from './blocks.ts';
import { isObject, type Json } from './bounded-json.ts';
import { canonical } from './canonical.ts';
import { FetchRefused } from './fetch-refused.ts';
import { signingKeys } from './keys.ts';
import { fromBase58, toBase58 } from './multibase.ts';
import { keyOfPeer, mayRefetch } from './peer-keys.ts';

type ProofDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

const SUITE = 'eddsa-jcs-2022';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v1';

/**
 * An activity with the proof that its actor made it, which holds wherever it is passed on to (FEP-8b32, eddsa-jcs-2022).
 * A proof that it already has is replaced.
 */
export async function withProof(deps: ProofDeps, actorId: string, activity: Json): Promise<Json> {
  const { ed25519 } = await signingKeys(deps, actorId);
  const { proof: _before, ...bare } = activity;
  const unproven = { ...bare, '@context': withIntegrity(bare['@context']) };
  const options = {
    '@context': unproven['@context'], type: 'DataIntegrityProof', cryptosuite: SUITE,
    verificationMethod: ed25519.keyId, proofPurpose: 'assertionMethod', created: `${deps.clock.now().toISOString().slice(0, 19)}Z`,
  };
  const value = await webcrypto.subtle.sign('Ed25519', ed25519.privateKey, signedBytes(options, unproven));
  return { ...unproven, proof: { ...options, proofValue: toBase58(new Uint8Array(value)) } };
}

function withIntegrity(context: unknown): unknown[] {
  const all = Array.isArray(context) ? (context as unknown[]) : context === undefined ? ['https://www.w3.org/ns/activitystreams'] : [context];
  return all.includes(DATA_INTEGRITY) ? all : [...all, DATA_INTEGRITY];
}

/** RFC 8785 of both, hashed, the options first (vc-di-eddsa, 3.3). */
function signedBytes(options: Json, unproven: Json): Buffer {
  const hash = (value: Json): Buffer => createHash('sha256').update(canonical(value)).digest();
  return Buffer.concat([hash(options), hash(unproven)]);
}

/**
 * Whose proof something carries; null when it has none that holds. The key is of the actor that the proof speaks for, and
 * whether that is who the activity says is for who asks.
 * @throws {FetchRefused} when the key could not be had now, and may be later
 */
export async function proofHolds(deps: ProofDeps, json: Json): Promise<{ actorUri: string } | null> {
  const { proof, ...unproven } = json;
  const one = Array.isArray(proof) ? (proof as unknown[]).slice(0, 5).find((each) => isObject(each) && each['cryptosuite'] === SUITE) : proof;
  if (!isObject(one) || one['type'] !== 'DataIntegrityProof' || one['cryptosuite'] !== SUITE || one['proofPurpose'] !== 'assertionMethod') return null;
  const { verificationMethod, proofValue, created, expires } = one;
  if (typeof verificationMethod !== 'string' || typeof proofValue !== 'string') return null;
  if (typeof created === 'string' && Number.isNaN(Date.parse(created))) return null;
  if (typeof expires === 'string' && !(Date.parse(expires) > deps.clock.now().getTime())) return null;
  // Its own words, as they came: those that were signed. What it says of its context is that of the whole.
  const { proofValue: _value, ...options } = one;
  const bytes = [options, { ...options, '@context': json['@context'] }].map((each) => signedBytes(each, unproven));
  const value = fromBase58(proofValue);
  const host = hostOf(verificationMethod);
  if (value === null || value.length !== 64 || host === null || (await isBlocked(deps, host))) return null;
  for (const refresh of [false, true]) {
    if (refresh && !mayRefetch(deps, verificationMethod)) return null;
    const found = await keyOfPeer(deps, verificationMethod, { refresh }).catch((error: unknown) => {
      if (error instanceof FetchRefused && error.mayPass) throw error;
      return null;
    });
    if (found === null) return null;
    if (found.key.asymmetricKeyType === 'ed25519' && bytes.some((each) => verify(null, each, found.key, value))) return { actorUri: found.actorUri };
  }
  return null;
}
