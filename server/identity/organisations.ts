// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { BadInput, Conflict, NotFound } from '../platform/http/problem.ts';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../platform/http/paging.ts';
import { newId } from '../platform/ids.ts';
import { applyDomains } from './staff.ts';

export interface OrganisationView {
  id: string;
  name: string;
  domains: string[];
  memberCount: number;
}

export interface OrganisationInput {
  name: string;
  domains: readonly string[];
}

/** Whoever has an address here would count as a civil servant. */
const openToAll = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.nl', 'hotmail.com', 'hotmail.nl', 'live.nl', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'proton.me', 'protonmail.com', 'kpnmail.nl', 'kpnplanet.nl', 'ziggo.nl', 'xs4all.nl', 'planet.nl', 'home.nl', 'telfort.nl', 'gmx.com', 'gmx.net', 'aol.com']);

export function organisationQuery(trx: Trx) {
  return trx
    .selectFrom('organisation as o')
    .select((eb) => [
      'o.id',
      'o.name',
      sql<string[]>`array(select d.domain::text from organisation_domain d where d.organisation_id = o.id order by d.domain)`.as('domains'),
      eb.selectFrom('actor as a').select((count) => count.fn.countAll<number>().as('count')).whereRef('a.organisation_id', '=', 'o.id').as('memberCount'),
    ]);
}

/** By name. */
export async function listOrganisations(trx: Trx, page: { limit?: number; cursor?: string }): Promise<{ items: OrganisationView[]; next: string | null }> {
  const limit = page.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(page.cursor, ['text', 'id']);
  let query = organisationQuery(trx).orderBy(sql`lower(o.name)`).orderBy('o.id').limit(limit + 1);
  if (after !== null) query = query.where(sql<boolean>`(lower(o.name), o.id) > (${after[0]}, ${after[1]}::uuid)`);
  const rows = await query.execute();
  return pageOf(rows, limit, toView, (row) => [row.name.toLowerCase(), row.id]);
}

export async function organisationById(trx: Trx, id: string): Promise<OrganisationView> {
  const row = await organisationQuery(trx).where('o.id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return toView(row);
}

/** @throws {Conflict} naming `name`, {@link BadInput} or {@link Conflict} naming a domain */
export async function createOrganisation(trx: Trx, input: OrganisationInput): Promise<OrganisationView> {
  const domains = cleanDomains(input.domains);
  const id = newId();
  await refuseTakenName(trx, input.name, id);
  await trx.insertInto('organisation').values({ id, name: input.name }).execute();
  await setDomains(trx, id, [], domains);
  return organisationById(trx, id);
}

export async function changeOrganisation(trx: Trx, id: string, changes: Partial<OrganisationInput>): Promise<OrganisationView> {
  await lock(trx, id);
  if (changes.name !== undefined) {
    await refuseTakenName(trx, changes.name, id);
    await trx.updateTable('organisation').set({ name: changes.name }).where('id', '=', id).execute();
  }
  if (changes.domains !== undefined) await setDomains(trx, id, await domainsOf(trx, id), cleanDomains(changes.domains));
  return organisationById(trx, id);
}

/** Its people stay, as residents. */
export async function deleteOrganisation(trx: Trx, id: string): Promise<void> {
  await lock(trx, id);
  await setDomains(trx, id, await domainsOf(trx, id), []);
  // The foreign key takes the organisation from people whose domain was moved by hand; accounts follow the domains alone.
  await trx.deleteFrom('organisation').where('id', '=', id).execute();
}

async function lock(trx: Trx, id: string): Promise<void> {
  const found = await trx.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  if (found === undefined) throw new NotFound();
}

async function domainsOf(trx: Trx, id: string): Promise<string[]> {
  const rows = await trx.selectFrom('organisation_domain').select('domain').where('organisation_id', '=', id).execute();
  return rows.map((row) => row.domain);
}

async function refuseTakenName(trx: Trx, name: string, id: string): Promise<void> {
  const taken = await trx.selectFrom('organisation').select('id').where(sql<boolean>`lower(name) = lower(${name})`).where('id', '!=', id).executeTakeFirst();
  if (taken !== undefined) throw new Conflict('name-taken', { nl: 'Er is al een organisatie met deze naam.', en: 'There is an organisation with this name already.' }, 'name');
}

async function setDomains(trx: Trx, id: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const gone = before.filter((domain) => !after.includes(domain));
  const added = after.filter((domain) => !before.includes(domain));
  if (gone.length > 0) await trx.deleteFrom('organisation_domain').where('domain', 'in', gone).where('organisation_id', '=', id).execute();
  for (const domain of added) {
    const made = await trx.insertInto('organisation_domain').values({ domain, organisation_id: id }).onConflict((conflict) => conflict.doNothing()).returning('domain').executeTakeFirst();
    if (made === undefined) throw new Conflict('domain-taken', { nl: `Het domein ${domain} hoort al bij een andere organisatie.`, en: `The domain ${domain} belongs to another organisation already.` }, 'domains');
  }
  // Accounts are nobody's to see or write; only whether they are staff follows from this command.
  await withSystem(trx, () => applyDomains(trx, [...gone, ...added], id));
}

function cleanDomains(domains: readonly string[]): string[] {
  const clean = [...new Set(domains.map((domain) => domain.trim().toLowerCase().replace(/^@/, '')))];
  for (const domain of clean) {
    if (openToAll.has(domain)) throw new BadInput('domains', { nl: `Bij ${domain} kan iedereen een adres nemen; daarmee werd iedereen ambtenaar.`, en: `Anybody can have an address at ${domain}; everybody would become a civil servant.` });
  }
  return clean;
}

function toView(row: { id: string; name: string; domains: string[]; memberCount: number | null }): OrganisationView {
  return { id: row.id, name: row.name, domains: row.domains, memberCount: row.memberCount ?? 0 };
}
