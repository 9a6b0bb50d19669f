// SPDX-License-Identifier: EUPL-1.2
import { provideUnreadCounts } from '../buildings/public.ts';
import type { Room } from '../platform/room.ts';
import { forgetReadings } from './read-all.ts';
import { todayRoutes } from './routes.ts';
import { unreadCounts } from './unread.ts';

// When the room is loaded: `Me` tells what is unread in each place.
provideUnreadCounts(unreadCounts);

export const today: Room = { name: 'today', routes: todayRoutes, schedules: [forgetReadings] };
