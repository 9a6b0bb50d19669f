// SPDX-License-Identifier: EUPL-1.2
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isOutage } from '../db/outage.ts';
import type { Log } from '../log.ts';
import { BadInput, NotFound, Problem, problemBody } from './problem.ts';

const unreadable = { nl: 'Dit verzoek is niet te lezen.', en: 'This request cannot be read.' };

/** Turns everything thrown into a problem answer; what we did not foresee is logged and told without its inside. */
export function problemHandler(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = hasLeft(request) ? unfinished() : toProblem(error);
    if (problem.status >= 500) log.error({ err: error, requestId: request.id, method: request.method, route: request.routeOptions.url }, 'request failed');
    sendProblem(request, reply, problem);
  };
}

/** Whoever cuts the connection in the middle of a body reads no answer, and it is no fault of ours. */
function hasLeft({ raw }: FastifyRequest): boolean {
  return raw.destroyed && raw.complete === false;
}

function unfinished(): Problem {
  return new Problem(400, 'bad-request', unreadable);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfter !== null) reply.header('retry-after', String(problem.retryAfter));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  const locale = request.viewer?.locale ?? 'nl';
  reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .header('content-language', locale)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify as (payload: unknown) => string)
    .send(problemBody(problem, locale));
}

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem(413, 'too-large', { nl: 'Dit is te groot om te versturen.', en: 'This is too large to send.' });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_ERR_CTP_INVALID_CONTENT_TYPE') return new Problem(415, 'json-only', { nl: 'Stuur JSON (content-type application/json).', en: 'Send JSON (content-type application/json).' });
  if (code === 'FST_ERR_NOT_FOUND') return new NotFound();
  if (isBadText(code)) return new BadInput('', { nl: 'De tekst bevat tekens die niet bewaard kunnen worden.', en: 'The text holds characters that cannot be kept.' });
  if (isUnreachable(error)) {
    const problem = new Problem(503, 'unavailable', { nl: 'Plein is even niet bereikbaar. Wat je schreef staat er nog; probeer het zo opnieuw.', en: 'Plein cannot be reached for a moment. What you wrote is still there; try again shortly.' });
    problem.retryAfter = 5;
    return problem;
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode === 422 ? 400 : statusCode, 'bad-request', unreadable);
  }
  return new Problem(500, 'unexpected', {
    nl: 'Door een fout bij ons is dit niet gelukt. Probeer het later opnieuw, of meld het aan de beheerder.',
    en: 'Through a fault of ours this did not work. Try again later, or tell the administrator.',
  });
}

/** PostgreSQL: character_not_in_repertoire, untranslatable_character, invalid_text_representation of a NUL. */
function isBadText(code: string | undefined): boolean {
  return code === '22021' || code === '22P05';
}

/** PostgreSQL gave up on this one: too slow, or in the way of another; the next try may do better. */
const again = new Set(['57014', '40001', '40P01', '25P03']);

function isUnreachable(error: unknown): boolean {
  return isOutage(error) || again.has((error as Partial<FastifyError>).code ?? '');
}
