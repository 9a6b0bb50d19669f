// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { onAudienceMove } from '../buildings/public.ts';
import { meExtras } from '../identity/public.ts';
import type { Room } from '../platform/room.ts';
import { housekeeping } from './housekeeping.ts';
import { pushChanged, pushPublished, pushReactions } from './live-posts.ts';
import { pushMembership, recheckAccount, recheckPlace, recheckStaff } from './live-rights.ts';
import { moveNotifications } from './move-audience.ts';
import { settleRequest, tellMember, tellOfRequest } from './on-membership.ts';
import { forgetDeleted, tellOfPost } from './on-post.ts';
import { countUnread } from './queries.ts';
import { registerLive } from './routes-live.ts';
import { registerNotifications } from './routes.ts';

onAudienceMove('notifications', moveNotifications);
meExtras.register('notifications', {
  fields: { unreadNotifications: Type.Integer() },
  load: async (trx, member) => ({ unreadNotifications: await countUnread(trx, member) }),
});

export const notifications: Room = {
  name: 'notifications',
  routes(app, deps) {
    registerNotifications(app, deps);
    registerLive(app, deps);
  },
  subscribers: () => [tellOfPost, forgetDeleted, tellOfRequest, tellMember, settleRequest, pushPublished, pushChanged, pushReactions, pushMembership, recheckPlace, recheckAccount, recheckStaff],
  schedules: housekeeping,
};
