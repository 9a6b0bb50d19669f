// SPDX-License-Identifier: EUPL-1.2
import type { Viewer } from '../platform/db/viewer.ts';

/** A profile is its person's own; administrators suspend, they do not rewrite. */
export function canEditProfile(viewer: Viewer, personId: string): boolean {
  return viewer.actorId === personId;
}

/** The list of everybody is for people who are there themselves; one person's page is public. */
export function canListPeople(viewer: Pick<Viewer, 'actorId'>): boolean {
  return viewer.actorId !== null;
}

/** Whoever misses a word may add it. */
export function canAddTheme(viewer: Pick<Viewer, 'actorId'>): boolean {
  return viewer.actorId !== null;
}

/** The words are everybody's: merging and renaming them is for the administrator of the instance. */
export function canTendThemes(viewer: Pick<Viewer, 'isAdministrator'>): boolean {
  return viewer.isAdministrator;
}
