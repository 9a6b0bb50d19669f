// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../server/platform/room.ts';
import { rooms } from '../server/rooms.ts';
import { federation } from './room.ts';

/** Every room with federation at the right end: what an instance is made of. */
export const house: readonly Room[] = [...rooms, federation];
