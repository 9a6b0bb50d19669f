// SPDX-License-Identifier: EUPL-1.2

/** What a clock on somebody's wall says; reckoned with Intl alone, so that it can judge the product's own reckoning. */
export interface WallClock {
  hour: number;
  minute: number;
  /** 1 is Monday. */
  weekday: number;
}

const MINUTE_MS = 60_000;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

export function wallClock(moment: Date, zone: string): WallClock {
  let format = formats.get(zone);
  if (format === undefined) formats.set(zone, (format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { hour: Number(parts['hour']), minute: Number(parts['minute']), weekday: weekdays.indexOf(parts['weekday'] ?? '') + 1 };
}

/** The first whole minute after `moment` for which something is true of the wall clock. */
function firstMinute(moment: Date, zone: string, wanted: (clock: WallClock) => boolean): Date {
  for (let minute = Math.floor(moment.getTime() / MINUTE_MS) + 1; ; minute++) {
    const at = new Date(minute * MINUTE_MS);
    if (wanted(wallClock(at, zone))) return at;
  }
}

export interface Rhythm {
  rhythm: 'workdays' | 'weekly' | 'never';
  hour: number;
  weekday: number;
}

/** When the next digest is due after `moment`; null for never. */
export function nextDigest(moment: Date, zone: string, { rhythm, hour, weekday }: Rhythm): Date | null {
  if (rhythm === 'never') return null;
  return firstMinute(moment, zone, (clock) => clock.hour === hour && clock.minute === 0 && (rhythm === 'workdays' ? clock.weekday <= 5 : clock.weekday === weekday));
}

/** `moment`, or the end of the quiet hours it falls in. From 22 until 7 passes midnight. */
export function afterQuiet(moment: Date, zone: string, quiet: { from: number; until: number } | null): Date {
  if (quiet === null) return moment;
  const { from, until } = quiet;
  const isQuiet = ({ hour }: WallClock) => (from <= until ? hour >= from && hour < until : hour >= from || hour < until);
  return isQuiet(wallClock(moment, zone)) ? firstMinute(moment, zone, (clock) => !isQuiet(clock)) : moment;
}
