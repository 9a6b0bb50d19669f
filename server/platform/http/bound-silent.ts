// SPDX-License-Identifier: EUPL-1.2
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Of one address: many times what a town hall opens in the second before each browser says what it wants. */
const MOST_SILENT = 256;

/**
 * Bounds the connections of one address on which nothing was asked yet: beyond the bound the one that is silent longest goes. Who opens
 * thousands and says nothing, or a letter now and then, takes room from themselves only: who asks something as soon as the line is there
 * is no longer counted, also where they share the address of a whole town hall. Behind a proxy connections come with their question.
 */
export function boundSilent(server: Server): void {
  // Sets keep the order in which was added: the first is silent longest.
  const silent = new Map<string, Set<Socket>>();
  function spoke(socket: Socket, address: string): void {
    const those = silent.get(address);
    if (those?.delete(socket) === true && those.size === 0) silent.delete(address);
  }
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const those = silent.get(address) ?? new Set();
    silent.set(address, those.add(socket));
    socket.once('close', () => spoke(socket, address));
    if (those.size <= MOST_SILENT) return;
    const [longest] = those;
    if (longest === undefined) return;
    spoke(longest, address);
    longest.destroy();
  });
  server.prependListener('request', ({ socket }) => spoke(socket, socket.remoteAddress ?? ''));
  server.prependListener('upgrade', ({ socket }) => spoke(socket, socket.remoteAddress ?? ''));
}
