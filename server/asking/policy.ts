// SPDX-License-Identifier: EUPL-1.2
import type { Viewer } from '../platform/db/viewer.ts';

type Asker = Pick<Viewer, 'actorId' | 'isStaff'>;

/** Whoever is signed in may ask; how often is bounded. */
export function canAskPortfolio(viewer: Asker): boolean {
  return viewer.actorId !== null;
}

/** Residents ask in public; what is for civil servants only they write. */
export function canAskFor(viewer: Asker, audience: 'public' | 'staff'): boolean {
  return viewer.actorId !== null && (audience === 'public' || viewer.isStaff);
}
