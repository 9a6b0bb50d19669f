// SPDX-License-Identifier: EUPL-1.2
import { createECDH, createHash } from 'node:crypto';
import type { Deps } from '../platform/deps.ts';

export interface VapidKeys {
  /** Base64url, as browsers and the header take them. */
  publicKey: string;
  privateKey: string;
}

const CURVE = 'prime256v1';

/** By which push services know this instance (RFC 8292); from a secret that is made on first use. */
export async function vapidKeys({ signing }: Pick<Deps, 'signing'>): Promise<VapidKeys> {
  const secret = await signing.key('vapid');
  const pair = createECDH(CURVE);
  for (let attempt = 0; ; attempt++) {
    const scalar = createHash('sha256').update(secret).update(String(attempt)).digest();
    try {
      pair.setPrivateKey(scalar);
      return { publicKey: pair.getPublicKey().toString('base64url'), privateKey: scalar.toString('base64url') };
    } catch {
      // Four in a thousand million are no scalar of the curve: the next one.
    }
  }
}

/** Whether this is a point of the curve, so that something can be encrypted for it. */
export function isPoint(point: Buffer): boolean {
  const pair = createECDH(CURVE);
  pair.generateKeys();
  try {
    pair.computeSecret(point);
    return point.length === 65;
  } catch {
    return false;
  }
}
