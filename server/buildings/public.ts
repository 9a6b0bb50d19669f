// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of buildings. */
export { type PlaceAccess, type PlaceRef, PlaceRefSchema, type PlaceRefRow, placeJson, placeRefColumns, placeUrl, toPlaceRef } from './place-ref.ts';
export { answerRequest } from './answer-request.ts';
export { managedMembership } from './change-membership.ts';
export { closePlace } from './close-place.ts';
export { endWithInstances } from './end-with-instance.ts';
export { type PlaceRoutes, placeRoutes } from './place-routes.ts';
export { addressOf, lockPlace, lockPlaceForViewer, type PlaceAddress, type PlaceForViewer, placeForViewer, placeForViewerById, uncountedGuests } from './find-place.ts';
export { audienceIdIn, audiencesIn, canModerate, canPost, canRead, isAdmin as isAdminOf, type ContentAudience, contentAudiences, type PlaceFacts, type Role, type Standing } from './policy.ts';
export { countPost, membersToNotify, passPostCounts, provideUnreadCounts, recountAll, recountPublic, takePostCounts } from './activity.ts';
export { type AudienceMove, countForAudienceMove, onAudienceMove } from './audience-moves.ts';
export { dropReplica, endInReplica, enterReplica, keepReplica, type PlaceElsewhere, refuseInReplica } from './replicas.ts';
export { removeMemberAs } from './remove-member.ts';
export { joinPlaceById, leavePlaceById } from './join-unseen.ts';
export { csvOf } from './csv.ts';
export { banFrom, endTerms, liftMeasure, longest, type Measure, suspendFrom } from './moderate-member.ts';
export type * from './events.ts';
export { membershipsAround } from './memberships-around.ts';
export { viewAs } from './view-as.ts';
export { SQUARE_SLUG } from './place-ref.ts';
export { lockPlaceOfPost, squarePlace } from './square.ts';
export { type MergedPlace, type Moving, onMerge, stepsBack, stepsForward } from './merging/merge-movers.ts';
export { requestsByPlace } from './queries.ts';
export { mergesToAnswer } from './merging/propose-merge.ts';
export { suspendedOutside } from './suspended-outside.ts';
export { provideTagsOfPlaces } from './merging/duplicates.ts';
