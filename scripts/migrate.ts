// SPDX-License-Identifier: EUPL-1.2
import { migrate } from '../server/platform/db/migrate.ts';

export { migrate };

if (import.meta.main) {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) {
    console.error('DATABASE_URL is missing: say which database to migrate.');
    process.exit(1);
  }
  const done = await migrate(databaseUrl);
  console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}.`);
}
