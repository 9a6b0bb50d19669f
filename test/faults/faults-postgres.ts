// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/until.ts';
import type { Fault, Scene } from './scene.ts';

/** Connections of the product, queues included; the superuser's own is not among them. */
async function backends({ plein }: Scene): Promise<number[]> {
  const rows = await plein.asAdmin<{ pid: number }>(`select pid from pg_stat_activity where datname = 'plein' and backend_type = 'client backend' and pid <> pg_backend_pid()`);
  return rows.map(({ pid }) => pid);
}

export const backendsEnded: Fault = {
  name: 'backends terminated',
  async inject(scene) {
    const all = scene.chance.shuffled(await backends(scene));
    const some = all.slice(0, scene.chance.between(1, Math.max(1, all.length)));
    await scene.plein.asAdmin('select pg_terminate_backend(pid) from unnest($1::int[]) as ended(pid)', [some]);
  },
};

/** The postmaster then ends all others and recovers. */
export const backendKilled: Fault = {
  name: 'backend killed (-9)',
  async inject(scene) {
    const victim = scene.chance.of(await backends(scene));
    if (!kill(victim)) throw new Error(`backend ${victim} ended before it could be killed`);
  },
};

/** Once, or again and again for some seconds, as when it cannot come up. */
export const postmasterKilled: Fault = {
  name: 'postmaster killed (-9)',
  async inject({ plein, chance }) {
    const end = performance.now() + (chance.happens(50) ? 0 : chance.between(1_000, 6_000));
    do {
      const pid = await until(() => plein.postgres.pid(), (found) => found !== undefined && kill(found), 60_000);
      await until(() => plein.postgres.pid(), (found) => found !== pid, 60_000);
    } while (performance.now() < end);
  },
};

/** @returns whether there was such a process. */
function kill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** Full until PostgreSQL has refused something for it, and then some. */
export const diskFull: Fault = {
  name: 'disk full',
  async inject({ plein, chance, ledger }) {
    const { disk } = plein;
    if (disk === null) throw new Error('this installation has no small disk');
    const refusals = (): number => [...ledger.answers].filter(([answer]) => answer !== '201' && answer !== '200' && answer !== '204').reduce((sum, [, count]) => sum + count, 0);
    const before = refusals();
    await disk.fill();
    try {
      await until(refusals, (count) => count > before, 60_000);
      await sleep(chance.between(0, 3_000));
    } finally {
      await disk.free();
    }
  },
};
