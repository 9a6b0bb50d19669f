// SPDX-License-Identifier: EUPL-1.2
import { isUuid } from '../ids.ts';
import { BadInput } from './problem.ts';

/** Where a page ended: the values of the sort key, last one the id. */
export type CursorKey = readonly (string | number)[];

export const DEFAULT_LIMIT = 20;

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** What a value of a key must be, so that a cursor somebody made up is refused here and not by the database. */
export type CursorPart = 'text' | 'integer' | 'id' | 'moment';

const isPart: Record<CursorPart, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  integer: (value) => Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31,
  id: (value) => typeof value === 'string' && isUuid(value),
  // Moments that lists are sorted by have milliseconds, no less: they travel as JavaScript writes them.
  // JavaScript takes 30 February for 2 March; only what it writes the same way is a moment that PostgreSQL knows too.
  moment: (value) => typeof value === 'string' && /^[12]\d{3}-/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value,
};

/**
 * @param shape what each value of the key must be
 * @throws {BadInput} naming `cursor` when it is not one of ours.
 */
export function decodeCursor(cursor: string | undefined, shape: readonly CursorPart[]): CursorKey | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === shape.length && shape.every((part, index) => isPart[part](key[index]))) return key as CursorKey;
  } catch {
    // Falls through to the same refusal as a cursor of the wrong shape.
  }
  throw badCursor();
}

/** The most common key: a moment and an id. */
export function decodeMomentCursor(cursor: string | undefined): { moment: Date; id: string } | null {
  const key = decodeCursor(cursor, ['moment', 'id']);
  return key === null ? null : { moment: new Date(String(key[0])), id: String(key[1]) };
}

function badCursor(): BadInput {
  return new BadInput('cursor', { nl: 'Begin de lijst opnieuw: deze plek is niet meer te vinden.', en: 'Start the list again: this place can no longer be found.' });
}

/** Rows were read one beyond the limit, to know whether there is more. */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, toItem: (row: Row) => Item, keyOf: (row: Row) => CursorKey): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
