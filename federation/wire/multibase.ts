// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, type KeyObject } from 'node:crypto';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Of Ed25519 public keys (multicodec), as a varint. */
const ED25519 = [0xed, 0x01];
/** SPKI of Ed25519 up to the key itself (RFC 8410). */
const SPKI_START = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;
const LONGEST = 200;

/** Base58btc with the letter that says so (multibase). */
export function toBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let index = 0; index < digits.length; index++) {
      carry += (digits[index] ?? 0) << 8;
      digits[index] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${digits.reverse().map((digit) => alphabet[digit]).join('')}`;
}

/** Null for what is no base58btc, or too long for a key or signature. */
export function fromBase58(text: string): Buffer | null {
  if (!text.startsWith('z') || text.length > LONGEST) return null;
  const bytes: number[] = [];
  for (const letter of text.slice(1)) {
    let carry = alphabet.indexOf(letter);
    if (carry < 0) return null;
    for (let index = 0; index < bytes.length; index++) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  return Buffer.from([...Array<number>(zeros).fill(0), ...bytes.reverse()]);
}

/** An Ed25519 key as `publicKeyMultibase` of a Multikey (FEP-521a). */
export function multibaseOf(key: KeyObject): string {
  const spki = key.export({ type: 'spki', format: 'der' });
  return toBase58(Buffer.from([...ED25519, ...spki.subarray(-KEY_BYTES)]));
}

/** Null for anything but an Ed25519 key. */
export function keyOfMultibase(text: string): KeyObject | null {
  const bytes = fromBase58(text);
  if (bytes === null || bytes.length !== KEY_BYTES + 2 || bytes[0] !== ED25519[0] || bytes[1] !== ED25519[1]) return null;
  return createPublicKey({ key: Buffer.concat([SPKI_START, bytes.subarray(2)]), format: 'der', type: 'spki' });
}
