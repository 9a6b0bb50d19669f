// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { linkWords } from './body/link-words.ts';
import { type Format, readBody } from './body/read-body.ts';
import { namedInText } from './named-in-text.ts';

/** How a text will look when published for everybody. */
export async function previewBody(trx: Trx, viewer: Member, body: string, format: Format): Promise<{ html: string }> {
  if (body.trim() === '') return { html: '' };
  const read = readBody(body, format);
  const named = await namedInText(trx, viewer, read.handles, PUBLIC_AUDIENCE);
  return { html: linkWords(read.html, named.links, new Set(read.tags)) };
}
