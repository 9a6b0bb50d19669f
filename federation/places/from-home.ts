// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { oursAt, PUBLIC, sameOrigin } from '../addresses.ts';
import type { Handled, Handler, Received } from '../inbox/handler.ts';
import { isPublic, readObject } from '../translate/post-of-object.ts';
import { idOf, idsOf, isJson, type Json, typesOf } from '../translate/read-json.ts';
import { proofHolds } from '../wire/proof.ts';
import type { Reason } from '../wire/reasons.ts';
import { changeFromHome, removeFromHome, returnFromHome, taken } from './changes-from-home.ts';
import { authorOf, fetchInPlace, fetchParents, fetchWritten, objectOf } from './fetch-written.ts';
import { keepWritten, type Written } from './keep-object.ts';
import { type Replica, replicaByUri } from './place-rows.ts';
import { reactionFromHome } from './reaction-from-home.ts';

/** What of an announcement was found out before anything is written. */
type Prepared =
  | { refused: Reason }
  | { nothing: true }
  | { parents: Written[]; written: Written }
  | { activity: Json; type: string; authorId: string; authorUri: string };

/**
 * What the home of a place elsewhere passes on: everything that happens there. It is believed about what is its own, and of others what
 * carries their proof, or what they themselves say at its address (FEP-1b12, FEP-8b32, FEP-fe34). Of places that nobody here is in
 * nothing is kept.
 */
export const fromHome: Handler = {
  types: ['Announce'],
  applies: (_trx, { actor, announcedBy }) => actor.type === 'building' && announcedBy === null,
  prepare: (deps, received) => look(deps, received),
  async handle(trx, deps, received, found) {
    // As `look` gave it.
    const prepared = found as Prepared;
    if ('refused' in prepared) return { outcome: 'refused', reason: prepared.refused };
    if ('nothing' in prepared) return { outcome: 'done' };
    const replica = await replicaOfMembers(trx, received.actor.uri);
    if (replica === null) return { outcome: 'refused', reason: 'not-a-member' };
    if (replica.access !== 'open' && saysPublic(received.json)) return { outcome: 'refused', reason: 'said-public' };
    if ('written' in prepared) return keepAll(trx, deps, replica, prepared);
    return carryOut(trx, deps, replica, received, prepared);
  },
};

async function keepAll(trx: Trx, deps: Deps, replica: Replica, { parents, written }: { parents: Written[]; written: Written }): Promise<Handled> {
  if (oursAt(deps.config, written.object.uri) !== null) return { outcome: 'done' };
  for (const parent of parents) await keepWritten(trx, deps, replica, parent);
  return asHandled(await keepWritten(trx, deps, replica, written));
}

async function carryOut(trx: Trx, deps: Deps, replica: Replica, received: Received, { activity, type, authorId, authorUri }: Extract<Prepared, { activity: Json }>): Promise<Handled> {
  const by = { id: authorId, uri: authorUri };
  switch (type) {
    case 'Create':
    case 'Update':
      if (oursAt(deps.config, authorUri) !== null) return asHandled(await taken(trx, replica, activity));
      return asHandled(await changeFromHome(trx, deps, replica, by, activity));
    case 'Delete':
      return asHandled(await removeFromHome(trx, deps, replica, by, activity, received.actor.uri));
    default: {
      const undone = type === 'Undo' && isJson(activity['object']) ? activity['object'] : null;
      if (undone !== null && typesOf(undone['type']).includes('Delete')) return asHandled(await returnFromHome(trx, deps, replica, by, undone));
      return asHandled(await reactionFromHome(trx, deps, replica, by, activity));
    }
  }
}

const asHandled = (refusal: Reason | null): Handled => (refusal === null ? { outcome: 'done' } : { outcome: 'refused', reason: refusal });

/** Of a place that somebody here is in; null for every other. */
export async function replicaOfMembers(trx: Trx, uri: string): Promise<Replica | null> {
  const replica = await replicaByUri(trx, uri);
  if (replica === null) return null;
  const member = await trx.selectFrom('membership').select('id').where('place_id', '=', replica.id).where('state', '=', 'active').limit(1).executeTakeFirst();
  return member === undefined ? null : replica;
}

const kinds = ['Create', 'Update', 'Delete', 'Like', 'EmojiReact', 'Undo'];

/** @throws {FetchRefused} for what may be had later */
async function look(deps: Deps, { actor, json }: Received): Promise<Prepared> {
  const replica = await deps.database.asSystem((trx) => replicaOfMembers(trx, actor.uri));
  if (replica === null) return { refused: 'not-a-member' };
  const inner = objectOf(json);
  if (inner === null) return lookAt(deps, replica, idOf(json['object']));
  if (replica.access !== 'open' && (saysPublic(inner) || saysPublic(objectOf(inner) ?? {}))) return { refused: 'said-public' };
  const type = kinds.find((each) => typesOf(inner['type']).includes(each));
  const by = idOf(inner['actor']);
  if (type === undefined) return { nothing: true };
  if (by === null || typeof inner['id'] !== 'string') return { refused: 'no-actor' };
  const believed = await believe(deps, replica, actor.uri, type, by, inner);
  if (typeof believed === 'string') return { refused: believed };
  const author = await authorOf(deps, by);
  if (type !== 'Create' || oursAt(deps.config, by) !== null) return { activity: believed, type, ...author };
  const object = readObject(believed['object']);
  if (object === null) return { nothing: true };
  return { written: { object, ...author }, parents: await fetchParents(deps, replica, object) };
}

/** Named by its address: what a Plein says beside the whole of it; of others it is asked for. */
async function lookAt(deps: Deps, replica: Replica, uri: string | null): Promise<Prepared> {
  if (uri === null) return { refused: 'not-understood' };
  if (replica.speaksPlein || oursAt(deps.config, uri) !== null) return { nothing: true };
  const written = await fetchWritten(deps, replica, uri);
  return { written, parents: await fetchParents(deps, replica, written.object) };
}

/** What is said in it, if it is to be believed; else why not. */
async function believe(deps: Deps, replica: Replica, homeUri: string, type: string, by: string, inner: Json): Promise<Json | Reason> {
  const uri = String(inner['id']);
  if (!sameOrigin(uri, by)) return 'foreign-id';
  if (sameOrigin(by, homeUri)) return inner;
  const ours = oursAt(deps.config, by);
  if (ours !== null) return (await saidHere(deps, uri, type, by)) ?? 'not-theirs';
  if (isJson(inner['proof'])) return (await proofHolds(deps, inner))?.actorUri === by ? inner : 'proof-false';
  const object = idOf(inner['object']);
  if ((type !== 'Create' && type !== 'Update') || object === null) return 'proof-missing';
  // Its author's own instance says what it says.
  const { json } = await fetchInPlace(deps, replica, object);
  return { ...inner, object: json };
}

/** As one of ours said it, whatever stands under its address elsewhere; null for what they did not say. */
async function saidHere({ database }: Pick<Deps, 'database'>, uri: string, type: string, by: string): Promise<Json | null> {
  // What was sent is nobody's to read.
  const sent = await database.asSystem((trx) => trx.selectFrom('sent_activity').select('body').where('uri', '=', uri).executeTakeFirst());
  const said: unknown = sent === undefined ? null : JSON.parse(sent.body);
  return isJson(said) && typesOf(said['type']).includes(type) && idOf(said['actor']) === by ? said : null;
}

function saysPublic(json: Json): boolean {
  return [...idsOf(json['to']), ...idsOf(json['cc']), ...idsOf(json['audience'])].some((each) => each === PUBLIC || isPublic(each));
}
