// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { oursAt, sameOrigin } from '../addresses.ts';
import { idOf, idsOf, isJson, type Json, listOf } from '../translate/read-json.ts';
import { isTimeOver } from '../wire/deadline.ts';
import { FetchRefused } from '../wire/fetch.ts';
import { fetchInPlace, fetchParents, fetchWritten } from './fetch-written.ts';
import { keepWritten, mayBeKept, postAt, type Written } from './keep-object.ts';
import type { Replica } from './place-rows.ts';

const MOST_FETCHED = 100;
const MOST_PAGES = 10;
/** For all of a thread, or of what was said lately: whoever waits for it sees what came so far, and may ask again. */
export const PATIENCE_MS = 20_000;

/**
 * Fetches what is not here of these, one by one, as far as the time goes (see {@link within}).
 * @param wanted of what was fetched; all of it unless said otherwise
 */
export async function fetchAll(deps: Deps, replica: Replica, uris: readonly string[], wanted: (written: Written) => boolean = () => true): Promise<void> {
  let fetched = 0;
  for (const uri of uris) {
    if (fetched === MOST_FETCHED || isTimeOver()) return;
    if (oursAt(deps.config, uri) !== null || (await deps.database.asSystem((trx) => postAt(trx, uri))) !== null) continue;
    fetched++;
    try {
      const written = await fetchWritten(deps, replica, uri);
      if (!wanted(written) || mayBeKept(replica, written) !== null) continue;
      const parents = await fetchParents(deps, replica, written.object);
      await deps.database.asSystem(async (trx) => {
        for (const each of [...parents, written]) await keepWritten(trx, deps, replica, each);
      });
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      deps.log.debug({ err: error, uri }, 'a post of a thread elsewhere');
    }
  }
}

/**
 * What is in a collection, page by page as far as its own origin has them, and how many it says that there are. A page that cannot be had
 * leaves those before it.
 * @throws {FetchRefused} where there is no such collection
 */
export async function readCollection(deps: Deps, replica: Replica, uri: string): Promise<{ uris: string[]; items: unknown[]; total: number | null }> {
  const { json: first } = await fetchInPlace(deps, replica, uri);
  const items = itemsOf(first);
  const total = Number.isSafeInteger(first['totalItems']) && Number(first['totalItems']) >= 0 ? Number(first['totalItems']) : null;
  let next: unknown = first['first'] ?? first['next'];
  for (let read = 0; read < MOST_PAGES; read++) {
    const page = await pageAt(deps, replica, uri, next);
    if (page === null) break;
    items.push(...itemsOf(page));
    next = page['next'];
  }
  return { uris: [...new Set(idsOf(items))], items, total };
}

const itemsOf = (page: Json): unknown[] => [...listOf(page['orderedItems']), ...listOf(page['items'])];

/** As it stands there, or by its address; null after the last, and for one that is not to be had. */
async function pageAt(deps: Deps, replica: Replica, collection: string, page: unknown): Promise<Json | null> {
  if (isJson(page) && ['items', 'orderedItems', 'next'].some((key) => page[key] !== undefined)) return page;
  const address = idOf(page);
  if (address === null || !sameOrigin(address, collection)) return null;
  try {
    return (await fetchInPlace(deps, replica, address)).json;
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    deps.log.debug({ err: error, collection }, 'a page of a collection elsewhere');
    return null;
  }
}
