// SPDX-License-Identifier: EUPL-1.2
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { openCuttableServer } from './cuttable-server.ts';

/** A line to an instance that can be down, and that doubles what it carries and brings the copies later, among what came after. */
export interface UnsteadyLine {
  /** The name under which the instance behind it is known. */
  host: string;
  url: string;
  /** Port of the instance behind it. */
  leadsTo(port: number): void;
  /** How many requests were carried, copies included. */
  carried(): number;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** Of so many in a hundred deliveries a copy goes along later, and each waits a little, some longer than others. */
  disturb(percent: number): void;
  /** Brings the copies that are left. */
  settle(): Promise<void>;
}

interface Carried {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export async function openUnsteadyLine(random: () => number): Promise<UnsteadyLine> {
  const agent = new Agent({ keepAlive: false });
  const copies: Carried[] = [];
  const under = new Set<Promise<unknown>>();
  let [target, percent, count] = [0, 0, 0];

  function carry({ method, path, headers, body }: Carried): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
    count++;
    return new Promise((resolve, reject) => {
      const outgoing = request({ host: '127.0.0.1', port: target, method, path, headers, agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  function bringSome(most: number): void {
    while (most-- > 0 && copies.length > 0) {
      const [copy] = copies.splice(Math.floor(random() * copies.length), 1);
      if (copy === undefined) return;
      const bringing = carry(copy).catch(() => undefined).finally(() => under.delete(bringing));
      under.add(bringing);
    }
  }

  const server = await openCuttableServer(async (incoming, body, response) => {
    const asked = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body };
    if (asked.method === 'POST' && percent > 0) {
      if (random() * 100 < percent) copies.push(asked);
      await new Promise((resolve) => setTimeout(resolve, random() * 20));
      if (copies.length > 5) bringSome(Math.floor(random() * 4));
    }
    const answer = await carry(asked).catch(() => null);
    if (answer === null) response.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  const host = `localhost:${server.port}`;
  return {
    host,
    url: `http://${host}`,
    leadsTo: (next) => (target = next),
    carried: () => count,
    disturb: (next) => (percent = next),
    cut: server.cut,
    mend: server.mend,
    async settle() {
      while (copies.length > 0 || under.size > 0) {
        bringSome(10);
        await Promise.all(under);
      }
    },
  };
}
