// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import { pushLive } from '../platform/live/push-live.ts';
import type { Level } from './levels.ts';
import { type DigestRhythm, nextDigestMoment, type QuietHours, type Rhythm } from './moments.ts';

export interface Settings extends DigestRhythm, QuietHours {
  ownerId: string;
  mailAtOnce: boolean;
  pushAtOnce: boolean;
}

/** As the table has it for a new account. */
export const atFirst: Omit<Settings, 'ownerId'> = { digestRhythm: 'workdays', digestHour: 8, digestWeekday: 1, timeZone: 'Europe/Amsterdam', quietFrom: null, quietUntil: null, mailAtOnce: true, pushAtOnce: true };

const columns = ['owner_id', 'digest_rhythm', 'digest_hour', 'digest_weekday', 'time_zone', 'quiet_from', 'quiet_until', 'mail_at_once', 'push_at_once'] as const;

/** How these people want to hear; as the system, or of the viewer only. */
export async function settingsOf(trx: Trx, actorIds: readonly string[]): Promise<ReadonlyMap<string, Settings>> {
  if (actorIds.length === 0) return new Map();
  const rows = await trx.selectFrom('notification_setting').select([...columns]).where('owner_id', 'in', [...actorIds]).execute();
  return new Map(
    rows.map((row): [string, Settings] => [
      row.owner_id,
      {
        ownerId: row.owner_id,
        // A check constraint keeps the rhythm to these words.
        digestRhythm: row.digest_rhythm as Rhythm,
        digestHour: row.digest_hour,
        digestWeekday: row.digest_weekday,
        timeZone: row.time_zone,
        quietFrom: row.quiet_from,
        quietUntil: row.quiet_until,
        mailAtOnce: row.mail_at_once,
        pushAtOnce: row.push_at_once,
      },
    ]),
  );
}

export type SettingsChange = Partial<Omit<Settings, 'ownerId'>>;

/** Changes what is given and reckons the next digest anew. @returns how it stands then. */
export async function changeSettings(trx: Trx, ownerId: string, change: SettingsChange, now: Date): Promise<Settings> {
  await trx.insertInto('notification_setting').values({ owner_id: ownerId, digest_until: now }).onConflict((conflict) => conflict.doNothing()).execute();
  await trx.selectFrom('notification_setting').select('owner_id').where('owner_id', '=', ownerId).forUpdate().execute();
  const before = (await settingsOf(trx, [ownerId])).get(ownerId);
  if (before === undefined) throw new Error('settings that were just locked are gone');
  const after: Settings = { ...before, ...change };
  await trx
    .updateTable('notification_setting')
    .set({
      digest_rhythm: after.digestRhythm,
      digest_hour: after.digestHour,
      digest_weekday: after.digestWeekday,
      time_zone: after.timeZone,
      quiet_from: after.quietFrom,
      quiet_until: after.quietUntil,
      mail_at_once: after.mailAtOnce,
      push_at_once: after.pushAtOnce,
      next_digest_at: nextDigestMoment(after, now),
      // Whoever had none for a year does not find that year in the first.
      ...(before.digestRhythm === 'never' && after.digestRhythm !== 'never' ? { digest_until: now } : {}),
    })
    .where('owner_id', '=', ownerId)
    .execute();
  return after;
}

/** @param level null for as it is without a choice */
export async function setPlaceLevel(trx: Trx, ownerId: string, placeId: string, level: Level | null): Promise<void> {
  if (level === null) await trx.deleteFrom('place_level').where('owner_id', '=', ownerId).where('place_id', '=', placeId).execute();
  else await trx.insertInto('place_level').values({ owner_id: ownerId, place_id: placeId, level }).onConflict((conflict) => conflict.columns(['owner_id', 'place_id']).doUpdateSet({ level })).execute();
  await tellScreens(trx, ownerId);
}

/** @param level null for as its place */
export async function setThreadLevel(trx: Trx, ownerId: string, rootId: string, level: Level | null): Promise<void> {
  if (level === null) await trx.deleteFrom('thread_level').where('owner_id', '=', ownerId).where('root_id', '=', rootId).execute();
  else await trx.insertInto('thread_level').values({ owner_id: ownerId, root_id: rootId, level }).onConflict((conflict) => conflict.columns(['owner_id', 'root_id']).doUpdateSet({ level })).execute();
  await tellScreens(trx, ownerId);
}

/** What one wants to hear nothing of is not counted as unread: their screens count anew. */
function tellScreens(trx: Trx, ownerId: string): Promise<void> {
  return pushLive(trx, [{ topic: 'me', event: 'read.changed', data: {}, recipientId: ownerId }]);
}
