// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessPage } from '../../scripts/generate-access.ts';
import { changing, doing, doingInTheInstance, openStage, outcomeOf, personFor, type PlaceAccess, type Stage } from '../support/access-acts.ts';
import { type Cell, cellsOf } from '../support/access-table.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest } from '../support/factories.ts';

/** docs/access.md, done: every act by everybody over HTTP, against what the policies say and what the page tells. */

const page = await readFile(new URL('../../docs/access.md', import.meta.url), 'utf8');
/** Of another instance nobody can ask over HTTP here; the tests of federation try them. */
const cells = cellsOf(page).filter(({ who }) => who !== 'remote member');
const inPlaces = cells.filter(({ section }) => section.startsWith('In '));
const onInstance = cells.filter(({ section }) => section.startsWith('On '));
const accessOf = (section: string): PlaceAccess => (/open|closed|hidden/.exec(section)?.[0] ?? 'open') as PlaceAccess;

let plein: TestPlein;
beforeAll(async () => {
  plein = await startPlein();
});
afterAll(() => plein.close());

test('the page is what the policies say', () => {
  expect(accessPage()).toBe(page);
});

test('everything on the page is tried, and nothing that is not on it', () => {
  expect([...new Set(inPlaces.map(({ act }) => act))].sort()).toEqual(Object.keys(doing).sort());
  expect([...new Set(onInstance.map(({ act }) => act))].sort()).toEqual(Object.keys(doingInTheInstance).sort());
  expect(cells.length).toBeGreaterThan(500);
});

const byWho = Map.groupBy(inPlaces, ({ section, who }) => `${who}, ${accessOf(section)}`);

describe('in a place, as the page says:', () => {
  test.each([...byWho])('%s', async (_name, mine) => {
    const { section, who } = mine[0] as Cell;
    const stage = (): Promise<Stage> => openStage(plein, accessOf(section), who, buildGuest(plein));
    const shared = await stage();
    await expectCan(shared, mine);
    const found: Record<string, string> = {};
    for (const { act } of mine) found[act] = outcomeOf(await (doing[act] as (stage: Stage) => ReturnType<(typeof doing)[string]>)(changing.has(act) ? await stage() : shared));
    expect(found).toEqual(Object.fromEntries(mine.map(({ act, outcome }) => [act, outcome])));
  });
});

/** What an answer offers is what the page allows. */
async function expectCan({ client, place, widest }: Stage, mine: readonly Cell[]): Promise<void> {
  const yes = (act: string): boolean => mine.some((cell) => cell.act === act && cell.outcome === 'yes');
  const asks = mine.some(({ act, outcome }) => act === 'join' && outcome === 'asks');
  const building = await client.get(place.path);
  expect(building.statusCode === 200).toBe(yes('see that it exists'));
  if (building.statusCode === 200) {
    const { can, myMembership } = building.json<{ can: Record<string, boolean>; myMembership: { state: string } | null }>();
    const inside = myMembership?.state === 'active';
    expect(can).toMatchObject({
      read: yes('read what is for everybody'),
      post: yes('write'),
      // Whoever is in, or waits, is not offered it again.
      join: yes('join') && !inside,
      ask: asks && myMembership === null,
      invite: yes('invite a member'),
      manageMembers: yes('remove a member'),
      edit: yes('change name or access'),
      delete: yes('delete it'),
      moderate: yes('remove another’s post'),
    });
  }
  const post = await client.get(`/posts/${widest.id}`);
  expect(post.statusCode === 200).toBe(yes('read what is for everybody'));
  if (post.statusCode === 200) {
    expect(post.json<{ can: Record<string, boolean> }>().can).toEqual({
      reply: yes('reply to another'), react: yes('react'), bookmark: yes('keep for later'), edit: yes('change another’s post'), delete: yes('remove another’s post'), pin: yes('pin'),
    });
  }
}

describe('on the instance, as the page says:', () => {
  test.each([...Map.groupBy(onInstance, ({ section, who }) => `${who}, ${section}`)])('%s', async (_name, mine) => {
    const { section, who } = mine[0] as Cell;
    const may = !section.includes('may not');
    await plein.db((trx) => trx.updateTable('instance').set({ residents_may_start_buildings: may }).execute());
    const client = (await personFor(plein, who)) ?? buildGuest(plein);
    const found: Record<string, string> = {};
    for (const { act } of mine) found[act] = outcomeOf(await (doingInTheInstance[act] as (typeof doingInTheInstance)[string])(client, plein));
    expect(found).toEqual(Object.fromEntries(mine.map(({ act, outcome }) => [act, outcome])));
  });
});
