// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';

/**
 * A handle, slug or e-mail address as the `…_key` columns hold it: look-ups go through those, because the comparison of citext
 * cannot use an index of a table with row-level security. Cased by the database, so that both sides are cased alike.
 */
export function sameCase(text: string): RawBuilder<string> {
  return sql<string>`lower(${text}::text)`;
}
