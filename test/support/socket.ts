// SPDX-License-Identifier: EUPL-1.2
import { WebSocket } from 'ws';
import type { TestClient } from './app.ts';
import { until } from './until.ts';

export interface Frame {
  topic?: string;
  event?: string;
  data?: Record<string, unknown>;
  cursor?: string;
  error?: string;
}

/** A listening client, with everything it was told. */
export interface TestSocket {
  ws: WebSocket;
  frames: Frame[];
  /** Asks for a topic and waits for the answer. */
  subscribe(topic: string): Promise<Frame>;
  /** What was told of a topic, without the answers to `subscribe`. */
  heard(topic: string): Frame[];
  /** Waits until something was told that fits. */
  hears(fits: (frame: Frame) => boolean, milliseconds?: number): Promise<Frame>;
  closed: Promise<number>;
}

export interface SocketOptions {
  headers?: Record<string, string>;
  origin?: string | null;
}

/** Opens a socket as somebody, as a browser on our own pages does. @throws with the status when the upgrade is refused. */
export async function openSocket(address: string, client: Pick<TestClient, 'cookie'> | null, { headers = {}, origin = 'http://plein.test' }: SocketOptions = {}): Promise<TestSocket> {
  const ws = new WebSocket(`${address.replace(/^http/, 'ws')}/api/v1/live`, {
    headers: { ...(client?.cookie == null ? {} : { cookie: client.cookie }), ...(origin === null ? {} : { origin }), ...headers },
  });
  const frames: Frame[] = [];
  ws.on('message', (content) => frames.push(JSON.parse(String(content)) as Frame));
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  ws.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('unexpected-response', (_request, response) => {
      reject(new Error(`refused with ${response.statusCode}`));
      ws.terminate();
    });
    ws.once('error', reject);
  });
  const socket: TestSocket = {
    ws,
    frames,
    closed,
    async subscribe(topic) {
      const start = frames.length;
      ws.send(JSON.stringify({ subscribe: topic }));
      const isAnswer = (frame: Frame) => frame.topic === topic && (frame.event === 'subscribed' || frame.error !== undefined);
      return until(() => frames.slice(start).find(isAnswer), (frame) => frame !== undefined) as Promise<Frame>;
    },
    heard: (topic) => frames.filter((frame) => frame.topic === topic && frame.event !== 'subscribed'),
    hears: (fits, milliseconds) => until(() => frames.find(fits), (frame) => frame !== undefined, milliseconds) as Promise<Frame>,
  };
  return socket;
}
