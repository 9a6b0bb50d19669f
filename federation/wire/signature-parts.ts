// SPDX-License-Identifier: EUPL-1.2
import type { IncomingHttpHeaders } from 'node:http';
import type { Reason } from './reasons.ts';
import type { Scheme } from './sign.ts';

/** A request that may be signed, as it came. */
export interface SignedRequest {
  method: string;
  /** Under which we know ourselves: with our own scheme and host. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What a signature says of itself, before anything is verified. */
export interface SignatureParts {
  scheme: Scheme;
  keyId: string;
  /** What it covers: names of headers and derived components, in lower case. */
  covered: readonly string[];
  /** In milliseconds; null where the scheme has the date in a header. */
  created: number | null;
  expires: number | null;
  /** The headers that carry it, with nothing but this one signature. */
  headers: Record<string, string>;
}

type Found = { ok: true; parts: SignatureParts } | { ok: false; reason: Reason };

/** Finds the one signature that is to be verified. Of several (RFC 9421) the first that covers what it must. */
export function signatureOf(request: SignedRequest): Found {
  const signature = header(request.headers, 'signature');
  const input = header(request.headers, 'signature-input');
  if (signature === null) return { ok: false, reason: 'unsigned' };
  const all = input === null ? [cavage(signature)] : rfc9421(input, signature);
  const readable = all.filter((each) => each !== null);
  const [first] = readable;
  if (first === undefined) return { ok: false, reason: 'signature-unreadable' };
  const whole = readable.find((each) => coversAll(each, request));
  return whole === undefined ? { ok: false, reason: 'signature-incomplete' } : { ok: true, parts: whole };
}

export function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;
}

const hasBody = ({ method }: SignedRequest): boolean => method !== 'GET' && method !== 'HEAD';

/** Target, host and moment, and the content where there is one: what is not covered could be of another message. */
function coversAll({ scheme, covered, created }: SignatureParts, request: SignedRequest): boolean {
  const has = (...names: string[]): boolean => names.every((name) => covered.includes(name));
  if (scheme === 'cavage') return has('(request-target)', 'host', 'date') && (!hasBody(request) || has('digest'));
  const asked = new URL(request.url).search !== '';
  const target = has('@target-uri') || (has('@path') && (!asked || has('@query')));
  const host = has('@authority') || has('host') || has('@target-uri');
  return has('@method') && target && host && created !== null && (!hasBody(request) || has('content-digest'));
}

const LONGEST = 12_000;

/** draft-cavage-http-signatures-12, 2.1. */
function cavage(text: string): SignatureParts | null {
  if (text.length > LONGEST) return null;
  const values = new Map([...text.trim().matchAll(/([A-Za-z]{1,20})=(?:"([^"]*)"|(\d{1,20}))(?:,\s*|$)/gy)].map(([, name = '', quoted, number]) => [name, quoted ?? number ?? '']));
  const keyId = values.get('keyId');
  const algorithm = values.get('algorithm')?.toLowerCase() ?? 'hs2019';
  if (keyId === undefined || values.get('signature') === undefined || !['hs2019', 'rsa-sha256'].includes(algorithm)) return null;
  return {
    scheme: 'cavage', keyId, headers: { signature: text }, created: null, expires: seconds(values.get('expires')),
    // Without a list it covers the date alone (2.1.6).
    covered: (values.get('headers') ?? 'date').toLowerCase().split(/\s+/),
  };
}

const MEMBER = /([a-z*][a-z0-9_.*-]*)=(\(([^()]*)\)((?:;[a-z*][a-z0-9_.*-]*(?:=(?:"(?:[^"\\]|\\.)*"|[^;,"\s]+))?)*))\s*(?:,\s*|$)/gy;
const VALUE = /([a-z*][a-z0-9_.*-]*)=(:[A-Za-z0-9+/=]*:)\s*(?:,\s*|$)/gy;

/** RFC 9421, 4: members of two dictionaries with the same label. */
function rfc9421(input: string, signature: string): (SignatureParts | null)[] {
  if (input.length > LONGEST || signature.length > LONGEST) return [];
  const values = new Map([...signature.matchAll(VALUE)].map(([, label = '', value = '']) => [label, value]));
  return [...input.matchAll(MEMBER)].slice(0, 5).map(([, label = '', all = '', components = '', parameters = '']) => {
    const value = values.get(label);
    const keyId = /;keyid="((?:[^"\\]|\\.)*)"/.exec(parameters)?.[1];
    if (value === undefined || keyId === undefined) return null;
    return {
      scheme: 'rfc9421', keyId, created: seconds(/;created=(\d+)/.exec(parameters)?.[1]), expires: seconds(/;expires=(\d+)/.exec(parameters)?.[1]),
      // One with parameters of its own is part of something, and counts for nothing here.
      covered: components.split(/\s+/).flatMap((each) => /^"([^"]+)"$/.exec(each)?.[1] ?? []),
      headers: { 'signature-input': `${label}=${all}`, signature: `${label}=${value}` },
    };
  });
}

function seconds(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,11}$/.test(text) ? Number(text) * 1_000 : null;
}
