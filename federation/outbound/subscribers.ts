// SPDX-License-Identifier: EUPL-1.2
import type { Subscriber } from '../../server/platform/outbox/subscriber.ts';
import { eraseGone } from '../inbox/handlers/forget-actor.ts';
import { forgetSaid } from './forget-said.ts';
import { tellOfActor } from './on-actor.ts';
import { takeBackCopies, tellOfAccess, tellOfEnd } from './on-place.ts';
import { takeBackDeleted, takeBackWithheld, tellOfEdit, tellOfPublished } from './on-post.ts';
import { tellHomeOfReport } from './on-report.ts';
import { tellOfReaction } from './on-reaction.ts';

/** What is told to others of what happens here. */
export const openSubscribers: readonly Subscriber[] = [tellOfPublished, tellOfEdit, takeBackDeleted, takeBackWithheld, forgetSaid, tellOfReaction, tellOfActor, tellOfAccess, tellOfEnd, takeBackCopies, tellHomeOfReport, eraseGone];
