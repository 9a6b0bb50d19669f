// SPDX-License-Identifier: EUPL-1.2
import type { Insertable } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import type { DB } from '../../server/platform/db/schema.gen.ts';

/** PostgreSQL takes at most 65,535 values in one statement. */
const ROWS_AT_ONCE = 500;

export function inserter(trx: Trx): <Table extends keyof DB>(table: Table, rows: readonly Insertable<DB[Table]>[]) => Promise<void> {
  return async (table, rows) => {
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      await trx.insertInto(table).values(rows.slice(start, start + ROWS_AT_ONCE)).execute();
    }
  };
}
