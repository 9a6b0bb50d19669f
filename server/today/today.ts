// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Static } from 'typebox';
import { type PlaceRef, placeUrl } from '../buildings/public.ts';
import { atFirst, countUnread, nextDigestMoment, type NotificationItem, notificationsOf, settingsOf } from '../notifications/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { type UnreadPlace, unreadPlaces } from '../posts/public.ts';
import { type Ask, asksOf } from './asks.ts';
import { newOnSquare, newPosts, placesToVisit } from './new-posts.ts';
import type { LineSchema, NewInPlaceSchema, Today } from './schemas.ts';

type Line = Static<typeof LineSchema>;
type NewInPlace = Static<typeof NewInPlaceSchema>;

const MOST_LINES = 100;

/** What the thread told by itself, as against what it told of somebody naming one. */
const ofThreads: readonly NotificationItem['kind'][] = ['reply', 'watched'];

/**
 * What is new to the member since last time, over all their places, in order of meaning; each thing where it means most, and there
 * only. As many statements for who is in two places as for who is in two hundred.
 */
export function todayOf({ database, clock }: Pick<Deps, 'database' | 'clock'>, member: Member): Promise<Today> {
  const now = clock.now();
  return database.readAs(member, async (trx) => {
    const { items: told, next } = await notificationsOf(trx, member, { unread: true, limit: MOST_LINES, cursor: undefined });
    const asks = await asksOf(trx, database, member, told, now);
    const { forMe, threads } = linesOf(told, asks);
    const shown = [...asks.flatMap((ask) => ask.post?.id ?? []), ...[...forMe, ...threads].flatMap((line) => line.post?.rootId ?? [])];
    const unread = await unreadPlaces(trx, member, shown);
    const places = await newInPlaces(trx, member, unread);
    const square = await newOnSquare(trx, member, shown);
    const moments = [...told.map((each) => each.createdAt), ...unread.map((each) => each.newestAt.toISOString()), ...square.map((each) => each.at)];
    return {
      // What is on its way to the database at this moment is not seen yet and stays unread.
      upTo: moments.sort().at(-1) ?? now.toISOString(),
      unreadNotifications: await countUnread(trx, member),
      asks,
      forMe,
      threads,
      more: next !== null,
      places,
      square,
      ahead: { ...(await aheadOf(trx, member, now)), toVisit: await placesToVisit(trx, member) },
    };
  });
}

/** One line for each thread, where it means most; what is not of a thread is bundled as in the list of notifications. */
function linesOf(told: readonly NotificationItem[], asks: readonly Ask[]): { forMe: Line[]; threads: Line[] } {
  const asked = new Set(asks.flatMap((ask) => ask.notificationIds));
  const bundles = new Map<string, NotificationItem[]>();
  for (const each of told) {
    // Of what waits for an answer, or waited for it until somebody else gave it.
    if (asked.has(each.id)) continue;
    const key = each.post === null || each.kind === 'search-hit' ? each.id : each.post.rootId;
    bundles.set(key, [...(bundles.get(key) ?? []), each]);
  }
  const lines = [...bundles.values()].flatMap((bundle) => {
    const head = bundle.find((each) => !ofThreads.includes(each.kind)) ?? bundle[0];
    if (head === undefined) return [];
    const answers = bundle.filter((each) => each !== head && ofThreads.includes(each.kind)).reduce((sum, each) => sum + each.count, 0);
    return [{ ...head, answers, notificationIds: bundle.map((each) => each.id) }];
  });
  const isOfThread = (line: Line) => ofThreads.includes(line.kind);
  return { forMe: lines.filter((line) => !isOfThread(line)), threads: lines.filter(isOfThread) };
}

async function newInPlaces(trx: Trx, member: Member, unread: readonly UnreadPlace[]): Promise<NewInPlace[]> {
  const posts = await newPosts(trx, member, unread.flatMap((each) => each.postIds));
  const refs = await placeRefs(trx, unread.map((each) => each.placeId));
  return unread.flatMap(({ placeId, unread: count, newestId, postIds }) => {
    const ref = refs.get(placeId);
    return ref === undefined ? [] : [{ ...ref, unread: count, newestPostId: newestId, posts: postIds.flatMap((id) => posts.get(id) ?? []) }];
  });
}

/** Places by id, of a group also where it stands; as far as the member may know of them. */
async function placeRefs(trx: Trx, ids: readonly string[]): Promise<Map<string, { place: PlaceRef; inside: PlaceRef | null }>> {
  type Named = Omit<PlaceRef, 'url'>;
  const { rows } = await sql<{ place: Named; inside: Named | null }>`
    select json_build_object('id', p.id, 'slug', p.slug, 'name', pa.name, 'access', p.access) as place,
      case when b.id is not null then json_build_object('id', b.id, 'slug', b.slug, 'name', ba.name, 'access', b.access) end as inside
    from place p join actor pa on pa.id = p.id left join place b on b.id = p.parent_id left join actor ba on ba.id = b.id
    where p.id = any (${[...ids]}::uuid[])`.execute(trx);
  const withUrl = (named: Named, inside: Named | null): PlaceRef => ({ ...named, url: placeUrl(named.slug, inside?.slug ?? null) });
  return new Map(rows.map(({ place, inside }) => [place.id, { place: withUrl(place, inside), inside: inside === null ? null : withUrl(inside, null) }]));
}

async function aheadOf(trx: Trx, member: Member, now: Date): Promise<{ nextDigestAt: string | null; timeZone: string; isMember: boolean }> {
  const { digestRhythm, digestHour, digestWeekday, timeZone } = (await settingsOf(trx, [member.actorId])).get(member.actorId) ?? atFirst;
  const { rows } = await sql<{ member: boolean }>`select exists (select from membership m where m.member_id = ${member.actorId}::uuid and m.state = 'active') as member`.execute(trx);
  return { nextDigestAt: nextDigestMoment({ digestRhythm, digestHour, digestWeekday, timeZone }, now)?.toISOString() ?? null, timeZone, isMember: rows[0]?.member ?? false };
}
