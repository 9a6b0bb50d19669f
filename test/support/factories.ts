// SPDX-License-Identifier: EUPL-1.2
import { newId, newSecret, hashSecret } from '../../server/platform/ids.ts';
import { TestClient, type TestPlein } from './app.ts';

export interface TestMember extends TestClient {
  actorId: string;
  accountId: string;
  handle: string;
  name: string;
  email: string;
}

export interface MemberOptions {
  name?: string;
  handle?: string;
  staff?: boolean;
  administrator?: boolean;
  locale?: 'nl' | 'en';
}

let serial = 0;

/** Somebody with a confirmed account and a session, without the cost of hashing a password. Staff unless told otherwise. */
export async function buildMember(plein: TestPlein, options: MemberOptions = {}): Promise<TestMember> {
  const number = ++serial;
  const handle = options.handle ?? `persoon-${number}-${process.pid}`;
  const name = options.name ?? `Persoon ${number}`;
  const staff = options.staff ?? true;
  const [actorId, accountId, secret] = [newId(), newId(), newSecret()];
  const email = `${handle}@${staff ? 'zuiderdam' : 'thuis'}.example`;
  const now = plein.clock.now();
  await plein.db(async (trx) => {
    await trx.insertInto('actor').values({ id: actorId, type: 'person', handle, name, uri: `${plein.config.publicUrl}/ap/actors/${actorId}`, audience_id: 1, created_at: now }).execute();
    await trx
      .insertInto('account')
      .values({ id: accountId, actor_id: actorId, email, locale: options.locale ?? 'nl', role: options.administrator === true ? 'administrator' : 'member', is_staff: staff, confirmed_at: now })
      .execute();
    await trx
      .insertInto('session')
      .values({ id: newId(), token_hash: hashSecret(secret), account_id: accountId, expires_at: new Date(now.getTime() + 30 * 24 * 3_600_000) })
      .execute();
  });
  const client = new TestClient(plein.app, plein.config.publicUrl);
  client.cookie = `plein_session=${secret}`;
  return Object.assign(client, { actorId, accountId, handle, name, email });
}

export function buildGuest(plein: TestPlein): TestClient {
  return new TestClient(plein.app, plein.config.publicUrl);
}
