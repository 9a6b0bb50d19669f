// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** A bare `ws` server: tells everybody who is connected what is posted to it. Asks nobody for rights, keeps nothing. */
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const frame = JSON.stringify({ topic: 'building:overleg', event: 'post.published', data: { postId: '00000000-0000-7000-8000-000000000000', rootId: '00000000-0000-7000-8000-000000000000', replyCount: 0 }, cursor: '00000000-0000-7000-8000-000000000000' });
    for (const client of sockets.clients) client.send(frame);
    response.writeHead(204).end();
  });
});
const sockets = new WebSocketServer({ server });
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));
