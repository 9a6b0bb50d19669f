// SPDX-License-Identifier: EUPL-1.2
import { hostOf, sameOrigin } from '../addresses.ts';
import { isObject, type Json } from '../wire/bounded-json.ts';
import type { Reason } from '../wire/reasons.ts';

/** The envelope of an activity. What is in it is for its handler. */
export interface Activity {
  uri: string;
  type: string;
  actorUri: string;
  /** Of the actor. */
  host: string;
  json: Json;
}

const LONGEST_ADDRESS = 2_000;
const LONGEST_TYPE = 100;

/** Reads who says what under which name, and refuses a name of another origin than the speaker's (FEP-fe34). */
export function readActivity(json: Json): { ok: true; activity: Activity } | { ok: false; reason: Reason } {
  const { type } = json;
  const uri = json['id'];
  if (typeof type !== 'string' || type === '' || type.length > LONGEST_TYPE) return { ok: false, reason: 'not-an-activity' };
  if (typeof uri !== 'string' || uri.length > LONGEST_ADDRESS || hostOf(uri) === null) return { ok: false, reason: 'not-an-activity' };
  const actorUri = idOf(json['actor']);
  const host = actorUri === null ? null : hostOf(actorUri);
  if (actorUri === null || host === null || actorUri.length > LONGEST_ADDRESS) return { ok: false, reason: 'no-actor' };
  if (!sameOrigin(uri, actorUri)) return { ok: false, reason: 'foreign-id' };
  return { ok: true, activity: { uri, type, actorUri, host, json } };
}

/** An address, or that of an object that stands there whole; of which nothing else is believed. */
export function idOf(value: unknown): string | null {
  const id = isObject(value) ? value['id'] : value;
  return typeof id === 'string' && id !== '' ? id : null;
}
