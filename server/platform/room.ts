// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from './deps.ts';
import type { App } from './http/app.ts';
import type { Schedule } from './outbox/handle.ts';
import type { Subscriber } from './outbox/subscriber.ts';

/** What a room brings to the house: routes for web processes, subscribers and schedules for workers. */
export interface Room {
  name: string;
  /** Before anything of the instance begins. @throws ConfigError where a setting does not fit what is there, which stops the start */
  open?(deps: Deps): Promise<void>;
  routes?(app: App, deps: Deps): void | Promise<void>;
  subscribers?(deps: Deps): readonly Subscriber[];
  schedules?: readonly Schedule[];
}
