// SPDX-License-Identifier: EUPL-1.2
import { Agent as PlainAgent, type IncomingHttpHeaders, type IncomingMessage, request as callPlain } from 'node:http';
import { Agent as SecureAgent, request as callSecure } from 'node:https';
import type { Deps } from '../../server/platform/deps.ts';
import { AddressRefused, isOutsideAddress, leadsInside, pinned } from '../../server/platform/outside/outside-address.ts';
import { hostOf } from '../addresses.ts';
import { isBlocked } from './blocks.ts';
import { FetchRefused } from './fetch-refused.ts';

export interface Call {
  method: 'GET' | 'POST';
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: Buffer;
  /** Of the answer; what is larger is refused. */
  mostBytes: number;
  /** For name, connection and the whole answer. */
  patienceMs: number;
  /** Whoever calls asked already whether it is. */
  notBlocked?: boolean;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * Connections are kept for a moment: to whom we speak now we have more to say. The address was looked at when it was connected to, and a
 * kept connection cannot lead elsewhere. So few of each host, and so long.
 */
const kept = { keepAlive: true, maxFreeSockets: 4, timeout: 5_000 };
const agents = { 'http:': new PlainAgent(kept), 'https:': new SecureAgent(kept) };

/**
 * Calls another instance, once: no redirects, nothing unpacked. Its name is looked up once, and only public addresses are called.
 * @throws {FetchRefused}
 */
export async function call(deps: Pick<Deps, 'config' | 'database'>, asked: Call): Promise<Answer> {
  const { url, patienceMs } = asked;
  const address = callable(deps, url);
  const host = hostOf(url) ?? '';
  if (host === new URL(deps.config.publicUrl).host) throw new FetchRefused('ours', url);
  if (asked.notBlocked !== true && (await isBlocked(deps, host))) throw new FetchRefused('blocked', url);
  const signal = AbortSignal.timeout(patienceMs);
  try {
    return await attempt(deps.config, asked, address, signal, true).catch((error: unknown) => {
      // The other end closed a kept connection just before we used it: it saw nothing of this.
      if (error instanceof ClosedBefore) return attempt(deps.config, asked, address, signal, false);
      throw error;
    });
  } catch (error) {
    throw asRefusal(error as Error, url, signal);
  }
}

class ClosedBefore extends Error {}

function attempt({ allowPrivate }: Deps['config'], { method, url, headers, body, mostBytes }: Call, address: URL, signal: AbortSignal, mayReuse: boolean): Promise<Answer> {
  const [begin, agent] = address.protocol === 'https:' ? [callSecure, agents['https:']] : [callPlain, agents['http:']];
  return new Promise<Answer>((done, fail) => {
    const outgoing = begin(address, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', ...(body === undefined ? {} : { 'content-length': String(body.length) }) },
      agent: mayReuse ? agent : false,
      lookup: pinned(allowPrivate),
      signal,
    });
    let answered = false;
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      fail(outgoing.reusedSocket && !answered && (error.code === 'ECONNRESET' || error.code === 'EPIPE') ? new ClosedBefore() : error);
    });
    outgoing.on('response', (answer) => {
      answered = true;
      collect(answer, url, mostBytes).then(done, (error: Error) => {
        outgoing.destroy();
        fail(error);
      });
    });
    outgoing.end(body);
  });
}

/** An address that can be one of another instance: looked at before anything is signed for it. @throws {FetchRefused} */
export function callable({ config }: Pick<Deps, 'config'>, url: string): URL {
  const address = URL.parse(url);
  if (address === null || !mayCall(address, config.allowPrivate)) throw new FetchRefused('address-refused', url.slice(0, 200));
  return address;
}

/** Others are spoken with over TLS on its usual port; with `allowPrivate`, which is for tests, this machine too. */
function mayCall(url: URL, allowPrivate: boolean): boolean {
  if (leadsInside(url, allowPrivate)) return false;
  if (allowPrivate && url.protocol === 'http:') return url.username === '' && url.password === '';
  return isOutsideAddress(url.href, allowPrivate);
}

async function collect(answer: IncomingMessage, url: string, mostBytes: number): Promise<Answer> {
  const { statusCode: status = 0, headers } = answer;
  const packed = headers['content-encoding'];
  if (packed !== undefined && packed.toLowerCase() !== 'identity') throw new FetchRefused('packed', url, status);
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw new FetchRefused('too-large', url, status);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new FetchRefused('too-large', url, status);
    chunks.push(chunk);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

function asRefusal(error: Error, url: string, signal: AbortSignal): FetchRefused {
  if (error instanceof FetchRefused) return error;
  if (error instanceof AddressRefused) return new FetchRefused('address-refused', url);
  return new FetchRefused(signal.aborted ? 'too-slow' : 'unreachable', url);
}
