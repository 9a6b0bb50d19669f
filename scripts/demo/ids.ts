// SPDX-License-Identifier: EUPL-1.2
import type { DemoBuilding } from './types.ts';

export interface DemoPlace {
  id: string;
  slug: string;
  access: DemoBuilding['access'];
  membersAudience: number;
  staffMembersAudience: number;
}

/** What the rows of the demonstration were given as ids, by handle and by slug. */
export interface DemoIds {
  people: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, DemoPlace>;
}

export function idOf<T>(map: ReadonlyMap<string, T>, key: string): T {
  const id = map.get(key);
  if (id === undefined) throw new Error(`the demonstration names "${key}", which it does not have`);
  return id;
}
