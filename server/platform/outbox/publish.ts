// SPDX-License-Identifier: EUPL-1.2
import { markPublished, type Trx } from '../db/database.ts';
import { newId } from '../ids.ts';

/** Something that happened, told to the rest of the house. Fields are ids and plain words, never content. */
export interface DomainEvent {
  type: string;
}

/** Writes an event to the outbox, in the transaction of the change it tells of. @returns its id. */
export async function publish<E extends DomainEvent>(trx: Trx, event: E): Promise<string> {
  const { type, ...payload } = event;
  const id = newId();
  await trx
    .insertInto('event')
    .values({ id, type, payload: JSON.stringify(payload) })
    .execute();
  markPublished(trx);
  return id;
}
