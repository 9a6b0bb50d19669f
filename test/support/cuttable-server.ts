// SPDX-License-Identifier: EUPL-1.2
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server on a port of this machine that can be gone for a while, and comes back at the same port. */
export interface CuttableServer {
  port: number;
  /** Connections are refused, and those that were open are cut. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** @param answer is given every request with its body */
export async function openCuttableServer(answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => Promise<void>): Promise<CuttableServer> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  const cuttable: CuttableServer = {
    port: 0,
    async cut() {
      const closing = server;
      server = null;
      if (closing === null) return;
      const closed = new Promise((resolve) => closing.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async mend() {
      const opened = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => void answer(request, Buffer.concat(chunks), response));
      });
      opened.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => sockets.delete(socket));
      });
      await new Promise<void>((resolve, reject) => opened.once('error', reject).listen(cuttable.port, '127.0.0.1', resolve));
      server = opened;
      cuttable.port = (opened.address() as AddressInfo).port;
    },
  };
  await cuttable.mend();
  return cuttable;
}
