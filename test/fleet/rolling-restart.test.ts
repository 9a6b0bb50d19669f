// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { backends } from '../support/queues.ts';
import { restartUnderLoad } from './rolling.ts';

// On the backend that most have; on both, ten times round: rolling-restart.long.ts.
describe.each(backends.slice(0, 1))('a rolling restart on %s', (backend) => {
  test('of every web and worker process shows in no answer, on no socket and in no count', { timeout: 400_000 }, async () => {
    const { requests, acknowledged, lostSockets, ...result } = await restartUnderLoad(backend, { rounds: 1, clients: 8, sockets: 20 });
    console.log(`${backend}: ${requests} requests, ${acknowledged.length} posts, ${lostSockets.flat().length} sockets lost and back`);
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(result).toEqual({
      failures: [],
      balancerFaults: [],
      exits: Array(4).fill(0),
      present: expect.any(Array),
      missed: Array(20).fill(0),
      doubled: Array(20).fill(0),
      strange: Array(20).fill(0),
      eventsUndone: 0,
      notificationsDoubled: 0,
    });
    expect(result.present.sort()).toEqual(acknowledged.sort());
    // Every one was sent away by a process that ended, in order, and came back.
    expect(lostSockets.every((codes) => codes.length > 0)).toBe(true);
    expect(new Set(lostSockets.flat())).toEqual(new Set([1001]));
  });
});
