// SPDX-License-Identifier: EUPL-1.2
import { language } from './t.ts'

/** "08:00" */
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** "maandag" for 1, as ISO 8601 counts. */
export const weekdayName = (weekday: number): string => new Intl.DateTimeFormat(language.value, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 10, 22 + weekday)))

/** "maandag 23 november om 08:00", on the clock of a zone; that of the device where it does not know the zone. */
export function momentIn(iso: string, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat(language.value, { ...options, timeZone }).format(new Date(iso))
  } catch {
    return new Intl.DateTimeFormat(language.value, options).format(new Date(iso))
  }
}
