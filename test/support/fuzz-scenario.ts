// SPDX-License-Identifier: EUPL-1.2
import { afterAll, describe, expect, test } from 'vitest';
import { buildGuest } from './factories.ts';
import type { Operation } from './fuzz-operations.ts';
import { type FuzzHouse, openFuzzHouse, type Tally } from './fuzz-run.ts';

/** Operations that cannot be both taken and refused here, and why. */
const oneSided: Record<string, { never: 'taken' | 'refused'; why: string }> = {
  'GET /api/v1/live': { never: 'taken', why: 'speaks WebSocket only: test/api/hostile-sockets.test.ts' },
  'POST /api/v1/first-administrator': { never: 'taken', why: 'only where there is no administrator: test/api/identity-sign-up.test.ts' },
  'POST /api/v1/operations/queues/{name}/failed/{jobId}/retries': { never: 'taken', why: 'needs a job that failed all its attempts: test/api/operations.test.ts' },
  'POST /api/v1/remote-places/lookup': { never: 'taken', why: 'needs another instance: test/federation/screens-look-up.test.ts' },
  'POST /api/v1/remote-places/requests': { never: 'taken', why: 'needs another instance: test/federation/screens-look-up.test.ts' },
  'GET /api/v1/actors/{id}/home': { never: 'taken', why: 'needs somebody of another instance: test/federation/screens-look-up.test.ts' },
  'GET /api/v1/posts/{id}/thread-state': { never: 'taken', why: 'needs a thread that is kept elsewhere: test/federation/screens-threads.test.ts' },
  'POST /api/v1/posts/{id}/fetch-replies': { never: 'taken', why: 'needs a thread that is kept elsewhere: test/federation/screens-threads.test.ts' },
  'POST /api/v1/reports/{id}/readings': { never: 'taken', why: 'needs a case that nobody looked at for a week: test/api/moderation-reports.test.ts' },
};

/** Declares a test for every operation of the application, and what must hold after all of them. */
export async function fuzzEveryRoute({ requests, seed }: { requests: number; seed: number }): Promise<void> {
  const house = await openFuzzHouse();
  const before = await house.kept.snapshot();
  console.log(`fuzzing ${house.operations.length} operations with FUZZ_SEED=${seed}`);
  afterAll(() => house.close());

  describe('whatever is sent to it, answered soundly:', () => {
    test.each(house.operations.map((operation) => [operation.name, operation] as const))('%s', async (name, operation) => {
      const { never } = oneSided[name] ?? {};
      await house.fuzz(operation, requests, seed, operation.documented && never !== 'taken');
      const { taken, refused } = sidesOf(house.tallies.get(name));
      if (!operation.documented) return;
      expect(taken > 0, 'something was taken').toBe(never !== 'taken');
      expect(refused > 0, 'something was refused').toBe(never !== 'refused');
    }, 10 * 60_000);
  });

  test('what belongs to others stands as it stood', async () => {
    expect(await house.kept.snapshot()).toEqual(before);
  });

  test('the instance is healthy', async () => {
    const guest = buildGuest(house.plein);
    expect((await guest.send('GET', '/readyz')).json()).toMatchObject({ status: 'ok' });
    expect((await guest.get('/feed')).statusCode).toBe(200);
    expect(({} as Record<string, unknown>)['isAdministrator']).toBeUndefined();
    report(house);
  });
}

function sidesOf(tally: Tally | undefined): { taken: number; refused: number } {
  const count = (holds: (status: number) => boolean) => [...(tally?.answers ?? [])].reduce((sum, [status, times]) => sum + (holds(status) ? times : 0), 0);
  return { taken: count((status) => status < 300), refused: count((status) => status >= 400) };
}

function report({ operations, tallies }: FuzzHouse): void {
  const line = ({ name }: Operation) => `${name}: ${[...(tallies.get(name)?.answers ?? [])].sort(([a], [b]) => a - b).map(([status, times]) => `${times}×${status}`).join(' ')}`;
  const sum = [...tallies.values()].reduce((total, tally) => total + tally.requests, 0);
  console.log(`${operations.map(line).join('\n')}\n${sum} requests to ${operations.length} operations, no answer of 500 or more`);
}
