// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { remoteActor } from '../actors/remote-actors.ts';
import { hostOf, INSTANCE_ACTOR_ID, oursAt } from '../addresses.ts';
import { type ReadObject, readObject } from '../translate/post-of-object.ts';
import { isJson, type Json } from '../translate/read-json.ts';
import { within } from '../wire/deadline.ts';
import { FetchRefused, fetchJson } from '../wire/fetch.ts';
import { tokenFor } from './actor-token.ts';
import { mayBeKept, postAt, type Written } from './keep-object.ts';
import type { Replica } from './place-rows.ts';

/** An answer whose question is further up than this is kept as far as the home sends it. */
const MOST_PARENTS = 20;
/** For all of them. */
const PATIENCE_MS = 20_000;

/**
 * Something in a place elsewhere, from where it stands: with the token of the home where that is a third instance (FEP-db0e).
 * @throws {FetchRefused}
 */
export async function fetchWritten(deps: Deps, replica: Replica, uri: string): Promise<Written> {
  const { json } = await fetchInPlace(deps, replica, uri);
  const object = readObject(json);
  if (object === null || object.attributedTo === null) throw new FetchRefused('not-an-activity', uri);
  return { object, ...(await authorOf(deps, object.attributedTo)) };
}

/** A document of somebody, asked for in the name of the instance. */
export async function fetchInPlace(deps: Deps, replica: Replica, uri: string): Promise<{ json: Json }> {
  const third = hostOf(uri) !== replica.host && replica.access !== 'open' && replica.speaksPlein;
  const headers = third ? { authorization: `ActivityPubActorToken ${JSON.stringify(await tokenFor(deps, replica))}` } : {};
  const { json } = await fetchJson(deps, uri, { signAs: INSTANCE_ACTOR_ID, headers });
  return { json };
}

/** @throws {FetchRefused} */
export async function authorOf(deps: Deps, uri: string): Promise<{ authorId: string; authorUri: string }> {
  const ours = oursAt(deps.config, uri);
  if (ours?.kind === 'actor') return { authorId: ours.id, authorUri: uri };
  const actor = await remoteActor(deps, uri);
  if (actor.goneAt !== null) throw new FetchRefused('gone', uri);
  return { authorId: actor.id, authorUri: actor.uri };
}

/**
 * What an answer answers, and what that answers, as far as it is not here: the furthest up first. What cannot be had leaves the rest.
 */
export function fetchParents(deps: Deps, replica: Replica, answer: ReadObject, patienceMs = PATIENCE_MS): Promise<Written[]> {
  return within(patienceMs, () => climb(deps, replica, answer));
}

async function climb(deps: Deps, replica: Replica, answer: ReadObject): Promise<Written[]> {
  const found: Written[] = [];
  let uri = answer.inReplyTo;
  for (let depth = 0; depth < MOST_PARENTS && uri !== null; depth++) {
    const wanted: string = uri;
    if (oursAt(deps.config, wanted) !== null || (await deps.database.asSystem((trx) => postAt(trx, wanted))) !== null) break;
    const parent = await fetchWritten(deps, replica, wanted).catch((error: unknown) => {
      if (!(error instanceof FetchRefused) || error.mayPass) throw error;
      return null;
    });
    if (parent === null || mayBeKept(replica, parent) !== null) break;
    found.unshift(parent);
    uri = parent.object.inReplyTo;
  }
  return found;
}

/** What an activity is about, if it stands there in full and is its actor's own. */
export function objectOf(activity: Json): Json | null {
  const { object } = activity;
  return isJson(object) ? object : null;
}
