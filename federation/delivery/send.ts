// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterCommit, type Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';
import { activityUri, oursAt } from '../addresses.ts';
import { postIn } from '../translate/post-in.ts';
import { blocksThatHold } from '../wire/blocks.ts';
import { keptWhileParked } from './parked.ts';
import { wakeDeliveries } from './wake.ts';

export interface Sending {
  /** The same is sent once: what happened and to which part of the world, "PostPublished {id} announce". */
  dedupeKey: string;
  /** Of the activity: "Create". */
  type: string;
  /** Our actor that says it, and signs it. */
  senderId: string;
  /** Complete, with `@context`, and an `id` of {@link newActivityId}; exactly so it goes out, and is served at its address. */
  activity: Record<string, unknown>;
  /** Of somebody elsewhere, with their proof, to be brought further: it keeps its own `id`, and is served nowhere here. */
  handedOn?: true;
  /** What is told in order, one after the other: the address of an object, a thread or a membership. */
  orderingKey: string;
  /** Id of a place: goes only to instances that have an active member there at the moment it is sent. */
  membersOf?: string;
  /** Id of a place elsewhere, to the home of which it goes: served to that home, and to whom it vouches for. Not with `membersOf`. */
  readersOf?: string;
  to: readonly { host: string; inbox: string }[];
}

/** Id of an activity of ours, and the address under which it can be had. */
export function newActivityId({ config }: Pick<Deps, 'config'>): { id: string; uri: string } {
  const id = newId();
  return { id, uri: activityUri(config, id) };
}

/**
 * Writes down what is to be told to others, in the transaction of what it tells of; it leaves after the commit. Leaves out our own
 * instance and those that are blocked, sends to an inbox once however many read there, and does nothing for a dedupeKey that was used.
 * As the system.
 */
export async function send(trx: Trx, deps: Deps, sending: Sending): Promise<void> {
  const now = deps.clock.now();
  const uri = String(sending.activity['id']);
  const id = sending.handedOn === true ? newId() : ownId(deps, uri);
  const written = await trx
    .insertInto('sent_activity')
    .values({ id, uri, dedupe_key: sending.dedupeKey, type: sending.type, sender_id: sending.senderId, body: JSON.stringify(sending.activity), about: postIn(sending.activity), members_of: sending.membersOf ?? sending.readersOf ?? null, created_at: now })
    .onConflict((clash) => clash.column('dedupe_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) return;
  const targets = await targetsOf(trx, deps, sending);
  if (targets.length === 0) return;
  await trx.insertInto('peer').columns(['host', 'first_seen_at']).expression(sql`select distinct h, ${now}::timestamptz from unnest(${targets.map(({ host }) => host)}::text[]) h where not exists (select 1 from peer where host = h) order by h`).onConflict((clash) => clash.doNothing()).execute();
  // One statement for all, whose rows are in the order of their ids.
  await sql`
    insert into delivery (id, activity_id, host, inbox, ordering_key, members_of, created_at)
    select t.id, ${id}, t.host, t.inbox, ${sending.orderingKey}, ${sending.membersOf ?? null}::uuid, ${now}
    from unnest(${targets.map(() => newId())}::uuid[], ${targets.map(({ host }) => host)}::text[], ${targets.map(({ inbox }) => inbox)}::text[]) t (id, host, inbox)`.execute(trx);
  const hosts = [...new Set(targets.map(({ host }) => host))];
  afterCommit(trx, () => wakeDeliveries(deps, hosts));
}

function ownId({ config }: Pick<Deps, 'config'>, uri: string): string {
  const known = oursAt(config, uri);
  if (known?.kind !== 'activity') throw new Error(`"${uri}" is no address of an activity of ours`);
  return known.id;
}

/** Each inbox once, without our own, without those that are blocked, and of those that are away for long only what they must hear. */
async function targetsOf(trx: Trx, { config }: Pick<Deps, 'config'>, { to, type }: Sending): Promise<{ host: string; inbox: string }[]> {
  const own = new URL(config.publicUrl).host;
  const byInbox = new Map(to.filter(({ host }) => host !== own).map((each) => [each.inbox, each]));
  const hosts = [...new Set([...byInbox.values()].map(({ host }) => host))];
  if (hosts.length === 0) return [];
  const parts = new Map(hosts.map((host) => [host, blocksThatHold(host)]));
  const blocks = new Set((await trx.selectFrom('peer_block').select('domain').where('domain', 'in', [...new Set([...parts.values()].flat())]).execute()).map(({ domain }) => domain));
  const away = keptWhileParked(type) ? new Set<string>() : await giveUpParked(trx, hosts);
  return [...byInbox.values()].filter(({ host }) => !away.has(host) && !(parts.get(host) ?? []).some((part) => blocks.has(part)));
}

async function giveUpParked(trx: Trx, hosts: readonly string[]): Promise<Set<string>> {
  const parked = await trx.selectFrom('peer').select('host').where('host', 'in', [...hosts]).where('parked_at', 'is not', null).orderBy('host').execute();
  if (parked.length > 0) await sql`update peer set dropped = dropped + 1 where host = any(${parked.map(({ host }) => host)}::text[])`.execute(trx);
  return new Set(parked.map(({ host }) => host));
}
