// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** A statement that came by this often in this process is worth a plan that is kept. */
const OFTEN = 8;
/** Each connection keeps a plan for each, some tens of kilobytes. */
const MOST_NAMED = 150;
/** Of statements with a list of varying length there is no end; now and then counting starts afresh. */
const MOST_COUNTED = 3_000;

/** Names for the statements that a process sends again and again, so that PostgreSQL parses and plans them once per connection. */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  let counts = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_NAMED) return known;
    const count = (counts.get(text) ?? 0) + 1;
    if (count < OFTEN) {
      if (counts.size >= MOST_COUNTED) counts = new Map();
      counts.set(text, count);
      return undefined;
    }
    counts.delete(text);
    // By content: a pooler between us and the server may show one connection the statements of another.
    const name = `plein_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    names.set(text, name);
    return name;
  };
}
