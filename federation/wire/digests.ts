// SPDX-License-Identifier: EUPL-1.2
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Reason } from './reasons.ts';
import { header } from './signature-parts.ts';
import type { Scheme } from './sign.ts';

const hashes: Record<string, string> = { 'sha-256': 'sha256', 'sha-512': 'sha512' };

/** Whether the body is the one that was signed for: `Digest` (RFC 3230) with the old scheme, `Content-Digest` (RFC 9530) with the new one. Null when it is. */
export function faultOfDigest(scheme: Scheme, headers: IncomingHttpHeaders, body: Buffer): Reason | null {
  const text = header(headers, scheme === 'cavage' ? 'digest' : 'content-digest');
  if (text === null) return 'digest-missing';
  const known = text.split(',').flatMap((part) => {
    const [, name = '', value = ''] = /^\s*([A-Za-z0-9-]+)=(.*?)\s*$/.exec(part) ?? [];
    const hash = hashes[name.toLowerCase()];
    return hash === undefined ? [] : [{ hash, value: scheme === 'cavage' ? value : (/^:(.*):$/.exec(value)?.[1] ?? '') }];
  });
  if (known.length === 0) return 'digest-missing';
  return known.every(({ hash, value }) => isHashOf(body, hash, value)) ? null : 'digest-false';
}

function isHashOf(body: Buffer, hash: string, value: string): boolean {
  const said = Buffer.from(value, 'base64');
  const found = createHash(hash).update(body).digest();
  return said.length === found.length && timingSafeEqual(said, found);
}
