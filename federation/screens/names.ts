// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';

/** What people call another instance: a neighbour by its name, because an administrator looked at it; any other by its host. */
export async function nameOf(trx: Trx, host: string): Promise<string> {
  const row = await trx.selectFrom('peer').select('name').where('host', '=', host).where('neighbour_since', 'is not', null).executeTakeFirst();
  return row === undefined || row.name === '' ? host : row.name;
}
