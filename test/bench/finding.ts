// SPDX-License-Identifier: EUPL-1.2
import { type ViewerKind, viewerNames } from './community.ts';
import { median, press, type Target } from './load.ts';
import { result, type Result } from './report.ts';
import type { Pair } from './throughput.ts';

/** Of one person at a time: who waits for it while typing, or for a page. */
const MOST_MS = 50;

interface Asked {
  path: string;
  /** The same of the bare stack, where it has it: names like these, by a trigram index. */
  bare?: string;
}

const directory: Record<string, Asked> = {
  'people, everybody': { path: 'people', bare: 'people' },
  'people, a given name': { path: 'people?q=sanne', bare: 'people?q=sanne' },
  'people, a name': { path: 'people?q=sanne%20hazelhorst', bare: 'people?q=sanne%20hazelhorst' },
  'people, a name with typing errors': { path: 'people?q=sane%20hazelhorts', bare: 'people?q=sane%20hazelhorts' },
  'people, a theme by its name': { path: 'people?q=jeugdzorg' },
  'people, with a portfolio': { path: 'people?portfolio=jeugdzorg' },
  'people, of a region, role and portfolio': { path: 'people?region=Zuiderdam&workRole=ambtenaar&portfolio=jeugdzorg' },
  'numbers of the directory, everybody': { path: 'people-facets' },
  'numbers of the directory, a given name': { path: 'people-facets?q=sanne' },
  'numbers of the directory, with a portfolio': { path: 'people-facets?portfolio=jeugdzorg' },
};

const places: Record<string, Asked> = {
  'place chooser, the first page': { path: 'buildings?limit=24', bare: 'places' },
  'place chooser, a word': { path: 'buildings?limit=24&q=jeugdzorg', bare: 'places?q=jeugdzorg' },
  'place chooser, a typing error': { path: 'buildings?limit=24&q=energietransitei', bare: 'places?q=energietransitei' },
  'duplicate radar, a common name': { path: 'buildings/similar?name=Netwerk%20jeugdzorg', bare: 'places?q=netwerk%20jeugdzorg' },
  'duplicate radar, a rare name': { path: 'buildings/similar?name=Archivering%20Maasdal', bare: 'places?q=archivering%20maasdal' },
  'duplicate radar, a name that nothing is like': { path: 'buildings/similar?name=Zonnepanelen', bare: 'places?q=zonnepanelen' },
  'duplicate radar, a question': { path: 'posts/similar?text=Wie%20heeft%20ervaring%20met%20het%20wijkplan%20voor%20jeugdzorg' },
  'who am I, with what is new': { path: 'me' },
};

export interface Looking {
  viewers: readonly ViewerKind[];
  rounds: number;
  requests: number;
}

/** How long it takes one person to find people, and places, in the largest set. */
export async function measureFinding(pair: Pair, what: 'people' | 'places', { viewers, rounds, requests }: Looking): Promise<Result[]> {
  const { data, plein, bare } = pair;
  const target = (viewer: ViewerKind, path: string): Target => ({ address: plein.address, status: 200, next: () => ({ method: 'GET', path: `/api/v1/${path}`, headers: { cookie: data.cookies[viewer] ?? '' } }) });
  const results: Result[] = [];
  for (const viewer of viewers) {
    // Who is nobody yet has no directory.
    if (viewer === 'guest') continue;
    for (const [name, { path, bare: bareAsked }] of Object.entries(what === 'people' ? directory : places)) {
      const seen = { plein: [] as number[], bare: [] as number[] };
      for (let round = -1; round < rounds; round++) {
        const own = (await press(target(viewer, path), { connections: 1, requests })).p50;
        const theirs = bareAsked === undefined ? 0 : (await press({ address: bare.address, status: 200, next: () => ({ method: 'GET', path: `/${bareAsked}` }) }, { connections: 1, requests })).p50;
        // The first round warms up.
        if (round < 0) continue;
        seen.plein.push(own);
        seen.bare.push(theirs);
      }
      const [own, theirs] = [median(seen.plein), bareAsked === undefined ? null : median(seen.bare)];
      results.push({ ...result(`p50 of ${name}, ${viewerNames[viewer]}`, 'ms', own, theirs), target: { atMost: MOST_MS }, holds: own <= MOST_MS });
    }
  }
  return results;
}
