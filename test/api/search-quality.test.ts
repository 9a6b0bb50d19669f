// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildBuilding } from '../support/factories-buildings.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { answer, corpus, people, places, questions } from '../support/search-corpus.ts';

/** Whether the right thing comes first: questions as people type them, over texts as municipalities write them. */

let plein: TestPlein;
const keyOf = new Map<string, string>();

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const founder = await buildMember(plein, { name: 'Bouwer Van Alles', handle: 'bouwer' });
  const square = await buildBuilding(plein, { founder, name: 'Zuiderdam werkt', slug: 'zuiderdam-werkt' });
  for (const { key, ...text } of corpus) keyOf.set((await buildPost(founder, square, text)).id, key);
  const thread = [...keyOf].find(([, key]) => key === answer.to)?.[0] ?? '';
  keyOf.set((await buildReply(founder, { id: thread }, { body: answer.body })).id, 'answer');
  for (const { name, handle, job } of people) {
    const { actorId } = await buildMember(plein, { name, handle });
    await plein.db((trx) => trx.updateTable('actor').set({ job_title: job }).where('id', '=', actorId).execute());
    keyOf.set(actorId, handle);
  }
  for (const place of places) keyOf.set((await buildBuilding(plein, { founder, ...place })).id, place.slug);
  await plein.drainJobs();
}, 300_000);
afterAll(() => plein.close());

interface Found {
  items: { id: string; title: { text: string }[] }[];
}

async function firstOf(question: string): Promise<string> {
  const response = await buildGuest(plein).get(`/search?q=${encodeURIComponent(question)}`);
  expect(response.statusCode, response.body).toBe(200);
  const [first] = response.json<Found>().items;
  return first === undefined ? 'nothing' : (keyOf.get(first.id) ?? first.title.map((part) => part.text).join(''));
}

test('there are at least sixty questions', () => {
  expect(questions.length).toBeGreaterThanOrEqual(60);
  expect(new Set(questions.map(([question]) => question)).size).toBe(questions.length);
});

test('the right thing comes first, at most two times not', async () => {
  const wrong: string[] = [];
  for (const [question, wanted] of questions) {
    const first = await firstOf(question);
    if (first !== wanted) wrong.push(`${question}: ${first} instead of ${wanted}`);
  }
  console.log(`search: ${questions.length - wrong.length} of ${questions.length} questions with the right thing first${wrong.map((line) => `\n  ${line}`).join('')}`);
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(2);
});
