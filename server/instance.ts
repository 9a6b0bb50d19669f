// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { allSchedules, allSubscribers, buildApp } from './app.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config/config.ts';
import { createDatabase } from './platform/db/database.ts';
import type { Deps } from './platform/deps.ts';
import type { App } from './platform/http/app.ts';
import type { Room } from './platform/room.ts';
import { createLimits } from './platform/http/rate-limit.ts';
import { createJobs } from './platform/jobs/jobs.ts';
import { createLog } from './platform/log.ts';
import { createSigning } from './platform/signing.ts';
import { createStopping } from './platform/stopping.ts';
import { fileStorage } from './platform/storage/storage.ts';
import { startWorkers } from './platform/outbox/handle.ts';
import { createNudge, type Relay, startRelay } from './platform/outbox/relay.ts';

export interface Instance {
  app: App;
  deps: Deps;
  /** Null in a process that only serves the web. */
  relay: Relay | null;
  /**
   * Says at /readyz that it stops and, where it serves visitors, goes on for DRAIN_SECONDS; then takes no more requests
   * or jobs, lets what runs finish and closes every connection. May be called twice.
   */
  stop(): Promise<void>;
}

export interface InstanceOptions {
  rooms: readonly Room[];
  clock?: Clock;
}

/** The connections and the rooms' surroundings; closed by the second value. */
export function openDeps(config: Config, clock: Clock = systemClock): { deps: Deps; close(): Promise<void> } {
  const log = createLog(config.logLevel);
  const redis = config.redisUrl === null ? null : new Redis(config.redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  redis?.on('error', (error: Error) => log.warn({ err: error }, 'redis connection'));
  // A notice that is lost in a crash costs nothing, so it does not wait for the disk.
  const nudge = createNudge(() => database.pool.query(`begin; set local synchronous_commit = off; select pg_notify('plein_outbox', ''); commit`));
  const database = createDatabase({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    onError: (error) => log.warn({ err: error }, 'database connection'),
    onPublished: nudge,
  });
  const jobs = createJobs({ databaseUrl: config.databaseUrl, redisUrl: config.redisUrl, log });
  const limits = createLimits(database.pool, redis, config.relaxedLimits);
  return {
    deps: { config, database, clock, log, limits, jobs, storage: fileStorage(join(config.dataDir, 'files')), signing: createSigning(database, clock), stopping: createStopping() },
    async close() {
      await jobs.close();
      redis?.disconnect();
      await database.close();
    },
  };
}

/** Opens an instance on a migrated database, in the role that the configuration says. Does not listen yet. */
export async function openInstance(config: Config, options: InstanceOptions): Promise<Instance> {
  const { deps, close } = openDeps(config, options.clock);
  try {
    for (const room of options.rooms) await room.open?.(deps);
  } catch (error) {
    await close();
    throw error;
  }
  const app = await buildApp(deps, options.rooms);
  let relay: Relay | null = null;
  if (config.role !== 'web') {
    const subscribers = allSubscribers(deps, options.rooms);
    relay = startRelay(deps, subscribers);
    await startWorkers(deps, subscribers, allSchedules(options.rooms));
  }
  let stopping: Promise<void> | null = null;
  return {
    app,
    deps,
    relay,
    stop() {
      stopping ??= (async () => {
        deps.stopping.begin();
        // Nobody chooses a worker: what it does not take, another one does.
        if (config.role !== 'worker') await sleep(config.drainSeconds * 1_000);
        await Promise.all([app.close(), relay?.stop()]);
        await close();
      })();
      return stopping;
    },
  };
}
