// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Trx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { newId } from '../../platform/ids.ts';
import { publish } from '../../platform/outbox/publish.ts';
import type { Recipient } from './addresses.ts';

export interface InboundMailReceived {
  type: 'InboundMailReceived';
  inboundMailId: string;
}

export const LARGEST_MAIL = 10 * 1024 * 1024;
/** Of what stands before the words of a mail; a Message-ID is looked for in no more. */
const LONGEST_HEAD = 64 * 1024;

/**
 * Keeps a mail for each of its recipients, and the event that has it handled, in one transaction: what was acknowledged is handled,
 * whatever happens next. The same mail is kept once, however often it comes.
 * @returns how many were new.
 */
export function takeIn({ database, clock }: Pick<Deps, 'database' | 'clock'>, recipients: readonly Recipient[], envelopeFrom: string, content: Buffer): Promise<number> {
  return database.asSystem(async (trx) => {
    let taken = 0;
    for (const recipient of recipients) if (await keep(trx, clock.now(), recipient, envelopeFrom, content)) taken++;
    return taken;
  });
}

async function keep(trx: Trx, now: Date, recipient: Recipient, envelopeFrom: string, content: Buffer): Promise<boolean> {
  const id = newId();
  const isReply = recipient.kind === 'reply';
  await trx
    .insertInto('inbound_mail')
    .values({
      id,
      kind: recipient.kind,
      owner_id: isReply ? recipient.ownerId : null,
      reply_address_id: isReply ? recipient.id : null,
      mail_id: isReply ? null : recipient.mailId,
      envelope_from: envelopeFrom.toWellFormed().replaceAll('\0', '').slice(0, 500),
      content,
      received_at: now,
    })
    .execute();
  const marks = marksOf(isReply ? recipient.id : recipient.mailId, content);
  const added = await trx.insertInto('inbound_mail_seen').values(marks.map((mark) => ({ inbound_mail_id: id, mark }))).onConflict((conflict) => conflict.doNothing()).returning('mark').execute();
  if (added.length < marks.length) {
    await trx.deleteFrom('inbound_mail').where('id', '=', id).execute();
    return false;
  }
  await publish<InboundMailReceived>(trx, { type: 'InboundMailReceived', inboundMailId: id });
  return true;
}

/** How a mail for an address is known again, in an order that is the same for all, so that nobody waits for each other. */
function marksOf(forWhom: string, content: Buffer): Buffer[] {
  const mark = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256').update(forWhom).update('\0')).digest();
  const messageId = messageIdIn(content);
  return [mark('content', content), ...(messageId === null ? [] : [mark('message-id', messageId)])].sort(Buffer.compare);
}

function messageIdIn(content: Buffer): string | null {
  const head = content.subarray(0, LONGEST_HEAD).toString('latin1').replaceAll('\r\n', '\n');
  const end = head.indexOf('\n\n');
  const lines = (end === -1 ? head : head.slice(0, end)).split('\n');
  const at = lines.findIndex((line) => line.slice(0, 11).toLowerCase() === 'message-id:');
  if (at === -1) return null;
  // Long ones stand on the next line (RFC 5322, 2.2.3).
  const value = `${lines[at]?.slice(11) ?? ''}${/^[ \t]/.test(lines[at + 1] ?? '') ? (lines[at + 1] ?? '') : ''}`.trim();
  return value === '' ? null : value.slice(0, 1_000);
}
