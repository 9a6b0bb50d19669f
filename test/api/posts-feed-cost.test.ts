// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Viewer } from '../../server/platform/db/viewer.ts';
import { bookmarkFeed, placeFeed, mineFeed, personFeed, type PostPage, squareFeed, tagFeed, threadOf } from '../../server/posts/feeds.ts';
import { unreadCounts, unreadPlaces } from '../../server/posts/unread.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { type Plan, plansOf } from '../support/plans.ts';

const PLACES = 60;
const POSTS = 30_000;
const LIMIT = 20;

let plein: TestPlein;
let viewer: Viewer;
let threadRoot: string;

/** Sixty closed buildings with five hundred posts each, of which the viewer is in thirty. */
beforeAll(async () => {
  plein = await startPlein();
  await plein.db(async (trx) => {
    await sql`insert into actor (id, type, handle, name, uri, audience_id)
      select uuidv7(), 'person', 'schrijver-' || n, 'Schrijver ' || n, 'urn:schrijver:' || n, 1 from generate_series(1, 100) n`.execute(trx);
    await sql`insert into actor (id, type, handle, name, uri, audience_id)
      select uuidv7(), 'building', 'gebouw-' || n, 'Gebouw ' || n, 'urn:gebouw:' || n, 1 from generate_series(1, ${PLACES}) n`.execute(trx);
    await sql`insert into audience (kind, place_id) select kind, id from actor cross join unnest(array['members', 'staff-members']) as kind where type = 'building'`.execute(trx);
    await sql`insert into place (id, kind, slug, access, audience_id, members_audience_id, staff_members_audience_id)
      select a.id, 'building', a.handle, 'closed', 1, m.id, s.id from actor a join audience m on m.place_id = a.id and m.kind = 'members' join audience s on s.place_id = a.id and s.kind = 'staff-members' where a.type = 'building'`.execute(trx);
    await sql`insert into membership (id, member_id, place_id, state, audience_id)
      select uuidv7(), (select id from actor where handle = 'schrijver-1'), id, 'active', members_audience_id from place where kind = 'building' order by slug limit ${PLACES / 2}`.execute(trx);
    await sql`insert into post (id, uri, kind, author_id, place_id, audience_id, html, text, source, format, published_at)
      select uuidv7(), 'urn:post:' || n, 'message', w.id, p.id, p.members_audience_id, '<p>x</p>', 'x', 'x', 'markdown', now() - n * interval '1 minute'
      from generate_series(1, ${POSTS}) n
      join (select id, row_number() over (order by handle) as i from actor where type = 'person') w on w.i = n % 100 + 1
      join (select id, members_audience_id, row_number() over (order by slug) as i from place where kind = 'building') p on p.i = n % ${PLACES} + 1`.execute(trx);
    await sql`insert into post_tag (post_id, tag, audience_id, published_at) select id, 'veel', audience_id, published_at from post where uri like '%0'`.execute(trx);
    await sql`insert into bookmark (owner_id, post_id) select (select id from actor where handle = 'schrijver-1'), id from post where uri like '%00' and audience_id = any(select audience_id from membership)`.execute(trx);
    const root = await sql<{ id: string; place_id: string; audience_id: number; author_id: string }>`select post.id, post.place_id, post.audience_id, author_id from post join membership m on m.place_id = post.place_id limit 1`.execute(trx);
    const { id, place_id: placeId, audience_id: audienceId, author_id: authorId } = root.rows[0] ?? expect.fail('no root');
    threadRoot = id;
    await sql`insert into post (id, uri, kind, author_id, place_id, audience_id, in_reply_to, root_id, html, text, source, format, published_at)
      select uuidv7(), 'urn:reply:' || n, 'message', ${authorId}, ${placeId}, ${audienceId}, ${id}, ${id}, '<p>x</p>', 'x', 'x', 'markdown', now() - n * interval '1 second' from generate_series(1, 2000) n`.execute(trx);
    const me = await trx.selectFrom('actor').select('id').where('handle', '=', 'schrijver-1').executeTakeFirstOrThrow();
    const mine = await trx.selectFrom('membership').select('audience_id').execute();
    viewer = { actorId: me.id, audiences: [1, 2, ...mine.map((each) => each.audience_id)], isStaff: true, isAdministrator: false } as unknown as Viewer;
  });
  // The planner knows the sizes; that pages need no look must not be needed.
  await plein.deps.database.pool.query('analyze');
});
afterAll(() => plein.close());

/** How many rows of big tables were touched, counting those that a filter threw away. */
function touched(plan: Plan): number {
  const below = (plan.Plans ?? []).reduce((sum, each) => sum + touched(each), 0);
  if (plan['Relation Name'] !== 'post' && plan['Relation Name'] !== 'post_tag') return below;
  return below + (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
}

const AUDIENCES = PLACES / 2 + 2;
/** Each audience is looked into once; of as many as a page holds, as many posts as a page holds are read. */
const MERGED = AUDIENCES + (LIMIT + 1) ** 2;
const feeds: [string, (trx: Trx, page: { limit: number; cursor?: string }) => Promise<PostPage>, most: number][] = [
  ['the square', (trx, page) => squareFeed(trx, viewer, page), MERGED],
  ['mine', (trx, page) => mineFeed(trx, viewer, page), MERGED],
  ['a building', (trx, page) => placeFeed(trx, viewer, 'gebouw-1', page), 3 * (LIMIT + 1)],
  ['a person', (trx, page) => personFeed(trx, viewer, 'schrijver-7', page), MERGED],
  ['a tag', (trx, page) => tagFeed(trx, viewer, 'veel', page), MERGED],
  ['bookmarks', (trx, page) => bookmarkFeed(trx, viewer, page), 6 * (LIMIT + 1)],
  ['a thread', (trx, page) => threadOf(trx, viewer, { id: threadRoot, root: null }, page), LIMIT + 1],
];

describe('among 30,000 posts', () => {
  test.each(feeds)('%s touches no more rows than it has audiences and the page has room, on the first page and deeper', async (_name, feed, most) => {
    let cursor: string | undefined;
    for (let depth = 0; depth < 3; depth++) {
      const { result: page, plans } = await plansOf(plein, viewer, (trx) => feed(trx, { limit: LIMIT, ...(cursor === undefined ? {} : { cursor }) }));
      expect(page.items.length).toBe(LIMIT);
      // The second statement reads the posts of the page themselves, with what hangs on them.
      expect(plans.reduce((sum, plan) => sum + touched(plan), 0)).toBeLessThanOrEqual(most + 4 * (LIMIT + 1));
      if (page.next === null) break;
      cursor = page.next;
    }
  });

  test('what is unread is counted by what is newer, however much is older', async () => {
    const { result: places } = await plansOf(plein, viewer, (trx) => trx.selectFrom('membership').select('place_id as id').where('member_id', '=', viewer.actorId).execute());
    const { result: unread, plans } = await plansOf(plein, viewer, (trx) => unreadCounts(trx, viewer, places));
    expect(unread.size).toBe(PLACES / 2);
    // Everything was written before the viewer came in.
    expect([...unread.values()].every((count) => count === 0)).toBe(true);
    expect(plans.reduce((sum, plan) => sum + touched(plan), 0)).toBeLessThanOrEqual(AUDIENCES);
  });

  test('what is new today is found by looking at so much of each place, however much is new', async () => {
    const member = viewer as Viewer & { actorId: string };
    await plein.db((trx) => trx.updateTable('membership').set({ created_at: new Date(0) }).execute());
    const { result: places, plans } = await plansOf(plein, viewer, (trx) => unreadPlaces(trx, member as never, []));
    expect(places).toHaveLength(PLACES / 2);
    expect(places.every((place) => place.unread === 99 && place.postIds.length === 3)).toBe(true);
    // Two hundred of each place, of the five hundred there are; and a few of my own, passed over.
    expect(plans.reduce((sum, plan) => sum + touched(plan), 0)).toBeLessThanOrEqual((PLACES / 2) * 205);
  });
});
