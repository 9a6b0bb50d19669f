// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http';
import { openCuttableServer } from './cuttable-server.ts';

export interface Delivered {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  json: Record<string, unknown>;
}

/** What a peer answers to a delivery: a status, with headers; or `silence`: it takes the request and says nothing. */
export type Say = number | { status: number; headers: Record<string, string> } | 'silence';

/** Another instance as far as deliveries can tell: it keeps what it is brought and answers what the test says. */
export interface PeerServer {
  host: string;
  url: string;
  inbox: string;
  delivered: Delivered[];
  /** What came at all, however it was answered. */
  knocks: number;
  /** By path and content; 202 unless said otherwise. */
  answer: (delivery: Delivered) => Say | Promise<Say>;
  /** Not there for a while: connections are refused. */
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startPeerServer(): Promise<PeerServer> {
  const server = await openCuttableServer(async (request, bytes, response) => {
    peer.knocks++;
    const body = bytes.toString('utf8');
    const delivery = { path: request.url ?? '', headers: request.headers, body, json: JSON.parse(body) as Record<string, unknown> };
    const said = await peer.answer(delivery);
    if (said === 'silence') return;
    const { status, headers } = typeof said === 'number' ? { status: said, headers: {} } : said;
    if (status < 300) peer.delivered.push(delivery);
    response.writeHead(status, headers).end();
  });
  const host = `localhost:${server.port}`;
  const peer: PeerServer = {
    host,
    url: `http://${host}`,
    inbox: `http://${host}/inbox`,
    delivered: [],
    knocks: 0,
    answer: () => 202,
    vanish: server.cut,
    comeBack: server.mend,
    close: server.cut,
  };
  return peer;
}
