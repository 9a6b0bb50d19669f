// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../scripts/postgres/embedded.ts';
import { fillCommunity, sizesOfCommunity } from './community.ts';
import { fill } from './data.ts';
import { measureFollowers } from './federation-followers.ts';
import { measureFederation } from './federation.ts';
import { type Looking, measureFinding } from './finding.ts';
import { measureFlood } from './flood.ts';
import { measureGrowth } from './growth.ts';
import { measureAcross, measureFanOut } from './live.ts';
import { countStatements, measureSignIn, measureStart } from './processes.ts';
import { printTable, type Result, writeJson } from './report.ts';
import { measureSearch } from './search.ts';
import { measureTelling } from './telling.ts';
import { measureThroughput, openPair, type Pair } from './throughput.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    /** For whoever is looking for one figure: sizes, rounds and the parts that run. */
    sizes: { type: 'string' },
    rounds: { type: 'string' },
    sockets: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});

const sizes = options.sizes?.split(',').map(Number) ?? (options.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]);
const rounds = Number(options.rounds ?? 5);
const burst = options.quick ? 150 : 600;
const looking: Looking = options.quick ? { viewers: ['active'], rounds: 2, requests: 4 } : { viewers: ['active', 'heavy', 'guest'], rounds: 3, requests: 10 };
const wants = (part: string): boolean => options.only === undefined || options.only.includes(part);

const onFilledSquare = ['growth', 'search', 'people', 'places', 'throughput', 'sign-in', 'statements', 'start'].some(wants);

/** Holds Plein against the bare stack on this machine, in one run. */
async function bench(folder: string): Promise<Result[]> {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => {} });
  const pairs: Pair[] = [];
  const results: Result[] = [];
  try {
    if (onFilledSquare) {
      const start = performance.now();
      await fillCommunity(postgres.adminUrl, sizesOfCommunity[options.quick ? 'quick' : 'full']);
      console.log(`people and places made in ${Math.round((performance.now() - start) / 1_000)} s`);
    }
    for (const posts of onFilledSquare ? sizes : []) {
      const begin = performance.now();
      const data = await fill(postgres.adminUrl, posts);
      console.log(`${posts.toLocaleString('en')} posts made in ${Math.round((performance.now() - begin) / 1_000)} s`);
      pairs.push(await openPair(data, join(folder, `plein-${posts}`)));
    }
    if (wants('growth')) results.push(...(await measureGrowth(pairs, rounds, options.quick ? 60 : 150)));
    if (wants('search')) results.push(...(await measureSearch(pairs, looking)));
    const largest = pairs.at(-1);
    for (const what of ['people', 'places'] as const) if (wants(what) && largest !== undefined) results.push(...(await measureFinding(largest, what, looking)));
    for (const pair of wants('throughput') ? pairs : []) results.push(...(await measureThroughput(pair, rounds, burst)));
    const [first] = pairs;
    if (wants('sign-in') && first !== undefined) results.push(...(await measureSignIn(first, rounds)));
    if (wants('statements')) results.push(...(await countStatements(pairs.map((pair) => pair.data), join(folder, 'counted'))));
    for (const pair of pairs.splice(0)) await pair.stop();
    if (wants('start') && first !== undefined) results.push(...(await measureStart(first.data, join(folder, 'started'), rounds)));
    if (wants('telling')) results.push(...(await measureTelling(postgres.adminUrl, folder, options.quick ? 1_000 : 10_000, rounds)));
    if (['federation', 'federation-out', 'federation-in'].some(wants)) results.push(...(await measureFederation(postgres.adminUrl, folder, rounds, options.quick, wants)));
    if (wants('federation') || wants('flood')) results.push(...(await measureFlood(postgres.adminUrl, folder, rounds)));
    if (wants('federation') || wants('federation-followers')) results.push(...(await measureFollowers(postgres.adminUrl, folder, rounds, 10_000)));
    if (wants('live')) {
      results.push(...(await measureAcross(postgres.adminUrl, folder, 30)));
      for (const sockets of options.sockets?.split(',').map(Number) ?? (options.quick ? [1_000] : [1_000, 10_000])) results.push(...(await measureFanOut(postgres.adminUrl, folder, sockets, rounds)));
    }
    return results;
  } finally {
    for (const pair of pairs) await pair.stop();
    await postgres.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'plein-bench-'));
const begin = performance.now();
try {
  const results = await bench(folder);
  console.log('');
  printTable(results);
  console.log(`\n${Math.round((performance.now() - begin) / 1_000)} s in all`);
  if (options.json !== undefined) writeJson(options.json, results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
