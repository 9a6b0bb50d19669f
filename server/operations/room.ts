// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { healthRoutes } from './health.ts';
import { deleteDoneEvents, deleteOldKeys, deleteOldMail, deleteSpentLimits } from './housekeeping.ts';
import { timeRequests } from './metrics.ts';
import { operationRoutes } from './routes.ts';
import { securityTxt } from './security-txt.ts';

export const operations: Room = {
  name: 'operations',
  routes(app, deps) {
    timeRequests(app);
    healthRoutes(app, deps);
    securityTxt(app, deps);
    operationRoutes(app, deps);
  },
  schedules: [deleteOldKeys, deleteDoneEvents, deleteOldMail, deleteSpentLimits],
};
