// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

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
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;
  const peer: PeerServer = {
    host: '',
    url: '',
    inbox: '',
    delivered: [],
    knocks: 0,
    answer: () => 202,
    async vanish() {
      const closing = server;
      server = null;
      if (closing === null) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async comeBack() {
      const opened = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          void (async () => {
            peer.knocks++;
            const body = Buffer.concat(chunks).toString('utf8');
            const delivery = { path: request.url ?? '', headers: request.headers, body, json: JSON.parse(body) as Record<string, unknown> };
            const said = await peer.answer(delivery);
            if (said === 'silence') return;
            const { status, headers } = typeof said === 'number' ? { status: said, headers: {} } : said;
            if (status < 300) peer.delivered.push(delivery);
            response.writeHead(status, headers).end();
          })();
        });
      });
      opened.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
      });
      await new Promise<void>((resolve, reject) => opened.once('error', reject).listen(port, '127.0.0.1', resolve));
      server = opened;
      ({ port } = opened.address() as AddressInfo);
    },
    close: () => peer.vanish(),
  };
  await peer.comeBack();
  peer.host = `localhost:${port}`;
  peer.url = `http://${peer.host}`;
  peer.inbox = `${peer.url}/inbox`;
  return peer;
}
