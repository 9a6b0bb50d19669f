// SPDX-License-Identifier: EUPL-1.2
import { type FormatCallback, type HtmlToTextOptions, htmlToText } from 'html-to-text';

/** Stands on a line of its own where a mail program says that what follows is not the person's. A character that nobody types. */
export const QUOTE_STARTS = '\ue000';

/** Pictures that stand in the text itself make a mail long; the answer comes before them. */
const LONGEST_HTML = 500_000;

/** What programs call the thing that they quote, everything after it included. */
const quoteStarts = [
  '#appendonsend', '#divRplyFwdMsg', '#mail-editor-reference-message-container', '.ms-outlook-mobile-reference-message', '.yahoo_quoted', '.protonmail_quote', '.zmail_extra', '#isForwardContent', '#isReplyContent',
];

/** What stands for a program or a signature and never for the person's words. */
const left = [
  'style', 'script', 'title', 'head', 'img', 'hr',
  '.gmail_attr', '.gmail_signature', '.gmail_signature_prefix', '.moz-cite-prefix', '.moz-signature', '#Signature', '#ms-outlook-mobile-signature', '#ms-outlook-mobile-body-separator-line', '.protonmail_signature_block', '#AppleMailSignature',
];

const markStart: FormatCallback = (_element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addLiteral(QUOTE_STARTS);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: LONGEST_HTML, maxDepth: 100, maxChildNodes: 5_000, ellipsis: '' },
  formatters: { markStart },
  selectors: [
    ...left.map((selector) => ({ selector, format: 'skip' })),
    ...quoteStarts.map((selector) => ({ selector, format: 'markStart' })),
    { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true, ignoreHref: false } },
    // Outlook makes a paragraph of every line, without room between them.
    { selector: 'p.MsoNormal', format: 'paragraph', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
  ],
};

/** The words of an HTML mail, line by line; what is quoted has `> ` before it, as in a mail of text. */
export function wordsOfHtml(html: string): string {
  const body = html.search(/<body/i);
  return htmlToText(untilTooDeep(html.slice(Math.max(body, 0)).slice(0, LONGEST_HTML)), options);
}

const DEEPEST = 400;
const tag = /<(\/?)([a-z][a-z0-9]{0,20})/gi;
/** Without an end, or with one that may be left out. */
const shallow = new Set(['area', 'base', 'br', 'col', 'dd', 'dt', 'embed', 'hr', 'img', 'input', 'li', 'link', 'meta', 'p', 'param', 'source', 'td', 'th', 'tr', 'wbr', 'option']);

/** Things within things, thousands deep, take seconds to read; nobody writes them. */
function untilTooDeep(html: string): string {
  let depth = 0;
  for (const { index, 1: end, 2: name = '' } of html.matchAll(tag)) {
    if (shallow.has(name.toLowerCase())) continue;
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return html.slice(0, index);
  }
  return html;
}
