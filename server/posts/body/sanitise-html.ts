// SPDX-License-Identifier: EUPL-1.2
import sanitize from 'sanitize-html';
import { safeHref } from './safe-href.ts';

const DEEPEST = 30;

/** Everything that is not named here goes, and with it every attribute but those that {@link sanitiseHtml} sets itself. */
const allowedTags = ['p', 'br', 'strong', 'em', 's', 'u', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** Their content is no text for people. */
const nonTextTags = ['script', 'style', 'textarea', 'option', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'title', 'template', 'svg', 'math', 'xmp', 'plaintext'];

export const LINK_REL = 'nofollow noopener ugc';

/**
 * HTML of which nothing but the allow-list is left, with balanced tags. The first net; the Content-Security-Policy is
 * the second. Its output has no `<`, `>` or `"` but those of its own tags, which what follows builds on.
 */
export function sanitiseHtml(html: string): string {
  return sanitize(html, {
    allowedTags,
    nonTextTags,
    allowedAttributes: { a: ['href', 'rel'], table: ['tabindex'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: DEEPEST,
    enforceHtmlBoundary: false,
    transformTags: {
      b: 'strong',
      i: 'em',
      del: 's',
      strike: 's',
      ins: 'u',
      h1: 'h2',
      h5: 'h4',
      h6: 'h4',
      div: 'p',
      // A wide table scrolls within itself, by keyboard too.
      table: () => ({ tagName: 'table', attribs: { tabindex: '0' } }),
      a: (_name, attributes) => {
        const href = safeHref(attributes['href'] ?? '');
        return { tagName: 'a', attribs: href === null ? {} : { href, rel: LINK_REL } };
      },
    },
    // A link without a usable address is only its text.
    exclusiveFilter: (frame) => (frame.tag === 'a' && frame.attribs['href'] === undefined ? 'excludeTag' : false),
  });
}
