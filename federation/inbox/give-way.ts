// SPDX-License-Identifier: EUPL-1.2
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../../server/platform/deps.ts';

const STEP_MS = 10;
const LONGEST_MS = 250;
/** When a turn of the event loop takes longer than this, others wait for theirs. */
const BUSY_MS = 15;

/**
 * Where readers are served by the same process, what came in waits for them: as long as they wait for a connection to the database, and as
 * long again as the event loop was busy. Never longer than a quarter of a second for each activity, so that all of it is handled.
 */
export async function giveWay({ config, database }: Pick<Deps, 'config' | 'database'>): Promise<void> {
  if (config.role !== 'all') return;
  const before = performance.now();
  await nextTurn();
  const turn = performance.now() - before;
  if (turn > BUSY_MS) await sleep(Math.min(turn, LONGEST_MS));
  for (let waited = 0; database.pool.waitingCount > 0 && waited < LONGEST_MS; waited += STEP_MS) await sleep(STEP_MS);
}
