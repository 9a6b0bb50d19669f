// SPDX-License-Identifier: EUPL-1.2
import { takeAsked } from '../asking/take-asked.ts';
import { placeHandlers } from '../places/places.ts';
import { type Handler, registerHandlers } from './handler.ts';
import { remove, updateActor, updatePost } from './handlers/change.ts';
import { create } from './handlers/create.ts';
import { follow } from './handlers/follow.ts';
import { block, flag, move } from './handlers/people.ts';
import { dislike, react } from './handlers/react.ts';
import { announce } from './handlers/share.ts';
import { undo } from './handlers/undo.ts';

/** What is said to our open places, and to people here. Last: what is for closed places, or comes from the home of a place, goes before. */
const open: readonly Handler[] = [follow, create, updateActor, updatePost, remove, react, dislike, announce, undo, block, flag, move];

/** Everything that acts on what comes in, one for each activity; of several for one type the first that applies. */
const handlers: readonly Handler[] = [...placeHandlers, takeAsked, ...open];

registerHandlers(handlers);
