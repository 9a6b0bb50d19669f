// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remoteActor } from '../../federation/actors/remote-actors.ts';
import { forgetStrangers } from '../../federation/forget-strangers.ts';
import { forgetTraffic } from '../../federation/housekeeping.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostileActor, type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';
import { until } from '../support/until.ts';

const DAY = 24 * 3_600_000;

let plein: OpenPlein;
let [friends, strangers]: HostilePeer[] = [];
beforeAll(async () => {
  plein = await startOpenPlein();
  [friends, strangers] = [await startHostilePeer(), await startHostilePeer()];
});
afterAll(async () => {
  await plein.close();
  await friends?.close();
  await strangers?.close();
});

async function says(peer: HostilePeer, as: HostileActor, activity: Record<string, unknown>): Promise<string | null> {
  const id = `${as.uri}/activities/${String(activity['type'])}`;
  const sent = await peer.send(`${plein.url}/ap/inbox`, { '@context': 'https://www.w3.org/ns/activitystreams', id, actor: as.uri, ...activity }, { as, date: plein.clock.now() });
  expect(sent.status).toBe(202);
  const row = await until(() => plein.db((trx) => trx.selectFrom('received_activity').select(['handled_at', 'outcome']).where('uri', '=', id).executeTakeFirst()), (found) => found?.handled_at != null);
  return row?.outcome ?? null;
}

const known = (uri: string) => plein.db(async (trx) => (await trx.selectFrom('actor').select('id').where('uri', '=', uri).executeTakeFirst()) !== undefined);
const knownHost = (host: string) => plein.db(async (trx) => (await trx.selectFrom('peer').select('host').where('host', '=', host).executeTakeFirst()) !== undefined);

async function goBy(days: number): Promise<void> {
  await inboxOf(plein.deps).settled();
  plein.clock.advance(days * DAY);
  await forgetTraffic.run(plein.deps);
  await forgetStrangers.run(plein.deps);
}

test('who was refused, and has nothing to do with anybody here, is forgotten after a month with their instance; who follows stays', async () => {
  if (friends === undefined || strangers === undefined) throw new Error('they are started before');
  const building = await buildBuilding(plein);
  const place = `${plein.url}/ap/actors/${building.id}`;
  const [follower, writer, stranger, asked] = [friends.actor('volger'), friends.actor('schrijver'), strangers.actor('vreemd'), strangers.actor('opgezocht')];
  expect(await says(friends, follower, { type: 'Follow', object: place })).toBe('done');
  const to = ['https://www.w3.org/ns/activitystreams#Public', place];
  expect(await says(friends, writer, { type: 'Create', to, audience: place, object: { id: `${writer.uri}/notes/1`, type: 'Note', attributedTo: writer.uri, to, audience: place, content: 'Van elders' } })).toBe('done');
  expect(await says(strangers, stranger, { type: 'Like', object: 'https://elders.example/1' })).toBe('refused');
  await remoteActor(plein.deps, asked.uri);
  expect(await Promise.all([follower, writer, stranger, asked].map(({ uri }) => known(uri)))).toEqual([true, true, true, true]);
  await goBy(29);
  expect(await known(stranger.uri)).toBe(true);
  await goBy(3);
  expect(await Promise.all([follower, writer, stranger, asked].map(({ uri }) => known(uri)))).toEqual([true, true, false, false]);
  expect([await knownHost(friends.host), await knownHost(strangers.host)]).toEqual([true, false]);
  expect(await plein.db((trx) => trx.selectFrom('follower').select((all) => all.fn.countAll<number>().as('count')).executeTakeFirstOrThrow())).toEqual({ count: 1 });
  // They are as welcome as at the first time.
  expect((await remoteActor(plein.deps, asked.uri)).uri).toBe(asked.uri);
});
