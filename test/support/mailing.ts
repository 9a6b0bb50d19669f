// SPDX-License-Identifier: EUPL-1.2
import { startDigests } from '../../server/mailing/compose-digest.ts';
import { tellWhatIsDue } from '../../server/mailing/tell-what-is-due.ts';
import type { TestPlein } from './app.ts';

const MINUTE_MS = 60_000;

/** Lets the minute pass in which what comes close together is bundled, and sends what is due then. */
export async function tellAtOnce(plein: TestPlein): Promise<void> {
  await plein.drainJobs();
  plein.clock.advance(MINUTE_MS + 1_000);
  await tellWhatIsDue.run(plein.deps);
  await plein.drainJobs();
}

/** Makes and sends the digest of these people now, whatever their rhythm says. */
export async function sendDigests(plein: TestPlein, people: readonly { actorId: string }[]): Promise<void> {
  await plein.drainJobs();
  // What was published in the last seconds is left for the next.
  plein.clock.advance(10_000);
  await plein.db((trx) => trx.updateTable('notification_setting').set({ next_digest_at: null }).execute());
  await startDigests.run(plein.deps);
  const now = plein.clock.now();
  await plein.db((trx) => trx.updateTable('notification_setting').set({ next_digest_at: now }).where('owner_id', 'in', people.map((each) => each.actorId)).execute());
  await startDigests.run(plein.deps);
  await plein.drainJobs();
}
