// SPDX-License-Identifier: EUPL-1.2
import { connect, type Socket } from 'node:net';
import { Pool } from 'undici';

/** A signed request, made beforehand. */
export interface Ready {
  path: string;
  headers: Record<string, string>;
  body: string;
}

export interface Flooded {
  /** What was put to it, answered or not. */
  perSecond: number;
  statuses: Record<string, number>;
}

const STEP_MS = 10;
/** Who has so many connections that none waits for the answer of another. */
const CONNECTIONS = 1_500;
/** How long an answer is waited for after the last was sent. */
const REST_MS = 3_000;

/** An open loop: so many a second, whatever is answered and when. */
export async function floodWith(ready: readonly Ready[], origin: string, { perSecond, milliseconds }: { perSecond: number; milliseconds: number }): Promise<Flooded> {
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const statuses: Record<string, number> = {};
  const note = (status: string): void => void (statuses[status] = (statuses[status] ?? 0) + 1);
  const begin = performance.now();
  const under: Promise<void>[] = [];
  for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - begin) {
    const due = Math.min(ready.length, Math.floor((elapsed / 1_000) * perSecond));
    for (const { path, headers, body } of ready.slice(under.length, due)) {
      under.push(pool.request({ method: 'POST', path, headers, body }).then(async (answer) => {
        await answer.body.dump();
        note(String(answer.statusCode));
      }).catch(() => note('cut off')));
    }
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
  const rate = under.length / ((performance.now() - begin) / 1_000);
  await Promise.race([Promise.all(under), new Promise((resolve) => setTimeout(resolve, REST_MS))]);
  await pool.destroy();
  await Promise.all(under);
  return { perSecond: rate, statuses };
}

/** Half of them never end their headers, half send their body a byte at a time; those that are closed come back. @returns how many connections were opened in all */
export async function crawl({ to, from, connections, milliseconds }: { to: string; from: string; connections: number; milliseconds: number }): Promise<number> {
  const { hostname, port, host, pathname } = new URL(to);
  const end = performance.now() + milliseconds;
  const open = new Set<Socket>();
  let opened = 0;
  const begin = (index: number): void => {
    if (performance.now() > end) return;
    opened++;
    const socket = connect({ port: Number(port), host: hostname, localAddress: new URL(from).hostname });
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      setTimeout(() => begin(index), 5_000);
    });
    const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/activity+json\r\n`;
    socket.write(index % 2 === 0 ? head : `${head}Signature: keyId="${from}/users/langzaam#main-key",headers="date",signature="x"\r\nContent-Length: 100000\r\n\r\n`);
    const drip = setInterval(() => socket.write(index % 2 === 0 ? 'X-Y: z\r\n' : 'x'), 2_000);
    socket.on('close', () => clearInterval(drip));
  };
  for (let index = 0; index < connections; index++) begin(index);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (const socket of open) socket.destroy();
  return opened;
}
