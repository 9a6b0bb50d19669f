// SPDX-License-Identifier: EUPL-1.2
import { lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** An address that somebody gave and that is not called. */
export class AddressRefused extends Error {}

/**
 * Whether an address that somebody gives can be one to call at all, before any name is looked up.
 * @param allowLoopback for tests: this machine too, on any port
 */
export function isOutsideAddress(address: string, allowLoopback: boolean): boolean {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  if (allowLoopback) return true;
  const host = bare(url.hostname);
  if (url.port !== '') return false;
  return isIP(host) === 0 ? host.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)\.?$/.test(host) : isPublicAddress(host, false);
}

/** Of an address with a number in it, which is connected to as it is: whether that may not be. Names are looked at by {@link pinned}. */
export function leadsInside(url: URL, allowLoopback: boolean): boolean {
  const host = bare(url.hostname);
  return isIP(host) !== 0 && !isPublicAddress(host, allowLoopback);
}

/** IPv6 stands between brackets in an address. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** Gives the connection the addresses that were looked at, and none when one of them leads inside. */
export function pinned(allowLoopback: boolean): LookupFunction {
  return (hostname, options, done) => {
    // RFC 6761, 6.3: this machine, whether or not its resolver knows so.
    if (allowLoopback && hostname.endsWith('.localhost')) return options.all === true ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
    resolve(hostname, { all: true, verbatim: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error('no address'), '', 0);
      if (!found.every(({ address }) => isPublicAddress(address, allowLoopback))) return done(new AddressRefused('this address is not called'), '', 0);
      if (options.all === true) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}
