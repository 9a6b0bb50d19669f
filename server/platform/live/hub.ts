// SPDX-License-Identifier: EUPL-1.2
import type { WebSocket } from 'ws';
import type { Viewer } from '../db/viewer.ts';
import type { Deps } from '../deps.ts';
import { keepListening } from '../outbox/relay.ts';
import { currentCursor } from './catch-up.ts';
import { closing, type Connection, MOST_SUBSCRIPTIONS, openConnection, type Request } from './connection.ts';
import { LIVE_CHANNEL, type LiveNotice, type Recheck } from './push-live.ts';
import { createRegister } from './register.ts';
import { createRights } from './rights.ts';
import type { TopicResolver } from './topic-resolver.ts';

const HEARTBEAT_MS = 30_000;
const SOCKETS_PER_ACCOUNT = 40;
/** Of guests, who have nothing else to be counted by. A town hall shares one address, but its people sign in. */
const SOCKETS_PER_ADDRESS = 100;
const BATCH = 500;
/** How long a socket may take to say goodbye when the process ends. */
const PATIENCE_MS = 1_000;


export interface LiveHub {
  /** Takes over a socket whose upgrade was allowed. */
  accept(socket: WebSocket, who: { viewer: Viewer; credential: Buffer | null; address: string }): void;
  /** Resolves when notices of the database arrive here. */
  start(): Promise<void>;
  stop(): Promise<void>;
  size(): number;
}

type Update = Exclude<LiveNotice, { recheck: Recheck }>;

/**
 * The sockets of one web process: tells them what is pushed anywhere (see pushLive), to whom may hear it at that moment.
 * Nothing here is needed for correctness of what is shown: a socket that is lost catches up with a cursor.
 */
export function createLiveHub(deps: Deps, resolve: TopicResolver): LiveHub {
  const { log } = deps;
  const register = createRegister();
  const rights = createRights(deps, resolve);
  const waiting: LiveNotice[] = [];
  let working: Promise<void> | null = null;
  let listener: ReturnType<typeof keepListening> | null = null;
  let heartbeat: NodeJS.Timeout | null = null;
  let stopped = false;

  async function handle(connection: Connection, request: Request): Promise<void> {
    if ('unsubscribe' in request) {
      register.unsubscribe(connection, request.unsubscribe);
      return;
    }
    const topic = request.subscribe;
    if (connection.subscriptions.size >= MOST_SUBSCRIPTIONS && !connection.subscriptions.has(topic)) {
      connection.send(JSON.stringify({ topic, error: 'too-many' }));
      return;
    }
    const viewer = await rights.current(connection);
    if (viewer === null) {
      connection.close(closing.signedOut, 'signed out');
      return;
    }
    const subscription = await deps.database.readAs(viewer, (trx) => rights.subscription(trx, viewer, topic));
    if (subscription === null) {
      connection.send(JSON.stringify({ topic, error: 'not-found' }));
      return;
    }
    // First listen, then say from where: what is pushed in between arrives.
    register.subscribe(connection, topic, subscription);
    const cursor = await deps.database.readAs(viewer, currentCursor);
    connection.send(JSON.stringify({ topic, event: 'subscribed', data: {}, cursor }));
  }

  function hear(payload: string): void {
    // Only pushLive and recheckLive write to this channel.
    waiting.push(JSON.parse(payload) as LiveNotice);
    working ??= work().finally(() => {
      working = null;
    });
  }

  async function work(): Promise<void> {
    while (waiting.length > 0 && !stopped) {
      const batch = waiting.splice(0, BATCH);
      try {
        for (const notice of batch) if ('recheck' in notice) await recheck(notice.recheck);
        await deliver(batch.filter((notice): notice is Update => !('recheck' in notice)));
      } catch (error) {
        // Whether somebody may still hear could not be asked: nobody hears, all come back and catch up.
        log.warn({ err: error }, 'live delivery');
        closeAll(closing.tryAgain, 'try again');
      }
    }
  }

  async function deliver(updates: readonly Update[]): Promise<void> {
    const told = updates.map((update) => ({ update, listeners: register.listeners(update) }));
    const mayHear = await rights.forDelivery(told);
    for (const { update, listeners } of told) {
      const frame = Buffer.from(JSON.stringify({ topic: update.topic, event: update.event, data: update.data, cursor: update.id }));
      for (const connection of listeners) if (mayHear(update, connection.viewer.actorId)) connection.send(frame);
    }
  }

  async function recheck(what: Recheck): Promise<void> {
    const affected = register.affectedBy(what);
    const alive = await rights.credentialsAlive(affected);
    for (const connection of affected) {
      const viewer = alive.has(connection) ? await rights.current(connection) : null;
      if (viewer === null) {
        connection.close(closing.signedOut, 'signed out');
        register.remove(connection);
        continue;
      }
      await deps.database.readAs(viewer, async (trx) => {
        for (const [topic, { placeId }] of [...connection.subscriptions]) {
          if ('placeId' in what && placeId !== what.placeId) continue;
          if ((await rights.subscription(trx, viewer, topic)) !== null) continue;
          register.unsubscribe(connection, topic);
          connection.send(JSON.stringify({ topic, error: 'not-found' }));
        }
      });
    }
  }

  /** Signs of life from both ends, and an end for sockets whose session ran out meanwhile. */
  async function beat(): Promise<void> {
    const connections = register.all().filter((connection) => connection.ping());
    const alive = await rights.credentialsAlive(connections);
    for (const connection of connections) if (!alive.has(connection)) connection.close(closing.signedOut, 'signed out');
  }

  function closeAll(code: number, reason: string): void {
    for (const connection of register.all()) connection.close(code, reason);
  }

  return {
    accept(socket, { viewer: { actorId }, credential, address }) {
      if (stopped) {
        socket.close(closing.goingAway, 'closing');
        setTimeout(() => socket.terminate(), PATIENCE_MS).unref();
        return;
      }
      const who = { viewer: { actorId }, credential, address };
      if (register.countOf(who) >= (actorId === null ? SOCKETS_PER_ADDRESS : SOCKETS_PER_ACCOUNT)) return socket.close(closing.tooMany, 'too many connections');
      register.add(openConnection(socket, who, handle, register.remove));
    },
    async start() {
      listener = keepListening(deps, LIVE_CHANNEL, hear, () => closeAll(closing.tryAgain, 'try again'));
      heartbeat = setInterval(() => void beat().catch((error: unknown) => log.warn({ err: error }, 'live heartbeat')), HEARTBEAT_MS);
      heartbeat.unref();
      await listener.ready;
    },
    async stop() {
      stopped = true;
      if (heartbeat !== null) clearInterval(heartbeat);
      await listener?.stop();
      closeAll(closing.goingAway, 'closing');
      await working;
      const patience = setTimeout(() => register.all().forEach((connection) => connection.terminate()), PATIENCE_MS);
      patience.unref();
    },
    size: () => register.all().length,
  };
}

