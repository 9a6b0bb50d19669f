// SPDX-License-Identifier: EUPL-1.2
import { changeSettings, type Level, levels, rhythms, setPlaceLevel, setThreadLevel, settingsOf } from '../notifications/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

/** What a link at the foot of a mail ends: that, and nothing else. */
export const endings = ['digest', 'at-once', 'thread', 'place'] as const;
export type Ending = (typeof endings)[number];

export interface Unsubscription {
  /** Actor id. */
  person: string;
  what: Ending;
  /** Of the thread or place; empty for the others. */
  thing: string;
}

const PURPOSE = 'unsubscribe';
/** A mail that is found back after years still ends what it names. */
const VALID_SECONDS = 5 * 365 * 24 * 3_600;

/** The address that a person opens and a mail program posts to (RFC 8058). */
export async function unsubscribeUrl({ signing, config }: Pick<Deps, 'signing' | 'config'>, { person, what, thing }: Unsubscription): Promise<string> {
  return `${config.publicUrl}/unsubscribe?token=${await signing.sign(PURPOSE, { person, what, thing }, VALID_SECONDS)}`;
}

export async function readToken({ signing }: Pick<Deps, 'signing'>, token: string): Promise<Unsubscription | null> {
  const claims = await signing.verify(PURPOSE, token);
  const what = endings.find((each) => each === claims?.['what']);
  return claims === null || what === undefined || claims['person'] === undefined ? null : { person: claims['person'], what, thing: claims['thing'] ?? '' };
}

const UNDO_PURPOSE = 'undo-unsubscribe';
/** Whoever thinks better of it does so at once; an old mail in other hands switches nothing on. */
const UNDO_VALID_SECONDS = 3_600;

/** What one gives back to have it as it was: only that, and not for long. */
export function undoToken({ signing }: Pick<Deps, 'signing'>, { person, what, thing }: Unsubscription, before: Before): Promise<string> {
  return signing.sign(UNDO_PURPOSE, { person, what, thing, before: before ?? '' }, UNDO_VALID_SECONDS);
}

/** Undefined for what is no way back from this, or is too old. */
export async function readUndo({ signing }: Pick<Deps, 'signing'>, { person, what, thing }: Unsubscription, token: string): Promise<Before | undefined> {
  const claims = await signing.verify(UNDO_PURPOSE, token);
  if (claims === null || claims['person'] !== person || claims['what'] !== what || claims['thing'] !== thing) return undefined;
  return claims['before'] || null;
}

/** How it stood, as {@link resume} takes it; null where nothing was chosen. */
export type Before = string | null;

/** @returns how it stood before; undefined when it was ended already, or there is nobody or nothing left. As the system. */
export async function unsubscribe(trx: Trx, { person, what, thing }: Unsubscription, now: Date): Promise<Before | undefined> {
  const settings = (await settingsOf(trx, [person])).get(person);
  if (settings === undefined) return undefined;
  if (what === 'digest') {
    if (settings.digestRhythm === 'never') return undefined;
    await changeSettings(trx, person, { digestRhythm: 'never' }, now);
    return settings.digestRhythm;
  }
  if (what === 'at-once') {
    if (!settings.mailAtOnce) return undefined;
    await changeSettings(trx, person, { mailAtOnce: false }, now);
    return null;
  }
  return what === 'thread' ? endThread(trx, person, thing) : endPlace(trx, person, thing);
}

async function endThread(trx: Trx, person: string, rootId: string): Promise<Before | undefined> {
  if ((await trx.selectFrom('post').select('id').where('id', '=', rootId).executeTakeFirst()) === undefined) return undefined;
  const level = (await trx.selectFrom('thread_level').select('level').where('owner_id', '=', person).where('root_id', '=', rootId).executeTakeFirst())?.level ?? null;
  if (level === 'none') return undefined;
  await setThreadLevel(trx, person, rootId, 'none');
  return level;
}

/** News ends; who names or answers me is heard all the same. */
async function endPlace(trx: Trx, person: string, placeId: string): Promise<Before | undefined> {
  if ((await trx.selectFrom('place').select('id').where('id', '=', placeId).executeTakeFirst()) === undefined) return undefined;
  const level = (await trx.selectFrom('place_level').select('level').where('owner_id', '=', person).where('place_id', '=', placeId).executeTakeFirst())?.level ?? null;
  if (level === 'none' || level === 'mentions') return undefined;
  await setPlaceLevel(trx, person, placeId, 'mentions');
  return level;
}

/** The way back. @param before as {@link unsubscribe} gave it. As the system. */
export async function resume(trx: Trx, { person, what, thing }: Unsubscription, before: Before, now: Date): Promise<void> {
  const settings = (await settingsOf(trx, [person])).get(person);
  if (settings === undefined) return;
  const level: Level | null = levels.find((each) => each === before) ?? null;
  if (what === 'digest' && settings.digestRhythm === 'never') await changeSettings(trx, person, { digestRhythm: rhythms.find((each) => each === before) ?? 'workdays' }, now);
  if (what === 'at-once') await changeSettings(trx, person, { mailAtOnce: true }, now);
  if (what === 'thread' && (await trx.selectFrom('post').select('id').where('id', '=', thing).executeTakeFirst()) !== undefined) await setThreadLevel(trx, person, thing, level);
  if (what === 'place' && (await trx.selectFrom('place').select('id').where('id', '=', thing).executeTakeFirst()) !== undefined) await setPlaceLevel(trx, person, thing, level);
}
