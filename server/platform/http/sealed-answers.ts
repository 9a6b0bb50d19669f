// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];

/**
 * What an Idempotency-Key stands for in the database. Everything is derived from the key itself, which is kept nowhere:
 * whoever has a copy of the database can neither read an answer nor tell what was asked, unless they guess the key.
 */
export interface AnswerSeal {
  /** Finds the row. */
  keyHash: Buffer;
  /** Tells one request from another. */
  hashOf(request: string): Buffer;
  seal(answer: unknown): Buffer;
  /** @throws when it was sealed with another key, or changed since */
  open(sealed: Buffer): unknown;
}

export function sealFor(ownerId: string, key: string): AnswerSeal {
  const derived = Buffer.from(hkdfSync('sha256', key, ownerId, 'plein idempotency-key', 96));
  const [keyHash, hashKey, answerKey] = [derived.subarray(0, 32), derived.subarray(32, 64), derived.subarray(64)];
  return {
    keyHash,
    hashOf: (request) => createHmac('sha256', hashKey).update(request).digest(),
    seal(answer) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, answerKey, iv).setAAD(keyHash);
      const content = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), content]);
    },
    open(sealed) {
      const [iv, tag, content] = [sealed.subarray(0, IV_BYTES), sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES), sealed.subarray(IV_BYTES + TAG_BYTES)];
      const decipher = createDecipheriv(CIPHER, answerKey, iv, { authTagLength: TAG_BYTES }).setAAD(keyHash).setAuthTag(tag);
      return JSON.parse(Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8'));
    },
  };
}
