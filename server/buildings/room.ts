// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { purgeSchedule } from './delete-building.ts';
import { registerMeBuildings } from './me-buildings.ts';
import { registerPersonBuildings } from './person-buildings.ts';
import { buildingRoutes } from './routes.ts';
import { invitationRoutes } from './routes-invitations.ts';
import { membershipRoutes } from './routes-memberships.ts';

// When the room is loaded: the routes that show these are declared by rooms to the left.
registerMeBuildings();
registerPersonBuildings();

export const buildings: Room = {
  name: 'buildings',
  routes(app, deps) {
    buildingRoutes(app, deps);
    membershipRoutes(app, deps);
    invitationRoutes(app, deps);
  },
  schedules: [purgeSchedule],
};
