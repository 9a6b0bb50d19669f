// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** With what mail is signed (DKIM, RFC 6376). */
export interface Dkim {
  domain: string;
  selector: string;
  /** PEM. */
  privateKey: string;
}

const names = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;
const LONGEST_NAME = 253;
const LEAST_BITS = 1_024;

/** All three, or none. Never repeats the key. @throws {ConfigError} */
export function readDkim(domain: string | null, selector: string | null, key: string | null): Dkim | null {
  if (domain === null && selector === null && key === null) return null;
  if (domain === null) throw new ConfigError('DKIM_DOMAIN is missing: mail is signed for a domain, with a selector and a key.');
  if (selector === null) throw new ConfigError('DKIM_SELECTOR is missing: it is the name under which the public key stands in DNS.');
  if (key === null) throw new ConfigError('DKIM_PRIVATE_KEY is missing: give a private RSA key in PEM, or the path of a file with one.');
  if (!isName(domain) || !domain.includes('.')) throw new ConfigError(`DKIM_DOMAIN is "${domain}", but must be a domain such as gemeente.example.`);
  if (!isName(selector)) throw new ConfigError(`DKIM_SELECTOR is "${selector}", but must be a name such as plein2026.`);
  return { domain, selector, privateKey: privateKey(key) };
}

function isName(value: string): boolean {
  return value.length <= LONGEST_NAME && names.test(value);
}

function privateKey(value: string): string {
  const pem = value.startsWith('-----BEGIN') ? value.replaceAll('\\n', '\n') : contentOf(value);
  const key = parsed(pem);
  if (key === null) throw new ConfigError('DKIM_PRIVATE_KEY holds no private key: give it in PEM, without a password on it.');
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_BITS) {
    throw new ConfigError(`DKIM_PRIVATE_KEY is no RSA key of at least ${LEAST_BITS} bits, which is what receivers understand.`);
  }
  return pem;
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new ConfigError('DKIM_PRIVATE_KEY is no key in PEM, nor a file that can be read.');
  }
}

function parsed(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
