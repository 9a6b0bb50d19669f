// SPDX-License-Identifier: EUPL-1.2
import { request } from 'node:https';
import { AddressRefused, isOutsideAddress, leadsInside, pinned } from './outside-address.ts';

export { AddressRefused, isOutsideAddress } from './outside-address.ts';

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

/**
 * Posts to an address that somebody gave: over TLS, to a public address only, which is looked up once and then called
 * (a second look could answer something else); follows nothing, waits no longer than asked, keeps nothing of the answer.
 * @throws {AddressRefused} when it leads inside; other errors when it cannot be reached.
 */
export function postOutside(address: string, { headers, body, allowLoopback, patienceMs }: OutsideOptions): Promise<OutsideAnswer> {
  if (!isOutsideAddress(address, allowLoopback)) throw new AddressRefused('this address is not called');
  const url = new URL(address);
  if (leadsInside(url, allowLoopback)) throw new AddressRefused('this address is not called');
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
