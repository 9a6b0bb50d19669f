// SPDX-License-Identifier: EUPL-1.2

export type Json = Record<string, unknown>;

const DEEPEST = 32;
/** Character 0, escaped: no database keeps it, and what is written together with others would fail for all of them. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/;

/**
 * Reads JSON of others: one object, nested no deeper than anything we understand, so that whatever walks through it ends.
 * Seen before it is parsed: the depth costs nothing to find out.
 */
export function readJson(text: string): { ok: true; json: Json } | { ok: false; reason: 'not-json' | 'too-deep' } {
  if (depthOf(text) > DEEPEST) return { ok: false, reason: 'too-deep' };
  if (NUL.test(text)) return { ok: false, reason: 'not-json' };
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { ok: true, json: value } : { ok: false, reason: 'not-json' };
  } catch {
    return { ok: false, reason: 'not-json' };
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How many brackets are open at once, at most; those within strings do not count. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}
