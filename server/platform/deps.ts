// SPDX-License-Identifier: EUPL-1.2
import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import type { Limits } from './http/rate-limit.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { Signing } from './signing.ts';
import type { Stopping } from './stopping.ts';
import type { Storage } from './storage/storage.ts';

/** What rooms are given of the outside world; tests give their own clock, never their own rooms. */
export interface Deps {
  config: Config;
  database: Database;
  clock: Clock;
  log: Log;
  limits: Limits;
  jobs: Jobs;
  storage: Storage;
  signing: Signing;
  stopping: Stopping;
}
