// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import type { QueueName } from '../jobs/jobs.ts';
import type { DomainEvent } from './publish.ts';

export interface StoredEvent {
  id: string;
  createdAt: Date;
}

/** Somebody who acts on events. Its effect and the note that it was done are one transaction, so it happens once. */
export interface Subscriber {
  /** Unique and kebab-case; part of the job id. */
  name: string;
  queue: QueueName;
  types: readonly string[];
  /** Runs as the system: what it tells people it must check against what they may read now. */
  handle?(trx: Trx, event: DomainEvent & Record<string, unknown>, stored: StoredEvent, deps: Deps): Promise<void>;
  /** For effects outside the database (sending a mail): runs before its note is written, outside any transaction, so it must bear running twice. */
  deliver?(event: DomainEvent & Record<string, unknown>, stored: StoredEvent, deps: Deps): Promise<void>;
}

/** Binds a handler to the type of its event. The relay hands over what `publish` of that type wrote. */
export function subscriber<E extends DomainEvent>(definition: {
  name: string;
  queue: QueueName;
  types: readonly E['type'][];
  handle?(trx: Trx, event: E, stored: StoredEvent, deps: Deps): Promise<void>;
  deliver?(event: E, stored: StoredEvent, deps: Deps): Promise<void>;
}): Subscriber {
  return definition as unknown as Subscriber;
}
