// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { purgeSchedule } from './delete-building.ts';
import { buildingRoutes } from './routes.ts';
import { invitationRoutes } from './routes-invitations.ts';
import { membershipRoutes } from './routes-memberships.ts';

export const buildings: Room = {
  name: 'buildings',
  routes(app, deps) {
    buildingRoutes(app, deps);
    membershipRoutes(app, deps);
    invitationRoutes(app, deps);
  },
  schedules: [purgeSchedule],
};
