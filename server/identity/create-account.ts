// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { type Locale, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { sameCase } from '../platform/db/same-case.ts';
import { newId } from '../platform/ids.ts';
import { publish } from '../platform/outbox/publish.ts';
import type { ProfileChanged } from './events.ts';
import { domainOf } from './fields.ts';
import { freeHandle } from './handles.ts';

export interface NewAccount {
  email: string;
  name: string;
  /** Null for accounts that sign in otherwise (OpenID Connect, a passkey). */
  passwordHash: string | null;
  locale: Locale;
  role?: 'member' | 'administrator';
}

/**
 * Makes a person with a confirmed account; staff when an organisation has the domain of the address. The transaction is the system's.
 * @returns null when the address has an account already.
 */
export async function createAccount(trx: Trx, publicUrl: string, wanted: NewAccount, now: Date): Promise<{ accountId: string; actorId: string } | null> {
  // Two people of one name at one moment would want the same handle: they wait for each other here.
  await sql`select pg_advisory_xact_lock(hashtext('plein-new-account'))`.execute(trx);
  const known = await trx.selectFrom('account').select('id').where('email_key', '=', sameCase(wanted.email)).executeTakeFirst();
  if (known !== undefined) return null;
  const organisation = await trx.selectFrom('organisation_domain').select('organisation_id').where('domain', '=', domainOf(wanted.email)).executeTakeFirst();
  const [actorId, accountId] = [newId(), newId()];
  await trx
    .insertInto('actor')
    .values({
      id: actorId,
      type: 'person',
      handle: await freeHandle(trx, wanted.name),
      name: wanted.name,
      uri: `${publicUrl}/ap/actors/${actorId}`,
      organisation_id: organisation?.organisation_id ?? null,
      audience_id: PUBLIC_AUDIENCE,
      created_at: now,
    })
    .execute();
  await trx
    .insertInto('account')
    .values({
      id: accountId,
      actor_id: actorId,
      email: wanted.email,
      password_hash: wanted.passwordHash,
      locale: wanted.locale,
      role: wanted.role ?? 'member',
      is_staff: organisation !== undefined,
      confirmed_at: now,
      created_at: now,
    })
    .execute();
  if (organisation !== undefined) await publish<ProfileChanged>(trx, { type: 'ProfileChanged', actorId });
  return { accountId, actorId };
}
