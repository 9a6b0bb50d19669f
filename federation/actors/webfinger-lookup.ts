// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { hostOf } from '../addresses.ts';
import { isObject } from '../wire/bounded-json.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import { fetchWith } from '../wire/fetch.ts';
import { originOf } from './home.ts';

export interface WebFingerLink {
  rel: string;
  type: string;
  href: string;
}

export interface WebFingerAnswer {
  subject: string;
  links: WebFingerLink[];
}

const MOST_LINKS = 30;

/** "@name@host", "name@host", "acct:name@host": null for anything else. The host is in lower case, as in an address. */
export function handleOf(text: string): { name: string; host: string } | null {
  const [, name, domain] = /^(?:acct:)?@?([\p{L}\p{N}_.-]{1,100})@([^\s@/?#]{1,255})$/u.exec(text.trim()) ?? [];
  if (name === undefined || domain === undefined) return null;
  const host = hostOf(`https://${domain}/`);
  return host === null ? null : { name, host };
}

/** Asks a host who or what that is (RFC 7033). @throws {FetchRefused} */
export async function lookUp(deps: Pick<Deps, 'config' | 'database' | 'clock' | 'log'>, host: string, resource: string): Promise<WebFingerAnswer> {
  const address = `${originOf(deps, host)}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
  const { json } = await fetchWith(deps, address, { accept: 'application/jrd+json, application/json' });
  if (typeof json['subject'] !== 'string' || !Array.isArray(json['links'])) throw new FetchRefused('not-json', address);
  const links = (json['links'] as unknown[]).slice(0, MOST_LINKS).filter(isObject).flatMap((link) =>
    typeof link['rel'] === 'string' && typeof link['href'] === 'string' && hostOf(link['href']) !== null
      ? [{ rel: link['rel'], type: typeof link['type'] === 'string' ? link['type'] : '', href: link['href'] }]
      : []);
  return { subject: json['subject'], links };
}
