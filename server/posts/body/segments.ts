// SPDX-License-Identifier: EUPL-1.2

/** A piece of sanitised HTML: a tag as it stands, or text with its entities read. */
export type Segment = { tag: string; name: string; closing: boolean } | { text: string };

/** Cuts what {@link ./sanitise-html.ts} made into tags and text. Only there is `<` never anything but the start of a tag. */
export function* segmentsOf(html: string): Generator<Segment> {
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    if (start !== position) {
      yield { text: unescapeHtml(html.slice(position, start === -1 ? undefined : start)) };
      if (start === -1) return;
    }
    const end = html.indexOf('>', start);
    if (end === -1) return;
    const tag = html.slice(start, end + 1);
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? '';
    yield { tag, name, closing: tag.startsWith('</') };
    position = end + 1;
  }
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}
