// SPDX-License-Identifier: EUPL-1.2
import { migrate } from '../server/platform/db/migrate.ts';
import { migrateQueues } from '../server/platform/jobs/jobs.ts';

/** Everything the database needs: our tables and those of the queues. @returns the migrations carried out now. */
export async function migrateAll(databaseUrl: string): Promise<string[]> {
  const done = await migrate(databaseUrl);
  await migrateQueues(databaseUrl);
  return done;
}

export { migrateAll as migrate };

if (import.meta.main) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) {
    console.error('DATABASE_URL is missing: say which database to migrate.');
    process.exit(1);
  }
  const done = await migrateAll(databaseUrl);
  console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}.`);
}
