// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';

type Home = Pick<Deps, 'config'>;

/** Host of this instance, as it stands in handles. */
export const ourHost = ({ config }: Home): string => new URL(config.publicUrl).host;

export const isOurs = (home: Home, host: string): boolean => host.toLowerCase() === ourHost(home);

/** Where a host is spoken with: over TLS; on this machine, in tests and demonstrations, without. */
export function originOf({ config }: Home, host: string): string {
  const here = config.allowPrivate && /^(?:(?:[a-z0-9-]+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(host);
  return `${here ? 'http' : 'https'}://${host}`;
}
