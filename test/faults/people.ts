// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../../server/platform/db/database.ts';
import { hashSecret, newId, newSecret } from '../../server/platform/ids.ts';

/** Somebody with a session, who writes over HTTP from outside. */
export interface Person {
  actorId: string;
  handle: string;
  cookie: string;
}

const DAY_MS = 24 * 3_600_000;

/** A confirmed civil servant with a session, without the cost of hashing a password. */
export async function addPerson(database: Database, handle: string, role: 'member' | 'administrator' = 'member'): Promise<Person> {
  const [actorId, accountId, secret] = [newId(), newId(), newSecret()];
  const now = new Date();
  await database.asSystem(async (trx) => {
    await trx.insertInto('actor').values({ id: actorId, type: 'person', handle, name: `Persoon ${handle}`, uri: `http://plein.test/ap/actors/${actorId}`, audience_id: 1, created_at: now }).execute();
    await trx.insertInto('account').values({ id: accountId, actor_id: actorId, email: `${handle}@zuiderdam.example`, locale: 'nl', role, is_staff: true, confirmed_at: now }).execute();
    await trx.insertInto('session').values({ id: newId(), token_hash: hashSecret(secret), account_id: accountId, expires_at: new Date(now.getTime() + 30 * DAY_MS) }).execute();
  });
  return { actorId, handle, cookie: `plein_session=${secret}` };
}
