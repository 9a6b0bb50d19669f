// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** What is answered at the home of a closed place reaches who asked elsewhere, with its reason. */

let here: OpenPlein;
let home: OpenPlein;
let serial = 0;

beforeAll(async () => {
  [here, home] = await Promise.all([startOpenPlein(), startOpenPlein()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([here?.close(), home?.close()]);
});

interface Mine {
  asked: object | null;
  answer: { outcome: string; word: string; mayAskAgainAt: string | null } | null;
}

async function closedPlace({ allowed }: { allowed: boolean }): Promise<{ place: TestBuilding; path: string; asker: TestMember; id: string }> {
  const place = await buildBuilding(home, { slug: `kamer-${++serial}`, access: 'closed' });
  const asker = await buildMember(here);
  if (allowed) await allow(place);
  const path = `/buildings/${place.slug}@${home.host}`;
  await lookUp(asker, place);
  return { place, path, asker, id: (await asker.get(path)).json<{ id: string }>().id };
}

const allow = (place: TestBuilding) => place.founder.put(`${place.path}/allowed-instances/${here.host}`);
const lookUp = async (asker: TestMember, place: TestBuilding) => (await asker.post('/remote-places/lookup', { address: `${place.slug}@${home.host}` })).json<{ turnedUsAwayAt: string | null }>();
const ask = (asker: TestMember, path: string) => asker.post(`${path}/memberships`, { note: 'Graag' });
const mine = async (asker: TestMember, path: string) => (await asker.get(`${path}/memberships/mine`)).json<Mine>();
const turnedAway = async (asker: TestMember, id: string) => (await asker.get(`/actors/${id}/home`)).json<{ turnedUsAwayAt: string | null }>().turnedUsAwayAt;

async function answer(place: TestBuilding, outcome: 'approved' | 'refused', word: string): Promise<void> {
  const [request] = await until(async () => (await place.founder.get(`${place.path}/memberships?state=requested`)).json<{ items: { id: string }[] }>().items, (items) => items.length === 1);
  expect((await place.founder.post(`${place.path}/memberships/${request?.id ?? ''}/answers`, { outcome, word })).statusCode).toBeLessThan(300);
}

test('a refusal comes with the word of who refused, and when one may ask again', async () => {
  const { place, path, asker, id } = await closedPlace({ allowed: true });
  await ask(asker, path);
  await answer(place, 'refused', 'Dit is alleen voor <b>regisseurs</b> jeugd');
  const said = await until(() => mine(asker, path), ({ asked, answer: found }) => asked === null && found !== null);
  expect(said).toMatchObject({ asked: null, answer: { outcome: 'refused', word: 'Dit is alleen voor <b>regisseurs</b> jeugd', mayAskAgainAt: expect.any(String) } });
  expect((await ask(asker, path)).json()).toMatchObject({ type: expect.stringContaining('asked-too-soon') });
  expect(await turnedAway(asker, id)).toBeNull();
  const told = await until(async () => (await asker.get('/notifications')).json<{ items: { kind: string; word: string | null }[] }>().items, (items) => items.length > 0);
  expect(told).toMatchObject([{ kind: 'refused', word: 'Dit is alleen voor <b>regisseurs</b> jeugd' }]);
});

test('who is let in reads the word of who let them in', async () => {
  const { place, path, asker } = await closedPlace({ allowed: true });
  await ask(asker, path);
  await answer(place, 'approved', 'Fijn dat je meedoet');
  await until(async () => (await asker.get(path)).json<{ myMembership: { state: string } | null }>().myMembership, (found) => found?.state === 'active');
  expect((await mine(asker, path)).answer).toMatchObject({ outcome: 'approved', word: 'Fijn dat je meedoet' });
});

test('a place that lets nobody of here in says so to all of here, and takes it back with the first whom it lets in', async () => {
  const { place, path, asker, id } = await closedPlace({ allowed: false });
  expect(await turnedAway(asker, id)).toBeNull();
  await ask(asker, path);
  await until(() => turnedAway(asker, id), (at) => at !== null);
  // Not of who asked: they are not held to the week.
  expect(await mine(asker, path)).toEqual({ asked: null, answer: null });
  const another = await buildMember(here);
  expect((await lookUp(another, place)).turnedUsAwayAt).toEqual(expect.any(String));
  await allow(place);
  expect((await ask(asker, path)).json()).toMatchObject({ state: 'requested' });
  await answer(place, 'approved', '');
  await until(() => turnedAway(asker, id), (at) => at === null);
  expect((await lookUp(another, place)).turnedUsAwayAt).toBeNull();
});
