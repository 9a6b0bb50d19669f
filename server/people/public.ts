// SPDX-License-Identifier: EUPL-1.2
export { type ActorRef, type ActorRefRow, ActorRefSchema, actorRef, actorRefColumns, toActorRef } from './actor-ref.ts';
export { type PersonExtra, personExtras } from './person-extras.ts';
export { findPeople, type Person, personByHandle } from './queries.ts';
