// SPDX-License-Identifier: EUPL-1.2
import { bareAddress } from '../platform/config/config.ts';
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';

/** RFC 9116 advises less than a year, so that a file nobody keeps does not speak for ever. */
const VALID_DAYS = 180;
const DAY_MS = 24 * 3_600_000;

/** Where to report a vulnerability: the address that the instance sends its mail from. */
export function securityTxt(app: App, { config, clock }: Deps): void {
  const address = bareAddress(config.mailFrom);
  app.get('/.well-known/security.txt', { config: { access: 'public' }, schema: { hide: true, response: { 200: Type.String() } } }, async (_request, reply) => {
    const today = Math.floor(clock.now().getTime() / DAY_MS) * DAY_MS;
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400');
    return [
      `Contact: mailto:${address}`,
      `Expires: ${new Date(today + VALID_DAYS * DAY_MS).toISOString().replace('.000', '')}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${config.publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  });
}
