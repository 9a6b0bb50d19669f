// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf, INSTANCE_ACTOR_ID, oursAt } from '../addresses.ts';
import { idOf, idsOf, isJson, type Json, listOf } from '../translate/read-json.ts';
import { FetchRefused, fetchWith, isActivityJson } from '../wire/fetch.ts';
import { fetchParents, fetchWritten } from './fetch-written.ts';
import { keepWritten, postAt } from './keep-object.ts';
import type { Replica } from './place-rows.ts';

const MOST_FETCHED = 100;
const MOST_PAGES = 10;

/** Fetches what is not here of these, one by one. */
export async function fetchAll(deps: Deps, replica: Replica, uris: readonly string[]): Promise<void> {
  let fetched = 0;
  for (const uri of uris) {
    if (fetched === MOST_FETCHED) return;
    if (oursAt(deps.config, uri) !== null || (await deps.database.asSystem((trx) => postAt(trx, uri))) !== null) continue;
    fetched++;
    try {
      const written = await fetchWritten(deps, replica, uri);
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

/** The addresses in a collection, page by page as far as its own host has them. */
export async function readCollection(deps: Deps, uri: string): Promise<{ uris: string[]; items: unknown[]; total: number | null }> {
  const fetch = async (address: string): Promise<Json> => (await fetchWith(deps, address, { signAs: INSTANCE_ACTOR_ID, accept: 'application/activity+json', types: isActivityJson })).json;
  const first = await fetch(uri);
  const items: unknown[] = [];
  const total = Number.isSafeInteger(first['totalItems']) ? Number(first['totalItems']) : null;
  let page: Json | null = first;
  for (let read = 0; page !== null && read < MOST_PAGES; read++) {
    items.push(...listOf(page['orderedItems'] ?? page['items']));
    const next: unknown = page['next'] ?? (page === first ? page['first'] : undefined);
    const address = idOf(next);
    page = isJson(next) && (next['items'] !== undefined || next['orderedItems'] !== undefined) ? next : address === null || hostOf(address) !== hostOf(uri) ? null : await fetch(address);
  }
  return { uris: idsOf(items), items, total };
}
