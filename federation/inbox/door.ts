// SPDX-License-Identifier: EUPL-1.2
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../server/platform/deps.ts';
import { TooMany } from '../../server/platform/http/problem.ts';
import { hostOf } from '../addresses.ts';
import { createBusyness } from './busyness.ts';
import { perSecond } from './per-second.ts';
import { InboxRefused } from './refusal.ts';

/** Of one instance in a second, whoever of them speaks: what a large one says at its busiest. Who has more to say is asked to wait a moment. */
const PER_HOST = 50;
/** From one address, whoever they say they are; and of everybody. What can be verified beside serving who reads. */
const PER_ADDRESS = 100;
const PER_SECOND = 300;
/** Who sends more than that all the time is not listened to for as long. */
const REST_SECONDS = 5;
/** Taken on and not answered yet, from one address and in all: those who send slowly take only each other's room. */
const INSIDE_PER_ADDRESS = 64;
const INSIDE = 512;
/** When the event loop is busy for more than this part of its time, no more than so many are worked on at once. */
const BUSY = 0.9;
const WORKING_WHEN_BUSY = 16;
const RETRY_SECONDS = 5;
const MOST_KNOWN = 10_000;

/** Who is to come back later, and after how many seconds. */
export interface Wait {
  reason: 'too-many' | 'busy';
  retryAfter: number;
}

export interface Door {
  /** Knows nothing but who calls and whose key they name: asked first of all. */
  knock(request: IncomingMessage): Wait | null;
  /** Before the body is read. @throws {InboxRefused} */
  enter(request: FastifyRequest): Promise<void>;
  /** All of it is here. */
  begin(request: FastifyRequest): void;
  leave(request: FastifyRequest): void;
  /** It is proven who speaks. @throws {InboxRefused} when they said enough */
  count(request: FastifyRequest, host: string): void;
}

/**
 * Limits of what comes in, each process by itself: they keep what the process has to give. Nothing secret depends on them. The cheapest come
 * first: neither a body nor a signature is looked at of who is to wait.
 */
export function createDoor({ config, limits, clock }: Pick<Deps, 'config' | 'limits' | 'clock'>): Door {
  const now = () => clock.now().getTime();
  const factor = config.relaxedLimits ? 1_000 : 1;
  const [all, ofAddress, claimed, proven] = [PER_SECOND, PER_ADDRESS, PER_HOST, PER_HOST].map((most) => perSecond(most * factor, clock)) as [Take, Take, Take, Take];
  /** Until when: of an address, or of one in the name of a host. What somebody else says in that name from elsewhere is not counted for them. */
  const resting = new Map<string, number>();
  const lately = new Map<string, number>();
  const bodies = new Map<string, number>();
  let inside = 0;
  let working = 0;
  const knocked = new WeakSet<IncomingMessage>();
  const entered = new WeakSet<FastifyRequest>();
  const begun = new WeakSet<FastifyRequest>();
  const busyness = createBusyness();

  function rest(key: string, seconds: number): Wait {
    if (resting.size > MOST_KNOWN) resting.clear();
    resting.set(key, now() + seconds * 1_000);
    return { reason: 'too-many', retryAfter: seconds };
  }

  /** A second at first; longer for who was over the limit a moment ago too. */
  function restOfHost(key: string): Wait {
    const again = now() - (lately.get(key) ?? 0) < 2 * REST_SECONDS * 1_000;
    if (lately.size > MOST_KNOWN) lately.clear();
    lately.set(key, now());
    return rest(key, again ? REST_SECONDS : 1);
  }

  function waitsStill(key: string): Wait | null {
    const left = (resting.get(key) ?? 0) - now();
    if (left > 0) return { reason: 'too-many', retryAfter: Math.ceil(left / 1_000) };
    resting.delete(key);
    return null;
  }

  /** Cookies and signatures that were nobody's are counted together, by address. */
  async function refuseFailing(request: FastifyRequest): Promise<void> {
    await limits.refuseFailing(request).catch((error: unknown) => {
      throw error instanceof TooMany ? refusal(rest(addressOf(request.raw), REST_SECONDS)) : error;
    });
  }

  const addressOf = (request: IncomingMessage): string => callerOf(request, config.trustProxy !== false);
  const keyOf = (request: IncomingMessage, host: string): string => `${addressOf(request)} ${host}`;

  function knock(request: IncomingMessage): Wait | null {
    knocked.add(request);
    const address = addressOf(request);
    const key = keyOf(request, claimedHost(request));
    const waits = waitsStill(address) ?? waitsStill(key);
    if (waits !== null) return waits;
    if (!claimed(key)) return restOfHost(key);
    if (!ofAddress(address)) return rest(address, 1);
    return all('') ? null : { reason: 'busy', retryAfter: RETRY_SECONDS };
  }

  return {
    knock,
    async enter(request) {
      const { raw, ip } = request;
      const wait = knocked.has(raw) ? null : knock(raw);
      if (wait !== null) throw refusal(wait);
      if (request.headers['signature'] === undefined) throw new InboxRefused('unsigned', { leave: true });
      await refuseFailing(request);
      const here = bodies.get(ip) ?? 0;
      if (here >= INSIDE_PER_ADDRESS * factor) throw new InboxRefused('too-many', { retryAfter: RETRY_SECONDS, leave: true });
      if (inside >= INSIDE * factor || (working >= WORKING_WHEN_BUSY * factor && busyness() > BUSY)) throw new InboxRefused('busy', { retryAfter: RETRY_SECONDS, leave: true });
      bodies.set(ip, here + 1);
      inside++;
      entered.add(request);
    },
    begin(request) {
      begun.add(request);
      working++;
    },
    leave(request) {
      if (begun.delete(request)) working--;
      if (!entered.delete(request)) return;
      inside--;
      const left = (bodies.get(request.ip) ?? 1) - 1;
      if (left > 0) bodies.set(request.ip, left);
      else bodies.delete(request.ip);
    },
    count({ raw }, host) {
      if (!proven(host)) throw refusal(restOfHost(keyOf(raw, host)));
    },
  };
}

const refusal = (wait: Wait): InboxRefused => new InboxRefused(wait.reason, wait);

type Take = ReturnType<typeof perSecond>;

/** As far as it can be known before anything is read: behind a proxy, whom the proxy saw. */
function callerOf({ headers, socket }: IncomingMessage, proxied: boolean): string {
  const passed = proxied ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : '';
  return `${socket.remoteAddress ?? ''} ${passed ?? ''}`;
}

/** Whose key the signature names; not yet proven. */
function claimedHost({ headers }: IncomingMessage): string {
  const text = `${String(headers['signature-input'] ?? '')} ${String(headers['signature'] ?? '')}`.slice(0, 4_000);
  return hostOf(/keyid="([^"]{1,2000})"/i.exec(text)?.[1] ?? '') ?? '';
}
