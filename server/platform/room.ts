// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from './deps.ts';
import type { App } from './http/app.ts';
import type { Schedule } from './outbox/handle.ts';
import type { Subscriber } from './outbox/subscriber.ts';

/** What a room brings to the house: routes for web processes, subscribers and schedules for workers. */
export interface Room {
  name: string;
  routes?(app: App, deps: Deps): void | Promise<void>;
  subscribers?(deps: Deps): readonly Subscriber[];
  schedules?: readonly Schedule[];
}
