// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import './at-once-mail.ts';
import './digest-mail.ts';
import { composeDigest, startDigests } from './compose-digest.ts';
import { inbound } from './inbound/register.ts';
import { tellWhatIsDue } from './tell-what-is-due.ts';

export const mailing: Room = {
  name: 'mailing',
  routes(app, deps) {
    inbound.routes(app, deps);
  },
  subscribers: () => [composeDigest, ...inbound.subscribers],
  schedules: [tellWhatIsDue, startDigests, ...inbound.schedules],
};
