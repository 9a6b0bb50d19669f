// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import pg from 'pg';

const folder = new URL('../../../migrations/', import.meta.url);

const fromFolder: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
    const entries = names.map(async (name): Promise<[string, Migration]> => [name.slice(0, -3), (await import(new URL(name, folder).href)) as Migration]);
    return Object.fromEntries(await Promise.all(entries));
  },
};

function createMigrator(databaseUrl: string): { migrator: Migrator; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { migrator: new Migrator({ db, provider: fromFolder }), close: () => db.destroy() };
}

/**
 * Brings the database up to date, under a lock and in one transaction: a run that is cut off leaves nothing behind and can be repeated.
 * @returns the names of the migrations that were carried out now.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const { migrator, close } = createMigrator(databaseUrl);
  try {
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).filter((each) => each.status === 'Success').map((each) => each.migrationName);
  } finally {
    await close();
  }
}

/** The names of migrations that the database does not have yet. */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const { migrator, close } = createMigrator(databaseUrl);
  try {
    return (await migrator.getMigrations()).filter((each) => each.executedAt === undefined).map((each) => each.name);
  } finally {
    await close();
  }
}
