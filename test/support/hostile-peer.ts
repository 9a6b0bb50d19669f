// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a peer answers at one of its addresses. */
export interface Said {
  status?: number;
  headers?: Record<string, string>;
  /** JSON where it is no text. */
  body?: unknown;
}

export interface Seen {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Somebody who lives on the peer, with a key. */
export interface HostileActor {
  uri: string;
  keyId: string;
  privateKey: KeyObject;
  publicKeyPem: string;
  inbox: string;
  /** As served; what is changed in it is served from then on. */
  document: Record<string, unknown>;
}

/** How a request is signed: right, unless said otherwise. */
export interface How {
  as: Pick<HostileActor, 'keyId' | 'privateKey'>;
  /** `none`: with the digest and the date, and no signature. */
  scheme?: 'cavage' | 'rfc9421' | 'none';
  method?: 'POST' | 'GET';
  /** What is covered. */
  covered?: readonly string[];
  date?: Date;
  /** Of what the digest is, where that is not the body. */
  digestOf?: string;
  keyId?: string;
  /** For which address it is signed, where that is not the one that it goes to. */
  signedFor?: string;
  expires?: Date;
  /** Put in, or with undefined taken out, after it was signed. */
  changes?: Record<string, string | undefined>;
}

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: Record<string, unknown>;
}

export interface HostilePeer {
  host: string;
  url: string;
  requests: Seen[];
  /** @returns the address */
  serve(path: string, said: Said | ((seen: Seen) => Said)): string;
  /** Where the answer is written by hand: slowly, in pieces, without end. */
  serveRaw(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): string;
  /** Somebody with a document, a key and an inbox that takes everything. */
  actor(name: string, changes?: Record<string, unknown>): HostileActor;
  /** Signs what it is told and sends it. */
  send(to: string, content: unknown, how: How): Promise<Answered>;
  close(): Promise<void>;
}

const ACTIVITY = 'application/activity+json';

/** Another server on the network, that keeps to the standards or does not, as a test tells it; it listens on loopback. */
export async function startHostilePeer(): Promise<HostilePeer> {
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse, seen: Seen) => void>();
  const requests: Seen[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const seen: Seen = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(chunks).toString() };
      requests.push(seen);
      const answer = answers.get(seen.url) ?? answers.get(seen.url.split('?')[0] ?? '');
      if (answer === undefined) response.writeHead(404).end();
      else answer(incoming, response, seen);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;

  const peer: HostilePeer = {
    host, url, requests,
    serve(path, said) {
      answers.set(path, (_request, response, seen) => {
        const { status = 200, headers = {}, body = '' } = typeof said === 'function' ? said(seen) : said;
        response.writeHead(status, { 'content-type': ACTIVITY, ...headers }).end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
      });
      return url + path;
    },
    serveRaw(path, answer) {
      answers.set(path, answer);
      return url + path;
    },
    actor(name, changes = {}) {
      const { publicKey, privateKey } = rsaKeys();
      const uri = `${url}/users/${name}`;
      const document: Record<string, unknown> = {
        '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
        id: uri, type: 'Person', preferredUsername: name, name, inbox: `${uri}/inbox`, outbox: `${uri}/outbox`,
        publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem: publicKey },
        ...changes,
      };
      peer.serve(`/users/${name}`, () => ({ body: document }));
      peer.serve(`/users/${name}/inbox`, { status: 202 });
      return { uri, keyId: `${uri}#main-key`, privateKey, publicKeyPem: publicKey, inbox: `${uri}/inbox`, document };
    },
    send: (to, content, how) => send(to, typeof content === 'string' ? content : JSON.stringify(content), how),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
  return peer;
}

/** As a server makes them that is not ours. */
export function rsaKeys(bits = 2_048): { publicKey: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  return { publicKey, privateKey: createPrivateKey(privateKey) };
}

/** The headers of a signed request, put together apart from the code that is tested. */
export function signed(to: string, body: string, how: How): Record<string, string> {
  const { as, scheme = 'cavage', method = 'POST', date = new Date(), keyId = as.keyId } = how;
  const target = new URL(how.signedFor ?? to);
  const digest = createHash('sha256').update(how.digestOf ?? body).digest('base64');
  const headers: Record<string, string> = { host: target.host, date: date.toUTCString(), ...(method === 'POST' ? { 'content-type': ACTIVITY, digest: `SHA-256=${digest}`, 'content-digest': `sha-256=:${digest}:` } : { accept: ACTIVITY }) };
  const rsa = (text: string): string => sign('sha256', Buffer.from(text), as.privateKey).toString('base64');
  if (scheme === 'cavage') {
    const covered = how.covered ?? ['(request-target)', 'host', 'date', ...(method === 'POST' ? ['digest', 'content-type'] : [])];
    const lines = covered.map((name) => `${name}: ${name === '(request-target)' ? `${method.toLowerCase()} ${target.pathname}${target.search}` : (headers[name] ?? '')}`);
    const expires = how.expires === undefined ? '' : `,expires=${Math.floor(how.expires.getTime() / 1000)}`;
    headers['signature'] = `keyId="${keyId}",algorithm="rsa-sha256",headers="${covered.join(' ')}"${expires},signature="${rsa(lines.join('\n'))}"`;
  } else if (scheme === 'rfc9421') {
    const covered = how.covered ?? ['@method', '@target-uri', '@authority', ...(method === 'POST' ? ['content-digest'] : [])];
    const derived: Record<string, string> = { '@method': method, '@target-uri': target.href, '@authority': target.host, '@path': target.pathname, '@query': target.search };
    const expires = how.expires === undefined ? '' : `;expires=${Math.floor(how.expires.getTime() / 1000)}`;
    const parameters = `(${covered.map((name) => `"${name}"`).join(' ')});created=${Math.floor(date.getTime() / 1000)}${expires};keyid="${keyId}";alg="rsa-v1_5-sha256"`;
    const base = [...covered.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ''}`), `"@signature-params": ${parameters}`].join('\n');
    headers['signature-input'] = `sig1=${parameters}`;
    headers['signature'] = `sig1=:${rsa(base)}:`;
  }
  for (const [name, value] of Object.entries(how.changes ?? {})) {
    if (value === undefined) delete headers[name];
    else headers[name] = value;
  }
  return headers;
}

function send(to: string, body: string, how: How): Promise<Answered> {
  const { method = 'POST' } = how;
  const content = Buffer.from(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(to, { method, headers: { ...signed(to, body, how), ...(method === 'POST' ? { 'content-length': String(content.length) } : {}) } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: jsonIn(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? content : undefined);
  });
}

function jsonIn(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
