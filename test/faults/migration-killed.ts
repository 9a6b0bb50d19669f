// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { endsWithUs } from '../../scripts/postgres/run-as.ts';
import { databaseUrl } from '../support/postgres-template.ts';
import type { Chance } from './chance.ts';

const program = join(import.meta.dirname, '../../scripts/migrate.ts');

export interface MigrationReport {
  killed: number;
  /** Of those, so many while the database was carrying out a statement for it, or had its transaction open. */
  midway: number;
  /** Runs after which the schema was not that of an undisturbed one. */
  different: string[];
}

export interface Cluster {
  adminUrl: string;
  socketDir: string;
}

/** Kills the migration of a fresh database at some moment of its work, runs it again, and looks at what came of it. */
export async function killMigrations(cluster: Cluster, times: number, chance: Chance): Promise<MigrationReport> {
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  const report: MigrationReport = { killed: 0, midway: 0, different: [] };
  try {
    const undisturbed = await withDatabase(admin, cluster, async (name, url) => {
      const run = migrating(url);
      await workBegins(admin, name, run);
      const workedFrom = performance.now();
      await run.ended;
      return { schema: await schemaOf(url), workMs: performance.now() - workedFrom };
    });
    // One that was done before it could be killed does not count; ten times as many would be a test that kills nothing.
    for (let time = 0; report.killed < times && time < times * 10; time++) {
      await withDatabase(admin, cluster, async (name, url) => {
        const run = migrating(url);
        await workBegins(admin, name, run);
        await sleep(chance.between(0, Math.floor(undisturbed.workMs * 0.8)));
        const { rows } = await admin.query<{ busy: boolean }>(`select bool_or(state <> 'idle') as busy from pg_stat_activity where datname = $1`, [name]);
        run.child.kill('SIGKILL');
        const code = await run.ended;
        if (code === 0) return;
        report.killed++;
        if (rows[0]?.busy === true) report.midway++;
        const again = await migrating(url).ended;
        if (again !== 0) report.different.push(`the run after kill ${time + 1} ended with ${again}`);
        else if ((await schemaOf(url)) !== undisturbed.schema) report.different.push(`the schema after kill ${time + 1} is another`);
      });
    }
    return report;
  } finally {
    await admin.end();
  }
}

interface Run {
  child: ChildProcess;
  ended: Promise<number | null>;
}

function migrating(url: string): Run {
  const [command, ...args] = [...endsWithUs(), process.execPath, program];
  const child = spawn(command ?? '', args, { stdio: 'ignore', env: { PATH: process.env['PATH'], DATABASE_URL: url } });
  return { child, ended: once(child, 'exit').then(() => child.exitCode) };
}

/** Until it is connected. */
async function workBegins(admin: pg.Client, name: string, run: Run): Promise<void> {
  while (run.child.exitCode === null) {
    const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1', [name]);
    if ((rowCount ?? 0) > 0) return;
    await sleep(2);
  }
}

async function withDatabase<T>(admin: pg.Client, { socketDir }: Cluster, work: (name: string, url: string) => Promise<T>): Promise<T> {
  const name = `test_migration_${randomBytes(6).toString('hex')}`;
  await admin.query(`create database ${name} owner plein template template0`);
  try {
    return await work(name, databaseUrl(name, socketDir));
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
  }
}

/** Everything that makes up the schema, ours and that of the queues, and which migrations are noted. */
async function schemaOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const ours = `('public', 'bullmq')`;
  const questions = [
    `select table_schema, table_name, column_name, ordinal_position, data_type, is_nullable, column_default from information_schema.columns where table_schema in ${ours} order by 1, 2, 4`,
    `select schemaname, tablename, indexname, indexdef from pg_indexes where schemaname in ${ours} order by 1, 2, 3`,
    `select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace in (select oid from pg_namespace where nspname in ${ours}) order by 1, 2`,
    `select schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check from pg_policies order by 1, 2, 3`,
    `select relname, relrowsecurity, relforcerowsecurity from pg_class where relkind = 'r' and relnamespace in (select oid from pg_namespace where nspname in ${ours}) order by 1`,
    `select p.oid::regprocedure::text, md5(prosrc) from pg_proc p where pronamespace in (select oid from pg_namespace where nspname in ${ours}) order by 1`,
    `select tgrelid::regclass::text, tgname from pg_trigger where not tgisinternal order by 1, 2`,
    `select extname from pg_extension order by 1`,
    `select name from kysely_migration order by 1`,
    `select is_locked from kysely_migration_lock`,
    `select id, kind from audience order by 1`,
  ];
  try {
    const answers = [];
    for (const question of questions) answers.push((await client.query({ text: question, rowMode: 'array' })).rows);
    return JSON.stringify(answers);
  } finally {
    await client.end();
  }
}
