// SPDX-License-Identifier: EUPL-1.2
import PostalMime, { type Email } from 'postal-mime';
import { replyOf } from './reply/reply-of.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 } as const;

export interface ParsedMail {
  email: Email;
  /** What its writer wrote themselves; empty when nothing is left. */
  words: string;
}

/** Null for bytes that are no mail. */
export async function parseMail(content: Uint8Array): Promise<ParsedMail | null> {
  const email = await PostalMime.parse(content, limits).catch(() => null);
  return email === null ? null : { email, words: replyOf(email) };
}
