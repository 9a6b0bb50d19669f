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
export type CursorPart = 'text' | 'integer' | 'id';

const isPart: Record<CursorPart, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31,
  id: (value) => typeof value === 'string' && isUuid(value),
};

/**
 * @param shape how many values the key has, or what each must be
 * @throws {BadInput} naming `cursor` when it is not one of ours.
 */
export function decodeCursor(cursor: string | undefined, shape: number | readonly CursorPart[]): CursorKey | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof shape === 'number') {
      if (Array.isArray(key) && key.length === shape && key.every((part) => typeof part === 'string' || typeof part === 'number')) return key as CursorKey;
    } else if (Array.isArray(key) && key.length === shape.length && shape.every((part, index) => isPart[part](key[index]))) {
      return key as CursorKey;
    }
  } catch {
    // Falls through to the same refusal as a cursor of the wrong shape.
  }
  throw badCursor();
}

/** The most common key: a moment and an id. */
export function decodeMomentCursor(cursor: string | undefined): { moment: Date; id: string } | null {
  const key = decodeCursor(cursor, 2);
  if (key === null) return null;
  const moment = new Date(String(key[0]));
  const id = String(key[1]);
  if (Number.isNaN(moment.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw badCursor();
  return { moment, id };
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
