// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of buildings. */
export { type PlaceAccess, type PlaceRef, PlaceRefSchema, type PlaceRefRow, placeRefColumns, toPlaceRef } from './place-ref.ts';
export { lockPlaceForViewer, type PlaceForViewer, placeForViewer, placeForViewerById } from './find-place.ts';
export { audienceIdIn, audiencesIn, canModerate, canPost, canRead, type ContentAudience, contentAudiences, type Role, type Standing } from './policy.ts';
export { countPost, membersToNotify, provideUnreadCounts, recountPublic } from './activity.ts';
export { type AudienceMove, countForAudienceMove, onAudienceMove } from './audience-moves.ts';
export type * from './events.ts';
