// SPDX-License-Identifier: EUPL-1.2
import { matchSavedSearches } from './match-saved-searches.ts';
import type { Room } from '../platform/room.ts';
import { housekeeping, indexChanges } from './on-changes.ts';
import { searchRoutes } from './routes.ts';

export const search: Room = {
  name: 'search',
  routes: searchRoutes,
  subscribers: () => [indexChanges, matchSavedSearches],
  schedules: housekeeping,
};
