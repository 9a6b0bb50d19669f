// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { buildBuilding, buildMemberOf, eventsOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply, readPost } from '../support/factories-posts.ts';
import { buildRemotePerson, type RemotePerson } from '../support/factories-remote.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, handleKept, keepActivities, outcomesOf } from '../support/kept-activities.ts';
import { statementsSent } from '../support/statements-sent.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
let plein: OpenPlein;
let serial = 0;

beforeAll(async () => {
  plein = await startOpenPlein({ workers: false });
});
afterAll(async () => {
  await plein.close();
});

function answer(by: RemotePerson, to: { uri: string }, fields: Record<string, unknown> = {}, around: Record<string, unknown> = {}): Activity {
  const id = `https://${by.host}/notes/${++serial}`;
  const object = { id, type: 'Note', attributedTo: by.uri, inReplyTo: to.uri, to: [PUBLIC], content: '<p>Antwoord</p>', published: '2026-11-20T10:00:00Z', ...fields };
  return { id: `${id}/create`, type: 'Create', actor: by.uri, to: [PUBLIC], object, ...around };
}

const keep = (host: string, activities: readonly Activity[]) => keepActivities(plein, host, activities);
const outcomes = (activities: readonly Activity[]) => outcomesOf(plein, activities);

async function handle(hosts: readonly string[]): Promise<void> {
  await handleKept(plein);
  for (const host of hosts) expect(await plein.db((trx) => trx.selectFrom('received_activity').select('uri').where('host', '=', host).where('handled_at', 'is', null).execute())).toEqual([]);
}

interface Town {
  building: TestBuilding;
  host: string;
  script: { name: string; activity: Activity }[];
}

/** The same things said at another instance to another building: what is plain, what is refused for every reason, and what needs care. */
async function buildTown(host: string): Promise<Town> {
  const building = await buildBuilding(plein);
  const anna = await buildMemberOf(plein, building);
  const [root, other, gone] = [await buildPost(anna, building, { body: 'Een' }), await buildPost(building.founder, building, { body: 'Twee' }), await buildPost(anna, building, { body: 'Drie' })];
  const members = await buildPost(anna, building, { audience: 'members' });
  const beneath = await buildReply(building.founder, root, { body: 'Daaronder' });
  await anna.delete(`/posts/${gone.id}`);
  const person = (name: string, knownSince = new Date('2020-01-01')) => buildRemotePerson(plein, { host, name, knownSince });
  const [bob, eve, cas, mia, new1] = [await person('bob'), await person('eve'), await person('cas'), await person('mia'), await person('nieuw', plein.clock.now())];
  await plein.db(async (trx) => {
    await trx.insertInto('person_tie').values({ owner_id: anna.actorId, person_id: eve.actorId, kind: 'block', created_at: new Date() }).execute();
    await trx.insertInto('membership').values({ id: newId(), member_id: cas.actorId, place_id: building.id, state: 'banned', role: 'member', audience_id: 1, created_at: new Date() }).execute();
    await trx.insertInto('membership_end').values({ member_id: mia.actorId, place_id: building.id, ended_at: new Date(), suspended_until: new Date('2099-01-01') }).execute();
    await trx.insertInto('tombstone').values({ uri: `https://${host}/notes/begraven`, actor_uri: bob.uri, deleted_at: new Date() }).execute();
  });
  const mention = { tag: [{ type: 'Mention', href: `${plein.url}/ap/actors/${anna.actorId}`, name: `@${anna.handle}` }, { type: 'Hashtag', name: '#buurtfeest', href: 'https://x.example/t' }] };
  const first = answer(bob, root);
  const script = Object.entries({
    plain: first,
    'to an answer': answer(bob, { uri: beneath.uri }),
    'to what came with it': answer(bob, { uri: (first['object'] as { id: string }).id }),
    'naming its author, with a label': answer(bob, root, { content: `<p><a href="${plein.url}/ap/actors/${anna.actorId}" class="u-url mention">@${anna.handle}</a> kom je? #buurtfeest</p>`, ...mention }),
    'of a blocked person': answer(eve, root),
    'of the same to another': answer(eve, other),
    'of who was put out': answer(cas, root),
    'of who was suspended outside': answer(mia, root),
    'of a newcomer with a link': answer(new1, root, { content: '<p><a href="https://koop.example">koop</a></p>' }),
    'of a newcomer without': answer(new1, other),
    buried: answer(bob, root, { id: `https://${host}/notes/begraven` }),
    'of another': answer(bob, root, { attributedTo: eve.uri }),
    'to nothing': answer(bob, { uri: `https://${host}/notes/nergens` }),
    'to what is deleted': answer(bob, gone),
    'to members': answer(bob, members),
    'for few': answer(bob, root, { to: [`${bob.uri}/followers`] }),
    'without words': answer(bob, root, { content: '<p> </p>' }),
    'with a title': answer(bob, root, { type: 'Article', name: 'Mijn kijk' }),
    'the same once more': { ...first, id: `${first.id}-again` },
    'in English, long ago': answer(bob, other, { contentMap: { en: '<p>Yes</p>' }, content: '<p>Yes</p>', published: '2001-01-01T00:00:00Z' }),
  }).map(([name, activity]) => ({ name, activity }));
  return { building, host, script };
}

/** All that stands there, without what differs between two towns. */
async function state({ building, host }: Town) {
  const posts = await plein.db((trx) => sql<Record<string, unknown>>`
    select regexp_replace(p.html, '(/people/|@)[a-z0-9-]+', '\\1iemand', 'g') as html, p.origin, p.withheld, p.language, p.reply_count, p.kind, case when a.domain is null then 'hier' else a.name end as author, p.root_id is null as is_root, q.text as answers, p.published_at < '2026-11-21' as early,
      (select count(*)::int from mention m where m.post_id = p.id) as mentions, array(select tag from post_tag t where t.post_id = p.id order by tag) as tags,
      r.host = ${host} as kept, r.raw_create is not null as raw, r.audience_id = p.audience_id as same_audience,
      (select count(*)::int from search_waiting s where s.of_post = p.id) > 0 as to_be_found
    from post p join actor a on a.id = p.author_id left join post q on q.id = p.in_reply_to left join remote_post r on r.post_id = p.id
    where p.place_id = ${building.id}::uuid and p.origin = 'remote' or p.id in (select root_id from post where place_id = ${building.id}::uuid) order by p.text, q.text, author, p.reply_count`.execute(trx));
  const events = (await eventsOf(plein, building)).map(({ type }) => type).sort();
  const place = await plein.db((trx) => trx.selectFrom('place').select(['post_count', 'public_post_count']).where('id', '=', building.id).executeTakeFirstOrThrow());
  return { posts: posts.rows, events, place };
}

test('what came together is handled as if each had come by itself', async () => {
  const [together, apart] = [await buildTown('samen.example'), await buildTown('apart.example')];
  await keep(together.host, together.script.map(({ activity }) => activity));
  const { sent } = await statementsSent(() => handle([together.host]));
  for (const { activity } of apart.script) {
    await keep(apart.host, [activity]);
    await handle([apart.host]);
  }
  const [a, b] = await Promise.all([together, apart].map(async ({ script }) => {
    const found = await outcomes(script.map(({ activity }) => activity));
    return Object.fromEntries(script.map(({ name }, index) => [name, found[index]]));
  }));
  expect(a).toEqual({
    plain: 'done', 'to an answer': 'done', 'to what came with it': 'done', 'naming its author, with a label': 'done', 'of a blocked person': 'not-allowed', 'of the same to another': 'done', 'of who was put out': 'not-allowed',
    'of who was suspended outside': 'not-allowed', 'of a newcomer with a link': 'done', 'of a newcomer without': 'done', buried: 'deleted', 'of another': 'not-theirs', 'to nothing': 'unknown-object', 'to what is deleted': 'unknown-target',
    'to members': 'said-public', 'for few': 'not-allowed', 'without words': 'not-understood', 'with a title': 'done', 'the same once more': 'done', 'in English, long ago': 'done',
  });
  expect(b).toEqual(a);
  expect(await state(together)).toEqual(await state(apart));
  expect(sent.filter((text) => text.includes('jsonb_populate_recordset(null::post,')).length).toBe(1);
});

test('of many instances at once nothing is lost, doubled or counted wrong', async () => {
  const building = await buildBuilding(plein);
  const roots = await Promise.all([1, 2, 3].map(() => buildPost(building.founder, building)));
  const hosts = Array.from({ length: 6 }, (_, index) => `buur-${index}.example`);
  for (const host of hosts) {
    const people = await Promise.all([1, 2, 3].map(() => buildRemotePerson(plein, { host })));
    await keep(host, Array.from({ length: 45 }, (_, index) => answer(people[index % 3] as RemotePerson, roots[index % roots.length] as { uri: string })));
  }
  await handle(hosts);
  for (const root of roots) expect((await readPost(building.founder, root.id)).replyCount).toBe(90);
  const { count } = await plein.db((trx) => trx.selectFrom('post').select(({ fn }) => fn.countAll<number>().as('count')).where('place_id', '=', building.id).where('origin', '=', 'remote').executeTakeFirstOrThrow());
  expect(count).toBe(270);
  expect((await eventsOf(plein, building)).filter(({ type, rootId }) => type === 'PostPublished' && rootId !== null)).toHaveLength(270);
});

test('one that cannot be written takes none of the others with it', async () => {
  const building = await buildBuilding(plein);
  const root = await buildPost(building.founder, building);
  const bob = await buildRemotePerson(plein, { host: 'breekt.example' });
  await plein.db(async (trx) => {
    await sql`create function refuse_broken() returns trigger language plpgsql as $$ begin if new.text like '%kapot%' then raise exception 'cannot write this'; end if; return new; end $$`.execute(trx);
    await sql`create trigger refuse_broken before insert on post for each row execute function refuse_broken()`.execute(trx);
  });
  const list = Array.from({ length: 12 }, (_, index) => answer(bob, root, index === 5 ? { content: '<p>kapot</p>' } : {}));
  await keep('breekt.example', list);
  await handleKept(plein);
  expect((await outcomes(list)).filter((each) => each === 'done')).toHaveLength(11);
  expect((await readPost(building.founder, root.id)).replyCount).toBe(11);
  const broken = await plein.db((trx) => trx.selectFrom('received_activity').select(['attempts', 'handled_at']).where('uri', '=', list[5]?.id ?? '').executeTakeFirstOrThrow());
  expect(broken).toEqual({ attempts: 1, handled_at: null });
});

test('who is blocked while what they said waits is not heard, however lately they were known', async () => {
  const building = await buildBuilding(plein);
  const root = await buildPost(building.founder, building);
  const host = 'geblokkeerd.example';
  const bob = await buildRemotePerson(plein, { host });
  const [before, ...after] = Array.from({ length: 4 }, () => answer(bob, root)) as [Activity, ...Activity[]];
  await keep(host, [before]);
  await handle([host]);
  await plein.db((trx) => trx.insertInto('peer_block').values({ domain: host, reason: '', by_id: building.founder.actorId, created_at: new Date() }).execute());
  await keep(host, after);
  await handle([host]);
  expect(await outcomes([before, ...after])).toEqual(['done', 'blocked', 'blocked', 'blocked']);
});
