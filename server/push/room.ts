// SPDX-License-Identifier: EUPL-1.2
import { tellOutside } from '../notifications/public.ts';
import type { Room } from '../platform/room.ts';
import { registerPush } from './routes.ts';
import { fanOutPush, sendPush, sendTestPush } from './send.ts';
import { reachedByPush } from './subscriptions.ts';

tellOutside.register('push', reachedByPush);

export const push: Room = {
  name: 'push',
  routes: registerPush,
  subscribers: () => [fanOutPush, sendPush, sendTestPush],
};
