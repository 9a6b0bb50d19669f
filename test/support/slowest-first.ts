// SPDX-License-Identifier: EUPL-1.2
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute or more each, the longest first; begun last, one of them would run on alone. */
const slow = [
  'faults/ledger', 'browser/every-page', 'api/leaks-locks', 'fleet/workers', 'api/leaks.test', 'faults/digests', 'fleet/rolling-restart', 'start/start', 'api/fuzz', 'api/leaks-walk',
  'federation/delivery-faults', 'federation/demo-federation', 'api/outbox', 'federation/closed-leak', 'federation/places-content', 'federation/promises-kept', 'federation/sync-members', 'api/week', 'start/postgres', 'api/reply-by-mail',
];

/** Begins with what takes long, also where no earlier run tells how long. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      // A process that files share ends where one comes that wants its own.
      if (project.config.isolate) return -1;
      const found = slow.findIndex((name) => moduleId.includes(`/test/${name}`));
      return found === -1 ? slow.length : found;
    };
    const others = await super.sort(files);
    // Keeps the order of those of one rank.
    return others.toSorted((one, other) => rank(one) - rank(other));
  }
}
