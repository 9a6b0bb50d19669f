// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { publish, publishAll } from '../platform/outbox/publish.ts';
import type { ProfileChanged, StaffChanged } from './events.ts';

/**
 * Makes staff of the accounts in these domains, or takes that away, as the organisations stand now. Subdomains are
 * domains of their own. The transaction is the system's.
 */
export async function applyDomains(trx: Trx, domains: readonly string[], organisationId: string): Promise<void> {
  if (domains.length === 0) return;
  const list = sql`${domains.map((domain) => domain.toLowerCase())}::text[]`;
  const { rows } = await sql<{ id: string }>`
    with concerned as (
      select c.id, c.actor_id, d.organisation_id
      from account c
      left join organisation_domain d on d.domain = substring(c.email::text from '[^@]*$')::citext
      where lower(substring(c.email::text from '[^@]*$')) = any (${list}) and c.confirmed_at is not null
    ), accounts as (
      update account c set is_staff = concerned.organisation_id is not null from concerned where c.id = concerned.id
    )
    update actor a set organisation_id = concerned.organisation_id from concerned
    where a.id = concerned.actor_id and a.organisation_id is distinct from concerned.organisation_id
    returning a.id`.execute(trx);
  await publishAll<ProfileChanged>(trx, rows.map(({ id }) => ({ type: 'ProfileChanged', actorId: id })));
  await publish<StaffChanged>(trx, { type: 'StaffChanged', organisationId });
}
