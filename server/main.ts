// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fillDemonstration } from '../scripts/demo/fill.ts';
import { house } from '../federation/house.ts';
import { openInstance } from './instance.ts';
import { ensureFirstAdministrator } from './identity/public.ts';
import { startInboundListener } from './mailing/public.ts';
import { startMetrics } from './operations/public.ts';
import { type Config, ConfigError, readConfig } from './platform/config/config.ts';
import { migrate } from './platform/db/migrate.ts';
import { createClient } from './platform/db/pool.ts';
import type { App } from './platform/http/app.ts';
import { migrateQueues } from './platform/jobs/jobs.ts';

/** Connections that the kernel keeps until they are taken on. With Node's 511, somebody who opens thousands makes a reader's connection fall away, which tries again after seconds. */
const WAITING_TO_BE_LET_IN = 4_096;

export interface Server {
  /** Where it can be visited. */
  address: string;
  /** Resolves when it has ended, or when what runs has had time enough: nothing acknowledged is lost by cutting it off. */
  stop(): Promise<void>;
}

/** Longest time, after the pause of DRAIN_SECONDS, in which what runs may finish. */
const FINISH_MS = 20_000;

/**
 * Starts an instance from its settings: migrates, fills an empty one with the demonstration where asked, listens, says where.
 * @throws {ConfigError} with one sentence when a setting cannot be used.
 */
export async function run(env: NodeJS.ProcessEnv): Promise<Server> {
  const config = readConfig(await withPort(env));
  await refuseTakenPort(config);
  await refuseUnsafeDatabase(config);
  await migrate(config.databaseUrl);
  await migrateQueues(config.databaseUrl);
  const instance = await openInstance(config, { rooms: house });
  try {
    // The demonstration brings an administrator of its own; the one of the environment is to be there in any case.
    if (config.firstAdministrator !== null) await ensureFirstAdministrator(instance.deps);
    if (config.demo) await fillDemonstration(instance.deps);
    const link = config.role === 'worker' ? null : await ensureFirstAdministrator(instance.deps);
    await listen(instance.app, config);
    const metrics = await startMetrics(instance.deps);
    const inbound = config.role === 'web' ? null : await startInboundListener(instance.deps);
    if (link !== null) console.log(`There is no administrator yet. Whoever opens this link within 24 hours becomes it: ${link}`);
    console.log(config.role === 'worker' ? `Plein works in the background for ${config.publicUrl}` : `Plein is open at ${config.publicUrl}`);
    return {
      address: config.publicUrl,
      async stop() {
        // Mail that is being taken in needs the database for its last step.
        const stopped = Promise.resolve(inbound?.stop()).then(() => instance.stop()).then(() => metrics?.stop());
        await Promise.race([stopped, sleep(config.drainSeconds * 1_000 + FINISH_MS, undefined, { ref: false })]);
      },
    };
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** Told before the database is touched; whoever takes the port after this is found out when listening. */
async function refuseTakenPort(config: Config): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(config.port, config.host, resolve);
    });
  } catch (error) {
    throw portRefusal(error, config);
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/** With PORT=0 a free port is chosen first, because the public address holds it. */
async function withPort(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  if (env['PORT']?.trim() !== '0' || (env['PUBLIC_URL'] ?? '') !== '') return env;
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, env['HOST'] ?? '127.0.0.1', () => resolve((probe.address() as AddressInfo).port));
  });
  await new Promise((resolve) => probe.close(resolve));
  return { ...env, PORT: String(port) };
}

/** Row-level security is the second lock; a superuser, or a role with BYPASSRLS, walks past it. */
async function refuseUnsafeDatabase(config: Config): Promise<void> {
  const client = createClient(config.databaseUrl);
  try {
    await client.connect().catch((error: unknown) => {
      throw new ConfigError(`DATABASE_URL cannot be reached: ${error instanceof Error && error.message !== '' ? error.message : 'the server does not answer'}.`);
    });
    const { rows } = await client.query<{ unsafe: boolean; version: number }>(
      `select rolsuper or rolbypassrls as unsafe, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user`,
    );
    if (rows[0]?.unsafe === true) throw new ConfigError('DATABASE_URL signs in as a superuser or a role with BYPASSRLS, which row-level security does not bind: give a role without those rights.');
    if ((rows[0]?.version ?? 0) < 160_000) throw new ConfigError('DATABASE_URL leads to a PostgreSQL older than 16: use 16 or newer.');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function listen(app: App, config: Config): Promise<void> {
  await app.listen({ port: config.port, host: config.host, backlog: WAITING_TO_BE_LET_IN }).catch((error: unknown) => {
    throw portRefusal(error, config);
  });
}

function portRefusal(error: unknown, config: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigError(`PORT ${config.port} is in use by another program: choose another with PORT=…`);
  if (code === 'EACCES') return new ConfigError(`PORT ${config.port} may not be used by this user: choose one above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new ConfigError(`HOST "${config.host}" is no address of this machine.`);
  return error;
}

async function main(): Promise<void> {
  let server: Server | null = null;
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const finished = server === null ? Promise.resolve() : server.stop();
    void finished.then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    server = await run(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    process.exit(1);
  }
}

if (import.meta.main) await main();
