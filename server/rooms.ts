// SPDX-License-Identifier: EUPL-1.2
import { asking } from './asking/room.ts';
import { buildings } from './buildings/room.ts';
import { documents } from './documents/room.ts';
import { identity } from './identity/room.ts';
import { mailing } from './mailing/room.ts';
import { moderation } from './moderation/room.ts';
import { notifications } from './notifications/room.ts';
import { operations } from './operations/room.ts';
import { people } from './people/room.ts';
import type { Room } from './platform/room.ts';
import { posts } from './posts/room.ts';
import { push } from './push/room.ts';
import { search } from './search/room.ts';
import { today } from './today/room.ts';

/** Every room of the house, from left to right (see docs/decisions/0002-rooms-and-imports.md). */
export const rooms: readonly Room[] = [identity, people, buildings, posts, asking, moderation, notifications, search, today, mailing, push, documents, operations];
