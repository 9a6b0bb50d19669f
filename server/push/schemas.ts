// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { listOf, Moment, Nullable, strict, Uuid } from '../platform/http/schemas.ts';

export const PushKey = Type.Object({ publicKey: Type.String({ description: 'VAPID (RFC 8292), base64url: the `applicationServerKey` of a browser.' }) });

export const DeviceSchema = Type.Object({
  id: Uuid,
  device: Type.String({ description: '“Firefox op Android”.' }),
  current: Type.Boolean({ description: 'Switched on in the session that asks.' }),
  reached: Type.Boolean({ description: 'False when nothing could be delivered for a while.' }),
  createdAt: Moment,
  lastUsedAt: Nullable(Moment),
});
export type Device = Static<typeof DeviceSchema>;
export const DeviceList = listOf(DeviceSchema);

/** As `PushSubscription.toJSON()` of a browser gives it. */
export const SubscriptionBody = strict({
  endpoint: Type.String({ minLength: 12, maxLength: 1000 }),
  expirationTime: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1e15 }))),
  keys: strict({
    p256dh: Type.String({ minLength: 80, maxLength: 100, pattern: '^[A-Za-z0-9_-]+={0,2}$' }),
    auth: Type.String({ minLength: 20, maxLength: 30, pattern: '^[A-Za-z0-9_-]+={0,2}$' }),
  }),
});
export const ById = strict({ id: Uuid });
