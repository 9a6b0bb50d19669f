// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { backends } from '../support/queues.ts';
import { restartUnderLoad } from './rolling.ts';

describe.each(backends)('ten rolling restarts on %s', (backend) => {
  test('of every web and worker process show in no answer, on no socket and in no count', async () => {
    const { requests, acknowledged, present, lostSockets, ...result } = await restartUnderLoad(backend, { rounds: 10, clients: 16, sockets: 20 });
    console.log(`${backend}: ${requests} requests, ${acknowledged.length} posts, ${lostSockets.flat().length} sockets lost and back`);
    expect(result).toEqual({
      failures: [],
      balancerFaults: [],
      exits: Array(40).fill(0),
      missed: Array(20).fill(0),
      doubled: Array(20).fill(0),
      strange: Array(20).fill(0),
      eventsUndone: 0,
      notificationsDoubled: 0,
    });
    expect(present.sort()).toEqual(acknowledged.sort());
    expect(new Set(lostSockets.flat())).toEqual(new Set([1001]));
  });
});
