// SPDX-License-Identifier: EUPL-1.2
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Minutes each, the longest first; begun last, one of them would run on alone. */
const slow = ['browser/every-page', 'faults/ledger', 'faults/digests', 'api/week', 'fleet/rolling-restart', 'api/leaks-locks', 'api/fuzz', 'fleet/workers', 'api/leaks.test', 'api/leaks-walk', 'start/start'];

/** Begins with what takes long, also where no earlier run tells how long. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = slow.findIndex((name) => moduleId.includes(`/test/${name}`));
      return found === -1 ? slow.length : found;
    };
    const others = await super.sort(files);
    // Keeps the order of those of one rank.
    return others.toSorted((one, other) => rank(one) - rank(other));
  }
}
