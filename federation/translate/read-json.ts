// SPDX-License-Identifier: EUPL-1.2

/** Reading what strangers sent: compacted JSON, in which nothing has the shape that one hopes for. */

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** Of one value, a list of them, or nothing. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

const MOST_NAMED = 500;

/** The address of a thing, whether it is named or stands there in full; null for what has none. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return isJson(value) ? textOf(value['id']) : null;
}

export function idsOf(value: unknown): string[] {
  return listOf(value).slice(0, MOST_NAMED).flatMap((each) => idOf(each) ?? []);
}

/** The first address that a link, or a list of links, leads to. */
export function hrefOf(value: unknown): string | null {
  for (const each of listOf(value)) {
    const found = typeof each === 'string' ? each : isJson(each) ? (textOf(each['href']) ?? textOf(each['url'])) : null;
    if (found !== null) return found;
  }
  return null;
}

/** A moment as ISO 8601; null for what is none. */
export function momentIn(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1970 || moment.getUTCFullYear() > 9000 ? null : moment;
}

/** Of `Create` and `https://…#Create` alike. */
export function typesOf(value: unknown): string[] {
  return listOf(value).flatMap((each) => (typeof each === 'string' ? [each.replace(/^.*[#/:]/, '')] : []));
}
