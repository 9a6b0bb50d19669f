// SPDX-License-Identifier: EUPL-1.2
import { createTransport } from 'nodemailer';
import { replyAddressFor } from '../../server/mailing/inbound/addresses.ts';
import { type InboundListener, startInboundListener } from '../../server/mailing/inbound/listener.ts';
import type { TestPlein } from './app.ts';
import type { TestMember } from './factories.ts';

export const INBOUND_DOMAIN = 'antwoord.plein.test';
export const WEBHOOK_SECRET = 'een-geheim-dat-lang-genoeg-is-voor-de-webhook';
export const inboundEnv = { INBOUND_MAIL_DOMAIN: INBOUND_DOMAIN, INBOUND_MAIL_PORT: '0', INBOUND_MAIL_WEBHOOK_SECRET: WEBHOOK_SECRET };

export async function openListener(plein: TestPlein): Promise<InboundListener> {
  const listener = await startInboundListener(plein.deps);
  if (listener === null) throw new Error('no mail comes in: start with inboundEnv');
  return listener;
}

export async function addressFor(plein: TestPlein, member: { actorId: string }, rootId: string): Promise<string> {
  const address = await plein.db((trx) => replyAddressFor(trx, plein.deps, member.actorId, rootId));
  if (address === null) throw new Error('no mail comes in: start with inboundEnv');
  return address;
}

let serial = 0;

export interface AnswerOptions {
  text?: string;
  from?: string;
  /** Lines before the others. */
  headers?: readonly string[];
  messageId?: string;
  /** The parts of a mail that has several; then there is no text. */
  parts?: readonly string[];
}

/** A mail as a person writes it. */
export function answer(to: string, from: string, { text = 'Dat doe ik.', headers = [], messageId = `<antwoord-${++serial}@thuis.example>`, parts }: AnswerOptions = {}): Buffer {
  const head = [...headers, `From: Jet <${from}>`, `To: ${to}`, 'Subject: Re: Buurtfeest', `Message-ID: ${messageId}`, 'MIME-Version: 1.0'];
  const body = parts === undefined ? ['Content-Type: text/plain; charset=utf-8', '', text] : ['Content-Type: multipart/mixed; boundary="deel"', '', ...parts.flatMap((part) => ['--deel', part]), '--deel--', ''];
  return Buffer.from([...head, ...body].join('\r\n').replace(/\r?\n/g, '\r\n'));
}

/** Hands a mail to the listener. @returns what it answered; a refusal is its code and words. */
export async function handIn({ port }: InboundListener, to: string | string[], from: string, raw: Buffer): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  try {
    return (await transport.sendMail({ envelope: { from, to }, raw })).response;
  } catch (error) {
    return (error as { response?: string; message: string }).response ?? (error as Error).message;
  } finally {
    transport.close();
  }
}

/** What became of the mails for somebody, oldest first. */
export async function outcomesFor(plein: TestPlein, { actorId }: Pick<TestMember, 'actorId'>): Promise<string[]> {
  await plein.drainJobs();
  const rows = await plein.db((trx) => trx.selectFrom('inbound_mail').select(['state', 'reason', 'content']).where('owner_id', '=', actorId).orderBy('id').execute());
  return rows.map(({ state, reason, content }) => `${state}${reason === '' ? '' : `: ${reason}`}${content === null ? '' : ' (kept)'}`);
}
