// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockPlaceForViewer, placeForViewer } from '../../server/buildings/public.ts';
import { memberOfAccount } from '../../server/identity/viewers.ts';
import { personByHandle } from '../../server/people/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Member } from '../../server/platform/db/viewer.ts';
import { sameCase } from '../../server/platform/db/same-case.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { plansOf, stepsOf } from '../support/plans.ts';

const MANY = 5_000;

let plein: TestPlein;
let viewer: Member;
beforeAll(async () => {
  plein = await startPlein();
  const member = await buildMember(plein, { handle: 'zoekster' });
  await buildBuilding(plein, { founder: member, slug: 'gezocht' });
  await plein.db(async (trx) => {
    await sql`insert into actor (id, type, handle, name, uri, audience_id)
      select uuidv7(), case when n % 2 = 0 then 'person' else 'building' end, 'naam-' || n, 'Naam ' || n, 'urn:naam:' || n, 1 from generate_series(1, ${MANY}::int) n`.execute(trx);
    await sql`insert into audience (kind, place_id) select kind, id from actor cross join unnest(array['members', 'staff-members']) as kind where uri like 'urn:naam:%' and type = 'building'`.execute(trx);
    await sql`insert into place (id, kind, slug, access, audience_id, members_audience_id, staff_members_audience_id)
      select a.id, 'building', a.handle, 'open', 1, m.id, s.id from actor a join audience m on m.place_id = a.id and m.kind = 'members' join audience s on s.place_id = a.id and s.kind = 'staff-members' where a.uri like 'urn:naam:%'`.execute(trx);
    await sql`insert into account (id, actor_id, email, confirmed_at) select uuidv7(), id, handle || '@thuis.example', now() from actor where uri like 'urn:naam:%' and type = 'person'`.execute(trx);
  });
  await plein.deps.database.pool.query('analyze');
  viewer = (await memberOfAccount(plein.deps.database.pool, member.accountId)) ?? expect.fail('no such member');
});
afterAll(() => plein.close());

const lookUps: [string, (trx: Trx) => Promise<unknown>][] = [
  ['a building by its address', (trx) => placeForViewer(trx, viewer, 'Gezocht')],
  ['a building that is to be changed', (trx) => lockPlaceForViewer(trx, viewer, 'GEZOCHT')],
  ['a person by handle', (trx) => personByHandle(trx, viewer, 'ZoekSter')],
];

test.each(lookUps)('%s is found through an index, whatever the case of its name', async (_name, look) => {
  const { plans } = await plansOf(plein, viewer, look);
  for (const step of plans.flatMap(stepsOf)) {
    if (['actor', 'place'].includes(step['Relation Name'] ?? '')) expect(step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0), JSON.stringify(step)).toBeLessThan(50);
  }
});

test('an account is found by its e-mail address through an index', async () => {
  const plan = await plein.db(async (trx) => (await sql<{ 'QUERY PLAN': string }>`explain select id from account where email_key = ${sameCase('Naam-2@thuis.example')}`.execute(trx)).rows.map((row) => row['QUERY PLAN']).join());
  expect(plan).toContain('Index Cond');
  expect((await plein.db((trx) => trx.selectFrom('account').select('email').where('email_key', '=', sameCase('Naam-2@thuis.example')).execute()))).toEqual([{ email: 'naam-2@thuis.example' }]);
});
