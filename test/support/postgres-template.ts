// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';
import { migrate } from '../../scripts/migrate.ts';

/** Makes `plein_template`, a migrated and empty database of the role `plein`, to be cloned by each test file. */
export async function createTemplate(adminUrl: string, socketDir: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('create database plein_template owner plein template template0');
    await migrate(databaseUrl('plein_template', socketDir));
    await admin.query('alter database plein_template with is_template true allow_connections false');
  } finally {
    await admin.end();
  }
}

/** As the role `plein`, like the application. */
export function databaseUrl(name: string, socketDir: string): string {
  return `postgres://plein@localhost/${name}?host=${encodeURIComponent(socketDir)}`;
}
