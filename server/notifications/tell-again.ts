// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';

/** A push that reached nobody told nothing: what is unread of it is told in another way, at once. As the system. */
export async function tellAgain(trx: Trx, recipientId: string, notificationIds: readonly string[], now: Date): Promise<void> {
  if (notificationIds.length === 0) return;
  await trx
    .updateTable('notification')
    .set({ told_at: null, told_by: null, due_at: now })
    .where('recipient_id', '=', recipientId)
    .where('id', 'in', [...notificationIds])
    .where('told_by', '=', 'push')
    .where('read_at', 'is', null)
    .execute();
}
