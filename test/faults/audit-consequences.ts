// SPDX-License-Identifier: EUPL-1.2
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { house } from '../../federation/house.ts';
import { allSubscribers } from '../../server/app.ts';
import { readConfig } from '../../server/platform/config/config.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import type { Ledger } from './ledger.ts';
import type { LiveFollower } from './live-follower.ts';

/** What followed from the writes, against what must follow from the rows that are there. */
export interface Consequences {
  events: number;
  /** Events without an end, and events whose subscribers did not all act. */
  jobsLost: string[];
  notifications: number;
  notificationsMissing: string[];
  notificationsDoubled: string[];
  mails: number;
  live: number;
  /** Everything else that is not as it must be: counters, events, mail, live updates. */
  faults: string[];
}

export interface Surroundings {
  databaseUrl: string;
  dataDir: string;
  ledger: Ledger;
  follower: LiveFollower;
}

/** As the system, when the dust has settled. */
export async function auditConsequences(trx: Trx, { databaseUrl, dataDir, ledger, follower }: Surroundings): Promise<Consequences> {
  const notifications = await auditNotifications(trx, ledger);
  const faults = [...(await auditCounters(trx)), ...(await auditEvents(trx)), ...(await auditLive(trx, follower)), ...(await auditMail(trx, dataDir))];
  const count = async (table: 'event' | 'notification' | 'mail' | 'live_update'): Promise<number> =>
    (await trx.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count;
  return {
    events: await count('event'),
    jobsLost: await jobsLost(trx, databaseUrl),
    notifications: await count('notification'),
    ...notifications,
    mails: await count('mail'),
    live: await count('live_update'),
    faults,
  };
}

async function jobsLost(trx: Trx, databaseUrl: string): Promise<string[]> {
  // Subscribers ask for nothing but settings when they are listed.
  const subscribers = allSubscribers({ config: readConfig({ DATABASE_URL: databaseUrl }) } as Deps, house);
  const expected = subscribers.flatMap(({ name, types }) => types.map((type) => ({ name, type })));
  const { rows } = await sql<{ told: string }>`
    select e.type || ' ' || e.id || ' not handled by ' || x.name as told
    from event e join jsonb_to_recordset(${JSON.stringify(expected)}::jsonb) as x(name text, type text) on x.type = e.type
    where not exists (select from event_handled h where h.event_id = e.id and h.subscriber = x.name)
    union all
    select type || ' ' || id || ' without an end' from event where done_at is null or relayed_at is null`.execute(trx);
  return rows.map(({ told }) => told);
}

/** A reply is told to the author of the post it answers, a mention to who is named; nobody else is told anything. */
async function auditNotifications(trx: Trx, ledger: Ledger): Promise<{ notificationsMissing: string[]; notificationsDoubled: string[] }> {
  const mentioned = new Map(ledger.lines.flatMap(({ key, about }) => (about.mentioned === undefined ? [] : [[key, about.mentioned] as const])));
  const posts = await trx.selectFrom('post as p').leftJoin('post as root', 'root.id', 'p.root_id').select(['p.id', 'p.source', 'root.author_id']).execute();
  const expected = new Set<string>();
  for (const post of posts) {
    const named = mentioned.get(/^Ledger (\S+)/.exec(post.source)?.[1] ?? '');
    if (named !== undefined) expected.add(`mention ${post.id} ${named}`);
    if (post.author_id !== null) expected.add(`reply ${post.id} ${post.author_id}`);
  }
  const rows = await trx.selectFrom('notification').select(['kind', 'post_id', 'recipient_id']).execute();
  const found = new Map<string, number>();
  for (const row of rows) {
    const name = `${row.kind} ${row.post_id} ${row.recipient_id}`;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return {
    notificationsMissing: [...expected].filter((name) => !found.has(name)),
    notificationsDoubled: [...found].filter(([name, times]) => times > 1 || !expected.has(name)).map(([name, times]) => `${name}: ${times}`),
  };
}

/** Counters that are kept beside the rows they count. */
async function auditCounters(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select 'post ' || p.id || ' counts ' || p.reply_count || ' replies of ' || counted.replies as told
    from post p cross join lateral (select count(*) as replies from post r where r.root_id = p.id or r.in_reply_to = p.id) counted
    where p.reply_count <> counted.replies
    union all
    select 'place ' || l.slug || ' counts ' || l.member_count || ' members of ' || counted.members
    from place l cross join lateral (select count(*) as members from membership m where m.place_id = l.id and m.state = 'active') counted
    where l.member_count <> counted.members
    union all
    select 'place ' || l.slug || ' counts ' || l.post_count || ' posts of ' || counted.posts
    from place l cross join lateral (select count(*) as posts from post p where p.place_id = l.id and p.root_id is null) counted
    where l.post_count <> counted.posts`.execute(trx);
  return rows.map(({ told }) => told);
}

/** One event for each row that has one. */
async function auditEvents(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    with made as (
      select 'PostPublished' as type, id::text as about, 1 as times from post
      union all select 'ReactionChanged', post_id::text, count(*) from reaction group by post_id
      union all select 'MembershipJoined', m.id::text, 1 from membership m where m.role = 'member'
      union all select 'MemberInvited', id::text, 1 from invitation
      union all select 'MailQueued', id::text, 1 from mail),
    told as (
      select type, payload ->> case type when 'MembershipJoined' then 'membershipId' when 'MemberInvited' then 'invitationId' when 'MailQueued' then 'mailId' else 'postId' end as about, count(*) as times
      from event where type in (select type from made) group by 1, 2)
    select coalesce(m.type, t.type) || ' of ' || coalesce(m.about, t.about) || ': ' || coalesce(t.times, 0) || ' events of ' || coalesce(m.times, 0) as told
    from made m full join told t on t.type = m.type and t.about = m.about
    where m.times is distinct from t.times`.execute(trx);
  return rows.map(({ told }) => told);
}

/** One update for each event and topic, and the one who listened heard each exactly once. */
async function auditLive(trx: Trx, follower: LiveFollower): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    with made as (
      select 'post' as kind, p.id::text as about, case when p.root_id is null then 2 else 3 end as times from post p
      union all select 'reactions', post_id::text, count(*) from reaction group by post_id
      union all select 'notification', id::text, 1 from notification
      union all select 'membership', l.id::text, count(*) * 2 from membership m join place l on l.id = m.place_id where m.role = 'member' group by l.id),
    told as (
      select case event when 'post.published' then 'post' when 'reply.published' then 'post' when 'reactions.changed' then 'reactions' when 'membership.changed' then 'membership' else event end as kind,
        coalesce(data ->> 'notificationId', data ->> 'postId', data ->> 'placeId') as about, count(*) as times
      from live_update where event in ('post.published', 'reply.published', 'reactions.changed', 'notification', 'membership.changed') group by 1, 2)
    select 'live: ' || coalesce(m.kind, t.kind) || ' ' || coalesce(m.about, t.about) || ': ' || coalesce(t.times, 0) || ' updates of ' || coalesce(m.times, 0) as told
    from made m full join told t on t.kind = m.kind and t.about = m.about
    where m.times is distinct from t.times`.execute(trx);
  const pushed = await trx.selectFrom('live_update').select('id').where('topic', '=', 'square').where('id', '>', follower.start).execute();
  const ids = new Set(pushed.map(({ id }) => id));
  return [
    ...rows.map(({ told }) => told),
    ...[...ids].filter((id) => !follower.heard.has(id)).map((id) => `the square was never told of ${id}`),
    ...[...follower.heard].filter((id) => !ids.has(id)).map((id) => `the square was told of ${id}, which is not there`),
    ...follower.twice.map((id) => `the square was told twice of ${id}`),
  ];
}

/** One mail for each invitation, sent; a mail for what was told by mail; and one file for each mail that was sent. */
async function auditMail(trx: Trx, dataDir: string): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select 'mail to ' || coalesce(m.recipient, i.email) || ': ' || count(distinct m.id) || ', ' || coalesce(min(m.state), 'none') as told
    from invitation i full join (select * from mail where template = 'invitation') m on m.recipient = i.email
    group by m.recipient, i.email having count(distinct m.id) <> 1 or count(distinct i.id) <> 1 or min(m.state) <> 'sent'
    union all
    select 'notification ' || n.id || ' was told in a mail that is not there' from notification n left join mail m on m.id = n.told_mail_id where n.told_by in ('mail', 'digest') and m.id is null
    union all
    select 'mail ' || id || ' is ' || state from mail where state not in ('sent', 'dropped')`.execute(trx);
  const files = (await readdir(join(dataDir, 'mail')).catch(() => [])).filter((name) => name.endsWith('.eml')).map((name) => name.slice(0, -4));
  const mails = new Set((await trx.selectFrom('mail').select('id').where('state', '=', 'sent').execute()).map(({ id }) => id));
  return [...rows.map(({ told }) => told), ...files.filter((id) => !mails.has(id)).map((id) => `a file for no mail: ${id}`), ...[...mails].filter((id) => !files.includes(id)).map((id) => `no file for mail ${id}`)];
}
