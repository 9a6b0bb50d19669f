// SPDX-License-Identifier: EUPL-1.2
import { reopenDigest, takeBack } from '../notifications/public.ts';
import type { MailUndelivered } from '../platform/mail/queue-mail.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { DigestIds } from './digest-mail.ts';

/** What a mail told that never arrived was not told. */
export const takeBackUndelivered = subscriber<MailUndelivered>({
  name: 'take-back-undelivered',
  queue: 'notify',
  types: ['MailUndelivered'],
  async handle(trx, { mailId, template, actorId, ids }) {
    await takeBack(trx, mailId);
    // Of a digest they are what `composeDigest` wrote.
    if (template === 'digest') await reopenDigest(trx, actorId, new Date((ids as unknown as DigestIds).from));
  },
});
