// SPDX-License-Identifier: EUPL-1.2
import { viewAs } from './buildings/public.ts';
import { authenticate } from './identity/public.ts';
import type { Deps } from './platform/deps.ts';
import { type App, createHttp } from './platform/http/app.ts';
import type { Schedule } from './platform/outbox/handle.ts';
import type { Subscriber } from './platform/outbox/subscriber.ts';
import { mailSender } from './platform/mail/send-mail.ts';
import { rooms } from './rooms.ts';

/** The HTTP application with all rooms; used by main, by tests and to generate the OpenAPI document. */
export async function buildApp(deps: Deps): Promise<App> {
  const app = await createHttp(deps, authenticate(deps), viewAs(deps.database));
  for (const room of rooms) await room.routes?.(app, deps);
  await app.ready();
  return app;
}

export function allSubscribers(deps: Deps): Subscriber[] {
  return [mailSender(deps.config), ...rooms.flatMap((room) => room.subscribers?.(deps) ?? [])];
}

export function allSchedules(): Schedule[] {
  return rooms.flatMap((room) => room.schedules ?? []);
}
