// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** A question to a portfolio, put to the people of a neighbouring square, and their answers in its thread. */

let here: OpenPlein;
let there: OpenPlein;
let asker: TestMember;
let administrators: { here: TestMember; there: TestMember };
let planner: TestMember;
let other: TestMember;

interface Notified { kind: string; post: { id: string } | null; actor: { handle: string; organisation: string; isResident: boolean } | null }

beforeAll(async () => {
  [here, there] = await Promise.all([startOpenPlein(), startOpenPlein()]);
  administrators = { here: await buildMember(here, { administrator: true }), there: await buildMember(there, { administrator: true }) };
  expect((await administrators.here.patch('/instance', { name: 'Plein van Haarlem' })).statusCode).toBe(200);
  asker = await buildMember(here);
  [planner, other] = [await buildMember(there), await buildMember(there)];
  const [, theme] = await Promise.all([administrators.here, administrators.there].map(async (each) => (await each.post('/themes', { name: 'Omgevingswet' })).json<{ id: string }>().id));
  expect((await planner.patch('/me', { portfolio: [theme] })).statusCode).toBe(200);
});
afterAll(async () => {
  await Promise.all([here?.close(), there?.close()]);
});

const question = (neighbours: string[], audience = 'public') => asker.post('/asked-questions', { theme: 'Omgevingswet', title: 'Wie doet dit al?', body: 'Hoe vragen jullie een advies aan?', audience, neighbours });
const asked = async (who: TestMember): Promise<Notified[]> => (await who.get('/notifications')).json<{ items: Notified[] }>().items.filter((each) => each.kind === 'asked');

test('goes nowhere as long as only one side wants it, and is never what is for civil servants', async () => {
  expect((await administrators.here.put(`/instances/${there.host}`, { relation: 'neighbour', sharesQuestions: true })).statusCode).toBe(200);
  const refused = await question([there.host]);
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toMatchObject({ errors: [{ path: 'neighbours' }] });
  expect((await buildGuest(here).get('/neighbours')).json()).toMatchObject({ items: [{ host: there.host, sharesQuestions: false }] });
  expect((await administrators.there.put(`/instances/${here.host}`, { relation: 'neighbour', sharesQuestions: true })).statusCode).toBe(200);
  expect((await administrators.here.post(`/instances/${there.host}/tries`)).json()).toMatchObject({ takesQuestions: true });
  expect((await buildGuest(here).get('/neighbours')).json()).toMatchObject({ items: [{ host: there.host, sharesQuestions: true }] });
  expect((await question([there.host], 'staff')).json()).toMatchObject({ status: 400, errors: [{ path: 'neighbours' }] });
});

test('reaches who has the theme next door, marked with where it comes from, and the answer comes back', async () => {
  const posed = await question([there.host]);
  expect(posed.statusCode, posed.body).toBe(201);
  const { id } = posed.json<{ id: string }>();
  const [told] = await until(() => asked(planner), (items) => items.length === 1);
  expect(told?.actor).toMatchObject({ organisation: 'Plein van Haarlem', isResident: false });
  expect(told?.actor?.handle).toContain(`@${here.host}`);
  expect(await asked(other)).toEqual([]);
  const copy = told?.post?.id ?? '';
  expect((await planner.get(`/posts/${copy}`)).json()).toMatchObject({ kind: 'question', title: 'Wie doet dit al?', audience: 'public' });
  expect((await planner.get('/me/asked-questions')).json()).toMatchObject({ items: [{ id: copy }] });
  const answer = await planner.post(`/posts/${copy}/replies`, { body: 'Wij doen het zo.' });
  expect(answer.statusCode, answer.body).toBe(201);
  const answers = await until(async () => (await asker.get(`/posts/${id}/replies`)).json<{ items: { text: string; author: { handle: string; isResident: boolean } }[] }>().items, (items) => items.length === 1);
  expect(answers[0]).toMatchObject({ text: 'Wij doen het zo.', author: { isResident: false } });
  expect(answers[0]?.author.handle).toContain(`@${there.host}`);
  const news = await until(async () => (await asker.get('/notifications')).json<{ items: Notified[] }>().items.filter((each) => each.kind === 'reply' || each.kind === 'mention'), (items) => items.length === 1);
  expect(news).toHaveLength(1);
});

test('of who is no neighbour any more is not taken', async () => {
  expect((await administrators.there.delete(`/instances/${here.host}`)).statusCode).toBe(204);
  const before = await there.db(async (trx) => (await trx.selectFrom('asked_question').select('post_id').execute()).length);
  expect((await question([there.host])).statusCode).toBe(201);
  const row = await until(() => there.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'reason']).where('type', '=', 'Create').where('outcome', '=', 'refused').executeTakeFirst()));
  expect(row).toEqual({ outcome: 'refused', reason: 'not-allowed' });
  expect(await there.db(async (trx) => (await trx.selectFrom('asked_question').select('post_id').execute()).length)).toBe(before);
});
