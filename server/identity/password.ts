// SPDX-License-Identifier: EUPL-1.2
import { hash, verify } from '@node-rs/argon2';
import type { Text } from '../platform/http/problem.ts';
import { newSecret } from '../platform/ids.ts';
import { commonPasswords } from './common-passwords.ts';

/** argon2id with OWASP's first choice: 19 MiB, two passes, one lane; about 70 ms on a thread of its own. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const currentPrefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), parameters);
}

let decoy: Promise<string> | null = null;

/** Takes as long for an account that is unknown or has no password (null) as for a wrong password. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(newSecret());
  const right = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'));
  return right && passwordHash !== null;
}

/** True for hashes made with parameters of before. */
export function isOutdated(passwordHash: string): boolean {
  return !passwordHash.startsWith(currentPrefix);
}

/**
 * Why a password that is long enough can still not be taken, or null. Length is what makes a password hard to guess
 * (NIST SP 800-63B), so there are no rules about signs; only what is guessed first is refused.
 */
export function passwordFault(password: string, email: string, name: string): Text | null {
  const plain = simplify(password);
  const [local = ''] = email.split('@');
  if ([email, local, name].some((own) => own !== '' && simplify(own).length > 3 && isMostly(plain, simplify(own)))) {
    return { nl: 'Gebruik niet je eigen naam of e-mailadres: dat wordt het eerst geraden.', en: 'Do not use your own name or e-mail address: that is guessed first.' };
  }
  if (commonPasswords.has(plain) || new Set(plain).size < 4) {
    return { nl: 'Dit wachtwoord wordt vaak gebruikt en dus snel geraden. Kies iets dat alleen jij bedenkt, zoals vier losse woorden.', en: 'This password is used often and so guessed quickly. Choose something only you would think of, such as four unrelated words.' };
  }
  return null;
}

function simplify(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s._-]+/g, '');
}

/** The thing itself, twice, or with a few signs behind it. */
function isMostly(password: string, own: string): boolean {
  return password.replaceAll(own, '').length < 4 && password.includes(own);
}
