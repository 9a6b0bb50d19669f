// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sameCase } from '../../platform/db/same-case.ts';
import type { Database, Trx } from '../../platform/db/database.ts';
import type { Viewer } from '../../platform/db/viewer.ts';
import type { App } from '../../platform/http/app.ts';

const MOST_STEPS = 20;

/**
 * Where the building with this address went, if it went up in another of which the viewer may know; else null. Every step is read
 * under both locks: an address that was known to few leads on for those few only.
 */
export async function buildingMovedTo(trx: Trx, viewer: Viewer, slug: string): Promise<string | null> {
  const mine = sql`any(${[...viewer.audiences]}::bigint[])`;
  const { rows } = await sql<{ slug: string }>`
    with recursive chain as (
      select p.id, p.slug, p.merged_into, p.deleted_at, 0 as step from place p
      where p.slug_key = ${sameCase(slug)} and p.kind = 'building' and p.merged_into is not null and p.audience_id = ${mine}
      union all
      select n.id, n.slug, n.merged_into, n.deleted_at, c.step + 1 from chain c join place n on n.id = c.merged_into
      where c.step < ${sql.lit(MOST_STEPS)} and (n.audience_id = ${mine} or n.members_audience_id = ${mine}))
    select slug from chain where merged_into is null and deleted_at is null`.execute(trx);
  return rows[0]?.slug ?? null;
}

/** The same for a group, within its building; also when it is the building that went. */
export async function groupMovedTo(trx: Trx, viewer: Viewer, building: string, group: string): Promise<{ building: string; group: string } | null> {
  const mine = sql`any(${[...viewer.audiences]}::bigint[])`;
  const now = (await buildingMovedTo(trx, viewer, building)) ?? building;
  const { rows } = await sql<{ slug: string }>`
    with recursive here as (
      -- Two groups of the same address cannot stand in one building: the one that came along may have another now.
      select p.id, p.slug, p.merged_into, p.deleted_at from place p join place b on b.id = p.parent_id left join place f on f.id = p.former_parent_id
      where b.slug_key = ${sameCase(now)} and p.kind = 'group' and (p.audience_id = ${mine} or p.members_audience_id = ${mine})
        and (p.slug_key = ${sameCase(group)} or (p.former_slug_key = ${sameCase(group)} and f.slug_key = ${sameCase(building)}))
      order by coalesce(p.former_slug_key = ${sameCase(group)} and f.slug_key = ${sameCase(building)}, false) desc limit 1),
    chain as (
      select here.*, 0 as step from here
      union all
      select n.id, n.slug, n.merged_into, n.deleted_at, c.step + 1 from chain c join place n on n.id = c.merged_into
      where c.step < ${sql.lit(MOST_STEPS)} and (n.audience_id = ${mine} or n.members_audience_id = ${mine}))
    select slug from chain where merged_into is null and deleted_at is null`.execute(trx);
  const slug = rows[0]?.slug;
  return slug === undefined || (slug === group && now === building) ? null : { building: now, group: slug };
}

const UNDER_A_BUILDING = /^(\/api\/v1\/buildings\/)([^/?]+)((?:\/groups\/)([^/?]+))?(?=$|[/?])/;

/**
 * What is no longer at its address is answered with its new one: 308 (RFC 9110, 15.4.9), so that what was being written arrives
 * too. Asked for every 404 under a building, so that what is hidden takes as long as what never was.
 */
export function leadOnFromOldAddresses(app: App, database: Database): void {
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    if (reply.statusCode !== 404 || !request.routeOptions.url?.startsWith('/api/v1/buildings/:slug')) return payload;
    const location = await database.readAs(request.viewer, (trx) => newAddress(trx, request.viewer, request.url)).catch(() => null);
    if (location === null) return payload;
    reply.code(308).header('location', location).removeHeader('content-type').removeHeader('content-length');
    return '';
  });
}

async function newAddress(trx: Trx, viewer: Viewer, url: string): Promise<string | null> {
  const found = UNDER_A_BUILDING.exec(url);
  const [whole, start, slug, , group] = found ?? [];
  if (whole === undefined || start === undefined || slug === undefined) return null;
  const rest = url.slice(whole.length);
  if (group === undefined) {
    const building = await buildingMovedTo(trx, viewer, read(slug));
    return building === null ? null : `${start}${encodeURIComponent(building)}${rest}`;
  }
  const moved = await groupMovedTo(trx, viewer, read(slug), read(group));
  return moved === null ? null : `${start}${encodeURIComponent(moved.building)}/groups/${encodeURIComponent(moved.group)}${rest}`;
}

function read(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
