// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { describeUserAgent } from '../identity/public.ts';
import { type Trx, withSystem } from '../platform/db/database.ts';
import type { Locale, Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, NotFound } from '../platform/http/problem.ts';
import { newId } from '../platform/ids.ts';
import { isOutsideAddress } from '../platform/outside/post-outside.ts';
import type { Device, SubscriptionBody } from './schemas.ts';
import { isPoint } from './vapid.ts';

/** More devices than anybody has; the one that was heard of least recently goes. */
const MOST_DEVICES = 20;
const LONGEST_USER_AGENT = 300;

type Row = { id: string; session_id: string; user_agent: string; created_at: Date; last_used_at: Date | null; failed_at: Date | null };
const columns = ['id', 'session_id', 'user_agent', 'created_at', 'last_used_at', 'failed_at'] as const;

const toDevice = (row: Row, sessionId: string | null, locale: Locale): Device => ({
  id: row.id,
  device: describeUserAgent(row.user_agent, locale),
  current: row.session_id === sessionId,
  reached: row.failed_at === null,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

/** Newest first. */
export async function devicesOf(trx: Trx, owner: Member): Promise<Device[]> {
  const rows = await trx.selectFrom('push_subscription').select(columns).where('owner_id', '=', owner.actorId).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(MOST_DEVICES).execute();
  return rows.map((row) => toDevice(row, owner.sessionId, owner.locale));
}

/**
 * Switches a device on, or hears of it again. It belongs to the session that asks.
 * @throws {BadInput} for keys that are none, and an endpoint that is not called.
 */
export async function keepSubscription(trx: Trx, { clock, config }: Pick<Deps, 'clock' | 'config'>, owner: Member & { sessionId: string }, { endpoint, keys }: Static<typeof SubscriptionBody>, userAgent: string): Promise<Device> {
  const [p256dh, auth] = [Buffer.from(keys.p256dh, 'base64url'), Buffer.from(keys.auth, 'base64url')];
  if (!isOutsideAddress(endpoint, config.allowPrivate)) throw new BadInput('endpoint', { nl: 'Dit is geen adres van een pushdienst.', en: 'This is no address of a push service.' });
  if (!isPoint(p256dh)) throw new BadInput('keys.p256dh', { nl: 'Dit is geen sleutel (P-256, 65 bytes).', en: 'This is no key (P-256, 65 bytes).' });
  if (auth.length !== 16) throw new BadInput('keys.auth', { nl: 'Dit is geen geheim van 16 bytes.', en: 'This is no secret of 16 bytes.' });
  const now = clock.now();
  // As the system: on this browser somebody else may have been signed in. Whoever knows its secret has the browser.
  const row = await withSystem(trx, () =>
    trx
      .insertInto('push_subscription')
      .values({ id: newId(), owner_id: owner.actorId, session_id: owner.sessionId, endpoint, p256dh, auth, user_agent: userAgent.slice(0, LONGEST_USER_AGENT), created_at: now })
      .onConflict((conflict) =>
        conflict
          .column('endpoint')
          .doUpdateSet({ owner_id: owner.actorId, session_id: owner.sessionId, p256dh, user_agent: userAgent.slice(0, LONGEST_USER_AGENT), failed_at: null })
          .where('push_subscription.auth', '=', auth),
      )
      .returning(columns)
      .executeTakeFirst(),
  );
  if (row === undefined) throw new BadInput('endpoint', { nl: 'Dit apparaat is anders aangemeld. Zet notificaties in je browser uit en weer aan.', en: 'This device was registered otherwise. Switch notifications off and on again in your browser.' });
  const surplus = trx.selectFrom('push_subscription').select('id').where('owner_id', '=', owner.actorId).where('id', '!=', row.id).orderBy(sql`coalesce(last_used_at, created_at)`, 'desc').orderBy('id', 'desc').offset(MOST_DEVICES - 1);
  await trx.deleteFrom('push_subscription').where('id', 'in', surplus).execute();
  return toDevice(row, owner.sessionId, owner.locale);
}

/** @throws {NotFound} for what is not theirs. */
export async function requireDevice(trx: Trx, owner: Member, id: string): Promise<void> {
  const row = await trx.selectFrom('push_subscription').select('id').where('id', '=', id).where('owner_id', '=', owner.actorId).executeTakeFirst();
  if (row === undefined) throw new NotFound();
}

/** @throws {NotFound} for what is not theirs. */
export async function dropDevice(trx: Trx, owner: Member, id: string): Promise<void> {
  const row = await trx.deleteFrom('push_subscription').where('id', '=', id).where('owner_id', '=', owner.actorId).returning('id').executeTakeFirst();
  if (row === undefined) throw new NotFound();
}

/** Which of these people have a device that takes pushes. As the system. */
export async function reachedByPush(trx: Trx, recipientIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('push_subscription').select('owner_id').distinct().where('owner_id', 'in', [...recipientIds]).where('failed_at', 'is', null).execute();
  return new Set(rows.map((row) => row.owner_id));
}
