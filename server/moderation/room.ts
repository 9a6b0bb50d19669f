// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { provideScreening } from '../posts/public.ts';
import { closeDeleted, logOutsideQueue, mailAppeal, mailDecision, mailGuests, queueWaiting } from './on-events.ts';
import { registerMerging } from './merge-cases.ts';
import { moderationRoutes, ownModerationRoutes } from './routes.ts';
import { schedules } from './terms.ts';
import { waitsForModerator } from './trust.ts';

// When the room is loaded: posts asks this before it publishes.
provideScreening(waitsForModerator);
registerMerging();

export const moderation: Room = {
  name: 'moderation',
  routes(app, deps) {
    moderationRoutes(app, deps);
    ownModerationRoutes(app, deps);
  },
  subscribers: () => [queueWaiting, closeDeleted, logOutsideQueue, mailDecision, mailAppeal, mailGuests],
  schedules,
};
