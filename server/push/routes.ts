// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { SignInNeeded } from '../platform/http/problem.ts';
import { Empty } from '../platform/http/schemas.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { PushTestAsked } from './events.ts';
import { ById, DeviceList, DeviceSchema, PushKey, SubscriptionBody } from './schemas.ts';
import { devicesOf, dropDevice, keepSubscription, requireDevice } from './subscriptions.ts';
import { vapidKeys } from './vapid.ts';

const tags = ['push'];
/** A device is a browser with a session; a program has none. */
const session = { access: 'account', sessionOnly: true } as const;

export function registerPush(app: App, deps: Deps): void {
  const { database } = deps;

  app.get(
    '/api/v1/push/key',
    { config: { access: 'account' }, schema: { tags, operationId: 'readPushKey', summary: 'The key with which a browser subscribes to pushes of this instance', response: { 200: PushKey } } },
    async () => ({ publicKey: (await vapidKeys(deps)).publicKey }),
  );

  app.get(
    '/api/v1/push/subscriptions',
    { config: session, schema: { tags, operationId: 'listPushDevices', summary: 'My devices that take pushes', response: { 200: DeviceList } } },
    async (request) => ({ items: await database.readAs(request.viewer, (trx) => devicesOf(trx, memberOf(request))), next: null }),
  );

  app.post(
    '/api/v1/push/subscriptions',
    // Heard of again is the same: there is no answer to keep.
    { config: { ...session, idempotent: false }, schema: { tags, operationId: 'addPushDevice', summary: 'Switch pushes on for this device, or tell that it is still there', body: SubscriptionBody, response: { 201: DeviceSchema } } },
    async (request, reply) => {
      const member = withSession(request);
      const device = await database.asViewer(member, (trx) => keepSubscription(trx, deps, member, request.body, request.headers['user-agent'] ?? ''));
      return reply.code(201).send(device);
    },
  );

  app.delete(
    '/api/v1/push/subscriptions/:id',
    { config: session, schema: { tags, operationId: 'removePushDevice', summary: 'Switch pushes off for a device', params: ById, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => dropDevice(trx, memberOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/push/subscriptions/:id/tests',
    { config: { ...session, limit: 'pushTest' }, schema: { tags, operationId: 'testPushDevice', summary: 'Send a push to one of my devices, to see whether it arrives', params: ById, response: { 204: Empty } } },
    (request, reply) =>
      command(database, request, reply, 204, async (trx) => {
        await requireDevice(trx, memberOf(request), request.params.id);
        await publish<PushTestAsked>(trx, { type: 'PushTestAsked', subscriptionId: request.params.id });
        return { body: null };
      }),
  );
}

function withSession(request: FastifyRequest): Member & { sessionId: string } {
  const member = memberOf(request);
  const { sessionId } = member;
  if (sessionId === null) throw new SignInNeeded();
  return { ...member, sessionId };
}
