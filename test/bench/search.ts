// SPDX-License-Identifier: EUPL-1.2
import { type ViewerKind, viewerNames } from './community.ts';
import type { Looking } from './finding.ts';
import { median, press, type Target } from './load.ts';
import { result, type Result } from './report.ts';
import { type SearchKind, searches } from './search-data.ts';
import type { Pair } from './throughput.ts';

const kinds = Object.keys(searches) as SearchKind[];

function searchOf({ data, plein }: Pair, viewer: ViewerKind, kind: SearchKind): Target {
  const cookie = data.cookies[viewer];
  return { address: plein.address, status: 200, next: () => ({ method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(searches[kind])}`, headers: cookie === null ? {} : { cookie } }) };
}

function bareSearch({ bare }: Pair, viewer: ViewerKind, kind: SearchKind): Target {
  return { address: bare.address, status: 200, next: () => ({ method: 'GET', path: `/search/${viewer}?q=${encodeURIComponent(searches[kind])}` }) };
}

/**
 * How long one search takes, one at a time: among the most posts against the fewest, and against a plain full-text index on the same
 * rows, which knows no compounds and no typing errors.
 */
export async function measureSearch(pairs: readonly Pair[], { viewers, rounds, requests }: Looking): Promise<Result[]> {
  const [smallest, largest] = [pairs[0], pairs.at(-1)];
  if (smallest === undefined || largest === undefined) return [];
  const size = (pair: Pair) => pair.data.posts.toLocaleString('en');
  const results: Result[] = [];
  for (const kind of kinds) {
    for (const viewer of viewers) {
      const seen = { small: [] as number[], large: [] as number[], bare: [] as number[] };
      for (let round = -1; round < rounds; round++) {
        const one = async (target: Target, count: number) => (await press(target, { connections: 1, requests: count })).p50;
        const measured = { small: await one(searchOf(smallest, viewer, kind), requests), large: await one(searchOf(largest, viewer, kind), requests), bare: await one(bareSearch(largest, viewer, kind), 3) };
        // The first round warms up.
        if (round >= 0) for (const name of ['small', 'large', 'bare'] as const) seen[name].push(measured[name]);
      }
      const name = `p50 of a search, ${kind}, ${viewerNames[viewer]}`;
      results.push(result(`${name}: ${size(largest)} posts against ${size(smallest)}`, 'ms', median(seen.large), median(seen.small), { atMost: 2 }));
      results.push(result(`${name}: against a plain full-text index, ${size(largest)} posts`, 'ms', median(seen.large), median(seen.bare)));
    }
  }
  return results;
}
