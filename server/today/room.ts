// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { forgetReadings } from './read-all.ts';
import { todayRoutes } from './routes.ts';

export const today: Room = { name: 'today', routes: todayRoutes, schedules: [forgetReadings] };
