// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../platform/room.ts';
import { peopleRoutes } from './routes.ts';

export const people: Room = { name: 'people', routes: peopleRoutes };
