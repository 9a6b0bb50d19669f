// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** Of one address: many times what a town hall opens in the second before each browser says what it wants. */
const MOST_SILENT = 256;
/** Of all together. */
const MOST_SILENT_IN_ALL = 4_096;

/**
 * Bounds the connections of one address, and of all, on which nothing was asked yet, or what was asked is not said to its end: beyond the
 * bound the one that is silent longest goes. Who opens thousands and says nothing, or a letter now and then, takes room from themselves only:
 * who asks something as soon as the line is there is no longer counted, also where they share the address of a whole town hall.
 * @param proxied all come from the address of a proxy, with their question; how long bodies may take is for the proxy to bound
 */
export function boundSilent(server: Server, { proxied, ofOne = MOST_SILENT, inAll = MOST_SILENT_IN_ALL }: { proxied: boolean; ofOne?: number; inAll?: number }): void {
  // Maps and sets keep the order in which was added: the first is silent longest.
  const silent = new Map<Socket, string>();
  const byAddress = new Map<string, Set<Socket>>();

  function listen(socket: Socket, address: string): void {
    silent.set(socket, address);
    byAddress.set(address, (byAddress.get(address) ?? new Set()).add(socket));
  }
  function spoke(socket: Socket): void {
    const address = silent.get(socket);
    if (address === undefined) return;
    silent.delete(socket);
    const those = byAddress.get(address);
    if (those?.delete(socket) === true && those.size === 0) byAddress.delete(address);
  }
  function close([longest]: Iterable<Socket>): void {
    if (longest === undefined) return;
    spoke(longest);
    longest.destroy();
  }
  function count(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    listen(socket, address);
    const those = byAddress.get(address) ?? new Set();
    if (those.size > ofOne) close(those);
    else if (silent.size > inAll) close(silent.keys());
  }

  server.on('connection', (socket: Socket) => {
    count(socket);
    socket.once('close', () => spoke(socket));
  });
  server.prependListener('request', (request: IncomingMessage) => {
    const { socket } = request;
    spoke(socket);
    if (proxied || !hasBody(request)) return;
    count(socket);
    request.once('end', () => spoke(socket));
  });
  server.prependListener('upgrade', ({ socket }) => spoke(socket));
}

const hasBody = ({ headers }: IncomingMessage): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
