// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

/** A connection on which a test writes what it likes, byte by byte. */
export interface RawConnection {
  socket: Socket;
  write(bytes: string | Buffer): void;
  /** All that came so far, as Latin-1. */
  heard(): string;
  hears(text: string | RegExp, milliseconds?: number): Promise<string>;
  /** Resolves when the other side has closed, with all that came. */
  ended: Promise<string>;
}

export async function openRaw(address: string): Promise<RawConnection> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  // A connection that is cut while we write is what the tests are about.
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(text)));
  await once(socket, 'connect');
  return {
    socket,
    write: (bytes) => void (socket.writable && socket.write(bytes)),
    heard: () => text,
    hears: (expected, milliseconds) => until(() => text, (heard) => (typeof expected === 'string' ? heard.includes(expected) : expected.test(heard)), milliseconds),
    ended,
  };
}

/** The parts of a raw HTTP answer. */
export function readAnswer(text: string): { status: number; headers: string; body: string } {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0), headers: head.toLowerCase(), body: rest.join('\r\n\r\n') };
}
