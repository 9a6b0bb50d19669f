// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPublicKey, createVerify, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { Client } from 'undici';
import { crawl, floodWith, type Ready } from './flooding.ts';

/**
 * The bare other end, a process of its own: it has actors with a key, takes what is signed, and signs and sends itself, with Node's own
 * crypto and nothing kept. What Plein is held against, and what it speaks with.
 */
export type PeerOrder =
  | { listen: { addresses: string[]; port: number } }
  /** Signs and posts so many, each anew. */
  | { press: { to: string; count: number; connections: number } }
  /** Signs so many answers to a post beforehand, of people of all its addresses. */
  | { prepare: { to: string; type: 'Create' | 'View'; inReplyTo: string[]; count: number; hosts?: number; naming?: Named } }
  /** Sends what was prepared, as fast as it goes. */
  | { send: { connections: number } }
  /** Sends what was prepared, so many a second, whatever is answered; what is left after that time is not sent. */
  | { flood: { perSecond: number; milliseconds: number } }
  /** Holds so many connections that never finish what they say, and opens them again when they are closed. */
  | { crawl: { to: string; connections: number; milliseconds: number } }
  | { count: true }
  | { reset: true };
/** Whom an answer names, as Mastodon does with whom it answers. */
export interface Named {
  href: string;
  name: string;
}
export type PeerWord = { listening: string[] } | { pressed: number } | { prepared: number } | { sent: { perSecond: number; statuses: Record<string, number> } } | { crawled: number } | { taken: number; firstAt: number; lastAt: number } | { failed: string };

const asyncSign = promisify(sign);
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' });
let origins: string[] = [];
let taken = 0;
let firstAt = 0;
let lastAt = 0;
const keys = new Map<string, Promise<KeyObject>>();

async function fetchKey(keyId: string): Promise<KeyObject> {
  const answer = await fetch(keyId, { headers: { accept: 'application/activity+json' } });
  const document = (await answer.json()) as { publicKey?: { id: string; publicKeyPem: string } | { id: string; publicKeyPem: string }[]; id?: string };
  const listed = [document.publicKey ?? []].flat().find(({ id }) => id === keyId);
  if (listed === undefined) throw new Error(`${keyId} lists no such key`);
  return createPublicKey(listed.publicKeyPem);
}

function keyOf(keyId: string): Promise<KeyObject> {
  if (origins.some((origin) => keyId.startsWith(origin))) return Promise.resolve(publicKey);
  const known = keys.get(keyId) ?? fetchKey(keyId);
  keys.set(keyId, known);
  return known;
}

/** draft-cavage-12, as far as it must be looked at. */
async function holds(request: IncomingMessage, body: Buffer): Promise<boolean> {
  const said = String(request.headers['signature']);
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(said)?.[1] ?? '';
  if (request.headers['digest'] !== `SHA-256=${createHash('sha256').update(body).digest('base64')}`) return false;
  const lines = part('headers').split(' ').map((name) => `${name}: ${name === '(request-target)' ? `post ${request.url}` : String(request.headers[name] ?? '')}`);
  return createVerify('sha256').update(lines.join('\n')).verify(await keyOf(part('keyId')), Buffer.from(part('signature'), 'base64'));
}

const server = () =>
  createServer((request, response) => {
    if (request.method === 'GET') {
      const uri = `http://${request.headers.host}${request.url}`;
      const name = (request.url ?? '').split('/').at(-1);
      const document = { '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'], id: uri, type: 'Person', preferredUsername: name, name, inbox: `${uri}/inbox`, outbox: `${uri}/outbox`, publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem: pem } };
      const found = (request.url ?? '').startsWith('/users/');
      response.writeHead(found ? 200 : 404, { 'content-type': 'application/activity+json' }).end(found ? JSON.stringify(document) : '');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void holds(request, Buffer.concat(chunks)).then((good) => {
        if (good) {
          taken++;
          lastAt = performance.timeOrigin + performance.now();
          if (firstAt === 0) firstAt = lastAt;
        }
        response.writeHead(good ? 202 : 401).end();
      });
    });
  });

async function signed(to: URL, actor: string, body: string): Promise<Ready> {
  const digest = `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
  const date = new Date().toUTCString();
  const type = 'application/activity+json';
  const text = `(request-target): post ${to.pathname}\nhost: ${to.host}\ndate: ${date}\ndigest: ${digest}\ncontent-type: ${type}`;
  const signature = (await asyncSign('sha256', Buffer.from(text), privateKey)).toString('base64');
  return { path: to.pathname, body, headers: { host: to.host, date, digest, 'content-type': type, signature: `keyId="${actor}#main-key",algorithm="rsa-sha256",headers="(request-target) host date digest content-type",signature="${signature}"` } };
}

let serial = 0;
const AUTHORS = 5;

function answerTo(inReplyTo: string, type = 'Create', hosts = origins.length, naming?: Named): { actor: string; body: string } {
  const number = ++serial;
  const origin = origins[number % hosts] ?? '';
  const actor = `${origin}/users/schrijver-${Math.floor(number / hosts) % AUTHORS}`;
  const id = `${origin}/notes/${process.pid}-${number}`;
  const to = ['https://www.w3.org/ns/activitystreams#Public'];
  const mention = naming === undefined ? '' : `<a href="${naming.href}" class="u-url mention">@<span>${naming.name.slice(1)}</span></a> `;
  const tag = naming === undefined ? {} : { tag: [{ type: 'Mention', ...naming }] };
  const object = { id, type: 'Note', attributedTo: actor, to, inReplyTo, published: new Date().toISOString(), content: `<p>${mention}Antwoord nummer ${number}, met een paar woorden over het onderwerp.</p>`, ...tag };
  return { actor, body: JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', id: `${id}/create`, type, actor, to, object }) };
}

let prepared: { origin: string; ready: Ready[] } = { origin: '', ready: [] };

async function together(count: number, connections: number, origin: string, next: (index: number) => Promise<Ready> | Ready): Promise<{ perSecond: number; statuses: Record<string, number> }> {
  const clients = Array.from({ length: connections }, () => new Client(origin, { pipelining: 1 }));
  const statuses: Record<string, number> = {};
  let index = 0;
  const begin = performance.now();
  await Promise.all(clients.map(async (client) => {
    while (index < count) {
      const mine = index++;
      const { path, headers, body } = await next(mine);
      const status = await client.request({ method: 'POST', path, headers, body }).then(async (answer) => {
        await answer.body.dump();
        return String(answer.statusCode);
      }, () => 'cut off');
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }));
  const rate = Math.min(index, count) / ((performance.now() - begin) / 1_000);
  await Promise.all(clients.map((client) => client.destroy()));
  return { perSecond: rate, statuses };
}

async function obey(order: PeerOrder): Promise<PeerWord> {
  if ('listen' in order) {
    const { addresses, port } = order.listen;
    for (const address of addresses) await new Promise<void>((resolve) => server().listen(port, address, resolve));
    origins = addresses.map((address) => `http://${address}:${port}`);
    return { listening: origins };
  }
  if ('press' in order) {
    const { to, count, connections } = order.press;
    const url = new URL(to);
    const { perSecond, statuses } = await together(count, connections, url.origin, () => {
      const { actor, body } = answerTo('https://elders.example/1');
      return signed(url, actor, body);
    });
    if (statuses['202'] !== count) throw new Error(`the bare loop was answered ${JSON.stringify(statuses)}`);
    return { pressed: perSecond };
  }
  if ('prepare' in order) {
    const { to, type, inReplyTo, count, hosts = origins.length, naming } = order.prepare;
    const url = new URL(to);
    const ready: Ready[] = [];
    for (let start = 0; start < count; start += 100) {
      ready.push(...(await Promise.all(Array.from({ length: Math.min(100, count - start) }, () => {
        const { actor, body } = answerTo(inReplyTo[serial % inReplyTo.length] ?? '', type, hosts, naming);
        return signed(url, actor, body);
      }))));
    }
    prepared = { origin: url.origin, ready };
    return { prepared: ready.length };
  }
  if ('send' in order) {
    const { ready, origin } = prepared;
    return { sent: await together(ready.length, order.send.connections, origin, (index) => ready[index] as Ready) };
  }
  if ('flood' in order) return { sent: await floodWith(prepared.ready, prepared.origin, order.flood) };
  if ('crawl' in order) return { crawled: await crawl({ ...order.crawl, from: origins[0] ?? '' }) };
  if ('reset' in order) taken = firstAt = lastAt = 0;
  return { taken, firstAt, lastAt };
}

process.on('message', (order: PeerOrder) => {
  obey(order).then((word) => process.send?.(word), (error: unknown) => process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies PeerWord));
});
