// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import type { App } from '../../server/platform/http/app.ts';
import { allowedInstanceRoutes } from './routes-allowed-instances.ts';
import { instanceRoutes } from './routes-instances.ts';
import { remotePlaceRoutes } from './routes-remote-places.ts';
import { threadRoutes } from './routes-threads.ts';

/** What the screens ask of federation. */
export function screenRoutes(app: App, deps: Deps): void {
  remotePlaceRoutes(app, deps);
  threadRoutes(app, deps);
  allowedInstanceRoutes(app, deps);
  instanceRoutes(app, deps);
}
