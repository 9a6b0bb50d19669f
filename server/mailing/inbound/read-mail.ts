// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads';
import type { Email } from 'postal-mime';
import type { Config } from '../../platform/config/config.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';

const LONGEST_HEAD = 128 * 1024;
/** A mail of people is read in a tenth of a second; some of ten megabytes are made to take hours. */
const PATIENCE_MS = 8_000;
const MOST_MEMORY_MB = 160;

export interface ReadMail extends ParsedMail {
  /** Only its head could be read. */
  broken: boolean;
}

/** In a thread of its own, that is ended when it takes too long: nobody else waits for it. Null for bytes that are no mail at all. */
export async function readMail(content: Buffer): Promise<ReadMail | null> {
  const whole = await parseApart(content);
  if (whole !== null) return { ...whole, broken: false };
  const end = content.subarray(0, LONGEST_HEAD).indexOf('\r\n\r\n');
  const head = end === -1 ? null : await parseMail(content.subarray(0, end + 4));
  return head === null ? null : { email: { ...head.email, text: undefined, html: undefined, attachments: [] }, words: '', broken: true };
}

function parseApart(content: Buffer): Promise<ParsedMail | null> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData: content, env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
    const timer = setTimeout(() => void thread.terminate(), PATIENCE_MS);
    thread.once('message', resolve);
    // Too long, or more than the memory it has.
    thread.once('error', () => resolve(null));
    thread.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
}

export function headerOf({ headers }: Email, key: string): string | null {
  return headers.find((header) => header.key === key)?.value.trim() ?? null;
}

const alone = /^[^\s\0<>()@,;:"]{1,64}@[^\s\0<>()@,;:"]{1,255}$/;
const behindName = /^[^<>,;:"]*<([^\s\0<>()@,;:"]{1,64}@[^\s\0<>()@,;:"]{1,255})>$/;
const longestFrom = 2_000;

/**
 * The one address that it says it is from, in lower case; null for none, for several, and for what one program reads as one and another
 * as the other: who checked the sender before us may have looked at the second (RFC 7489, 6.6.1).
 */
export function senderOf({ headers }: Email): string | null {
  const [from, ...others] = headers.filter(({ key }) => key === 'from');
  if (from === undefined || others.length > 0 || from.value.length > longestFrom) return null;
  // A name between quotes may hold anything, and so may a comment behind it.
  const bare = withoutQuoted(from.value).replace(/\([^()]{0,200}\)\s{0,20}$/, '').trim();
  const found = alone.test(bare) ? bare : behindName.exec(bare)?.[1];
  return found?.toLowerCase() ?? null;
}

/** Without what stands between quotes (RFC 5322, 3.2.4). One that is not closed stays, and is no part of a name. */
function withoutQuoted(text: string): string {
  let bare = '';
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (within && sign === '\\') at++;
    else if (sign === '"') within = !within;
    else if (!within) bare += sign;
  }
  return within ? `"${bare}` : bare;
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
