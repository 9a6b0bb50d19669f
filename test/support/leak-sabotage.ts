// SPDX-License-Identifier: EUPL-1.2
import { house } from '../../federation/house.ts';
import { buildApp } from '../../server/app.ts';
import { openDeps } from '../../server/instance.ts';
import type { Database } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { App } from '../../server/platform/http/app.ts';
import type { TestPlein } from './app.ts';

/** The application once more, on the database of an instance, with one of its locks broken. The product has no switch for that. */
export interface Sabotaged {
  app: App;
  database: Database;
  close(): Promise<void>;
}

/**
 * Without the first lock: the handlers are given a viewer who has every audience there is, so that no filter of a query and
 * no rule that looks at audiences holds anything back. Transactions stay bound to what the viewer may really read.
 */
export async function openWithoutFilters(plein: TestPlein): Promise<Sabotaged> {
  const { deps, close } = openDeps(plein.config, plein.clock);
  const { database } = deps;
  const { rows } = await database.pool.query<{ id: number }>('select id from audience order by id');
  const every = rows.map(({ id }) => id);
  const really = async (actorId: string | null): Promise<number[]> => {
    if (actorId === null) return [PUBLIC_AUDIENCE];
    const found = await database.pool.query<{ audiences: string[] }>('select audiences from viewer_of_actor($1)', [actorId]);
    return found.rows[0]?.audiences.map(Number) ?? [PUBLIC_AUDIENCE];
  };
  const mislead = async (viewer: { actorId: string | null }) => {
    const audiences = await really(viewer.actorId);
    // The handler holds this very object.
    Object.assign(viewer, { audiences: every });
    return { actorId: viewer.actorId, audiences };
  };
  const unfiltered: Database = {
    ...database,
    readAs: async (viewer, work) => database.readAs(await mislead(viewer), work),
    asViewer: async (viewer, work) => database.asViewer(await mislead(viewer), work),
  };
  const app = await buildApp({ ...deps, database: unfiltered }, house);
  return { app, database: unfiltered, close: () => app.close().then(close) };
}

/** The second lock of a database, taken off every table that has one, or put back. */
export async function setPolicies(plein: TestPlein, state: 'enable' | 'disable'): Promise<string[]> {
  const { pool } = plein.deps.database;
  const { rows } = await pool.query<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (select from pg_policy where polrelid = c.oid) order by 1`);
  for (const { name } of rows) await pool.query(`alter table "${name}" ${state} row level security`);
  return rows.map(({ name }) => name);
}
