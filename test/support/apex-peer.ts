// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApexMemoryStore, type Doc } from './apex-store.ts';

const require = createRequire(import.meta.url);

/** What we use of activitypub-express and express, which come without types. */
type Middleware = (request: { get(name: string): string | undefined; user?: { username: string } }, response: unknown, next: () => void) => void;
interface Apex extends Middleware {
  net: Record<string, Record<'get' | 'post', Middleware[]>>;
  consts: { jsonldTypes: string[] };
  store: ApexMemoryStore;
  createActor(username: string, name: string, summary: string, icon: null, type: string): Promise<Doc>;
  buildActivity(type: string, actorId: string, to: string, etc: Record<string, unknown>): Promise<Doc>;
  acceptFollow(actor: Doc, follow: Doc): Promise<{ postTask(): Promise<void>; updated: Doc }>;
  addToOutbox(actor: Doc, activity: Doc): Promise<void>;
}
interface ExpressApp extends RequestListener {
  use(...middleware: Middleware[]): void;
  get(path: string, ...middleware: Middleware[][]): void;
  post(path: string, ...middleware: Middleware[][]): void;
  on(event: 'apex-inbox', act: (message: { actor: Doc; activity: Doc; recipient: Doc; object: Doc }) => void): void;
}
const express = require('express') as { (): ExpressApp; json(options: unknown): Middleware };
const activitypubExpress = require('activitypub-express') as (settings: unknown) => Apex;

export interface ApexPerson {
  uri: string;
  name: string;
  /** Posts to its own outbox, as an application of theirs would. @returns the address of the activity */
  say(activity: Record<string, unknown>): Promise<string>;
  /** What came into their inbox, newest first. */
  inbox(): Promise<Doc[]>;
}

/** An independent server of the fediverse (activitypub-express), in this process, on loopback. */
export interface ApexPeer {
  host: string;
  url: string;
  store: ApexMemoryStore;
  person(name: string, type?: 'Person' | 'Group'): Promise<ApexPerson>;
  close(): Promise<void>;
}

const at = (prefix: string) => ({ actor: `/u/:actor`, object: '/o/:id', activity: '/s/:id', inbox: '/u/:actor/inbox', outbox: '/u/:actor/outbox', followers: '/u/:actor/followers', following: '/u/:actor/following', liked: '/u/:actor/liked', collections: `${prefix}/:actor/c/:id`, blocked: '/u/:actor/blocked', rejections: '/u/:actor/rejections', rejected: '/u/:actor/rejected', shares: '/s/:id/shares', likes: '/s/:id/likes' });

/** Short forms of what w3id.org serves: enough to read what is said in their words. */
const contexts = new Map<string, unknown>([
  ['https://w3id.org/security/data-integrity/v1', { '@context': { proof: { '@id': 'https://w3id.org/security#proof', '@type': '@id', '@container': '@graph' }, DataIntegrityProof: 'https://w3id.org/security#DataIntegrityProof', cryptosuite: 'https://w3id.org/security#cryptosuite', proofValue: 'https://w3id.org/security#proofValue', proofPurpose: 'https://w3id.org/security#proofPurpose', verificationMethod: { '@id': 'https://w3id.org/security#verificationMethod', '@type': '@id' }, created: 'http://purl.org/dc/terms/created' } }],
  ['https://w3id.org/security/multikey/v1', { '@context': { Multikey: 'https://w3id.org/security#Multikey', assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id', '@container': '@set' }, controller: { '@id': 'https://w3id.org/security#controller', '@type': '@id' }, publicKeyMultibase: 'https://w3id.org/security#publicKeyMultibase' } }],
]);

export async function startApexPeer(): Promise<ApexPeer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const store = new ApexMemoryStore(contexts);
  const routes = at('/u');
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const apex = activitypubExpress({ name: 'Apex', version: '1.0.0', baseUrl: url, domain: host, actorParam: 'actor', objectParam: 'id', activityParam: 'id', routes, store, logger: quiet, endpoints: {} });
  const app = express();
  app.use(express.json({ type: apex.consts.jsonldTypes, limit: '2mb' }), apex, (incoming, _response, next) => {
    const name = incoming.get('x-speaks-as');
    if (name !== undefined) incoming.user = { username: name };
    next();
  });
  const part = (name: string) => apex.net[name] as Record<'get' | 'post', Middleware[]>;
  for (const box of ['inbox', 'outbox'] as const) {
    app.get(routes[box], part(box).get);
    app.post(routes[box], part(box).post);
  }
  for (const name of ['actor', 'followers', 'following', 'liked', 'object', 'shares', 'likes'] as const) app.get(routes[name], part(name).get);
  app.get(routes.activity, part('activityStream').get);
  app.get('/.well-known/webfinger', part('webfinger').get);
  app.get('/.well-known/nodeinfo', part('nodeInfoLocation').get);
  app.get('/nodeinfo/:version', part('nodeInfo').get);
  // Whoever follows somebody here is accepted at once.
  app.on('apex-inbox', ({ actor, activity, recipient }) => {
    if (activity['type'] !== 'Follow') return;
    void (async () => {
      const accept = await apex.buildActivity('Accept', recipient.id, actor.id, { object: activity.id });
      const { postTask } = await apex.acceptFollow(recipient, activity);
      await apex.addToOutbox(recipient, accept);
      await postTask();
    })();
  });
  server.on('request', app);

  return {
    host, url, store,
    async person(name, type = 'Person') {
      const actor = await apex.createActor(name, name, '', null, type);
      await store.saveObject(actor);
      return {
        uri: actor.id,
        name,
        say: (activity) => post(`${actor.id}/outbox`, name, { '@context': 'https://www.w3.org/ns/activitystreams', actor: actor.id, ...activity }),
        inbox: () => store.getStream(`${actor.id}/inbox`, null),
      };
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

function post(to: string, name: string, activity: unknown): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(to, { method: 'POST', headers: { 'content-type': 'application/activity+json', 'x-speaks-as': name } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { location } = answer.headers;
        if (answer.statusCode === 201 && location !== undefined) resolve(location);
        else reject(new Error(`outbox: ${answer.statusCode} ${Buffer.concat(chunks).toString()}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(activity));
  });
}
