// SPDX-License-Identifier: EUPL-1.2
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { sendProblem } from './errors.ts';
import { Problem, problemBody } from './problem.ts';

/** What stands for the whole policy on answers that no hook of ours sees: they hold nothing to run or load. */
export const strictest = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' } as const;

/** An address that cannot be read, or is too long: refused by the router, before any hook. The viewer must be set. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers({ ...strictest, 'x-request-id': request.id });
  // An upgrade has taken its socket from the server, which no longer ends it.
  if (request.headers.upgrade !== undefined) reply.raw.once('finish', () => request.raw.socket.destroySoon());
  const tooLong = error.code === 'FST_ERR_MAX_PARAM_LENGTH';
  sendProblem(request, reply, tooLong
    ? new Problem(414, 'address-too-long', { nl: 'Dit adres is te lang.', en: 'This address is too long.' })
    : new Problem(400, 'bad-address', { nl: 'Dit adres is niet te lezen.', en: 'This address cannot be read.' }));
}

/** Something that is no HTTP, or does not get finished: told in a few words, and the connection ends. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const problem = unfinished(error.code);
  const body = JSON.stringify(problemBody(problem, 'nl'));
  const headers = { ...strictest, 'content-type': 'application/problem+json; charset=utf-8', 'content-language': 'nl', 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
  // Not `end`: the other side may leave its half open for ever.
  socket.destroySoon();
}

function unfinished(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem(408, 'too-slow', { nl: 'Dit verzoek kwam niet op tijd af.', en: 'This request was not finished in time.' });
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem(431, 'headers-too-large', { nl: 'De kopregels van dit verzoek zijn te groot.', en: 'The headers of this request are too large.' });
  return new Problem(400, 'bad-request', { nl: 'Dit verzoek is niet te lezen.', en: 'This request cannot be read.' });
}
