// SPDX-License-Identifier: EUPL-1.2
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemBody } from '../../server/platform/http/problem.ts';
import type { Reason } from '../wire/reasons.ts';

const statuses: Partial<Record<Reason, number>> = {
  blocked: 403, 'not-allowed': 403, 'foreign-id': 403, 'actor-not-signer': 403,
  'wrong-content-type': 415, packed: 415, 'too-large': 413, 'too-many': 429, replayed: 409,
  // Who deletes an account tells it everywhere, and is not to try again with us who never heard of them.
  'actor-gone': 410,
  busy: 503,
  'not-an-activity': 400, 'no-actor': 400, 'not-json': 400, 'too-deep': 400, 'address-refused': 400,
};
/** We could not find out who it is: whoever sends it may do so again. */
const LATER: Partial<Record<Reason, number>> = { 'key-unavailable': 60 };
/** Of others: somebody who does not say who they are, or not so that it can be believed. */
const UNPROVEN = 401;

/** Something that is not taken in at the door. Its answer has the member `reason`, for whoever runs the other instance. */
export class InboxRefused extends Problem {
  readonly reason: Reason;
  /** The connection is closed: the body that may still come is not waited for. */
  readonly leave: boolean;

  constructor(reason: Reason, options: { retryAfter?: number; leave?: boolean } = {}) {
    super(LATER[reason] === undefined ? (statuses[reason] ?? UNPROVEN) : 503, `inbox-${reason}`, {
      nl: `Deze activiteit is niet aangenomen (${reason}).`,
      en: `This activity was not taken in (${reason}).`,
    });
    this.reason = reason;
    this.leave = options.leave ?? false;
    this.retryAfter = options.retryAfter ?? LATER[reason] ?? null;
  }
}

/** What Fastify itself refuses before our handler sees it. */
export function asInboxRefusal(error: unknown): unknown {
  const { code } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new InboxRefused('too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_ERR_CTP_INVALID_CONTENT_TYPE' || code === 'FST_ERR_CTP_EMPTY_TYPE') return new InboxRefused('wrong-content-type');
  return error;
}

/** Of the answer that refuses it. */
export function headersOf({ status, leave, retryAfter }: InboxRefused): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-language': 'en',
    'content-type': 'application/problem+json; charset=utf-8',
    ...(retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
    ...(leave ? { connection: 'close' } : {}),
    ...(status === UNPROVEN ? { 'www-authenticate': 'Signature headers="(request-target) host date digest"' } : {}),
  };
}

export function answerRefusal(_request: FastifyRequest, reply: FastifyReply, refused: InboxRefused): void {
  reply
    .code(refused.status)
    .headers(headersOf(refused))
    .serializer(JSON.stringify as (payload: unknown) => string)
    .send({ ...problemBody(refused, 'en'), reason: refused.reason });
}
