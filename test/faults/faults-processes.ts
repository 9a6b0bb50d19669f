// SPDX-License-Identifier: EUPL-1.2
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './scene.ts';

export const webKilled: Fault = {
  name: 'web process killed',
  inject: ({ plein }) => plein.restart('web', 'kill'),
};

export const workerKilled: Fault = {
  name: 'worker killed',
  inject: ({ plein }) => plein.restart('worker', 'kill'),
};

/** Both relays take from one outbox; the second then ends, in order or not. */
export const twoRelays: Fault = {
  name: 'two relays at once',
  async inject({ plein, chance }) {
    const second = await plein.startWorker();
    await sleep(chance.between(300, 1_500));
    await second[chance.of(['stop', 'kill'] as const)]();
  },
};

const HOUR_MS = 3_600_000;
const shiftedClock = pathToFileURL(join(import.meta.dirname, '../support/shifted-clock.ts')).href;

/** From here on the web process or the worker has a clock that is an hour ahead, an hour behind, or right again. */
export const clockShifted: Fault = {
  name: 'clock an hour off',
  inject: ({ plein, chance }) =>
    plein.restart(chance.of(['web', 'worker'] as const), 'stop', { NODE_OPTIONS: `--import=${shiftedClock}`, CLOCK_SHIFT_MS: String(chance.of([-1, -1, 1, 1, 0]) * HOUR_MS) }),
};
