// SPDX-License-Identifier: EUPL-1.2
import { openSocket } from './socket.ts';

/** A cursor of this moment, from which `/updates` tells everything that comes after. */
export async function currentCursorAt(address: string): Promise<string> {
  const socket = await openSocket(address, null);
  const { cursor = '' } = await socket.subscribe('square');
  socket.ws.terminate();
  return cursor;
}
