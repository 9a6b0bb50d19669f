// SPDX-License-Identifier: EUPL-1.2
import { subscriber } from '../../platform/outbox/subscriber.ts';
import { handleBounce } from './handle-bounce.ts';
import { handleReply } from './handle-reply.ts';
import { readMail } from './read-mail.ts';
import { settleAlone, type WaitingMail } from './settle.ts';
import type { InboundMailReceived } from './take-in.ts';

/**
 * Does what a mail asks for, and notes it in the same transaction: after a crash it is handled once more, and finds its note or
 * nothing of what it did.
 */
export const onInboundMail = subscriber<InboundMailReceived>({
  name: 'handle-inbound-mail',
  queue: 'mail',
  types: ['InboundMailReceived'],
  async deliver({ inboundMailId }, _stored, deps) {
    const row = await deps.database.asSystem((trx) => trx.selectFrom('inbound_mail').selectAll().where('id', '=', inboundMailId).where('state', '=', 'received').executeTakeFirst());
    if (row === undefined || row.content === null) return;
    const mail: WaitingMail = { id: row.id, ownerId: row.owner_id, replyAddressId: row.reply_address_id, mailId: row.mail_id, envelopeFrom: row.envelope_from };
    const read = await readMail(row.content);
    if (read === null) await settleAlone(deps, mail, 'ignored', 'no-mail');
    else if (row.kind === 'bounce') await handleBounce(deps, mail, read.email);
    else await handleReply(deps, mail, read);
  },
});
