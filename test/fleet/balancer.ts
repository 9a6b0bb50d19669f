// SPDX-License-Identifier: EUPL-1.2
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { PassThrough, type Duplex } from 'node:stream';

const PROBE_MS = 100;

interface Target {
  port: number;
  ready: boolean;
  agent: Agent;
}

/**
 * What stands before the web processes: sends visitors to those whose /readyz says 200, in turn. It asks another process
 * only when the first refuses the connection; whatever else goes wrong is the visitor's to see, and counted.
 */
export interface Balancer {
  /** Reads requests, keeps connections to the processes, as nginx does. */
  http: string;
  /** Passes on bytes, as a Kubernetes service does: a connection stays with its process. */
  tcp: string;
  add(address: string): void;
  /** How many processes would be given a visitor now. */
  ready(): number;
  faults: string[];
  close(): Promise<void>;
}

export async function openBalancer(): Promise<Balancer> {
  const targets: Target[] = [];
  const faults: string[] = [];
  let turn = 0;

  async function probe(target: Target): Promise<void> {
    target.ready = await fetch(`http://127.0.0.1:${target.port}/readyz`, { signal: AbortSignal.timeout(3_000) }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status === 200),
      () => false,
    );
  }

  function choose(tried: readonly Target[]): Target | null {
    const able = targets.filter((target) => target.ready && !tried.includes(target));
    return able[turn++ % Math.max(1, able.length)] ?? null;
  }

  /** Opens a connection to one process after the other until one takes it. */
  function reach(tried: Target[], onConnect: (far: Socket) => void, onNone: () => void): void {
    const target = choose(tried);
    if (target === null) return onNone();
    const far = connect(target.port, '127.0.0.1');
    far.once('connect', () => {
      far.removeAllListeners('error');
      onConnect(far);
    });
    far.once('error', () => reach([...tried, target], onConnect, onNone));
  }

  const web = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => pass(incoming, Buffer.concat(chunks), answer, []));
  });
  web.keepAliveTimeout = 60_000;

  function pass(incoming: IncomingMessage, body: Buffer, answer: ServerResponse, tried: Target[]): void {
    const target = choose(tried);
    if (target === null) return refuse(answer, `nobody for ${incoming.method} ${incoming.url}`);
    const { connection: _, ...headers } = incoming.headers;
    const onward = request({ port: target.port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers, agent: target.agent });
    onward.on('response', (far) => {
      const { connection: __, 'keep-alive': ___, ...passed } = far.headers;
      answer.writeHead(far.statusCode ?? 502, passed);
      far.on('error', () => answer.destroy());
      far.pipe(answer);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') pass(incoming, body, answer, [...tried, target]);
      else refuse(answer, `${error.code} for ${incoming.method} ${incoming.url}`);
    });
    onward.end(body);
  }

  function refuse(answer: ServerResponse, fault: string): void {
    faults.push(fault);
    if (!answer.headersSent) answer.writeHead(502).end();
    else answer.destroy();
  }

  web.on('upgrade', (incoming: IncomingMessage, near: Duplex, head: Buffer) => {
    reach(
      [],
      (far) => {
        const lines = Array.from({ length: incoming.rawHeaders.length / 2 }, (_, index) => `${incoming.rawHeaders[index * 2]}: ${incoming.rawHeaders[index * 2 + 1]}`);
        far.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
        far.write(head);
        join(near, far);
      },
      () => near.destroy(),
    );
  });

  const lines = createTcpServer((near) => {
    // What the visitor sends meanwhile waits.
    const kept = new PassThrough();
    near.pipe(kept);
    near.on('error', () => undefined);
    reach(
      [],
      (far) => {
        kept.pipe(far);
        far.pipe(near);
        end(near, far);
      },
      () => {
        faults.push('nobody for a connection');
        near.destroy();
      },
    );
  });

  const timer = setInterval(() => targets.forEach((target) => void probe(target)), PROBE_MS);
  const [http, tcp] = await Promise.all([open(web), open(lines)]);
  const near = new Set<Socket>();
  for (const server of [web, lines]) server.on('connection', (socket: Socket) => near.add(socket.on('close', () => near.delete(socket))));
  return {
    http,
    tcp,
    add: (address) => targets.push({ port: Number(new URL(address).port), ready: false, agent: new Agent({ keepAlive: true }) }),
    ready: () => targets.filter((target) => target.ready).length,
    faults,
    async close() {
      clearInterval(timer);
      for (const target of targets) target.agent.destroy();
      const closed = [web, lines].map((server) => new Promise((resolve) => server.close(resolve)));
      for (const socket of near) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function join(near: Duplex, far: Duplex): void {
  near.pipe(far);
  far.pipe(near);
  end(near, far);
}

/** An end that breaks breaks the other, so that nobody waits for an answer that cannot come. */
function end(near: Duplex, far: Duplex): void {
  for (const [one, other] of [[near, far], [far, near]] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.end());
  }
}

async function open(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
