// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, verify, webcrypto } from 'node:crypto';
import type { Deps } from '../../server/platform/deps.ts';
import { remoteActor } from '../actors/remote-actors.ts';
import { actorUri, INSTANCE_ACTOR_ID, sameOrigin } from '../addresses.ts';
import { isJson, type Json, textOf } from '../translate/read-json.ts';
import { fetchWith } from '../wire/fetch.ts';
import { signingKeys } from '../wire/keys.ts';
import type { Replica } from './place-rows.ts';

/**
 * Actor tokens (FEP-db0e): the home of a place says for half an hour that an instance has members there, so that a third instance, on
 * which one of its members writes, serves them what they wrote.
 */
const VALID_MS = 30 * 60_000;
const LONGEST_MS = 2 * 3_600_000;
/** Clocks differ. */
const MARGIN_MS = 5 * 60_000;

export interface ActorToken extends Json {
  issuer: string;
  actor: string;
  issuedAt: string;
  validUntil: string;
  signatures: { algorithm: 'rsa-sha256'; keyId: string; signature: string }[];
}

/** The lines that are signed: every field but the signatures, in the order of the alphabet. */
function signedText(token: Json): Buffer {
  const lines = Object.entries(token).filter(([key]) => key !== 'signatures').map(([key, value]) => `${key}: ${String(value)}`);
  return Buffer.from(lines.sort().join('\n'));
}

/** By a place of ours, for an actor whose instance has a member there: the caller asked. */
export async function issueToken(deps: Pick<Deps, 'config' | 'database' | 'clock'>, placeId: string, actor: string): Promise<ActorToken> {
  const now = deps.clock.now();
  const { rsa } = await signingKeys(deps, placeId);
  const said = { issuer: actorUri(deps.config, placeId), actor, issuedAt: now.toISOString(), validUntil: new Date(now.getTime() + VALID_MS).toISOString() };
  const signature = Buffer.from(await webcrypto.subtle.sign('RSASSA-PKCS1-v1_5', rsa.privateKey, signedText(said))).toString('base64');
  return { ...said, signatures: [{ algorithm: 'rsa-sha256', keyId: rsa.keyId, signature }] };
}

/**
 * Whose place a token vouches for: its issuer's address. Null for a token that is not for who shows it, whose time is over or has not come,
 * that is for too long, or that its issuer did not sign.
 * @param header of `Authorization`
 * @param bearer who signed the request
 */
export async function issuerOfToken(deps: Pick<Deps, 'config' | 'database' | 'clock' | 'log'>, header: string | undefined, bearer: string): Promise<string | null> {
  const token = readToken(header);
  if (token === null || token.actor !== bearer) return null;
  const [from, until, now] = [Date.parse(token.issuedAt), Date.parse(token.validUntil), deps.clock.now().getTime()];
  if (!(from <= now + MARGIN_MS && until >= now - MARGIN_MS && until - from <= LONGEST_MS && until > from)) return null;
  const [signed] = token.signatures;
  if (signed === undefined || !sameOrigin(signed.keyId, token.issuer)) return null;
  const issuer = await remoteActor(deps, token.issuer);
  const pem = issuer.keys.find((key) => key.id === signed.keyId)?.material;
  if (pem === undefined || pem === null || !pem.startsWith('-----BEGIN')) return null;
  const holds = verify('sha256', signedText(token), createPublicKey(pem), Buffer.from(signed.signature, 'base64'));
  return holds ? token.issuer : null;
}

const LONGEST_HEADER = 4_000;

function readToken(header: string | undefined): ActorToken | null {
  if (header === undefined || header.length > LONGEST_HEADER || !header.startsWith('ActivityPubActorToken ')) return null;
  let json: unknown;
  try {
    json = JSON.parse(header.slice('ActivityPubActorToken '.length));
  } catch {
    return null;
  }
  if (!isJson(json) || !Array.isArray(json['signatures'])) return null;
  const words = ['issuer', 'actor', 'issuedAt', 'validUntil'].map((key) => textOf(json[key]));
  // What is signed is lines: what makes another line of one could put other words in the place of those that were signed.
  if (Object.entries(json).some(([key, value]) => key !== 'signatures' && /\p{C}/u.test(`${key}${String(value)}`))) return null;
  const [signature] = (json['signatures'] as unknown[]).filter((each) => isJson(each) && each['algorithm'] === 'rsa-sha256' && typeof each['keyId'] === 'string' && typeof each['signature'] === 'string');
  // Each of its fields was looked at.
  return words.includes(null) || signature === undefined ? null : ({ ...json, signatures: [signature] } as ActorToken);
}

const kept = new WeakMap<object, Map<string, ActorToken>>();

/** A token of the home of a place elsewhere, for this instance; asked for again a while before it ends. @throws {FetchRefused} */
export async function tokenFor(deps: Pick<Deps, 'config' | 'database' | 'clock' | 'log'>, replica: Pick<Replica, 'id' | 'uri'>): Promise<ActorToken> {
  const map = kept.get(deps.database) ?? new Map<string, ActorToken>();
  kept.set(deps.database, map);
  const known = map.get(replica.id);
  if (known !== undefined && Date.parse(known.validUntil) - deps.clock.now().getTime() > MARGIN_MS) return known;
  const { json } = await fetchWith(deps, `${replica.uri}/token`, { signAs: INSTANCE_ACTOR_ID });
  const token = readToken(`ActivityPubActorToken ${JSON.stringify(json)}`);
  if (token === null) throw new Error(`${replica.uri} gave a token that is none`);
  map.set(replica.id, token);
  return token;
}
