// SPDX-License-Identifier: EUPL-1.2
import type { Room } from './platform/room.ts';

/** Every room of the house, from left to right (see docs/decisions/0002-rooms-and-imports.md). */
export const rooms: readonly Room[] = [];
