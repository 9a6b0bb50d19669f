// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/**
 * Makes the role `plein`, which row-level security binds, and its database. Runs at every start, so
 * that a first start that was broken off is finished by the next.
 */
export async function ensureRoleAndDatabase(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const role = await admin.query(`select 1 from pg_roles where rolname = 'plein'`);
    if (role.rowCount === 0) await admin.query('create role plein login');
    await admin.query('alter role plein nosuperuser nobypassrls nocreatedb nocreaterole noreplication');
    const database = await admin.query(`select 1 from pg_database where datname = 'plein'`);
    if (database.rowCount === 0) await admin.query('create database plein owner plein template template0');
  } finally {
    await admin.end();
  }
}
