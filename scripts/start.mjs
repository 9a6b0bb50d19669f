// SPDX-License-Identifier: EUPL-1.2
// npm start: from a bare checkout to a running instance. Plain JavaScript without packages, because it
// also runs on Node 20 and before anything is installed.
import { runUntilTold } from './setup/run-until-told.mjs';

runUntilTold(import.meta.url, async ({ say, started }) => {
  const env = { ...process.env };
  if (env.NODE_ENV !== 'production') env.DEMO ||= '1';
  if (!env.DATABASE_URL?.trim()) env.DATABASE_URL = await ownDatabase(env, say, started);
  const { run } = await import('../server/main.ts');
  await started(await run(env));
});

/** Starts the embedded PostgreSQL. @returns the address of its database */
async function ownDatabase(env, say, started) {
  // A wrong setting is told before anything is made.
  const { readConfig } = await import('../server/platform/config/config.ts');
  const { dataDir } = readConfig({ ...env, DATABASE_URL: 'postgres://localhost' });
  const { startPostgres } = await import('./postgres/embedded.ts');
  const postgres = await startPostgres({ dataDir, log: say });
  await started(postgres);
  return postgres.appUrl;
}
