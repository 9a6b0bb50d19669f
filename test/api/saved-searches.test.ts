// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';

let plein: TestPlein;
let author: TestMember;
let open: TestBuilding;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  author = await buildMember(plein);
  open = await buildBuilding(plein, { founder: author });
});
afterAll(() => plein.close());

interface Saved { id: string; name: string; q: string; notify: boolean; url: string }
interface Line { kind: string; count: number; post: { id: string } | null; search: { id: string; name: string } | null }

async function save(owner: TestMember, body: object): Promise<Saved> {
  const response = await owner.post('/saved-searches', body);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Saved>();
}
const hitsOf = async (owner: TestMember) => (await owner.get('/notifications?limit=100')).json<{ items: Line[] }>().items.filter((line) => line.kind === 'search-hit');

test('a kept search is listed, can be renamed and thrown away, and is its owner’s alone', async () => {
  const [owner, other] = [await buildMember(plein), await buildMember(plein)];
  const saved = await save(owner, { q: 'laadpalen "ter inzage"', kind: 'article' });
  expect(saved).toMatchObject({ name: 'laadpalen "ter inzage"', notify: true, url: '/search?q=laadpalen+%22ter+inzage%22&kind=article' });
  expect((await save(owner, { q: 'laadpalen "ter inzage"', kind: 'article' })).id).toBe(saved.id);
  expect((await owner.patch(`/saved-searches/${saved.id}`, { name: 'Laden', notify: false })).json()).toMatchObject({ name: 'Laden', notify: false });
  expect((await owner.get('/saved-searches')).json<{ items: Saved[] }>().items).toMatchObject([{ id: saved.id, name: 'Laden' }]);
  expect((await other.get('/saved-searches')).json<{ items: Saved[] }>().items).toEqual([]);
  for (const response of [await other.patch(`/saved-searches/${saved.id}`, { notify: true }), await other.delete(`/saved-searches/${saved.id}`)]) expect(response.statusCode).toBe(404);
  expect((await owner.delete(`/saved-searches/${saved.id}`)).statusCode).toBe(204);
  expect((await owner.get('/saved-searches')).json<{ items: Saved[] }>().items).toEqual([]);
});

test('nothing is kept for a guest, nor a search without words', async () => {
  expect((await buildGuest(plein).post('/saved-searches', { q: 'iets' })).statusCode).toBe(401);
  const response = await author.post('/saved-searches', { q: ' !? ' });
  expect(response.statusCode).toBe(400);
  expect(response.json<{ errors: { path: string }[] }>().errors[0]?.path).toBe('q');
});

test('what is new is told once, and several of one search are one line', async () => {
  const owner = await buildMember(plein);
  const saved = await save(owner, { q: 'vergadering wijkraad' });
  const first = await buildPost(author, open, { title: 'Wijkraadsvergadering', body: 'De wijkraad komt bijeen voor een vergadering.' });
  await plein.drainJobs();
  expect(await hitsOf(owner)).toMatchObject([{ count: 1, post: { id: first.id }, search: { id: saved.id, name: 'vergadering wijkraad' } }]);
  await buildReply(author, first, { body: 'Op de vergadering van de wijkraad komt ook de riolering.' });
  await buildPost(author, open, { body: 'Geen woord over een bijeenkomst.' });
  await plein.drainJobs();
  expect(await hitsOf(owner)).toMatchObject([{ count: 2 }]);
});

test('compounds count, filters hold, and one’s own posts do not', async () => {
  const owner = await buildMemberOf(plein, open);
  await save(owner, { q: 'ontheffing', kind: 'question', building: open.slug, author: author.handle });
  await buildPost(owner, open, { kind: 'question', title: 'Parkeerontheffing', body: 'Van mijzelf.' });
  await buildPost(author, open, { body: 'Een ontheffing, maar geen vraag.' });
  const other = await buildBuilding(plein, { founder: author });
  await buildPost(author, other, { kind: 'question', title: 'Ontheffing elders', body: 'Niet hier.' });
  const right = await buildPost(author, open, { kind: 'question', title: 'Parkeerontheffing', body: 'Hoe lang is die geldig?' });
  await plein.drainJobs();
  expect(await hitsOf(owner)).toMatchObject([{ count: 1, post: { id: right.id } }]);
});

test('who turned it off hears nothing', async () => {
  const owner = await buildMember(plein);
  const saved = await save(owner, { q: 'sneeuwruimplan' });
  await owner.patch(`/saved-searches/${saved.id}`, { notify: false });
  await buildPost(author, open, { body: 'Het sneeuwruimplan is klaar.' });
  await plein.drainJobs();
  expect(await hitsOf(owner)).toEqual([]);
});

test('nobody hears of what they may not read, also when that changed after it was written', async () => {
  const closed = await buildBuilding(plein, { founder: author, access: 'closed' });
  const [outsider, member, leaving] = [await buildMember(plein), await buildMemberOf(plein, closed), await buildMemberOf(plein, closed)];
  for (const owner of [outsider, member, leaving]) await save(owner, { q: 'reorganisatiebesluit', building: closed.slug });
  const post = await buildPost(author, closed, { body: 'Het reorganisatiebesluit ligt er.' });
  await author.delete(`${closed.path}/memberships/${leaving.membershipId}`);
  await plein.drainJobs();
  expect(await hitsOf(outsider)).toEqual([]);
  expect(await hitsOf(leaving)).toEqual([]);
  expect(await hitsOf(member)).toMatchObject([{ post: { id: post.id } }]);
  await author.delete(`${closed.path}/memberships/${member.membershipId}`);
  expect(await hitsOf(member)).toEqual([]);
});
