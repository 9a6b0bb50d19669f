// SPDX-License-Identifier: EUPL-1.2
import { matchSavedSearches } from './match-saved-searches.ts';
import type { Room } from '../platform/room.ts';
import { forgetWordsOfPlace, housekeeping, indexChanges } from './on-changes.ts';
import { searchRoutes } from './routes.ts';

export const search: Room = {
  name: 'search',
  routes: searchRoutes,
  subscribers: () => [indexChanges, forgetWordsOfPlace, matchSavedSearches],
  schedules: housekeeping,
};
