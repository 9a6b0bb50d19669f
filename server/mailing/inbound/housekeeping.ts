// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../../platform/outbox/handle.ts';

const DAY = 24 * 3_600_000;
/** Longer than an address works, so that no mail is ever placed twice. */
const SEEN_KEPT_MS = 60 * DAY;
/** Who answers to an old mail is told so; after this the address is none any more. */
const OLD_ADDRESS_KEPT_MS = 90 * DAY;

export const forgetInboundMail: Schedule = {
  name: 'forget-inbound-mail',
  everyMs: 3_600_000,
  async run({ database, clock }) {
    const now = clock.now().getTime();
    await database.asSystem(async (trx) => {
      await trx.deleteFrom('inbound_mail').where('received_at', '<', new Date(now - SEEN_KEPT_MS)).where('state', '!=', 'received').execute();
      await trx.deleteFrom('reply_address').where('expires_at', '<', new Date(now - OLD_ADDRESS_KEPT_MS)).execute();
    });
  },
};
