// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import { type Trx, withSystem } from '../../server/platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE } from '../../server/platform/db/viewer.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { gather } from '../lanes/gather.ts';

/**
 * Whether the administrator shut another instance out: by its domain, with everything below it; a block that names a port is of that one only.
 * @param host as in an address, with its port where that is not the usual one
 */
export async function isBlocked(from: Trx | Pick<Deps, 'database'>, host: string): Promise<boolean> {
  // The list is for administrators to read, and holds for everybody.
  return 'database' in from ? askingOf(from)(host) : withSystem(from, () => anyBlock(from, host));
}

const asking = new WeakMap<object, (host: string) => Promise<boolean>>();

/** Every message asks, and those that ask at the same time ask together. */
function askingOf({ database }: Pick<Deps, 'database'>): (host: string) => Promise<boolean> {
  const known = asking.get(database);
  if (known !== undefined) return known;
  const ask = gather<string, boolean>(async (hosts) => {
    const names = [...new Set(hosts.flatMap(blocksThatHold))];
    const rows = await database.readAs(administrators, (db) => db.selectFrom('peer_block').select('domain').where('domain', '=', sql<string>`any(${names}::text[])`).execute());
    const blocked = new Set(rows.map(({ domain }) => domain));
    return hosts.map((host) => blocked.size > 0 && blocksThatHold(host).some((each) => blocked.has(each)));
  }, 500);
  asking.set(database, ask);
  return ask;
}

/** Nobody in particular, with what is theirs to read: asked for each message, without a transaction. */
const administrators = { actorId: null, audiences: [ADMINISTRATORS_AUDIENCE] };

async function anyBlock(trx: Trx, host: string): Promise<boolean> {
  const row = await trx.selectFrom('peer_block').select('domain').where('domain', 'in', blocksThatHold(host)).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** In a query: whether a block of `domain` holds for `host`, as {@link blocksThatHold} says of one. */
export function holds(domain: RawBuilder<unknown>, host: RawBuilder<unknown>): RawBuilder<boolean> {
  const bare = sql`regexp_replace(${host}, ':[0-9]+$', '')`;
  return sql<boolean>`(${domain} = ${host} or ${domain} = ${bare} or right(${bare}, length(${domain}) + 1) = '.' || ${domain})`;
}

/** What may stand in the list for a host to be blocked; of "a.b.nl:8443": "a.b.nl:8443", "a.b.nl", "b.nl" and "nl". */
export function blocksThatHold(host: string): string[] {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host.toLowerCase()) ?? [];
  const bare = name.replace(/\.$/, '');
  const found = bare.startsWith('[') ? [bare] : bare.split('.').map((_, index, parts) => parts.slice(index).join('.'));
  return port === undefined ? found : [...found, `${bare}:${port}`];
}
