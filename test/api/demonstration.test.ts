// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemonstration } from '../../scripts/demo/fill.ts';
import { startPlein, type TestPlein } from '../support/app.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

test('the demonstration fills once, and the counts that it keeps are of what is there', async () => {
  expect(await fillDemonstration(plein.deps)).toBe(true);
  expect(await fillDemonstration(plein.deps)).toBe(false);
  const { rows } = await plein.db((trx) =>
    sql<{ kept: number[]; there: number[]; audiences: string[] }>`
      select array[p.member_count, p.post_count, p.public_post_count] as kept, array[
        (select count(*)::integer from membership m where m.place_id = p.id and m.state = 'active'),
        (select count(*)::integer from post where place_id = p.id and in_reply_to is null),
        (select count(*)::integer from post where place_id = p.id and in_reply_to is null and audience_id = 1)] as there,
        array[(select kind from audience where id = p.members_audience_id and place_id = p.id), (select kind from audience where id = p.staff_members_audience_id and place_id = p.id)] as audiences
      from place p`.execute(trx));
  expect(rows.length).toBeGreaterThan(20);
  for (const { kept, there, audiences } of rows) expect({ kept, audiences }).toEqual({ kept: there, audiences: ['members', 'staff-members'] });
});
