// SPDX-License-Identifier: EUPL-1.2
import { WebSocket } from 'ws';

/** What a crowd is told to be: so many sockets of one server. */
export interface Gathering {
  address: string;
  /** Cookies, one for each socket; a socket without one is a guest. */
  cookies: (string | null)[];
  origin: string;
  /** What each listens to; null where the server tells everybody everything. */
  topic: string | null;
}

/** From the parent: gather, or wait until each has heard one thing more. */
export type Order = { gather: Gathering } | { listen: true };
/** To the parent; moments in milliseconds since 1970, of one clock. */
export type Word = { gathered: true } | { listening: true } | { allHeardAt: number } | { failed: string };

// A process of its own, because ten thousand sockets twice over are more files than one process may have open.
const sockets: WebSocket[] = [];
let heard = 0;
let wanted = Infinity;
const say = (word: Word) => process.send?.(word);

process.on('message', (order: Order) => {
  if ('listen' in order) {
    heard = 0;
    wanted = sockets.length;
    say({ listening: true });
  } else {
    gather(order.gather).then(() => say({ gathered: true }), (error: unknown) => say({ failed: String(error) }));
  }
});
process.on('disconnect', () => process.exit(0));

async function gather(gathering: Gathering): Promise<void> {
  const waiting = [...gathering.cookies];
  await Promise.all(Array.from({ length: 32 }, async () => {
    for (let cookie = waiting.shift(); cookie !== undefined; cookie = waiting.shift()) await open(gathering, cookie);
  }));
}

function open({ address, origin, topic }: Gathering, cookie: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { origin, ...(cookie === null ? {} : { cookie }) };
    const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, { headers, perMessageDeflate: false });
    sockets.push(socket);
    let listening = topic === null;
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => reject(new Error(`the socket was refused with ${response.statusCode}`)));
    socket.once('open', () => (topic === null ? resolve() : socket.send(JSON.stringify({ subscribe: topic }))));
    socket.on('message', (content) => {
      if (listening) {
        if (++heard === wanted) say({ allHeardAt: performance.timeOrigin + performance.now() });
        return;
      }
      listening = true;
      if (String(content).includes('"error"')) reject(new Error(String(content)));
      else resolve();
    });
  });
}
