// SPDX-License-Identifier: EUPL-1.2

const MOST_COLUMNS = 20;
const MOST_ROWS = 200;
const LONGEST_RULE = 500;

/**
 * The part of a text to read as one table, or null where none begins: two lines that fit each other, and what follows
 * up to a bound. A parser reads from every line that could be a heading to the end of the text, and fills up short
 * rows to the width of the heading; so the width and the length are settled before it starts.
 */
export function startOfTable(source: string): string | null {
  const endOfHeading = source.indexOf('\n');
  if (endOfHeading === -1 || !source.slice(0, endOfHeading).includes('|')) return null;
  const rule = lineAt(source, endOfHeading + 1);
  const columns = columnsOf(rule);
  if (columns === 0 || columns > MOST_COLUMNS) return null;
  let end = endOfHeading + 1 + rule.length;
  for (let row = 0; row < MOST_ROWS && end < source.length; row += 1) {
    const line = lineAt(source, end + 1);
    if (line.trim() === '') break;
    end += 1 + line.length;
  }
  return source.slice(0, end + 1);
}

function lineAt(source: string, start: number): string {
  const end = source.indexOf('\n', start);
  return source.slice(start, end === -1 ? undefined : end);
}

/** Of `|---|:-:|`; 0 for any other line. */
function columnsOf(rule: string): number {
  if (rule.length > LONGEST_RULE || !rule.includes('|')) return 0;
  const cells = rule.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) ? cells.length : 0;
}
