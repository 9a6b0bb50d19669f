// SPDX-License-Identifier: EUPL-1.2
import type { Attachment, Email } from 'postal-mime';
import type { Deps } from '../../platform/deps.ts';
import { pauseAddress } from '../../platform/mail/pauses.ts';
import { claim, settle, settleAlone, type WaitingMail } from './settle.ts';

interface Report {
  reason: 'bounced' | 'complained';
  detail: string;
}

const LONGEST_REPORT = 64 * 1024;

/** Pauses the address that a mail of ours came back from for good, or whose owner called it unwanted. What the report says of other addresses counts for nothing. */
export async function handleBounce(deps: Deps, mail: WaitingMail, email: Email): Promise<void> {
  const report = complaintIn(email) ?? bounceIn(email);
  if (report === null) return settleAlone(deps, mail, 'ignored', 'no-final-report');
  await deps.database.asSystem(async (trx) => {
    if (!(await claim(trx, mail))) return;
    const sent = await trx.selectFrom('mail').select('recipient').where('id', '=', mail.mailId ?? '').executeTakeFirst();
    if (sent !== undefined) await pauseAddress(trx, sent.recipient, report.reason, report.detail, deps.clock.now());
    await settle(trx, deps, mail, sent === undefined ? 'ignored' : 'paused', report.reason);
  });
}

/** RFC 3464: a final failure has status 5; what is delayed or will be tried again has 4. */
function bounceIn(email: Email): Report | null {
  for (const fields of fieldsOf(email, 'message/delivery-status')) {
    const status = /^5\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
    if (status === undefined || fields.get('action')?.toLowerCase() !== 'failed') continue;
    return { reason: 'bounced', detail: fields.get('diagnostic-code') ?? status };
  }
  return null;
}

/** RFC 5965, 7.3: who says that it was no spam complains of nothing. */
function complaintIn(email: Email): Report | null {
  const type = fieldsOf(email, 'message/feedback-report').map((fields) => fields.get('feedback-type')?.toLowerCase()).find((each) => each !== undefined);
  return type === undefined || type === 'not-spam' ? null : { reason: 'complained', detail: type };
}

/** The groups of fields in the parts of a type, with blank lines between them. */
function fieldsOf({ attachments }: Email, mimeType: string): Map<string, string>[] {
  const parts = attachments.filter((part) => part.mimeType === mimeType || part.mimeType === mimeType.replace('message/', 'message/global-'));
  return parts.flatMap((part) => textOf(part).replaceAll('\r\n', '\n').replace(/\n[ \t]/g, ' ').split('\n\n').map(readFields)).filter((fields) => fields.size > 0);
}

function textOf({ content }: Attachment): string {
  if (typeof content === 'string') return content.slice(0, LONGEST_REPORT);
  return Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content).subarray(0, LONGEST_REPORT).toString('utf8').replaceAll('\0', '');
}

function readFields(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim().slice(0, 500));
  }
  return fields;
}
