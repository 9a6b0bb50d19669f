// SPDX-License-Identifier: EUPL-1.2
import sanitize from 'sanitize-html';
import type { Attached, ReadObject } from './post-of-object.ts';

/** Kept for reading on: whoever keeps the post makes it safe, by its own list (server/posts/body). */
const kept = ['p', 'br', 'strong', 'b', 'em', 'i', 's', 'del', 'u', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code', 'a', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'div'];
const MOST_PICTURES = 20;

const words = {
  nl: { warning: 'Let op', attached: 'Bijlagen' },
  en: { warning: 'Warning', attached: 'Attachments' },
} as const;

/**
 * The body of a post from elsewhere, for `readBody(…, 'html')`.
 *
 * A warning stands before it in words. Pictures and attachments become links: nothing is loaded from another instance by looking at a
 * page of ours. A link on a name or label becomes the name alone; ours are linked again by whoever keeps the post, those of others
 * read `@name@host`.
 * @param nameOf what is to stand where a link leads to this address; null where it stays a link
 */
export function bodyOf(read: ReadObject, nameOf: (href: string) => string | null): string {
  const said = words[read.language?.startsWith('en') === true ? 'en' : 'nl'];
  const { html, pictures } = read.isPlain ? { html: `<p>${escapeHtml(read.content).replaceAll('\n', '<br>')}</p>`, pictures: [] } : tidy(read.content);
  const parts = [
    ...(read.warning === null ? [] : [`<p><strong>${said.warning}: ${escapeHtml(read.warning)}</strong></p>`]),
    withoutTitle(withNames(html, nameOf), read.title),
    ...(read.choices.length === 0 ? [] : [`<ul>${read.choices.map((each) => `<li>${escapeHtml(each)}</li>`).join('')}</ul>`]),
  ];
  const attached = unique([...read.attached, ...pictures]);
  if (attached.length > 0) parts.push(`<p>${said.attached}: ${attached.map(linkTo).join(', ')}</p>`);
  const body = parts.join('').trim();
  if (hasWords(body)) return body;
  return read.title === null && read.url === null ? '' : `<p>${linkTo({ href: read.url ?? read.uri, name: read.title ?? read.url ?? read.uri })}</p>`;
}

function tidy(content: string): { html: string; pictures: Attached[] } {
  const pictures: Attached[] = [];
  const html = sanitize(content, {
    allowedTags: kept,
    allowedAttributes: { a: ['href', 'class', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 30,
    enforceHtmlBoundary: false,
    transformTags: {
      img(tagName, attribs) {
        const href = attribs['src'] ?? '';
        if (/^https?:\/\//i.test(href) && pictures.length < MOST_PICTURES) pictures.push({ href, name: attribs['alt']?.trim() || href });
        return { tagName, attribs };
      },
    },
  });
  return { html, pictures };
}

/** A link whose class says that it is a name or a label, as all of the fediverse writes them, or that leads to somebody who is mentioned. */
function withNames(html: string, nameOf: (href: string) => string | null): string {
  // By hand: an expression that looks from every beginning for an end looks at all of the text for each.
  const parts = html.split('</a>');
  const last = parts.pop() ?? '';
  return parts.map((part) => {
    const start = part.lastIndexOf('<a');
    const end = part.indexOf('>', start);
    return start < 0 || end < 0 ? part : part.slice(0, start) + named(part.slice(start, end + 1), part.slice(end + 1), nameOf);
  }).join('') + last;
}

function named(tag: string, inner: string, nameOf: (href: string) => string | null): string {
  const href = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
  const name = href === undefined ? null : nameOf(href);
  if (name !== null) return escapeHtml(name);
  const classes = /class="([^"]*)"/.exec(tag)?.[1]?.split(/\s+/) ?? [];
  return classes.some((each) => each === 'mention' || each === 'hashtag') ? inner.replace(/<[^<>]*>/g, '') : `${tag}${inner}</a>`;
}

/** What we put before a post for those who know no titles is a title to those who do. */
function withoutTitle(html: string, title: string | null): string {
  if (title === null) return html;
  const first = `<p><strong>${escapeHtml(title)}</strong></p>`;
  return html.startsWith(first) ? html.slice(first.length) : html;
}

function linkTo({ href, name }: Attached): string {
  return `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>`;
}

function unique(attached: readonly Attached[]): Attached[] {
  return [...new Map(attached.map((each) => [each.href, each])).values()];
}

function hasWords(html: string): boolean {
  return /[^\s\u200b-\u200f\u2060\ufeff]/u.test(html.replace(/<[^<>]*>/g, ''));
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
