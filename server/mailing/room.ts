// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { pressesFor } from './actions/presses.ts';
import { actionRoutes } from './actions/routes.ts';
import './at-once-mail.ts';
import './digest-mail.ts';
import { composeDigest, startDigests } from './compose-digest.ts';
import { itemPresses } from './hooks.ts';
import { inbound } from './inbound/register.ts';
import { tellWhatIsDue } from './tell-what-is-due.ts';

// When the room is loaded: what its mails offer to do with one press.
itemPresses.provide(pressesFor);

export const mailing: Room = {
  name: 'mailing',
  routes(app, deps) {
    inbound.routes(app, deps);
    actionRoutes(app, deps);
  },
  subscribers: () => [composeDigest, ...inbound.subscribers],
  schedules: [tellWhatIsDue, startDigests, ...inbound.schedules],
};
