// SPDX-License-Identifier: EUPL-1.2
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { CompactSign } from 'jose';
import { type Trx, withSystem } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { isUuid } from '../../platform/ids.ts';

type Surroundings = Pick<Deps, 'config' | 'clock' | 'signing'>;

const DAY = 24 * 3_600_000;
export const ADDRESS_LASTS_MS = 30 * DAY;
/** A mail carries an address that works for at least this long. */
const FRESH_MS = 15 * DAY;
/** Octets: 128 bits of what HMAC gives, twice of what cannot be guessed; a bounce has 80, for there is an id of 128 beside it. */
const REPLY_SIGNATURE = 16;
const BOUNCE_SIGNATURE = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648, 6, in lower case and without padding: mail servers may change the case of what stands before the @. */
export function base32(bytes: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** @throws for a sign that is none of the alphabet. */
function bytesOf(text: string): Buffer {
  let bits = 0;
  let held = 0;
  const bytes: number[] = [];
  for (const sign of text) {
    const value = alphabet.indexOf(sign);
    if (value === -1) throw new Error('no base32');
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
  }
  return Buffer.from(bytes);
}

/** The signature (JWS, RFC 7515) over what the address is bound to, as much of it as an address has room for. */
async function signatureOf({ signing }: Surroundings, key: 'reply-addresses' | 'bounce-addresses', parts: readonly string[], octets: number): Promise<string> {
  const signed = await new CompactSign(Buffer.from(JSON.stringify(parts))).setProtectedHeader({ alg: 'HS256' }).sign(await signing.key(key));
  return base32(Buffer.from(signed.slice(signed.lastIndexOf('.') + 1), 'base64url').subarray(0, octets));
}

interface Bound {
  id: string;
  ownerId: string;
  rootId: string;
  expiresAt: Date;
}

const replySignature = (deps: Surroundings, { id, ownerId, rootId, expiresAt }: Bound): Promise<string> => signatureOf(deps, 'reply-addresses', [id, ownerId, rootId, expiresAt.toISOString()], REPLY_SIGNATURE);

/**
 * Where somebody's answers to a thread go by mail: theirs alone, for a month. A mail gets the one of an earlier mail while that is fresh.
 * @returns null where no mail comes in.
 */
export async function replyAddressFor(trx: Trx, deps: Surroundings, actorId: string, rootId: string): Promise<string | null> {
  const { inboundMail } = deps.config;
  if (inboundMail === null) return null;
  const now = deps.clock.now();
  // As the system: whoever knows the address can answer as its owner, so no viewer reads the table.
  const bound = await withSystem(trx, async (): Promise<Bound> => {
    const fresh = await trx
      .selectFrom('reply_address')
      .select(['id', 'expires_at'])
      .where('owner_id', '=', actorId)
      .where('root_id', '=', rootId)
      .where('expires_at', '>', new Date(now.getTime() + FRESH_MS))
      .orderBy('expires_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (fresh !== undefined) return { id: fresh.id, ownerId: actorId, rootId, expiresAt: fresh.expires_at };
    const made = { id: base32(randomBytes(10)), ownerId: actorId, rootId, expiresAt: new Date(now.getTime() + ADDRESS_LASTS_MS) };
    await trx.insertInto('reply_address').values({ id: made.id, owner_id: actorId, root_id: rootId, expires_at: made.expiresAt }).execute();
    return made;
  });
  return `reply+${bound.id}${await replySignature(deps, bound)}@${inboundMail.domain}`;
}

/** As {@link replyAddressFor}, for a mail: as the system, because it is made for somebody else than who is asked as. */
export async function replyAddressOf(deps: Surroundings & Pick<Deps, 'database'>, actorId: string, rootId: string): Promise<string | null> {
  return deps.config.inboundMail === null ? null : deps.database.asSystem((trx) => replyAddressFor(trx, deps, actorId, rootId));
}

/** The envelope sender of a mail, so that what comes back says which mail and whose address it was (VERP). Null where no mail comes in. */
export async function bounceAddressFor(deps: Surroundings, mailId: string): Promise<string | null> {
  const { inboundMail } = deps.config;
  if (inboundMail === null) return null;
  const id = base32(Buffer.from(mailId.replaceAll('-', ''), 'hex'));
  return `bounce+${id}${await signatureOf(deps, 'bounce-addresses', [mailId], BOUNCE_SIGNATURE)}@${inboundMail.domain}`;
}

/** What an address of ours is for. An old one is still known, so that its owner can be told. */
export type Recipient = ({ kind: 'reply' } & Bound) | { kind: 'bounce'; mailId: string };

const shape = /^(reply|bounce)\+([a-z2-7]{42})$/;
const REPLY_ID = 16;
const BOUNCE_ID = 26;

/** Null for every address that is none of ours, and for one whose signature is false. As the system. */
export async function recipientOf(trx: Trx, deps: Surroundings, address: string): Promise<Recipient | null> {
  const [local = '', domain = '', ...rest] = address.trim().toLowerCase().split('@');
  if (rest.length > 0 || domain !== deps.config.inboundMail?.domain || local.length > 64) return null;
  const [, kind, code = ''] = shape.exec(local) ?? [];
  if (kind === 'reply') return replyRecipient(trx, deps, code.slice(0, REPLY_ID), code.slice(REPLY_ID));
  return kind === 'bounce' ? bounceRecipient(deps, code.slice(0, BOUNCE_ID), code.slice(BOUNCE_ID)) : null;
}

async function replyRecipient(trx: Trx, deps: Surroundings, id: string, signature: string): Promise<Recipient | null> {
  const row = await trx.selectFrom('reply_address').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const bound = { id, ownerId: row.owner_id, rootId: row.root_id, expiresAt: row.expires_at };
  return isSame(signature, await replySignature(deps, bound)) ? { kind: 'reply', ...bound } : null;
}

async function bounceRecipient(deps: Surroundings, id: string, signature: string): Promise<Recipient | null> {
  const hex = bytesOf(id).toString('hex');
  const mailId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  if (!isUuid(mailId)) return null;
  return isSame(signature, await signatureOf(deps, 'bounce-addresses', [mailId], BOUNCE_SIGNATURE)) ? { kind: 'bounce', mailId } : null;
}

/** In a time that says nothing of where they differ. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
