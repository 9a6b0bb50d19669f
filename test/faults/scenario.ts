// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Backend } from '../support/queues.ts';
import { until } from '../support/until.ts';
import { auditConsequences } from './audit-consequences.ts';
import { auditWrites, type WritesFound } from './audit-writes.ts';
import { createChance } from './chance.ts';
import { openClient } from './client.ts';
import { openInstallation } from './installation.ts';
import { createLedger } from './ledger.ts';
import { followSquare } from './live-follower.ts';
import type { Report } from './report.ts';
import type { Fault, Scene } from './scene.ts';
import { buildTown } from './town.ts';
import { startWriter } from './writer.ts';

export const WRITERS = 16;
const SETTLES_WITHIN_MS = 240_000;
const BACK_WITHIN_MS = 120_000;

export interface Scenario {
  name: string;
  backend: Backend;
  /** One after the other, each while the writers write. */
  faults: readonly Fault[];
  /** Who write at the same time; {@link WRITERS} unless told. */
  writers?: number;
  seed: number;
  smallDisk?: boolean;
  /** Between two faults. */
  pauseMs?: { least: number; most: number };
  writerPauseMs?: { least: number; most: number };
}

/** An installation of its own, writers, faults, and the count of what is there in the end. */
export async function runScenario({ name, backend, faults, writers: writersWanted = WRITERS, seed, smallDisk = false, pauseMs = { least: 200, most: 1_000 }, writerPauseMs = { least: 150, most: 350 } }: Scenario): Promise<Report> {
  const began = performance.now();
  const chance = createChance(seed);
  const plein = await openInstallation(backend, smallDisk);
  const client = openClient(plein.address);
  const ledger = createLedger();
  try {
    const town = await buildTown(plein.database, client, writersWanted);
    const scene: Scene = { plein, town, ledger, client, chance, poison: new Set(), afterwards: [] };
    const follower = await followSquare(plein.address, client, town.administrator);
    const writers = town.writers.map((writer) => startWriter(client, ledger, town, writer, createChance(chance.between(1, 1e9)), writerPauseMs));
    await until(() => ledger.anyPost().length, (count) => count >= writersWanted, 30_000);
    let silence = 0;
    const lost: WritesFound[] = [];
    for (const fault of faults) {
      await sleep(chance.between(pauseMs.least, pauseMs.most));
      const at = performance.now();
      await fault.inject(scene).catch((error: unknown) => {
        throw new Error(`"${fault.name}" could not be done`, { cause: error });
      });
      const over = performance.now();
      await until(() => ledger.answeredSince(over), Boolean, BACK_WITHIN_MS);
      silence = Math.max(silence, ledger.longestSilence(at, over));
      const acknowledged = ledger.lines.filter(({ outcome }) => outcome === 'acknowledged');
      lost.push(await plein.database.asSystem((trx) => auditWrites(trx, acknowledged)));
    }
    await Promise.all(writers.map((writer) => writer.stop()));
    for (const each of scene.afterwards) await each();
    const stoppedAt = performance.now();
    await settled(scene);
    const settledIn = performance.now() - stoppedAt;
    await follower.stop();
    const writes = await plein.database.asSystem((trx) => auditWrites(trx, ledger.lines));
    const { faults: otherFaults, ...consequences } = await plein.database.asSystem((trx) => auditConsequences(trx, { databaseUrl: plein.databaseUrl, dataDir: plein.dataDir, ledger, follower }));
    return {
      name: `${name}, ${backend}`,
      faults: faults.length,
      ...writes,
      // Also what was gone for a while, and came back.
      missing: [...new Set([...lost.flatMap(({ missing }) => missing), ...writes.missing])],
      doubled: [...new Set([...lost.flatMap(({ doubled }) => doubled), ...writes.doubled])],
      repeats: ledger.repeats.sent,
      silence: silence / 1_000,
      hung: ledger.hung,
      refusals: [...ledger.refusals, ...ledger.repeats.different, ...(ledger.refusals.length > 0 ? plein.failures() : [])],
      ...consequences,
      otherFaults,
      troubles: [...ledger.answers].filter(([answer]) => !answer.startsWith('2')).map(([answer, count]) => `${answer} × ${count}`).join(', '),
      settledIn: settledIn / 1_000,
      seconds: (performance.now() - began) / 1_000,
    };
  } catch (error) {
    throw new Error(`${name}, ${backend}, FAULTS_SEED=${seed}\n${plein.output()}`, { cause: error });
  } finally {
    await client.close();
    await plein.close();
  }
}

/** Until every event is done; what is left after that is lost, and the audit says what. */
async function settled({ plein }: Scene): Promise<void> {
  // What would be told by mail in a minute is the matter of digests.test.ts; here the dust is to settle.
  await plein.database.asSystem((trx) => trx.updateTable('notification').set({ due_at: null }).where('told_at', 'is', null).execute());
  const left = async (): Promise<number> => (await plein.database.pool.query<{ count: number }>('select count(*) from event where done_at is null')).rows[0]?.count ?? -1;
  await until(() => left().catch(() => -1), (count) => count === 0, SETTLES_WITHIN_MS).catch(() => undefined);
}
