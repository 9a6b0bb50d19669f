// SPDX-License-Identifier: EUPL-1.2
import { Lexer, Marked, type Token, Tokenizer, type Tokens } from 'marked';
import { breakLongBlocks } from './break-long-blocks.ts';
import { flattenNesting } from './flatten-nesting.ts';
import { startOfTable } from './start-of-table.ts';

/** Marks of emphasis, links and code that one paragraph may hold and still be read as Markdown. */
const MOST_MARKS = 200;

/** Cells of all tables of one text together; the tables after that stay the text that was typed. */
const MOST_CELLS = 4_000;

/** From every line the parser looks ahead for a table, to the end of what it is given. */
const MOST_LINES = 400;

const marked = new Marked({
  gfm: true,
  // Somebody who presses Enter in a message means a new line.
  breaks: true,
  tokenizer: {
    // Bare addresses become links after sanitising, in Markdown and HTML alike; the parser's own search is quadratic.
    url: () => undefined,
    // What looks like HTML is what somebody typed between angle brackets: it stays text, and Markdown within it works.
    html: () => undefined,
    tag: () => undefined,
    table(source) {
      if (!(this.lexer instanceof BoundedLexer) || this.lexer.cells > MOST_CELLS) return undefined;
      const table = startOfTable(source);
      const token = table === null ? undefined : Tokenizer.prototype.table.call(this, table);
      if (token !== undefined) this.lexer.cells += token.header.length * (token.rows.length + 1);
      return token;
    },
    paragraph(source) {
      return Tokenizer.prototype.paragraph.call(this, firstLines(source, MOST_LINES));
    },
    inlineText(source) {
      const raw = /[\s\S][^\\<![\]`*~_\n]*/.exec(source)?.[0];
      return raw === undefined ? undefined : { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
    },
  },
  renderer: {
    // Pictures come with files; until then the address remains reachable.
    image({ href, text }) {
      return `<a href="${escapeHtml(href)}">${escapeHtml(text === '' ? href : text)}</a>`;
    },
    checkbox({ checked }) {
      return checked ? '☑ ' : '☐ ';
    },
  },
});

/**
 * marked looks from every mark for its counterpart: quadratic and worse in one paragraph (measured: minutes for
 * 100,000 characters of `**a_`). A paragraph beyond any honest number of marks is taken as plain text.
 */
class BoundedLexer extends Lexer {
  cells = 0;

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (countMarks(source) <= MOST_MARKS) return super.inlineTokens(source, tokens);
    tokens.push({ type: 'text', raw: source, text: source, escaped: false } satisfies Tokens.Text);
    return tokens;
  }
}

function firstLines(source: string, most: number): string {
  let end = -1;
  for (let line = 0; line < most; line += 1) {
    end = source.indexOf('\n', end + 1);
    if (end === -1) return source;
  }
  return source.slice(0, end + 1);
}

function countMarks(source: string): number {
  let count = 0;
  for (const _ of source.matchAll(/[*_~`[\]!<\\]/g)) {
    count += 1;
    if (count > MOST_MARKS) break;
  }
  return count;
}

/** The HTML of a Markdown text (CommonMark with line breaks), not yet sanitised. Linear in time but for a small constant. */
export function markdownToHtml(markdown: string): string {
  const tokens = new BoundedLexer(marked.defaults).lex(breakLongBlocks(flattenNesting(markdown.replace(/\r\n?/g, '\n'))));
  return marked.parser(tokens);
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
