// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { jwtVerify, type JWTPayload, SignJWT } from 'jose';
import type { Clock } from './clock.ts';
import type { Database } from './db/database.ts';

/** Links that carry what they are for, such as the one that ends a kind of mail: nothing is kept of them here. */
export interface Signing {
  /** @param purpose what it may be used for, and nothing else. @returns a token for in an address (JWT, RFC 7519; HS256). */
  sign(purpose: string, claims: Record<string, string>, secondsValid: number): Promise<string>;
  /** @returns the claims; null for a token that is false, of another purpose, or too old. */
  verify(purpose: string, token: string): Promise<Record<string, string> | null>;
  /** The key of this instance by that name, made on first use; 32 bytes. */
  key(name: string): Promise<Buffer>;
}

const ALGORITHM = 'HS256';

/** Keys stand in the database, so that every process of an instance has the same. */
export function createSigning(database: Pick<Database, 'asSystem'>, clock: Clock): Signing {
  const keys = new Map<string, Promise<Buffer>>();

  function key(name: string): Promise<Buffer> {
    const known = keys.get(name) ?? load(name);
    keys.set(name, known);
    // A database that is away now is not away for good.
    known.catch(() => keys.delete(name));
    return known;
  }

  function load(name: string): Promise<Buffer> {
    return database.asSystem(async (trx) => {
      await trx.insertInto('secret').values({ name, value: randomBytes(32) }).onConflict((conflict) => conflict.doNothing()).execute();
      return (await trx.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
    });
  }

  return {
    key,
    async sign(purpose, claims, secondsValid) {
      const now = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT(claims).setProtectedHeader({ alg: ALGORITHM }).setAudience(purpose).setIssuedAt(now).setExpirationTime(now + secondsValid).sign(await key('links'));
    },
    async verify(purpose, token) {
      const secret = await key('links');
      const payload = await jwtVerify(token, secret, { audience: purpose, algorithms: [ALGORITHM], currentDate: clock.now(), requiredClaims: ['exp'] }).then(
        (verified): JWTPayload => verified.payload,
        () => null,
      );
      if (payload === null) return null;
      const registered = new Set(['aud', 'iat', 'exp']);
      return Object.fromEntries(Object.entries(payload).filter((entry): entry is [string, string] => !registered.has(entry[0]) && typeof entry[1] === 'string'));
    },
  };
}
