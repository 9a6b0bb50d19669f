// SPDX-License-Identifier: EUPL-1.2
import type { Backend } from '../support/queues.ts';
import { slowClients } from './faults-clients.ts';
import { lateCommit, poisonJob } from './faults-outbox.ts';
import { backendKilled, backendsEnded, diskFull, postmasterKilled } from './faults-postgres.ts';
import { clockShifted, twoRelays, webKilled, workerKilled } from './faults-processes.ts';
import { redisFlushed, redisKilled } from './faults-redis.ts';
import type { Fault } from './scene.ts';

/** Everything that is done to an installation, and the queues it can be done with. */
export const kinds: readonly { fault: Fault; backends: readonly Backend[]; smallDisk?: boolean }[] = [
  { fault: webKilled, backends: ['PostgreSQL', 'Redis'] },
  { fault: workerKilled, backends: ['PostgreSQL', 'Redis'] },
  { fault: backendsEnded, backends: ['PostgreSQL', 'Redis'] },
  { fault: backendKilled, backends: ['PostgreSQL', 'Redis'] },
  { fault: postmasterKilled, backends: ['PostgreSQL', 'Redis'] },
  { fault: redisKilled, backends: ['Redis'] },
  { fault: redisFlushed, backends: ['Redis'] },
  { fault: slowClients, backends: ['PostgreSQL', 'Redis'] },
  { fault: diskFull, backends: ['PostgreSQL', 'Redis'], smallDisk: true },
  { fault: lateCommit, backends: ['PostgreSQL', 'Redis'] },
  { fault: poisonJob, backends: ['PostgreSQL', 'Redis'] },
  { fault: twoRelays, backends: ['PostgreSQL', 'Redis'] },
  { fault: clockShifted, backends: ['PostgreSQL', 'Redis'] },
];
