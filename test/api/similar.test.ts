// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alike, unlike } from '../support/alike-names.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, join } from '../support/factories-buildings.ts';

let plein: TestPlein;
let founder: TestMember;
let reader: TestMember;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  founder = await buildMember(plein);
  reader = await buildMember(plein);
  for (const there of new Set([...alike, ...unlike].map(([, name]) => name))) {
    await buildBuilding(plein, { founder, ...(typeof there === 'string' ? { name: there } : there) });
  }
});
afterAll(() => plein.close());

const nameOf = (there: (typeof alike)[number][1]) => (typeof there === 'string' ? there : there.name);
const namesLike = async (typed: string, who = reader): Promise<string[]> => {
  const response = await who.get(`/buildings/similar?name=${encodeURIComponent(typed)}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: { name: string }[] }>().items.map(({ name }) => name);
};

describe('among all of them at once', () => {
  test.each(alike.map(([typed, there]) => [typed, nameOf(there)]))('%s is shown beside %s', async (typed, there) => {
    expect(await namesLike(typed)).toContain(there);
  });

  test.each(unlike.map(([typed, there]) => [typed, nameOf(there)]))('%s is not taken for %s', async (typed, there) => {
    expect(await namesLike(typed)).not.toContain(there);
  });
});

describe('what stands there', () => {
  test('says what one press does: join an open one, ask a closed one, nothing where one is a member', async () => {
    const open = await buildBuilding(plein, { name: 'Kadevernieuwing Havenzicht' });
    const closed = await buildBuilding(plein, { name: 'Havenzicht kadevernieuwing', access: 'closed' });
    const find = async (who: TestMember) =>
      (await who.get('/buildings/similar?name=kadevernieuwing%20havenzicht')).json<{ items: { slug: string; can: object; myMembership: object | null }[] }>().items;
    const seen = new Map((await find(reader)).map((each) => [each.slug, each]));
    expect(seen.get(open.slug)).toMatchObject({ can: { join: true, ask: false }, myMembership: null });
    expect(seen.get(closed.slug)).toMatchObject({ can: { join: false, ask: true }, myMembership: null });
    await join(open, reader);
    expect((await find(reader)).find(({ slug }) => slug === open.slug)).toMatchObject({ can: { join: false, ask: false }, myMembership: { state: 'active' } });
  });

  test('a hidden place is there for its members only, and for nobody once it is deleted', async () => {
    const hidden = await buildBuilding(plein, { name: 'Zilverreigeroverleg', access: 'hidden' });
    const member = await buildMemberOf(plein, hidden);
    expect(await namesLike('Zilverreigers overleg', member)).toEqual(['Zilverreigeroverleg']);
    expect(await namesLike('Zilverreigers overleg')).toEqual([]);
    await hidden.founder.delete(hidden.path);
    expect(await namesLike('Zilverreigers overleg', member)).toEqual([]);
  });

  test('the words that are typed in the summary count as well, and too little says nothing', async () => {
    await buildBuilding(plein, { name: 'Vroegsignalering zorgwekkend gedrag' });
    expect((await reader.get(`/buildings/similar?name=VZG&summary=${encodeURIComponent('Vroegsignalering zorgwekkend gedrag')}`)).json().items).toHaveLength(1);
    expect(await namesLike('V')).toEqual([]);
    expect(await namesLike('!!!')).toEqual([]);
    expect(await namesLike('%%%')).toEqual([]);
    expect((await buildGuest(plein).get('/buildings/similar?name=zorg')).statusCode).toBe(401);
  });
});
