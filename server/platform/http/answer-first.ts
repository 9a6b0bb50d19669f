// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** True when it was answered. Whoever says so has written all of the answer. */
export type AnswerFirst = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Lets somebody answer requests before routes, hooks and headers are looked for: for a no that is said hundreds of times a second, of which
 * each would otherwise cost what a reader's page could have. What they do not answer goes on as if they were not there.
 */
export function answerFirst(server: Server, answers: AnswerFirst): void {
  // Last comes the handler of the routes; those before it only look on.
  const handle = server.listeners('request').at(-1);
  if (handle === undefined) throw new Error('nobody answers requests yet');
  server.off('request', handle as (...parameters: unknown[]) => void);
  server.on('request', (request, response) => {
    if (!answers(request, response)) handle.call(server, request, response);
  });
}
