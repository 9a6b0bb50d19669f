// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import './at-once-mail.ts';
import './digest-mail.ts';
import { composeDigest, startDigests } from './compose-digest.ts';
import { tellWhatIsDue } from './tell-what-is-due.ts';

export const mailing: Room = {
  name: 'mailing',
  subscribers: () => [composeDigest],
  schedules: [tellWhatIsDue, startDigests],
};
