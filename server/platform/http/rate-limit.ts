// SPDX-License-Identifier: EUPL-1.2
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
  by: 'address' | 'account' | 'name';
}

/** Shared between processes. Addresses get more room than accounts: a town hall shares one. */
const limits = {
  write: { points: 120, seconds: 60, by: 'account' },
  preview: { points: 300, seconds: 60, by: 'account' },
  signInPerAddress: { points: 60, seconds: 600, by: 'address' },
  signInPerAccount: { points: 10, seconds: 600, by: 'name' },
  signUp: { points: 30, seconds: 3600, by: 'address' },
  mailPerAddressee: { points: 5, seconds: 3600, by: 'name' },
  token: { points: 60, seconds: 600, by: 'address' },
  invite: { points: 200, seconds: 3600, by: 'account' },
  startBuilding: { points: 20, seconds: 3600, by: 'account' },
  post: { points: 60, seconds: 600, by: 'account' },
} as const satisfies Record<string, Limit>;

/** Per process and in memory: a read costs no write to the database. */
const reads: Limit = { points: 1_200, seconds: 60, by: 'address' };

export type LimitName = keyof typeof limits;

export interface Limits {
  /**
   * Counts one more.
   * @param name what is counted for limits by name (an e-mail address, say)
   * @throws {TooMany}
   */
  take(limit: LimitName, request: FastifyRequest, name?: string): Promise<void>;
  takeRead(request: FastifyRequest): Promise<void>;
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
  const readLimiter = new RateLimiterMemory({ keyPrefix: 'read', points: reads.points * factor, duration: reads.seconds });

  return {
    async take(limit, request, name) {
      const { by } = limits[limit];
      const account = isMember(request.viewer) ? request.viewer.accountId : request.ip;
      const key = by === 'name' ? (name ?? '').toLowerCase() : by === 'account' ? account : request.ip;
      await consume(() => shared.get(limit)?.consume(key.slice(0, 200)));
    },
    takeRead: (request) => consume(() => readLimiter.consume(isMember(request.viewer) ? request.viewer.accountId : request.ip)),
  };
}

async function consume(take: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await take();
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new TooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    throw error;
  }
}
