// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { INSTANCE_ACTOR_ID } from '../addresses.ts';
import { type Json, readJson } from './bounded-json.ts';
import { type Answer, call, callable } from './call.ts';
import { endOfAsking, isTimeOver } from './deadline.ts';
import { FetchRefused } from './fetch-refused.ts';
import { otherScheme, rememberScheme, type Scheme, schemeOf, signedHeaders, USER_AGENT } from './sign.ts';

export { FetchRefused } from './fetch-refused.ts';

const MOST_BYTES = 1_048_576;
const PATIENCE_MS = 10_000;
const MOST_REDIRECTS = 3;
export const ACTIVITY_JSON = 'application/activity+json';
const ACCEPT = `${ACTIVITY_JSON}, application/ld+json; profile="https://www.w3.org/ns/activitystreams"`;

export interface Fetched {
  /** Where it was found in the end. */
  url: string;
  json: Json;
  contentType: string;
}

export interface FetchOptions {
  /** Who asks: the instance unless said otherwise, null without a signature. */
  signAs?: string | null;
  accept?: string;
  /** Besides, names in lower case. Not sent on where another address is asked. */
  headers?: Record<string, string>;
}

type FetchDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

/**
 * An object, actor or collection of another instance. What is found says that it is what was asked for (its `id` is its address);
 * of what says it is something else of the same kind of place, the address that it names is asked once (FEP-fe34).
 * @throws {FetchRefused}
 */
export async function fetchJson(deps: FetchDeps, url: string, { signAs = INSTANCE_ACTOR_ID, accept = ACCEPT, headers = {} }: FetchOptions = {}): Promise<Fetched> {
  const first = await fetchWith(deps, withoutFragment(url), { signAs, accept, headers, types: isActivityJson });
  if (first.json['id'] === first.url) return first;
  const named = first.json['id'];
  if (typeof named !== 'string' || !URL.canParse(named)) throw new FetchRefused('foreign-id', url);
  // Another spelling of the same, a page that names its object, or somebody else's document: the address itself decides.
  const second = await fetchWith(deps, withoutFragment(named), { signAs, accept, types: isActivityJson });
  if (second.json['id'] !== second.url) throw new FetchRefused('foreign-id', url);
  return second;
}

/** JSON that has no id of its own, such as that of WebFinger and NodeInfo. Redirects are followed, each looked at again. @throws {FetchRefused} */
export async function fetchWith(deps: FetchDeps, url: string, { signAs = null, accept = 'application/json', headers = {}, types = isAnyJson }: FetchOptions & { types?: (contentType: string) => boolean } = {}): Promise<Fetched> {
  if (isTimeOver()) throw new FetchRefused('too-slow', url);
  const until = Math.min(performance.now() + PATIENCE_MS, endOfAsking());
  let address = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    callable(deps, address);
    const answer = await ask(deps, address, { signAs, accept, until, more: hop === 0 ? headers : {} });
    const next = redirection(answer, address);
    if (next === null) return read(answer, address, types);
    address = next;
  }
  throw new FetchRefused('too-many-redirects', url);
}

/** Asks with the scheme of signing that this host understood last; refused for that, with the other one. */
async function ask(deps: FetchDeps, url: string, { signAs, accept, until, more }: { signAs: string | null; accept: string; until: number; more: Record<string, string> }): Promise<Answer> {
  const send = async (scheme: Scheme | null): Promise<Answer> => {
    const headers = { ...more, accept, 'user-agent': USER_AGENT(deps) };
    const signed = scheme === null || signAs === null ? headers : await signedHeaders(deps, { actorId: signAs, method: 'GET', url, headers, scheme });
    return call(deps, { method: 'GET', url, headers: signed, mostBytes: MOST_BYTES, patienceMs: Math.max(1, Math.round(until - performance.now())) });
  };
  if (signAs === null) return send(null);
  const { host } = new URL(url);
  const scheme = await schemeOf(deps, host);
  const answer = await send(scheme);
  if (answer.status !== 401) return answer;
  const other = otherScheme(scheme);
  const second = await send(other);
  if (second.status < 300) await rememberScheme(deps, host, other);
  return second;
}

function redirection({ status, headers }: Answer, from: string): string | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const target = URL.parse(headers.location ?? '', from);
  if (headers.location === undefined || target === null) throw new FetchRefused('status', from, status);
  target.hash = '';
  return target.href;
}

function read(answer: Answer, url: string, types: (contentType: string) => boolean): Fetched {
  const { status, headers, body } = answer;
  if (status === 404) throw new FetchRefused('not-found', url, status);
  if (status === 410) throw new FetchRefused('gone', url, status);
  if (status < 200 || status > 299) throw new FetchRefused('status', url, status, secondsOf(headers['retry-after']));
  const contentType = headers['content-type'] ?? '';
  if (!types(contentType)) throw new FetchRefused('wrong-content-type', url, status);
  const found = readJson(body.toString('utf8'));
  if (!found.ok) throw new FetchRefused(found.reason, url, status);
  return { url, json: found.json, contentType };
}

export function secondsOf(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) : null;
}

/** What is served as ActivityPub says so (ActivityPub, 3.2): an upload with the same content does not. */
export function isActivityJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';').map((part) => part.trim());
  if (type === ACTIVITY_JSON) return true;
  return type === 'application/ld+json' && parameters.some((each) => {
    const [name = '', value = ''] = each.split('=', 2);
    // Several, with spaces between them (RFC 6906).
    return name.trim() === 'profile' && value.replaceAll('"', '').trim().split(' ').includes('https://www.w3.org/ns/activitystreams');
  });
}

/** RFC 6839: JSON, or something that is JSON besides. */
function isAnyJson(contentType: string): boolean {
  const type = contentType.toLowerCase().split(';')[0]?.trim() ?? '';
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
