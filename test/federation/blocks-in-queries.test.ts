// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksThatHold, holds } from '../../federation/wire/blocks.ts';
import { startPlein, type TestPlein } from '../support/app.ts';

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein?.close());

const hosts = ['nl', 'b.nl', 'a.b.nl', 'a.b.nl:8443', 'b.nl:443', 'ab.nl', 'b.nl.example', '[::1]', '[::1]:3000', 'localhost:3001', 'localhost'];

test.each([...hosts, 'b.nl:8443', 'example'])('a block of %s holds in a query for whom it holds by itself', async (domain) => {
  const inQuery = await plein.db(async (trx) => (await sql<{ host: string }>`select host from unnest(${hosts}::text[]) as known (host) where ${holds(sql`${domain}::text`, sql`host`)}`.execute(trx)).rows.map((row) => row.host));
  expect(inQuery.sort()).toEqual(hosts.filter((host) => blocksThatHold(host).includes(domain)).sort());
});
