// SPDX-License-Identifier: EUPL-1.2
import { returnPaths } from '../../platform/mail/mail-contents.ts';
import type { Room } from '../../platform/room.ts';
import { bounceAddressFor } from './addresses.ts';
import { onInboundMail } from './handle-mail.ts';
import { forgetInboundMail } from './housekeeping.ts';
import { inboundRoutes } from './routes.ts';

// When the room is loaded: what sends mail asks where it is to come back to.
returnPaths.provide((deps, { id }) => bounceAddressFor(deps, id));

/** What the room brings for mail that comes in. */
export const inbound = {
  routes: inboundRoutes,
  subscribers: [onInboundMail],
  schedules: [forgetInboundMail],
} satisfies { routes: Room['routes']; subscribers: unknown; schedules: Room['schedules'] };
