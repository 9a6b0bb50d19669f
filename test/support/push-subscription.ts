// SPDX-License-Identifier: EUPL-1.2
import { createECDH, randomBytes } from 'node:crypto';

/** As a browser gives it; at a push service that is nowhere. */
export function subscriptionOf(name: string): { endpoint: string; keys: { p256dh: string; auth: string } } {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return { endpoint: `https://push.example/${name}-${randomBytes(6).toString('hex')}`, keys: { p256dh: pair.getPublicKey().toString('base64url'), auth: randomBytes(16).toString('base64url') } };
}
