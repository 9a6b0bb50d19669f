// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { BadInput, Problem } from '../platform/http/problem.ts';
import { ProblemSchema } from '../platform/http/schemas.ts';
import { updatesSince } from '../platform/live/catch-up.ts';
import { createLiveHub } from '../platform/live/hub.ts';
import { UpdatesAnswer, UpdatesQuery } from './schemas.ts';
import { resolveTopic } from './topics.ts';
import { countSockets } from './sockets.ts';

const MOST_TOPICS = 100;
const LONGEST_TOPIC = 200;

export function registerLive(app: App, deps: Deps): void {
  const hub = createLiveHub(deps, resolveTopic);
  countSockets(hub);
  app.addHook('onReady', () => hub.start());
  app.addHook('preClose', () => hub.stop());

  app.route({
    method: 'GET',
    url: '/api/v1/live',
    config: { access: 'public' },
    schema: {
      tags: ['live'],
      operationId: 'listenLive',
      summary: 'A WebSocket: send {"subscribe": topic} or {"unsubscribe": topic}, receive {topic, event, data, cursor}',
      description: 'Topics: me, square, building:{slug}, group:{slug}/{groupSlug}, post:{id}. A refused subscription answers {topic, error: "not-found"}. Updates hold ids and counts only. Close code 4401: signed out; 1013: come back and catch up with GET /updates.',
      response: { 426: ProblemSchema },
    },
    handler: async (_request, reply) => {
      reply.header('upgrade', 'websocket');
      throw new Problem(426, 'upgrade-required', { nl: 'Dit adres spreekt WebSocket.', en: 'This address speaks WebSocket.' });
    },
    // Who comes from another website was refused before this, as for every upgrade (refuseForeignOrigin).
    wsHandler: (socket, request) => hub.accept(socket, { viewer: request.viewer, credential: request.credential, address: request.ip }),
  });

  app.get(
    '/api/v1/updates',
    {
      config: { access: 'public' },
      schema: { tags: ['live'], operationId: 'listUpdates', summary: 'What sockets were told since a cursor, for who was away', querystring: UpdatesQuery, response: { 200: UpdatesAnswer } },
    },
    async (request) => {
      const topics = [...new Set(request.query.topics.split(',').map((topic) => topic.trim()))].filter((topic) => topic !== '');
      if (topics.length === 0 || topics.length > MOST_TOPICS || topics.some((topic) => topic.length > LONGEST_TOPIC)) {
        throw new BadInput('topics', { nl: `Geef 1 tot ${MOST_TOPICS} onderwerpen, met komma's ertussen.`, en: `Give 1 to ${MOST_TOPICS} topics, separated by commas.` });
      }
      return deps.database.readAs(request.viewer, (trx) => updatesSince(trx, request.viewer, request.query.after.toLowerCase(), topics, deps.clock.now()));
    },
  );
}
