// SPDX-License-Identifier: EUPL-1.2
import { bareAddress } from '../platform/config/config.ts';
import { createHash } from 'node:crypto';
import webPush from 'web-push';
import { memberOfActor } from '../identity/public.ts';
import { notificationsOf, type PushQueued, settingsOf, stillUnread, tellAgain } from '../notifications/public.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { NotYet } from '../platform/jobs/jobs.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import { type StoredEvent, type Subscriber, subscriber } from '../platform/outbox/subscriber.ts';
import { AddressRefused, postOutside } from '../platform/outside/post-outside.ts';
import type { PushTestAsked, PushToDevice } from './events.ts';
import { vapidKeys } from './vapid.ts';
import { type Message, messageOf, testMessage } from './words.ts';

/** For as long keeps the push service what the device could not take yet. */
const TTL_SECONDS = 24 * 3_600;
const PATIENCE_MS = 10_000;
/** When nothing was delivered for so long a device is given up, and what was to be told goes another way; before the attempts are used up. */
const GIVE_UP_MS = 5 * 60_000;
/** For as long is waited for a push service that asks for it. */
const LONGEST_WAIT_MS = 3_600_000;
const LEAST_PAUSE_MS = 1_000;
const MOST_BUNDLED = 50;

/** One of these for each device, so that a dead one stops no other. */
export const fanOutPush: Subscriber = subscriber<PushQueued>({
  name: 'fan-out-push',
  queue: 'push',
  types: ['PushQueued'],
  async handle(trx, { recipientId, notificationIds }, _stored, { clock }) {
    const devices = await trx.selectFrom('push_subscription').select('id').where('owner_id', '=', recipientId).where('failed_at', 'is', null).execute();
    await publishAll<PushToDevice>(trx, devices.map(({ id }) => ({ type: 'PushToDevice', recipientId, subscriptionId: id, notificationIds })));
    if (devices.length === 0) await tellAgain(trx, recipientId, notificationIds, clock.now());
  },
});

export const sendPush: Subscriber = subscriber<PushToDevice>({
  name: 'send-push',
  queue: 'push',
  types: ['PushToDevice'],
  async deliver({ recipientId, subscriptionId, notificationIds }, stored, deps) {
    const device = await deviceWith(deps, subscriptionId);
    // Switched off, signed out, or its session ran out since it was queued.
    if (device === null) return end(deps, { id: subscriptionId, ownerId: recipientId }, notificationIds);
    const message = await contentsFor(deps, device.member, notificationIds);
    if (message === 'not-wanted') return deps.database.asSystem((trx) => tellAgain(trx, recipientId, notificationIds, deps.clock.now()));
    if (message !== null) await send(deps, device, message, stored, notificationIds);
  },
});

export const sendTestPush: Subscriber = subscriber<PushTestAsked>({
  name: 'send-test-push',
  queue: 'push',
  types: ['PushTestAsked'],
  async deliver({ subscriptionId }, stored, deps) {
    const device = await deviceWith(deps, subscriptionId);
    if (device !== null) await send(deps, device, testMessage(device.member.locale), stored, []);
  },
});

interface DeviceToReach {
  id: string;
  endpoint: string;
  p256dh: Buffer;
  auth: Buffer;
  notBefore: Date | null;
  ownerId: string;
  member: Member;
}

/** As the system: the session of a device is nobody's reading. Null when the device, its session or its owner is gone. */
async function deviceWith({ database, clock }: Deps, id: string): Promise<DeviceToReach | null> {
  const row = await database.asSystem((trx) =>
    trx
      .selectFrom('push_subscription as d')
      .innerJoin('session as s', 's.id', 'd.session_id')
      .select(['d.id', 'd.owner_id', 'd.endpoint', 'd.p256dh', 'd.auth', 'd.not_before'])
      .where('d.id', '=', id)
      .where('s.expires_at', '>', clock.now())
      .executeTakeFirst(),
  );
  const member = row === undefined ? null : await memberOfActor(database.pool, row.owner_id);
  return row === undefined || member === null ? null : { id: row.id, endpoint: row.endpoint, p256dh: row.p256dh, auth: row.auth, notBefore: row.not_before, ownerId: row.owner_id, member };
}

/** What they may read of it at this moment, want to hear and have not read; `not-wanted` when they chose to hear it in another way since. */
async function contentsFor({ database }: Deps, member: Member, ids: readonly string[]): Promise<Message | 'not-wanted' | null> {
  const { wanted, items } = await database.readAs(member, async (trx) => {
    const left = (await stillUnread(trx, member, ids)).map(({ id }) => id);
    return {
      wanted: (await settingsOf(trx, [member.actorId])).get(member.actorId)?.pushAtOnce !== false,
      items: (await notificationsOf(trx, member, { unread: true, limit: MOST_BUNDLED, cursor: undefined, ids: left })).items,
    };
  });
  if (!wanted) return 'not-wanted';
  const [newest, ...older] = items;
  return newest === undefined ? null : messageOf([newest, ...older], member.locale);
}

async function send(deps: Deps, device: DeviceToReach, message: Message, stored: StoredEvent, notificationIds: readonly string[]): Promise<void> {
  const now = deps.clock.now();
  if (device.notBefore !== null && device.notBefore > now) return wait(deps, device, stored, notificationIds, device.notBefore.getTime() - now.getTime());
  const answer = await post(deps, device, message).catch((error: unknown) => error);
  if (answer instanceof AddressRefused) return end(deps, device, notificationIds);
  if (answer instanceof Error || typeof answer !== 'object' || answer === null || !('status' in answer)) return fail(deps, device, stored, notificationIds, answer);
  const { status, retryAfter } = answer as { status: number; retryAfter: string | null };
  if (status >= 200 && status < 300) return noteUse(deps, device);
  // RFC 8030, 7.3: the subscription is over. A key that is not ours (403) will not become ours.
  if (status === 404 || status === 410 || status === 403) return end(deps, device, notificationIds);
  if (status === 429 || (status === 503 && retryAfter !== null)) return wait(deps, device, stored, notificationIds, pauseOf(retryAfter, now));
  return fail(deps, device, stored, notificationIds, new Error(`the push service answered ${status}`));
}

async function post(deps: Deps, device: DeviceToReach, message: Message) {
  const keys = await vapidKeys(deps);
  const address = bareAddress(deps.config.mailFrom);
  const { endpoint, headers, body } = webPush.generateRequestDetails({ endpoint: device.endpoint, keys: { p256dh: device.p256dh.toString('base64url'), auth: device.auth.toString('base64url') } }, JSON.stringify(message), {
    vapidDetails: { subject: `mailto:${address}`, ...keys },
    TTL: TTL_SECONDS,
    urgency: 'normal',
    // At most 32 characters (RFC 8030, 5.4); names no thread to the push service.
    topic: createHash('sha256').update(`${device.id} ${message.tag}`).digest('base64url').slice(0, 32),
    contentEncoding: 'aes128gcm',
  });
  const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return postOutside(endpoint, { headers: sent, body, allowLoopback: deps.config.allowPrivate, patienceMs: PATIENCE_MS });
}

/** Seconds or a moment (RFC 9110, 10.2.3). */
function pauseOf(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 60_000;
  const asked = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now.getTime();
  return Math.max(LEAST_PAUSE_MS, Number.isFinite(asked) ? asked : 60_000);
}

async function wait(deps: Deps, device: DeviceToReach, stored: StoredEvent, notificationIds: readonly string[], milliseconds: number): Promise<void> {
  const until = new Date(deps.clock.now().getTime() + milliseconds);
  await change(deps, device.id, { not_before: until });
  if (until.getTime() - stored.createdAt.getTime() > LONGEST_WAIT_MS) return giveUp(deps, device, notificationIds);
  throw new NotYet(milliseconds);
}

async function fail(deps: Deps, device: DeviceToReach, stored: StoredEvent, notificationIds: readonly string[], error: unknown): Promise<void> {
  if (deps.clock.now().getTime() - stored.createdAt.getTime() > GIVE_UP_MS) return giveUp(deps, device, notificationIds);
  throw error;
}

async function noteUse(deps: Deps, device: DeviceToReach): Promise<void> {
  await change(deps, device.id, { last_used_at: deps.clock.now(), not_before: null, failed_at: null });
}

async function giveUp(deps: Deps, device: DeviceToReach, notificationIds: readonly string[]): Promise<void> {
  await change(deps, device.id, { failed_at: deps.clock.now() });
  await another(deps, device, notificationIds);
}

async function end(deps: Deps, device: Pick<DeviceToReach, 'id' | 'ownerId'>, notificationIds: readonly string[]): Promise<void> {
  await deps.database.asSystem((trx) => trx.deleteFrom('push_subscription').where('id', '=', device.id).execute());
  await another(deps, device, notificationIds);
}

/** The last device: what was to be told goes by mail, or with the digest, as they chose. */
async function another({ database, clock }: Deps, { ownerId }: Pick<DeviceToReach, 'ownerId'>, notificationIds: readonly string[]): Promise<void> {
  await database.asSystem(async (trx) => {
    const left = await trx.selectFrom('push_subscription').select('id').where('owner_id', '=', ownerId).where('failed_at', 'is', null).executeTakeFirst();
    if (left === undefined) await tellAgain(trx, ownerId, notificationIds, clock.now());
  });
}

async function change({ database }: Deps, id: string, values: { last_used_at?: Date; not_before?: Date | null; failed_at?: Date | null }): Promise<void> {
  await database.asSystem((trx) => trx.updateTable('push_subscription').set(values).where('id', '=', id).execute());
}
