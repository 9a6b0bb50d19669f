// SPDX-License-Identifier: EUPL-1.2
import { language, t } from './t.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const formats = new Map<string, Intl.DateTimeFormat>()
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language.value}:${name}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language.value, options)
  formats.set(key, known)
  return known
}

/** "20 november 2026" */
export const formatDate = (iso: string): string => format('date', { dateStyle: 'long' }).format(new Date(iso))
/** "vrijdag 20 november" */
export const formatDay = (iso: string): string => format('weekday', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(iso))
/** "20 november 2026 om 11:05" */
export const formatMoment = (iso: string): string => format('moment', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** "zojuist", "12 min", "3 uur", "gisteren", "4 dagen geleden", "7 nov", "7 nov 2025". */
export function formatSince(iso: string, now = Date.now()): string {
  const date = new Date(iso)
  const age = now - date.getTime()
  if (age < minute) return t('time.justNow')
  if (age < hour) return t('time.minutes', { count: Math.floor(age / minute) })
  const days = Math.round((midnight(new Date(now)) - midnight(date)) / day)
  if (days === 0) return t('time.hours', { count: Math.floor(age / hour) })
  if (days === 1) return t('time.yesterday')
  if (days < 7) return t('time.days', { count: days })
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return sameYear ? format('day', { day: 'numeric', month: 'short' }).format(date) : format('dayYear', { day: 'numeric', month: 'short', year: 'numeric' }).format(date)
}
