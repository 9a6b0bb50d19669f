// SPDX-License-Identifier: EUPL-1.2
import { viewAs } from './buildings/public.ts';
import { authenticate } from './identity/public.ts';
import type { Deps } from './platform/deps.ts';
import { type App, createHttp } from './platform/http/app.ts';
import type { Schedule } from './platform/outbox/handle.ts';
import type { Subscriber } from './platform/outbox/subscriber.ts';
import { mailSender } from './platform/mail/send-mail.ts';
import type { Room } from './platform/room.ts';

/** The HTTP application with the rooms of a house (see federation/house.ts); used by main, by tests and to generate the OpenAPI document. */
export async function buildApp(deps: Deps, rooms: readonly Room[]): Promise<App> {
  const app = await createHttp(deps, authenticate(deps), viewAs(deps.database));
  for (const room of rooms) await room.routes?.(app, deps);
  await app.ready();
  return app;
}

export function allSubscribers(deps: Deps, rooms: readonly Room[]): Subscriber[] {
  return [mailSender(deps.config), ...rooms.flatMap((room) => room.subscribers?.(deps) ?? [])];
}

export function allSchedules(rooms: readonly Room[]): Schedule[] {
  return rooms.flatMap((room) => room.schedules ?? []);
}
