// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { type ReadObject, readObject } from '../../translate/post-of-object.ts';
import type { Received } from '../handler.ts';
import { ownObject } from './find.ts';

/** What somebody elsewhere wrote, and the activity in which it came. */
export interface Written {
  received: Received;
  object: ReadObject;
}

/** What they wrote themselves; never what another did, nor what stands under another's address. */
export function writtenIn(deps: Pick<Deps, 'config'>, received: Received): { object: ReadObject } | { reason: 'foreign-object' | 'not-theirs' | 'not-understood' } {
  const own = ownObject(deps, received);
  if ('reason' in own) return own;
  const object = readObject(own.object);
  if (object === null) return { reason: 'not-understood' };
  return object.attributedTo === received.actor.uri ? { object } : { reason: 'not-theirs' };
}

/** Beside their posts, which may have been sent just before it in the same breath. */
export function remember(trx: Trx, { clock }: Pick<Deps, 'clock'>, list: readonly Written[]): Promise<unknown> {
  const column = <T>(read: (written: Written) => T) => list.map(read);
  return sql`
    insert into remote_post (post_id, audience_id, host, url, replies_uri, fetched_at, raw_create)
    select p.id, p.audience_id, w.host, w.url, w.replies, ${clock.now()}::timestamptz, w.raw
    from unnest(${column(({ object }) => object.uri)}::text[], ${column(({ received }) => received.actor.host)}::text[], ${column(({ object }) => object.url)}::text[],
      ${column(({ object }) => object.replies)}::text[], ${column(({ received }) => received.raw)}::text[]) w (uri, host, url, replies, raw)
    join post p on p.uri = w.uri
    on conflict (post_id) do nothing`.execute(trx);
}
