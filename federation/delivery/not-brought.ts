// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { publishAll } from '../../server/platform/outbox/publish.ts';

/** The home of a place elsewhere will never have what one of ours wrote there: it said no for good, or there is a block between the two. */
export interface PostNotBrought { type: 'PostNotBrought'; postId: string }

/** Of deliveries that are given up, in the transaction that deletes them, before it does. */
export async function tellOfNotBrought(trx: Trx, deliveryIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ postId: string }>`
    select r.post_id as "postId" from delivery d join sent_activity a on a.id = d.activity_id
    join remote_post r on r.activity_uri = a.uri and r.state = 'sent' and r.host = d.host join post p on p.id = r.post_id and p.origin = 'local'
    where d.id = any(${[...deliveryIds]}::uuid[]) and a.type = 'Create'`.execute(trx);
  await publishAll<PostNotBrought>(trx, rows.map(({ postId }) => ({ type: 'PostNotBrought', postId })));
}
