// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import { countUnread, readAllUpTo, type ThreadBefore, unreadBatch } from '../notifications/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { pushLive } from '../platform/live/push-live.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { type MarkerBefore, moveMarkersBack, readUpTo } from '../posts/public.ts';
import type { ReadBody, ReadingSchema } from './schemas.ts';

export const UNDO_WITHIN_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

/**
 * Marks as read what was new until a moment, in all places or in one, and remembers how it was: {@link undoReading}.
 * @throws {BadInput} naming `upTo`
 */
export async function readAll(trx: Trx, member: Member, { upTo: wanted, only, placeId }: Static<typeof ReadBody>, now: Date): Promise<Static<typeof ReadingSchema>> {
  const id = newId();
  const moment = Date.parse(wanted);
  // A leap second is a moment of RFC 3339, and none of JavaScript.
  if (Number.isNaN(moment)) throw new BadInput('upTo', { nl: 'Dit is geen moment.', en: 'This is no moment.' });
  // Nobody has read what is still to come; before 1970 nobody wrote here.
  const upTo = new Date(Math.max(0, Math.min(moment, now.getTime())));
  const everything = only === undefined && placeId === undefined;
  const threads = everything || only === 'notifications' ? await readAllUpTo(trx, member, { upTo, batch: id, now }) : [];
  const markers = only === 'notifications' ? [] : await readUpTo(trx, member, upTo, now, placeId !== undefined ? { placeId } : only);
  await trx.insertInto('reading').values({ id, owner_id: member.actorId, read_at: now, markers: JSON.stringify(markers), threads: JSON.stringify(threads) }).execute();
  return { id, undoUntil: new Date(now.getTime() + UNDO_WITHIN_MS).toISOString(), unreadNotifications: await tellScreens(trx, member) };
}

/**
 * Takes one press on "all" back, within ten minutes: exactly what it read, but for what was read by itself since. Doing so twice is
 * doing it once.
 * @throws {NotFound} when it is not there, too long ago, or somebody else's
 */
export async function undoReading(trx: Trx, member: Member, id: string, now: Date): Promise<void> {
  const reading = await trx
    .selectFrom('reading')
    .select(['read_at', 'markers', 'threads', 'undone_at'])
    .where('id', '=', id)
    .where('owner_id', '=', member.actorId)
    .where('read_at', '>', new Date(now.getTime() - UNDO_WITHIN_MS))
    .forUpdate()
    .executeTakeFirst();
  if (reading === undefined) throw new NotFound();
  if (reading.undone_at !== null) return;
  // Only readAll writes these.
  await unreadBatch(trx, member, id, reading.threads as unknown as ThreadBefore[], reading.read_at);
  await moveMarkersBack(trx, member, reading.markers as unknown as MarkerBefore[], reading.read_at);
  await trx.updateTable('reading').set({ undone_at: now }).where('id', '=', id).where('owner_id', '=', member.actorId).execute();
  await tellScreens(trx, member);
}

/** Last in a transaction. @returns how many notifications are unread */
async function tellScreens(trx: Trx, member: Member): Promise<number> {
  const unread = await countUnread(trx, member);
  await pushLive(trx, [{ topic: 'me', event: 'read.changed', data: { unread }, recipientId: member.actorId }]);
  return unread;
}

/** What cannot be taken back any more need not be remembered. */
export const forgetReadings: Schedule = {
  name: 'forget-readings',
  everyMs: HOUR_MS,
  run: ({ database, clock }) =>
    database.asSystem(async (trx) => {
      await trx.deleteFrom('reading').where('read_at', '<', new Date(clock.now().getTime() - UNDO_WITHIN_MS)).execute();
    }),
};
