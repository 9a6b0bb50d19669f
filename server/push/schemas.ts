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

/** As `PushSubscription.toJSON()` of a browser gives them. */
export const SubscriptionBody = strict({
  endpoint: Type.String({ minLength: 1, maxLength: 1000 }),
  keys: strict({
    p256dh: Type.String({ minLength: 1, maxLength: 100 }),
    auth: Type.String({ minLength: 1, maxLength: 30 }),
  }),
});
export const ById = strict({ id: Uuid });
