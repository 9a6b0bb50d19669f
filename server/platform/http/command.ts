// SPDX-License-Identifier: EUPL-1.2
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { type Database, finishing, type Trx, withSystem } from '../db/database.ts';
import { isMember, type Member } from '../db/viewer.ts';
import { isUuid } from '../ids.ts';
import { BadInput, Conflict, NotFound } from './problem.ts';
import { type AnswerSeal, sealFor } from './sealed-answers.ts';

/** How a command sends its last statements: with the commit behind them where nothing else follows. See {@link finishing}. */
export type Finish = <T>(send: () => Promise<T>) => Promise<T>;

interface Answer<T> {
  body: T;
  /** Of what was made. */
  location?: string;
}

/**
 * Carries out one command in one transaction as the viewer and answers with `status`.
 *
 * With an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) the answer is kept in that same transaction,
 * sealed with the key: a retry after a lost answer, even after a crash, gets the first answer and changes nothing.
 * Who may read less than at the first answer gets none any more, and neither does anybody once its subject is gone.
 */
export async function command<T>(database: Database, request: FastifyRequest, reply: FastifyReply, status: number, work: (trx: Trx, finish: Finish) => Promise<Answer<T>>): Promise<T> {
  const { viewer } = request;
  const key = idempotencyKey(request);
  const carryOut = () => database.asViewer(viewer, async (trx) => {
    if (key === null || !isMember(viewer)) return { ...(await work(trx, (send) => finishing(trx, send))), status };
    const seal = sealFor(viewer.actorId, key);
    const earlier = await claim(trx, viewer, seal, seal.hashOf(JSON.stringify([request.method, request.url, request.body ?? null])));
    if (earlier !== null) return earlier as Answer<T> & { status: number };
    // The answer is kept in the same transaction, so the commit is still to come.
    const made = await work(trx, (send) => send());
    await keep(trx, viewer, seal, status, { body: made.body ?? null, ...(made.location === undefined ? {} : { location: made.location }) });
    return { ...made, status };
  });
  const answer = await carryOut().catch((error: unknown) => {
    if (!isForeignKeyViolation(error)) throw error;
    // What it names was taken away between looking and writing: the next look says what.
    return carryOut();
  });
  if (answer.location !== undefined) reply.header('location', answer.location);
  reply.code(answer.status);
  return answer.body;
}

/** PostgreSQL: foreign_key_violation. */
function isForeignKeyViolation(error: unknown): boolean {
  return (error as { code?: unknown }).code === '23503';
}

/**
 * Forgets every answer that tells of what is deleted now, whoever got it. The keys stay: a retry finds nothing, and does
 * not make it a second time.
 */
export async function forgetAnswers(trx: Trx, subjectId: string): Promise<void> {
  // As the system: the answer may be somebody else's, as when a moderator deletes.
  await withSystem(trx, () => trx.updateTable('idempotency_key').set({ answer: null }).where('subject_id', '=', subjectId).execute());
}

/** Waits for a request with the same key that is under way; null when this one is the first. */
async function claim(trx: Trx, viewer: Member, seal: AnswerSeal, requestHash: Buffer): Promise<(Answer<unknown> & { status: number }) | null> {
  const inserted = await trx
    .insertInto('idempotency_key')
    .values({ owner_id: viewer.actorId, key_hash: seal.keyHash, request_hash: requestHash })
    .onConflict((conflict) => conflict.doNothing())
    .returning('owner_id')
    .executeTakeFirst();
  if (inserted !== undefined) return null;
  const row = await trx
    .selectFrom('idempotency_key')
    .select(['request_hash', 'status', 'answer', sql<boolean>`audiences <@ (select theirs.audiences from viewer_of_account(${viewer.accountId}) theirs)`.as('may_read')])
    .where('owner_id', '=', viewer.actorId)
    .where('key_hash', '=', seal.keyHash)
    .executeTakeFirstOrThrow();
  if (!row.request_hash.equals(requestHash) || row.status === null) {
    throw new Conflict('idempotency-key-reused', { nl: 'Deze Idempotency-Key is al voor iets anders gebruikt.', en: 'This Idempotency-Key was already used for something else.' });
  }
  if (!row.may_read || row.answer === null) throw new NotFound();
  // Only `keep` seals answers.
  return { status: row.status, ...(seal.open(row.answer) as Answer<unknown>) };
}

async function keep(trx: Trx, viewer: Member, seal: AnswerSeal, status: number, answer: Answer<unknown>): Promise<void> {
  await trx
    .updateTable('idempotency_key')
    .set({
      status,
      answer: seal.seal(answer),
      subject_id: subjectOf(answer.body),
      // Also what the command itself gave them to read: who joins and is put out again may not hear of the place any more.
      audiences: sql<number[]>`array(select unnest(${[...viewer.audiences]}::bigint[]) union select unnest(audiences) from viewer_of_account(${viewer.accountId}))`,
    })
    .where('owner_id', '=', viewer.actorId)
    .where('key_hash', '=', seal.keyHash)
    .execute();
}

function subjectOf(body: unknown): string | null {
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null;
  return typeof id === 'string' && isUuid(id) ? id : null;
}

function idempotencyKey(request: FastifyRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new BadInput('Idempotency-Key', { nl: 'Gebruik 1 tot 255 zichtbare tekens, zonder spaties.', en: 'Use 1 to 255 visible characters, without spaces.' });
  }
  return header;
}
