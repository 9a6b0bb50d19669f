// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database, Trx } from '../db/database.ts';
import { isMember } from '../db/viewer.ts';
import { BadInput, Conflict } from './problem.ts';

interface Answer<T> {
  body: T;
  /** Of what was made. */
  location?: string;
}

/**
 * Carries out one command in one transaction as the viewer and answers with `status`.
 *
 * With an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) the key and the answer are kept in that same
 * transaction: a retry after a lost answer, even after a crash, gets the first answer and changes nothing.
 */
export async function command<T>(database: Database, request: FastifyRequest, reply: FastifyReply, status: number, work: (trx: Trx) => Promise<Answer<T>>): Promise<T> {
  const { viewer } = request;
  const key = idempotencyKey(request);
  const answer = await database.asViewer(viewer, async (trx) => {
    if (key === null || !isMember(viewer)) return { ...(await work(trx)), status };
    const earlier = await claim(trx, viewer.actorId, key, requestHash(request));
    if (earlier !== null) return earlier as Answer<T> & { status: number };
    const made = await work(trx);
    await trx
      .updateTable('idempotency_key')
      .set({ status, body: JSON.stringify(made.body ?? null), location: made.location ?? null })
      .where('owner_id', '=', viewer.actorId)
      .where('key', '=', key)
      .execute();
    return { ...made, status };
  });
  if (answer.location !== undefined) reply.header('location', answer.location);
  reply.code(answer.status);
  return answer.body;
}

/** Waits for a request with the same key that is under way; null when this one is the first. */
async function claim(trx: Trx, ownerId: string, key: string, hash: Buffer): Promise<(Answer<unknown> & { status: number }) | null> {
  const inserted = await trx
    .insertInto('idempotency_key')
    .values({ owner_id: ownerId, key, request_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return null;
  const row = await trx.selectFrom('idempotency_key').selectAll().where('owner_id', '=', ownerId).where('key', '=', key).executeTakeFirstOrThrow();
  if (!row.request_hash.equals(hash) || row.status === null) {
    throw new Conflict('idempotency-key-reused', { nl: 'Deze Idempotency-Key is al voor iets anders gebruikt.', en: 'This Idempotency-Key was already used for something else.' });
  }
  return { status: row.status, body: row.body, ...(row.location === null ? {} : { location: row.location }) };
}

function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new BadInput('Idempotency-Key', { nl: 'Gebruik 1 tot 255 zichtbare tekens, zonder spaties.', en: 'Use 1 to 255 visible characters, without spaces.' });
  }
  return header;
}

function requestHash(request: FastifyRequest): Buffer {
  return createHash('sha256').update(JSON.stringify([request.method, request.url, request.body ?? null])).digest();
}
