// SPDX-License-Identifier: EUPL-1.2
import type { SendMailOptions } from 'nodemailer';
import { bareAddress, type Config } from '../config/config.ts';

/** What a mail carries besides its subject and text; kept with it, or given by the loader of its contents. */
export interface MailHeaders {
  /** Beside the address of the instance: who speaks. */
  fromName?: string;
  /** Where an answer goes. */
  replyTo?: string;
  /** Of the list it belongs to (RFC 2919): a name below the host of the instance, and words for people. */
  list?: { id: string; name: string };
  /** Ends this kind of mail with one press of the mail program (RFC 8058). */
  unsubscribeUrl?: string;
  /** Ids without angle brackets of what it belongs to, the oldest first; made with {@link messageIdOf}. */
  references?: string[];
  /** Where the receiving server sends it back. */
  envelopeFrom?: string;
}

export interface Envelope {
  id: string;
  to: string;
  template: string;
  subject: string;
  text: string;
  html: string;
  headers: MailHeaders;
}

/** The same however often a mail is tried, so that receivers can drop the second. */
export function messageIdOf(config: Pick<Config, 'publicUrl'>, localPart: string): string {
  return `${localPart}@${new URL(config.publicUrl).hostname}`;
}

/** What every mail of Plein says to programs that read it, and what this one says. */
export function messageOf(config: Config, mail: Envelope): SendMailOptions {
  const { fromName, replyTo, list, unsubscribeUrl, references = [], envelopeFrom } = mail.headers;
  const host = new URL(config.publicUrl).hostname;
  const sender = bareAddress(config.mailFrom);
  const related = references.map((id) => `<${id}>`);
  return {
    from: fromName === undefined ? config.mailFrom : { name: oneLine(fromName), address: sender },
    to: { name: '', address: mail.to },
    ...(replyTo === undefined ? {} : { replyTo: { name: oneLine(fromName ?? ''), address: replyTo } }),
    ...(envelopeFrom === undefined ? {} : { envelope: { from: envelopeFrom, to: mail.to } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${messageIdOf(config, mail.id)}>`,
    ...(related.length === 0 ? {} : { inReplyTo: related.at(-1) ?? '', references: related }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      // Exchange: nobody's absence is told to Plein.
      'X-Auto-Response-Suppress': 'All',
      // For providers that report complaints: which kind of mail it was, of whom.
      'Feedback-ID': `${mail.template}:${host}`,
      ...(list === undefined ? {} : { 'List-Id': { prepared: true, value: `"${oneLine(list.name).normalize('NFKD').replace(/[^\x20-\x7e]|["\\<>]/g, '')}" <${list.id}>` } }),
      ...(unsubscribeUrl === undefined ? {} : { 'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
