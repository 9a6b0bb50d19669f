// SPDX-License-Identifier: EUPL-1.2
import type { TSchema } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Viewer } from '../platform/db/viewer.ts';

/** What another room tells of people: the fields as they stand in a Person, and how to read them as the viewer. */
export interface PersonExtra {
  fields: Record<string, TSchema>;
  /** For all people of a page at once, by id; `trx` is bound to the viewer. Every id asked for has an answer. */
  load(trx: Trx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, Record<string, unknown>>>;
}

const extras = new Map<string, PersonExtra>();

/** Rooms to the right add their part of a Person when they are loaded: `personExtras.register('buildings', { fields, load })`. */
export const personExtras = {
  register(room: string, extra: PersonExtra): void {
    extras.set(room, extra);
  },
};

export function extraFields(): Record<string, TSchema> {
  return Object.assign({}, ...[...extras.values()].map((extra) => extra.fields)) as Record<string, TSchema>;
}

export async function loadExtras(trx: Trx, viewer: Viewer, ids: readonly string[]): Promise<Map<string, Record<string, unknown>>> {
  const all = new Map<string, Record<string, unknown>>(ids.map((id) => [id, {}]));
  if (ids.length === 0) return all;
  for (const extra of extras.values()) {
    for (const [id, fields] of await extra.load(trx, viewer, ids)) all.set(id, { ...all.get(id), ...fields });
  }
  return all;
}
