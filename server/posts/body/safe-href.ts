// SPDX-License-Identifier: EUPL-1.2

const schemes = new Set(['http:', 'https:', 'mailto:']);
const LONGEST = 2_000;
const own = 'http://own.invalid';

/**
 * The address of a link as a browser will read it (WHATWG URL), or null when it leads anywhere else than the web or a
 * mailbox. An address on this instance starts with one slash. One that carries a name and password before its host is
 * made to deceive.
 */
export function safeHref(href: string): string | null {
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  if (/^\/(?![/\\])/.test(trimmed)) {
    const url = URL.parse(trimmed, own);
    return url !== null && url.origin === own ? url.pathname + url.search + url.hash : null;
  }
  const url = URL.parse(trimmed);
  if (url === null || !schemes.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
