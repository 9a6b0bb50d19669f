// SPDX-License-Identifier: EUPL-1.2

/** Lines that one block may have before an empty line ends it. */
const MOST_LINES = 200;

const mark = /^[ \t]*(?:[-*+>]|\d{1,9}[.)])/;

/**
 * A paragraph, also one in a list, goes on until an empty line, and the parser looks at all of it again for each of its
 * lines: quadratic (measured: half a minute for 50,000 lines). No honest paragraph has hundreds of lines without an empty
 * one, so a longer one is cut in pieces. Code is treated the same: whether a line is code, only the parser knows.
 */
export function breakLongBlocks(markdown: string): string {
  const lines: string[] = [];
  let run = 0;
  for (const line of markdown.split('\n')) {
    run = line.trim() === '' || mark.test(line) ? 0 : run + 1;
    if (run > MOST_LINES) {
      lines.push('');
      run = 1;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
