// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '../db/pool.ts';
import { isMember } from '../db/viewer.ts';
import { TooMany } from './problem.ts';

interface Limit {
  /** How many within `seconds`. */
  points: number;
  seconds: number;
  /** What is counted: the address, the account (the address for guests), or what the room names. */
  by: 'address' | 'account' | 'name' | 'name and address';
}

/** Shared between processes. Addresses get more room than accounts: a town hall shares one. */
const limits = {
  /** Every change by a route that has no limit of its own. */
  write: { points: 120, seconds: 60, by: 'account' },
  preview: { points: 300, seconds: 60, by: 'account' },
  signInPerAddress: { points: 60, seconds: 600, by: 'address' },
  /** One who guesses. */
  signInPerAccountAndAddress: { points: 10, seconds: 600, by: 'name and address' },
  /** Many who guess at once. Wide, because whoever uses it up locks the owner out. */
  signInPerAccount: { points: 100, seconds: 600, by: 'name' },
  passwordChange: { points: 10, seconds: 600, by: 'account' },
  signUp: { points: 30, seconds: 3600, by: 'address' },
  mailPerAddressee: { points: 5, seconds: 3600, by: 'name' },
  /** Its own, so that sign-ups and invitations with somebody's address do not keep them from their account. */
  resetPerAddressee: { points: 5, seconds: 3600, by: 'name' },
  token: { points: 60, seconds: 600, by: 'address' },
  /** Mail programs of many people send from the addresses of one provider. */
  unsubscribe: { points: 600, seconds: 600, by: 'address' },
  invite: { points: 200, seconds: 3600, by: 'account' },
  import: { points: 20, seconds: 3600, by: 'account' },
  importPreview: { points: 120, seconds: 3600, by: 'account' },
  export: { points: 30, seconds: 3600, by: 'account' },
  startBuilding: { points: 20, seconds: 3600, by: 'account' },
  /** Each tells everybody whom the rule fits. */
  rule: { points: 20, seconds: 3600, by: 'account' },
  /** Each tells the admins of the other place. */
  merge: { points: 10, seconds: 3600, by: 'account' },
  post: { points: 60, seconds: 600, by: 'account' },
  addTheme: { points: 30, seconds: 3600, by: 'account' },
  photo: { points: 20, seconds: 3600, by: 'account' },
  /** Of guests by their address; a town hall shares one. */
  report: { points: 30, seconds: 3600, by: 'account' },
  pushTest: { points: 10, seconds: 600, by: 'account' },
  /** Each may call another instance. */
  lookUp: { points: 40, seconds: 600, by: 'account' },
  fetchReplies: { points: 30, seconds: 600, by: 'account' },
  moderate: { points: 300, seconds: 600, by: 'account' },
} as const satisfies Record<string, Limit>;

/**
 * These two are counted by each process by itself. They protect what the process itself has to give, its time and its
 * connections; a shared counter would cost a write for every read, more than the reading. Behind a balancer they let
 * through so many times the number of processes, at most: no secret depends on it, because sessions and tokens are 256
 * random bits.
 */
const reads: Limit = { points: 1_200, seconds: 60, by: 'address' };
/** Cookies and tokens that were nobody's. Wide enough for a town hall in which many sessions ran out. */
const failures: Limit = { points: 300, seconds: 60, by: 'address' };

export type LimitName = keyof typeof limits;

export interface Limits {
  /**
   * Counts one more.
   * @param name what is counted for limits by name (an e-mail address, say)
   * @throws {TooMany}
   */
  take(limit: LimitName, request: FastifyRequest, name?: string): Promise<void>;
  takeRead(request: FastifyRequest): Promise<void>;
  /** Asked before the database is, of a request with a cookie or token. @throws {TooMany} */
  refuseFailing(request: FastifyRequest): Promise<void>;
  /** Counts a cookie or token that was nobody's. */
  noteFailure(request: FastifyRequest): Promise<void>;
}

/** @param relaxed a thousand times the room, for load tests */
export function createLimits(pool: Pool, redis: Redis | null, relaxed: boolean): Limits {
  const factor = relaxed ? 1_000 : 1;
  const shared = new Map(
    Object.entries<Limit>(limits).map(([keyPrefix, { points, seconds }]) => {
      const options = { keyPrefix, points: points * factor, duration: seconds };
      const limiter =
        redis === null
          ? new RateLimiterPostgres({ ...options, storeClient: pool, tableName: 'rate_limit', tableCreated: true, clearExpiredByTimeout: false })
          : new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) });
      return [keyPrefix, limiter] as const;
    }),
  );
  const failureLimiter = new RateLimiterMemory({ keyPrefix: 'failure', points: failures.points * factor, duration: failures.seconds });
  const readLimiter = new RateLimiterMemory({ keyPrefix: 'read', points: reads.points * factor, duration: reads.seconds });

  return {
    async take(limit, request, name) {
      const { by } = limits[limit];
      const account = isMember(request.viewer) ? request.viewer.accountId : request.ip;
      const named = (name ?? '').trim().toLowerCase();
      const keys = { name: [named], 'name and address': [named, request.ip], account: [account], address: [request.ip] };
      await consume(() => shared.get(limit)?.consume(hashed(limit, keys[by])));
    },
    async refuseFailing(request) {
      const counted = await failureLimiter.get(request.ip);
      if (counted !== null && counted.consumedPoints >= failures.points * factor) throw tooMany(counted);
    },
    async noteFailure(request) {
      await failureLimiter.penalty(request.ip);
    },
    takeRead: (request) => consume(() => readLimiter.consume(isMember(request.viewer) ? request.viewer.accountId : request.ip)),
  };
}

async function consume(take: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error);
    throw error;
  }
}

function tooMany({ msBeforeNext }: RateLimiterRes): TooMany {
  return new TooMany(Math.max(1, Math.ceil(msBeforeNext / 1000)));
}

/** Counters name nobody: neither an e-mail address nor an IP address is kept for them. */
function hashed(limit: LimitName, parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(['plein-limit', limit, ...parts])).digest('base64url');
}
