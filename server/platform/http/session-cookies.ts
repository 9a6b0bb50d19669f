// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from './names.ts';

const MOST = 3;
const LONGEST = 200;

/**
 * What the session cookies of a request say, in its order. A browser sends several of one name when another site of the
 * same domain sets one too; that one must not hide ours.
 */
export function sessionSecrets(request: Pick<FastifyRequest, 'headers'>): string[] {
  const secrets = new Set<string>();
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name = '', value = ''] = pair.split('=', 2);
    const secret = value.trim().replace(/^"(.*)"$/, '$1');
    if (name.trim() === SESSION_COOKIE && secret !== '' && secret.length <= LONGEST) secrets.add(secret);
  }
  return [...secrets].slice(0, MOST);
}
