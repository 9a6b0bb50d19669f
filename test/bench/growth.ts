// SPDX-License-Identifier: EUPL-1.2
import { viewerKinds, viewerNames } from './community.ts';
import { median, press } from './load.ts';
import { result, type Result } from './report.ts';
import { feedOf, type Pair } from './throughput.ts';

/** How long one feed takes, one at a time, as the number of posts grows: the largest set against the smallest. */
export async function measureGrowth(pairs: readonly Pair[], rounds: number, requests: number): Promise<Result[]> {
  const [smallest, largest] = [pairs[0], pairs.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  const results: Result[] = [];
  for (const kind of viewerKinds) {
    for (const scope of kind === 'guest' ? (['square'] as const) : (['square', 'mine'] as const)) {
      const seen: number[][] = pairs.map(() => []);
      for (let round = -1; round < rounds; round++) {
        for (const [index, pair] of pairs.entries()) {
          const { p50 } = await press(feedOf(pair, kind, scope), { connections: 1, requests });
          // The first round warms up.
          if (round >= 0) seen[index]?.push(p50);
        }
      }
      const p50s = seen.map(median);
      const sizes = pairs.map(({ data }) => data.posts.toLocaleString('en'));
      results.push(result(`p50 of the feed (${scope}), ${viewerNames[kind]}: ${sizes.at(-1)} posts against ${sizes[0]}`, 'ms', p50s.at(-1) ?? Number.NaN, p50s[0] ?? Number.NaN, { atMost: 1.5 }));
    }
  }
  return results;
}
