// SPDX-License-Identifier: EUPL-1.2
import PostalMime, { type Email } from 'postal-mime';
import type { Config } from '../../platform/config/config.ts';

const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 } as const;
const LONGEST_HEAD = 128 * 1024;

export interface ReadMail {
  email: Email;
  /** Only its head could be read. */
  broken: boolean;
}

/** Null for bytes that are no mail at all. */
export async function readMail(content: Buffer): Promise<ReadMail | null> {
  const whole = await parse(content);
  if (whole !== null) return { email: whole, broken: false };
  const end = content.subarray(0, LONGEST_HEAD).indexOf('\r\n\r\n');
  const head = end === -1 ? null : await parse(content.subarray(0, end + 4));
  return head === null ? null : { email: { ...head, text: undefined, html: undefined, attachments: [] }, broken: true };
}

function parse(content: Buffer): Promise<Email | null> {
  return PostalMime.parse(content, limits).catch(() => null);
}

export function headerOf({ headers }: Email, key: string): string | null {
  return headers.find((header) => header.key === key)?.value.trim() ?? null;
}

/** The one address that it says it is from, in lower case; null for none, or for several. */
export function senderOf({ from, headers }: Email): string | null {
  if (from?.address === undefined || headers.filter(({ key }) => key === 'from').length !== 1) return null;
  return from.address.trim().toLowerCase();
}

const said = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoresponse', 'x-loop', 'x-mailinglist', 'feedback-id'];
const absent = ['automatisch antwoord:', 'automatic reply:', 'automatische reactie:', 'autoreply:', 'auto:', 'out of office', 'afwezigheidsassistent:', 'afwezig:'];

/** In a word why nobody wrote this (RFC 3834, and what programs do instead); null for a mail of a person. Never answered: two programs would go on for ever. */
export function automaticBecause(email: Email, envelopeFrom: string, { publicUrl }: Pick<Config, 'publicUrl'>): string | null {
  const header = (key: string): string => headerOf(email, key)?.toLowerCase() ?? '';
  const submitted = header('auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return 'auto-submitted';
  if (['bulk', 'junk', 'list', 'auto_reply', 'auto-reply'].includes(header('precedence'))) return 'precedence';
  if (/\b(?:all|oof|autoreply)\b/.test(header('x-auto-response-suppress'))) return 'suppress';
  if (email.headers.some(({ key }) => said.includes(key))) return 'says-so';
  if (email.headers.some(({ key }) => key.startsWith('list-'))) return 'list';
  if (envelopeFrom === '' || header('return-path') === '<>') return 'no-return-path';
  if (header('message-id').endsWith(`@${new URL(publicUrl).hostname}>`)) return 'our-own';
  if (header('content-type').startsWith('multipart/report')) return 'report';
  const subject = (email.subject ?? '').trim().toLowerCase();
  return absent.some((start) => subject.startsWith(start)) ? 'subject' : null;
}

const signatures = ['application/pkcs7-signature', 'application/x-pkcs7-signature', 'application/pgp-signature', 'application/ms-tnef', 'text/x-vcard', 'text/vcard'];

/** Whether files were sent along; the pictures of a signature are none. */
export function hasAttachments({ attachments }: Email): boolean {
  return attachments.some(({ disposition, related, mimeType, contentId }) => {
    if (signatures.includes(mimeType)) return false;
    const isPicture = mimeType.startsWith('image/');
    return !(isPicture && (related === true || disposition === 'inline' || contentId !== undefined) && disposition !== 'attachment');
  });
}
