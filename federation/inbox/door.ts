// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { InboxRefused } from './refusal.ts';

/** Of one instance in a second, whoever of them speaks: what a large one says at its busiest. Who has more to say is asked to wait a moment. */
const PER_HOST = { points: 50, duration: 1 };
/** Who sends more than that all the time is not listened to for as long. */
const REST_SECONDS = 5;
/** Bodies that are on their way in at once, from one address and in all: those who send slowly take only each other's room. */
const BODIES_PER_ADDRESS = 64;
const BODIES = 512;
const RETRY_SECONDS = 5;
const MOST_KNOWN = 10_000;
/** How long a no is held back, and of how many at once. */
const LINGER_MS = 1_000;
const MOST_LINGERING = 500;

export interface Door {
  /** Before the body is read. @throws {InboxRefused} */
  enter(request: FastifyRequest): Promise<void>;
  leave(request: FastifyRequest): void;
  /** It is proven who speaks. @throws {InboxRefused} when they said enough */
  count(request: FastifyRequest, host: string): Promise<void>;
}

/** Limits of what comes in, each process by itself: they keep what the process has to give. Nothing secret depends on them. */
export function createDoor({ config, limits }: Pick<Deps, 'config' | 'limits'>): Door {
  const factor = config.relaxedLimits ? 1_000 : 1;
  const perHost = new RateLimiterMemory({ ...PER_HOST, points: PER_HOST.points * factor, keyPrefix: 'inbox' });
  /** Who was over the limit, as they came: what somebody else says in their name from elsewhere is not counted for them. */
  const over = new Map<string, number>();
  const bodies = new Map<string, number>();
  let inside = 0;
  const entered = new WeakSet<FastifyRequest>();

  /** A second at first; longer for who was over the limit a moment ago too. */
  const lately = new Map<string, number>();
  let lingering = 0;
  /** Who goes on all the same gets their no a moment later, so that they ask less often; each no costs what a reader's page could have. */
  async function linger(): Promise<void> {
    if (lingering >= MOST_LINGERING) return;
    lingering++;
    await sleep(LINGER_MS);
    lingering--;
  }

  function restAfter(host: string): number {
    const now = Date.now();
    const again = now - (lately.get(host) ?? 0) < 2 * REST_SECONDS * 1_000;
    if (lately.size > MOST_KNOWN) lately.clear();
    lately.set(host, now);
    return again ? REST_SECONDS : 1;
  }

  return {
    async enter(request) {
      if (request.headers['signature'] === undefined) throw new InboxRefused('unsigned', { leave: true });
      await limits.refuseFailing(request);
      const until = over.get(keyOf(request, claimedHost(request)));
      if (until !== undefined && until > Date.now()) {
        await linger();
        throw new InboxRefused('too-many', { retryAfter: Math.max(1, Math.ceil((until - Date.now()) / 1_000)) });
      }
      const here = bodies.get(request.ip) ?? 0;
      if (here >= BODIES_PER_ADDRESS * factor || inside >= BODIES * factor) throw new InboxRefused('too-many', { retryAfter: RETRY_SECONDS, leave: true });
      bodies.set(request.ip, here + 1);
      inside++;
      entered.add(request);
    },
    leave(request) {
      if (!entered.delete(request)) return;
      inside--;
      const left = (bodies.get(request.ip) ?? 1) - 1;
      if (left > 0) bodies.set(request.ip, left);
      else bodies.delete(request.ip);
    },
    async count(request, host) {
      try {
        await perHost.consume(host);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        if (over.size > MOST_KNOWN) over.clear();
        const rest = restAfter(host);
        over.set(keyOf(request, host), Date.now() + rest * 1_000);
        throw new InboxRefused('too-many', { retryAfter: rest });
      }
    },
  };
}

const keyOf = (request: FastifyRequest, host: string): string => `${request.ip} ${host}`;

/** Whose key the signature names; not yet proven. */
function claimedHost({ headers }: FastifyRequest): string {
  const text = `${String(headers['signature-input'] ?? '')} ${String(headers['signature'] ?? '')}`.slice(0, 4_000);
  return hostOf(/keyid="([^"]{1,2000})"/i.exec(text)?.[1] ?? '') ?? '';
}
