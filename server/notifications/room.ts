// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { onAudienceMove } from '../buildings/public.ts';
import { meExtras } from '../identity/public.ts';
import type { Room } from '../platform/room.ts';
import { onPostsMoved } from '../posts/public.ts';
import { housekeeping } from './housekeeping.ts';
import { pushChanged, pushHeldBack, pushPublished, pushReactions } from './live-posts.ts';
import { pushMembership, recheckAccount, recheckPlace, recheckStaff, recheckSuspended } from './live-rights.ts';
import { moveNotifications, moveWithPosts } from './move-audience.ts';
import { registerMerging, tellOfMerge, tellOfProposal } from './on-merge.ts';
import { endFollowing, settleRequest, tellMember, tellOfRequest } from './on-membership.ts';
import { tellAsked } from './on-asked.ts';
import { tellConcerned, tellModerators, tellReporters } from './on-moderation.ts';
import { forgetDeleted, tellOfPost, tellOfRefused } from './on-post.ts';
import { tellOfSearchHit } from './on-search-hit.ts';
import { countUnread } from './queries.ts';
import { registerLive } from './routes-live.ts';
import { registerNotifications } from './routes.ts';
import { registerSettings } from './routes-settings.ts';

onAudienceMove('notifications', moveNotifications);
onPostsMoved('notifications', moveWithPosts);
registerMerging();
meExtras.register('notifications', {
  fields: { unreadNotifications: Type.Integer() },
  load: async (trx, member) => ({ unreadNotifications: await countUnread(trx, member) }),
});

export const notifications: Room = {
  name: 'notifications',
  routes(app, deps) {
    registerNotifications(app, deps);
    registerSettings(app, deps);
    registerLive(app, deps);
  },
  subscribers: () => [tellOfPost, tellOfRefused, tellAsked, forgetDeleted, tellOfRequest, tellMember, settleRequest, endFollowing, tellOfProposal, tellOfMerge, tellOfSearchHit, tellModerators, tellReporters, tellConcerned, pushPublished, pushChanged, pushHeldBack, pushReactions, pushMembership, recheckPlace, recheckAccount, recheckStaff, recheckSuspended],
  schedules: housekeeping,
};
