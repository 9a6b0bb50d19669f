// SPDX-License-Identifier: EUPL-1.2
import { DateTime } from 'luxon';

/** Answers that come close together are told together. */
export const BUNDLE_MS = 60_000;
const FALLBACK_ZONE = 'Europe/Amsterdam';

/** On the clock of the person: whole hours, from 22 until 7 passes midnight. Nulls for none. */
export interface QuietHours {
  timeZone: string;
  quietFrom: number | null;
  quietUntil: number | null;
}

export const rhythms = ['workdays', 'weekly', 'never'] as const;
export type Rhythm = (typeof rhythms)[number];

export interface DigestRhythm {
  digestRhythm: Rhythm;
  digestHour: number;
  /** 1 is Monday (ISO 8601); of the weekly digest. */
  digestWeekday: number;
  timeZone: string;
}

/** Names of zones come and go with the system's list; an unknown one must not keep somebody from hearing anything. */
function onTheClockOf(timeZone: string, moment: Date): DateTime {
  const local = DateTime.fromJSDate(moment, { zone: timeZone });
  return local.isValid ? local : DateTime.fromJSDate(moment, { zone: FALLBACK_ZONE });
}

const onTheHour = { minute: 0, second: 0, millisecond: 0 } as const;

/** The moment itself, or the end of the quiet hours that it falls in. An hour that the clock skips ends when the clock is past it. */
export function afterQuietHours({ timeZone, quietFrom, quietUntil }: QuietHours, moment: Date): Date {
  if (quietFrom === null || quietUntil === null || quietFrom === quietUntil) return moment;
  const local = onTheClockOf(timeZone, moment);
  const { hour } = local;
  const quiet = quietFrom < quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;
  if (!quiet) return moment;
  const day = hour < quietUntil ? local : local.plus({ days: 1 });
  return day.set({ hour: quietUntil, ...onTheHour }).toJSDate();
}

/** When something that happens now is told outside the application. */
export function dueMoment(quiet: QuietHours, now: Date): Date {
  return afterQuietHours(quiet, new Date(now.getTime() + BUNDLE_MS));
}

const FRIDAY = 5;

/** The first moment after this one at which a digest is sent; null for never. */
export function nextDigestMoment({ digestRhythm, digestHour, digestWeekday, timeZone }: DigestRhythm, after: Date): Date | null {
  if (digestRhythm === 'never') return null;
  const today = onTheClockOf(timeZone, after).startOf('day');
  // A week and a day: today's hour may have passed.
  for (let days = 0; days <= 7; days++) {
    const candidate = today.plus({ days }).set({ hour: digestHour, ...onTheHour });
    const suits = digestRhythm === 'weekly' ? candidate.weekday === digestWeekday : candidate.weekday <= FRIDAY;
    if (suits && candidate.toMillis() > after.getTime()) return candidate.toJSDate();
  }
  throw new Error('a week has no such day');
}

/** Whether the system knows a zone by this name (IANA). */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z0-9_+\-/]{1,64}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets such as "+02:00" are taken too, but know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
