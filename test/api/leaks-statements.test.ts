// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember } from '../support/factories.ts';
import { ask } from '../support/leak-ask.ts';
import { currentCursorAt } from '../support/leak-cursor.ts';
import { buildLeakFixture, type LeakFixture, sees, viewerNames } from '../support/leak-fixture.ts';
import { headersOf, readingSurfaces, surfacesOf } from '../support/leak-surfaces.ts';
import { changingSurfaces, unsafeMethods } from '../support/leak-surfaces-changing.ts';
import { statementsSent } from '../support/statements-sent.ts';

/**
 * How long an answer takes, without a clock: what is hidden must cost the database the same statements, in the same order, as what is absent.
 * What a statement costs follows from the index it walks to one row or none.
 */

let plein: TestPlein;
let f: LeakFixture;
let compared = 0;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const cursor = await currentCursorAt(await plein.listen());
  f = await buildLeakFixture(plein);
  tables = { GET: readingSurfaces(f, cursor), ...changingSurfaces(f) };
  // What is looked up once per half minute, and once per process.
  await f.insider.get('/instance');
  await plein.deps.signing.key('links');
  await buildGuest(plein).post('/sessions', { email: 'niemand@thuis.example', password: 'dit is het niet' });
});
afterAll(async () => {
  await plein.close();
  console.log(`leak table: ${compared} pairs of answers with the same statements`);
});
let tables: Record<'GET' | (typeof unsafeMethods)[number], ReturnType<typeof readingSurfaces>>;

describe.each(viewerNames)('for: %s', (name) => {
  test.each(['GET', ...unsafeMethods] as const)('%s sends the same statements for what is hidden as for what is absent', async (method) => {
    for (const [route, row] of Object.entries(tables[method])) {
      for (const { path, keys = [], absent = '', body, headers, statementsDiffer } of surfacesOf(row)) {
        const hiddenKeys = keys.filter(({ group }) => !sees(name, group));
        if (path === undefined || statementsDiffer !== undefined || hiddenKeys.length === 0) continue;
        const sentFor = async (key: string) => {
          const { sent } = await statementsSent(() => ask(f.viewers[name], method, path, { key, body, ...headersOf({ headers }) }));
          // A page asks the API for two things at once, whose statements meet in any order.
          return route.startsWith('/api/') ? sent : sent.sort();
        };
        const nothing = await sentFor(absent);
        for (const { value } of hiddenKeys) {
          const hidden = await sentFor(value);
          expect(hidden, `${method} ${route} (${value}) for ${name}`).toEqual(nothing);
          compared++;
        }
      }
    }
  });
});

test('the statements are seen at all: what is there costs more than what is not', async () => {
  const path = `/api/v1/posts/${f.posts[1]?.value}/revisions`;
  const inside = await statementsSent(() => ask(f.insider, 'GET', path));
  const outside = await statementsSent(() => ask(f.viewers.staff, 'GET', path));
  expect(outside.sent).toContain('select * from viewer_of_session($1, $2)');
  expect(inside.sent.length).toBeGreaterThan(outside.sent.length);
});

test.each([
  ['signing in', '/sessions', (email: string) => ({ email, password: 'dit is het niet' })],
  ['signing up', '/accounts', (email: string) => ({ email, name: 'Iemand Anders', password: 'vier losse woorden samen' })],
  ['asking for a new password', '/password-resets', (email: string) => ({ email })],
] as const)('%s sends the same statements and answers the same for an address that is known, suspended or nobody’s', async (_what, path, body) => {
  const known = await buildMember(plein);
  const suspended = f.viewers.suspended as typeof known;
  const answers = [];
  for (const email of [known.email, suspended.email, 'niemand@zuiderdam.example']) {
    const { result, sent } = await statementsSent(() => buildGuest(plein).post(path, body(email)));
    answers.push({ status: result.statusCode, body: result.body, cookies: result.cookies, sent });
  }
  expect(answers[0]?.sent.length).toBeGreaterThan(2);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});
