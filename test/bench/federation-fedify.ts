// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import { createFederation, InProcessMessageQueue, MemoryKvStore } from '@fedify/fedify';
import { Create, Note, Person } from '@fedify/fedify/vocab';

/**
 * Fedify's own inbox as it comes, a process of its own: everything in memory, and a listener that reads what was said and counts it.
 * Told a port, it says that it listens; asked, it says how many it handled.
 */
export type FedifyOrder = { listen: number } | { count: true };
export type FedifyWord = { listening: true } | { handled: number };

let handled = 0;
const federation = createFederation<undefined>({ kv: new MemoryKvStore(), queue: new InProcessMessageQueue(), allowPrivateAddress: true });
federation.setActorDispatcher('/users/{identifier}', (context, identifier) => new Person({ id: context.getActorUri(identifier), preferredUsername: identifier, inbox: context.getInboxUri(identifier) }));
federation.setInboxListeners('/users/{identifier}/inbox', '/inbox').on(Create, async (context, create) => {
  if ((await create.getObject(context)) instanceof Note) handled++;
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const asked = new Request(`http://${request.headers.host}${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
    federation.fetch(asked, { contextData: undefined }).then((answer) => response.writeHead(answer.status).end(), () => response.writeHead(500).end());
  });
});

process.on('message', (order: FedifyOrder) => {
  if ('listen' in order) server.listen(order.listen, '127.0.0.1', () => process.send?.({ listening: true } satisfies FedifyWord));
  else process.send?.({ handled } satisfies FedifyWord);
});
