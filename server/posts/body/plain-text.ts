// SPDX-License-Identifier: EUPL-1.2
import { segmentsOf } from './segments.ts';

const blocks = new Set(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'pre', 'hr', 'table']);
const cells = new Set(['th', 'td']);
const BETWEEN_CELLS = ' | ';

/** What sanitised HTML says, for searching, previews, mail and titles of pages: blocks on lines of their own. */
export function plainText(html: string): string {
  const pieces: string[] = [];
  let depthOfPre = 0;
  for (const segment of segmentsOf(html)) {
    if ('text' in segment) {
      // Asked of the last piece, not of the whole: looking into a text that is still growing copies it every time.
      const atLineStart = pieces.at(-1)?.endsWith('\n') ?? true;
      const piece = depthOfPre > 0 ? segment.text : flowing(segment.text, atLineStart || pieces.at(-1) === BETWEEN_CELLS);
      if (piece !== '') pieces.push(piece);
    } else if (segment.name === 'br') pieces.push('\n');
    else if (segment.name === 'li' && !segment.closing) pieces.push('\n- ');
    else if (segment.name === 'tr' && !segment.closing) pieces.push('\n');
    else if (cells.has(segment.name) && segment.closing) pieces.push(BETWEEN_CELLS);
    else if (blocks.has(segment.name)) pieces.push('\n\n');
    if ('name' in segment && segment.name === 'pre') depthOfPre += segment.closing ? -1 : 1;
  }
  const lines = pieces.join('').split('\n').map((line) => (line.endsWith(BETWEEN_CELLS) ? line.slice(0, -BETWEEN_CELLS.length) : line).trimEnd());
  return lines.filter((line, index) => line !== '' || (index > 0 && lines[index - 1] !== '')).join('\n').trim();
}

/** Outside `pre` any white space is one space, and none at the start of a line. */
function flowing(text: string, atLineStart: boolean): string {
  const joined = text.replace(/[ \t\n\r\f]+/g, ' ');
  return atLineStart ? joined.replace(/^ /, '') : joined;
}
