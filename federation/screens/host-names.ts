// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import { BadInput } from '../../server/platform/http/problem.ts';

/** Letters of other scripts come as punycode; a name has no path, no user, and at most a port. */
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::\d{1,5})?$/;

/**
 * The host of another instance as somebody wrote it: a bare name, or its whole address.
 * @param field what to name where it is none
 * @throws {BadInput} for what is no host, and for our own
 */
export function hostGiven({ config }: Pick<Deps, 'config'>, written: string, field: string): string {
  const host = hostIn(written);
  if (host === null) throw new BadInput(field, { nl: 'Vul de naam van een ander plein in, zoals plein.voorbeeld.example.', en: 'Give the name of another square, such as plein.voorbeeld.example.' });
  if (host === new URL(config.publicUrl).host) throw new BadInput(field, { nl: 'Dit is het plein waar je nu bent.', en: 'This is the square that you are on.' });
  return host;
}

export function hostIn(written: string): string | null {
  const trimmed = written.trim().toLowerCase();
  const url = URL.parse(/^https?:\/\//.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  // The usual port of https goes by itself; that of http is dropped only where http was written.
  return HOST.test(url.host) ? url.host : null;
}
