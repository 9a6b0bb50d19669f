// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBuilding } from '../support/factories-buildings.ts';
import { backends } from '../support/queues.ts';
import { type Fleet, openFleet, pairOf } from './fleet.ts';
import { type Answer, visit } from './visit.ts';

describe.each(backends)('limits of two web processes on %s', (backend) => {
  let fleet: Fleet;
  let addresses: [string, string];

  beforeAll(async () => {
    fleet = await openFleet(backend, { workers: 0, env: { RATE_LIMITS: 'normal' } });
    const [a, b] = pairOf(fleet);
    addresses = [a.address, b.address];
  });
  afterAll(() => fleet.close());

  /** Sends half to each process, in bursts. */
  async function sendToBoth(count: number, send: (address: string, serial: number) => Promise<Answer>): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let start = 0; start < count; start += 10) {
      answers.push(...(await Promise.all(Array.from({ length: Math.min(10, count - start) }, (_, index) => send(addresses[index % 2] as string, start + index)))));
    }
    return answers;
  }

  const statuses = (answers: readonly Answer[]) => answers.reduce<Record<number, number>>((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});

  /** Both processes say alike when to come back; the second may turn between two questions. */
  async function expectOneMoment(ask: (address: string) => Promise<Answer>, window: number): Promise<void> {
    const [one, other] = await Promise.all(addresses.map(ask));
    expect([one?.status, other?.status]).toEqual([429, 429]);
    const [first, second] = [Number(one?.headers.get('retry-after')), Number(other?.headers.get('retry-after'))];
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(window);
    expect(Math.abs(first - second)).toBeLessThanOrEqual(1);
  }

  test('let somebody post sixty times in all, not at each', async () => {
    const building = await buildBuilding(fleet.plein);
    const post = (address: string) => visit(address, building.founder, 'POST', `/buildings/${building.slug}/posts`, { body: 'Nog een' });
    expect(statuses(await sendToBoth(70, post))).toEqual({ 201: 60, 429: 10 });
    await expectOneMoment(post, 600);
    expect(await fleet.plein.db((trx) => trx.selectFrom('post').select('id').where('place_id', '=', building.id).execute())).toHaveLength(60);
  });

  test('let somebody guess the password of one account ten times in all', async () => {
    const guess = (address: string) => visit(address, null, 'POST', '/sessions', { email: 'noor@zuiderdam.example', password: 'geraden wachtwoord' });
    expect(statuses(await sendToBoth(20, guess))).toEqual({ 401: 10, 429: 10 });
    await expectOneMoment(guess, 600);
    // Another account is not locked by it.
    expect((await visit(addresses[1], null, 'POST', '/sessions', { email: 'bas@zuiderdam.example', password: 'geraden wachtwoord' })).status).toBe(401);
  });

  test('let one address ask thirty times an hour for an account in all', async () => {
    const ask = (address: string, serial = 99) => visit(address, null, 'POST', '/accounts', { email: `nieuw-${serial}@thuis.example`, name: `Nieuw Persoon ${serial}`, password: 'vier losse woorden samen' });
    expect(statuses(await sendToBoth(40, ask))).toEqual({ 202: 30, 429: 10 });
    await expectOneMoment(ask, 3_600);
  });

  test('count reading for each process by itself, as its own protection', async () => {
    const { founder } = await buildBuilding(fleet.plein);
    const read = (address: string) => visit(address, founder, 'GET', '/me');
    const [a, b] = addresses;
    let refused = 0;
    for (let start = 0; start < 1_300 && refused === 0; start += 50) refused += (await Promise.all(Array.from({ length: 50 }, () => read(a)))).filter(({ status }) => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect((await read(b)).status).toBe(200);
  });
});
