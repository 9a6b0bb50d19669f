// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Line } from './ledger.ts';
import type { Fault, Scene } from './scene.ts';
import { settle } from './writer.ts';
import { nextText } from './writes.ts';

const CLIENTS = 10;

/** Half requests that stall or vanish, and whole ones whose sender is gone before the answer; some of those ask again. */
export const slowClients: Fault = {
  name: 'slow and half-open clients',
  async inject(scene) {
    const stalled: Socket[] = [];
    scene.afterwards.push(async () => stalled.forEach((socket) => socket.destroy()));
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, number) => {
        const line = nextText(scene.ledger, scene.town, scene.chance.of(scene.town.writers), scene.chance);
        await (number % 2 === 0 ? vanish(scene, line) : dawdle(scene, line, stalled));
      }),
    );
  },
};

function request(scene: Scene, line: Line): { head: string; body: string } {
  const body = line.body === null ? '' : JSON.stringify(line.body);
  const head = [
    `${line.method} /api/v1${line.path} HTTP/1.1`,
    `host: ${new URL(scene.plein.address).host}`,
    `origin: ${scene.plein.address}`,
    `cookie: ${line.writer.cookie}`,
    `idempotency-key: ${line.key}`,
    ...(line.body === null ? [] : ['content-type: application/json']),
    `content-length: ${Buffer.byteLength(body)}`,
  ].join('\r\n');
  return { head: `${head}\r\n\r\n`, body };
}

/** Sends all, and is gone before the answer or while it comes. Every second one asks again, the others never hear. */
async function vanish(scene: Scene, line: Line): Promise<void> {
  const { head, body } = request(scene, line);
  const socket = await open(scene);
  socket.write(head + body);
  await sleep(scene.chance.between(0, 30));
  socket.destroy();
  line.outcome = 'unknown';
  if (scene.chance.happens(50)) await settle(scene.client, scene.ledger, line, scene.chance);
}

/** Sends half of the head or of the body; then stalls, or closes. What was never whole must not have happened. */
async function dawdle(scene: Scene, line: Line, stalled: Socket[]): Promise<void> {
  const { head, body } = request(scene, line);
  const whole = head + body;
  const cut = scene.chance.happens(50) ? scene.chance.between(1, head.length - 3) : scene.chance.between(head.length - 2, whole.length - 1);
  const socket = await open(scene);
  socket.write(whole.slice(0, cut));
  line.outcome = 'never';
  await sleep(scene.chance.between(0, 100));
  if (scene.chance.happens(50)) stalled.push(socket);
  else socket.destroy();
}

async function open({ plein }: Scene): Promise<Socket> {
  const { hostname, port } = new URL(plein.address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return socket;
}
