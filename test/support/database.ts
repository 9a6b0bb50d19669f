// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseUrl } from './postgres-template.ts';

/** A migrated, empty database for one test file, as the role `plein` sees it. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying files is quicker than logging pages where nothing is written to disk anyway.
  await asAdmin(`create database ${name} owner plein template plein_template strategy file_copy`);
  return {
    url: databaseUrl(name, inject('pgSocketDir')),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('pgAdminUrl') });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
