// SPDX-License-Identifier: EUPL-1.2
import { lookup as resolve } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** An address that somebody gave and that is not called. */
export class AddressRefused extends Error {}

export interface OutsideAnswer {
  status: number;
  retryAfter: string | null;
}

export interface OutsideOptions {
  headers: Record<string, string>;
  body: Buffer;
  /** For tests: loopback, on any port. */
  allowLoopback: boolean;
  /** For everything together: name, connection, answer. */
  patienceMs: number;
}

/** What is read of an answer, at most; nothing in it is looked at. */
const MOST_BYTES = 16_384;

/** Whether an address that somebody gives can be one to call at all, before any name is looked up. */
export function isOutsideAddress(address: string, allowLoopback: boolean): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (allowLoopback) return true;
  const host = bare(url.hostname);
  if (url.port !== '') return false;
  return isIP(host) === 0 ? host.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)\.?$/.test(host) : isPublicAddress(host, false);
}

/**
 * Posts to an address that somebody gave: over TLS, to a public address only, which is looked up once and then called
 * (a second look could answer something else); follows nothing, waits no longer than asked, keeps nothing of the answer.
 * @throws {AddressRefused} when it leads inside; other errors when it cannot be reached.
 */
export function postOutside(address: string, { headers, body, allowLoopback, patienceMs }: OutsideOptions): Promise<OutsideAnswer> {
  if (!isOutsideAddress(address, allowLoopback)) throw new AddressRefused('this address is not called');
  const url = new URL(address);
  const host = bare(url.hostname);
  // Names are looked up below; a number is connected to as it is.
  if (isIP(host) !== 0 && !isPublicAddress(host, allowLoopback)) throw new AddressRefused('this address is not called');
  return new Promise((done, fail) => {
    const call = request(url, { method: 'POST', headers: { ...headers, 'content-length': String(body.length) }, agent: false, lookup: pinned(allowLoopback), signal: AbortSignal.timeout(patienceMs) });
    call.on('error', fail);
    call.on('response', (answer) => {
      let size = 0;
      const end = () => done({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null });
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= MOST_BYTES) return;
        end();
        call.destroy();
      });
      answer.on('end', end);
      answer.on('error', fail);
    });
    call.end(body);
  });
}

/** IPv6 stands between brackets in an address. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Gives the connection the addresses that were looked at, and none when one of them leads inside. */
function pinned(allowLoopback: boolean): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { all: true, verbatim: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error('no address'), '', 0);
      if (!found.every(({ address }) => isPublicAddress(address, allowLoopback))) return done(new AddressRefused('this address is not called'), '', 0);
      if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
