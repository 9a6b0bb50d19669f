// SPDX-License-Identifier: EUPL-1.2
export { type ActorRef, type ActorRefRow, ActorRefSchema, actorRef, actorRefColumns, nameInWords, toActorRef } from './actor-ref.ts';
export { type Conditions, conditionsOf, findPeople } from './directory.ts';
export { blockAs, thoseBlockedBy, thoseSpared, thoseWhoBlock, unblockAs } from './ties.ts';
export { type PersonExtra, personExtras } from './person-extras.ts';
export type { ThemeRef } from './profile-parts.ts';
export { type Person, personByHandle } from './queries.ts';
export { type PeopleFilters, ThemeRefSchema, type WorkRole, workRoles } from './schemas.ts';
export { sharedWith } from './sharing.ts';
export { onThemeGone, themeByAnyName, themeFor, type ThemesMerged } from './themes.ts';
export { countPeopleWithTraits, peopleWithTraits, type Traits } from './traits.ts';
