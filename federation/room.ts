// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../server/platform/room.ts';
import { nameSquare } from './actors/name-square.ts';
import { negotiatePages } from './actors/negotiate.ts';
import { actorRoutes } from './actors/routes-actors.ts';
import { nodeInfoRoutes } from './actors/routes-nodeinfo.ts';
import { webFingerRoutes } from './actors/routes-webfinger.ts';
import { putToNeighbours } from './asking/put-to-neighbours.ts';
import { runDeliveries, stopDeliveries } from './delivery/wake.ts';
import { forgetStrangers } from './forget-strangers.ts';
import { forgetTraffic } from './housekeeping.ts';
import './inbox/handlers.ts';
import { inboxRoutes } from './inbox/receive.ts';
import { runInbox, stopInbox } from './inbox/wake.ts';
import { objectRoutes } from './objects/routes.ts';
import { openSubscribers } from './outbound/subscribers.ts';
import { placeSchedules, placeSubscribers, registerPlaces } from './places/places.ts';
import { placeRoutes } from './places/routes.ts';
import { neighbourListRoutes } from './screens/neighbour-lists.ts';
import { refreshNeighbours } from './screens/neighbours.ts';
import { screenRoutes } from './screens/routes.ts';
import { assertSealedKeysOpen, assertVersions } from './wire/start.ts';

// When the room is loaded.
registerPlaces();

export const federation: Room = {
  name: 'federation',
  async open(deps) {
    assertVersions();
    await assertSealedKeysOpen(deps);
    await nameSquare(deps);
  },
  routes(app, deps) {
    negotiatePages(app, deps);
    actorRoutes(app, deps);
    webFingerRoutes(app, deps);
    nodeInfoRoutes(app, deps);
    inboxRoutes(app, deps);
    placeRoutes(app, deps);
    neighbourListRoutes(app, deps);
    screenRoutes(app, deps);
    objectRoutes(app, deps);
    // What is under way to others, or being handled, ends before the connections do.
    app.addHook('onClose', async () => {
      await Promise.all([stopDeliveries(deps), stopInbox(deps)]);
    });
  },
  subscribers: () => [...placeSubscribers, ...openSubscribers, putToNeighbours],
  schedules: [runDeliveries, runInbox, forgetTraffic, forgetStrangers, ...placeSchedules, refreshNeighbours],
};
