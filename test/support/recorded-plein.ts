// SPDX-License-Identifier: EUPL-1.2
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { startPlein } from './app.ts';
import type { OpenPlein } from './federation.ts';

/** One request to an instance and its answer, byte for byte. */
export interface Recording {
  /** Of the instance that was called. */
  called: string;
  /** To the instance. */
  asked: Buffer[];
  /** From the instance. */
  answered: Buffer[];
}

/** An instance of which everything that goes in and out by its port is kept, and behind whose port things can get lost. */
export interface RecordedPlein extends OpenPlein {
  recordings: readonly Recording[];
  /** From now on nobody reaches it, until `plugIn`. */
  unplug(): void;
  plugIn(): void;
  /** What fits is answered for with 202, and never arrives. @returns how often that happened */
  lose(fits: (request: string) => boolean): { times(): number; stop(): void };
}

interface Line {
  recordings: Recording[];
  isUp: boolean;
  loses: ((request: string) => boolean) | null;
  lost: number;
}

/** Listens at the address that the instance calls its own, and hands on to where it listens. */
export async function startRecordedPlein(env: Record<string, string> = {}): Promise<RecordedPlein> {
  const line: Line = { recordings: [], isUp: true, loses: null, lost: 0 };
  let inside = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (line.isUp) handOn(line, host, socket, inside);
    else socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const plein = await startPlein({ workers: true, env: { PUBLIC_URL: url, FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed', ...env } });
  await plein.app.listen({ port: 0, host: '127.0.0.1' });
  inside = (plein.app.server.address() as AddressInfo).port;
  return {
    ...plein, host, url,
    recordings: line.recordings,
    unplug() {
      line.isUp = false;
      for (const socket of sockets) socket.destroy();
    },
    plugIn: () => void (line.isUp = true),
    lose(fits) {
      line.loses = fits;
      line.lost = 0;
      return { times: () => line.lost, stop: () => void (line.loses = null) };
    },
    async close() {
      await plein.close();
      for (const socket of sockets) socket.destroy();
      await closed(server);
    },
  };
}

const closed = (server: Server): Promise<unknown> => new Promise((resolve) => server.close(resolve));

/** Each request is read whole before it goes on, so that it can get lost; connections are used again, by whichever instance of this process. */
function handOn(line: Line, called: string, socket: Socket, port: number): void {
  let recording: Recording | null = null;
  let waiting: Buffer[] = [];
  let inner: Socket | null = null;
  let isSocket = false;
  const begin = (): Recording => {
    const made: Recording = { called, asked: [], answered: [] };
    line.recordings.push(made);
    return made;
  };
  const open = (): Socket => {
    const made = connect(port, '127.0.0.1');
    made.on('error', () => socket.destroy());
    made.on('close', () => socket.end());
    made.on('data', (chunk) => {
      recording?.answered.push(chunk);
      socket.write(chunk);
    });
    return made;
  };
  socket.on('close', () => inner?.destroy());
  socket.on('data', (chunk) => {
    if (isSocket) {
      recording?.asked.push(chunk);
      inner?.write(chunk);
      return;
    }
    // What follows an answer is the next request.
    if (recording === null || recording.answered.length > 0) recording = begin();
    recording.asked.push(chunk);
    waiting.push(chunk);
    const request = Buffer.concat(waiting);
    if (!isWhole(request)) return;
    waiting = [];
    isSocket = request.includes('\r\nUpgrade: websocket\r\n');
    if (line.loses?.(request.toString('utf8')) === true) {
      line.lost++;
      socket.end('HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
      return;
    }
    inner ??= open();
    inner.write(request);
  });
}

/** RFC 9112: the head has ended, and of the body as much is there as it says. */
function isWhole(request: Buffer): boolean {
  const end = request.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(request.subarray(0, end).toString('latin1'))?.[1];
  return request.length >= end + 4 + Number(length ?? 0);
}

/** Everything that reached an instance: what was said to it, and what it was answered where it asked itself. */
export function receivedBy(instance: RecordedPlein, all: readonly RecordedPlein[]): string {
  const said = instance.recordings.flatMap((each) => each.asked);
  const answers = all.filter((each) => each !== instance).flatMap((each) => each.recordings).filter((each) => Buffer.concat(each.asked).toString('latin1').includes(`(+${instance.url}/)`)).flatMap((each) => each.answered);
  return Buffer.concat([...said, ...answers]).toString('utf8');
}
