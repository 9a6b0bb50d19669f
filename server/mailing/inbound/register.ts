// SPDX-License-Identifier: EUPL-1.2
import { returnPaths } from '../../platform/mail/mail-contents.ts';
import type { Room } from '../../platform/room.ts';
import { replyAddresses } from '../hooks.ts';
import { bounceAddressFor, replyAddressFor } from './addresses.ts';
import { onInboundMail } from './handle-mail.ts';
import { forgetInboundMail } from './housekeeping.ts';
import { inboundRoutes } from './routes.ts';

// When the room is loaded: what sends mail asks where it is to come back to, and where an answer goes.
returnPaths.provide((deps, { id }) => bounceAddressFor(deps, id));

// As the system: the address is made for somebody else than who is asked as.
replyAddresses.provide(async (deps, { actorId, rootId }) => (deps.config.inboundMail === null ? null : deps.database.asSystem((trx) => replyAddressFor(trx, deps, actorId, rootId))));

/** What the room brings for mail that comes in. */
export const inbound = {
  routes: inboundRoutes,
  subscribers: [onInboundMail],
  schedules: [forgetInboundMail],
} satisfies { routes: Room['routes']; subscribers: unknown; schedules: Room['schedules'] };
