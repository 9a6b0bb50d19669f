// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, type KeyObject } from 'node:crypto';
import { convert } from 'html-to-text';
import { cleanName } from '../../server/identity/public.ts';
import { hostOf, sameOrigin } from '../addresses.ts';
import { isObject, type Json } from '../wire/bounded-json.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import { keyOfMultibase } from '../wire/multibase.ts';
import { CLOSED_PLACES } from './capabilities.ts';

/** A key that an actor says is theirs; without material where the document only refers to it. */
export interface ListedKey {
  id: string;
  /** PEM of an RSA key, or a Multikey; null where it is elsewhere. */
  material: string | null;
}

/** What we take of somebody's document: bounded, and nothing that speaks for another host. */
export interface ActorDocument {
  uri: string;
  host: string;
  kind: 'Person' | 'Service' | 'Organization' | 'Group' | 'Application';
  handle: string;
  name: string;
  /** Plain text. */
  summary: string;
  inbox: string;
  sharedInbox: string | null;
  outbox: string | null;
  followers: string | null;
  members: string | null;
  /** Their page. */
  url: string | null;
  manuallyApproves: boolean;
  accessType: string | null;
  /** Declares that what is for members stays with members. */
  closedPlaces: boolean;
  keys: ListedKey[];
  movedTo: string | null;
}

const kinds = ['Person', 'Service', 'Organization', 'Group', 'Application'] as const;
const LONGEST_ADDRESS = 2_000;
const LONGEST_NAME = 100;
const LONGEST_SUMMARY = 2_000;
const LONGEST_PEM = 8_192;
const MOST_KEYS = 10;

/**
 * Reads an actor document that was found at its own id.
 * @throws {FetchRefused} with `not-an-actor`, `foreign-inbox` or `key-foreign-owner`
 */
export function readActor(json: Json): ActorDocument {
  const uri = addressIn(json['id']);
  const host = uri === null ? null : hostOf(uri);
  const inbox = addressIn(json['inbox']);
  const kind = kinds.find((each) => typesOf(json).includes(each));
  if (uri === null || host === null || inbox === null || kind === undefined) throw new FetchRefused('not-an-actor', String(json['id']).slice(0, 200));
  // What is sent there would be sent in our name to somebody who did not ask.
  if (!sameOrigin(uri, inbox)) throw new FetchRefused('foreign-inbox', uri);
  const own = (value: unknown): string | null => {
    const address = addressIn(value);
    return address !== null && sameOrigin(uri, address) ? address : null;
  };
  const handle = handleIn(json['preferredUsername'], uri);
  const accessType = json['sm:accessType'] ?? json['accessType'];
  return {
    uri, host, kind, handle, inbox,
    name: nameIn(json['name'], handle),
    summary: textOf(json['summary']),
    sharedInbox: isObject(json['endpoints']) ? own(json['endpoints']['sharedInbox']) : null,
    outbox: own(json['outbox']),
    followers: own(json['followers']),
    members: own(json['members']),
    url: pageIn(json['url']),
    manuallyApproves: json['manuallyApprovesFollowers'] === true,
    accessType: typeof accessType === 'string' ? accessType.slice(0, 20) : null,
    closedPlaces: implementsOf(json).includes(CLOSED_PLACES),
    keys: keysOf(json, uri),
    movedTo: addressIn(json['movedTo']),
  };
}

export function typesOf(json: Json): string[] {
  const { type } = json;
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((each): each is string => typeof each === 'string').slice(0, 5);
}

/** An address by itself, or the id of what stands there. */
export function addressIn(value: unknown): string | null {
  const text = isObject(value) ? value['id'] : value;
  if (typeof text !== 'string' || text.length > LONGEST_ADDRESS || hostOf(text) === null) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? text : null;
}

/** The page among the links, not the document again. */
function pageIn(value: unknown): string | null {
  const all = (Array.isArray(value) ? (value as unknown[]) : [value]).slice(0, 10);
  for (const each of all) {
    const address = isObject(each) ? addressIn(each['href']) : addressIn(each);
    if (address !== null && (!isObject(each) || each['mediaType'] === undefined || each['mediaType'] === 'text/html')) return address;
  }
  return null;
}

/** Letters, digits and what handles elsewhere have besides; what is something else is named by the end of its address. */
function handleIn(value: unknown, uri: string): string {
  const usable = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}_.-]/gu, '').slice(0, 60);
  const said = typeof value === 'string' ? usable(value) : '';
  return said === '' ? usable(new URL(uri).pathname.split('/').filter((part) => part !== '').at(-1) ?? '') || 'actor' : said;
}

// Control characters, what turns the direction of writing, and what is not seen at all.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

function nameIn(value: unknown, handle: string): string {
  const name = typeof value === 'string' ? cleanName(textOf(value).replace(/\s+/g, ' ').replace(unseen, '')).slice(0, LONGEST_NAME).trim() : '';
  return name === '' ? handle : name;
}

/** Of HTML what is to be read. */
export function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  const text = convert(value.slice(0, 50_000), { wordwrap: false, limits: { maxInputLength: 50_000, maxDepth: 30, maxChildNodes: 2_000 }, selectors: [{ selector: 'img', format: 'skip' }, { selector: 'a', options: { ignoreHref: true } }] });
  return text.replace(/[^\P{C}\n]/gu, '').slice(0, LONGEST_SUMMARY).trim();
}

/** FEP-844e, in either of the shapes that are about: addresses, or objects with one. */
export function implementsOf(json: Json): string[] {
  const from = isObject(json['generator']) ? json['generator']['implements'] : json['implements'];
  const all = Array.isArray(from) ? (from as unknown[]) : [from];
  return all.slice(0, 50).map((each) => (isObject(each) ? (each['href'] ?? each['id']) : each)).filter((each): each is string => typeof each === 'string');
}

/** RSA keys of `publicKey` and Ed25519 keys of `assertionMethod` (FEP-521a). A key that says it is another's makes the whole document false. */
export function keysOf(json: Json, uri: string): ListedKey[] {
  const listed = [json['publicKey'], json['assertionMethod']].flatMap((each) => (Array.isArray(each) ? (each as unknown[]) : each === undefined || each === null ? [] : [each])).slice(0, MOST_KEYS);
  return listed.flatMap((each): ListedKey[] => {
    const id = addressIn(each);
    if (id === null || !sameOrigin(id, uri)) return [];
    if (!isObject(each)) return [{ id, material: null }];
    const owner = each['owner'] ?? each['controller'];
    if (owner !== undefined && addressIn(owner) !== uri) throw new FetchRefused('key-foreign-owner', uri);
    const material = materialIn(each);
    return material === null ? [] : [{ id, material }];
  });
}

/** PEM or Multikey of a key, by itself or in a list. */
export function materialIn(key: Json): string | null {
  const material = key['publicKeyPem'] ?? key['publicKeyMultibase'];
  return typeof material === 'string' && material.length <= LONGEST_PEM ? material.trim() : null;
}

const LEAST_RSA_BITS = 2_048;
const MOST_RSA_BITS = 8_192;

/** Null for what is no RSA key of a usable size and no Ed25519 key. */
export function keyFrom(material: string): KeyObject | null {
  if (material.startsWith('z')) return keyOfMultibase(material);
  try {
    const key = createPublicKey(material);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS ? key : null;
  } catch {
    return null;
  }
}
