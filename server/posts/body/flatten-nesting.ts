// SPDX-License-Identifier: EUPL-1.2

const MOST_LEVELS = 12;
const MOST_INDENTATION = 40;
const TAB = 4;

/**
 * Markdown nests one level deeper with every `>` or list mark that a line starts with, and a parser follows by calling
 * itself. Beyond twelve levels the marks are dropped, so that no text can exhaust the stack.
 */
export function flattenNesting(markdown: string): string {
  return markdown.split('\n').map(flattenLine).join('\n');
}

function flattenLine(line: string): string {
  let position = 0;
  let levels = 0;
  let indentation = 0;
  let kept = 0;
  for (;;) {
    const spaces = /[ \t]*/y;
    spaces.lastIndex = position;
    const blank = spaces.exec(line)?.[0] ?? '';
    for (const character of blank) indentation += character === '\t' ? TAB : 1;
    position += blank.length;
    const length = markLength(line, position);
    if (length === 0) break;
    position += length;
    levels += 1;
    if (levels <= MOST_LEVELS && indentation <= MOST_INDENTATION) kept = position;
  }
  // What no longer fits is cut out between the last mark that counts and the text itself.
  if (levels <= MOST_LEVELS && (levels === 0 || indentation <= MOST_INDENTATION)) return line;
  return `${line.slice(0, kept)} ${line.slice(position)}`;
}

/** Of `>`, `-`, `*`, `+`, `12.` or `12)` at this position; 0 where none stands. */
function markLength(line: string, position: number): number {
  const first = line.charAt(position);
  if (first === '>') return 1;
  const mark = /(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/y;
  mark.lastIndex = position;
  return mark.exec(line)?.[0].length ?? 0;
}
