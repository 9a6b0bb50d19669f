// SPDX-License-Identifier: EUPL-1.2
import type { Socket } from 'node:net';

/** What is longer is not worth copying. */
const MOST_COPIED_BYTES = 64 * 1024;

/**
 * Lets a socket send what was gathered while it was corked as one piece. A query is five small messages, and a frame of a
 * WebSocket is a head and a body; handing the kernel a list of them costs several times what copying these few hundred bytes does.
 */
export function sendInOnePiece(socket: Socket): Socket {
  const inParts = socket._writev?.bind(socket);
  socket._writev = (pieces, done) => {
    const parts = pieces.map(({ chunk, encoding }) => (Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk), encoding)));
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (inParts !== undefined && length > MOST_COPIED_BYTES) inParts(pieces, done);
    // 'buffer' is what the stream itself says for bytes, though its types leave it out.
    else socket._write(Buffer.concat(parts, length), 'buffer' as BufferEncoding, done);
  };
  return socket;
}
