// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';

/** Hosts for a change of several rows of `peer`, locked in one order, so that two such changes never wait for each other. */
export function peersInOrder(hosts: readonly string[]): RawBuilder<unknown> {
  return sql`select host from peer where host = any(${[...new Set(hosts)]}::text[]) order by host for update`;
}
