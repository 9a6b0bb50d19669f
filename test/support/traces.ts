// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { TestPlein } from './app.ts';

/** In which tables of an instance one of these words stands, in whatever column. */
export async function tracesIn(plein: TestPlein, words: readonly string[]): Promise<string[]> {
  return plein.db(async (trx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`.execute(trx);
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t where t::text ~* ${words.join('|')} limit 3`.execute(trx);
      for (const { line } of rows) found.push(`${name}: ${line.slice(0, 400)}`);
    }
    return found;
  });
}
