// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { Viewer } from '../db/viewer.ts';

/** Says which place a topic belongs to, when the viewer of `trx` may hear it; null when it is absent or hidden. */
export type TopicResolver = (trx: Trx, viewer: Asker, topic: string) => Promise<{ placeId: string | null } | null>;
export type Asker = Pick<Viewer, 'actorId' | 'audiences'>;
