// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';

/** Which of these people have a device that takes pushes now. As the system. */
type Reaches = (trx: Trx, recipientIds: readonly string[]) => Promise<ReadonlySet<string>>;

const ways = new Map<'push', Reaches>();

/** The room that pushes says here whom it reaches, when it is loaded. */
export const tellOutside = {
  register(way: 'push', reaches: Reaches): void {
    ways.set(way, reaches);
  },
};

/** Nobody, until a room registered. As the system. */
export async function pushReaches(trx: Trx, recipientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const reaches = ways.get('push');
  return reaches === undefined || recipientIds.length === 0 ? new Set() : reaches(trx, recipientIds);
}
