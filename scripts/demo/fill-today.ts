// SPDX-License-Identifier: EUPL-1.2
import { type Insertable, sql } from 'kysely';
import { countPost } from '../../server/buildings/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { DB } from '../../server/platform/db/schema.gen.ts';
import { PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { linkWords } from '../../server/posts/body/link-words.ts';
import { readBody } from '../../server/posts/body/read-body.ts';
import { type DemoIds, idOf } from './ids.ts';
import { demonstration } from './index.ts';

const HOUR = 3_600_000;
/** When those who can be signed in as were last here. */
const AWAY_HOURS = 30;

/** Asked of everybody who has this in their portfolio, on the square. */
const question = {
  by: 'emma-enquete',
  hoursAgo: 7,
  title: 'Wie heeft ervaring met loten voor een bewonersraad?',
  body: 'Wij willen in het voorjaar een bewonersraad loten uit de basisregistratie. Hoe schreven jullie mensen aan, en hoeveel zeiden er ja? Een voorbeeldbrief helpt ons al een eind op weg.',
};

/** As the ones who can be signed in as left it a day ago: what happened since is new to them. Nothing of it is mailed. */
export async function insertToday(trx: Trx, { people }: DemoIds, publicUrl: string, now: number): Promise<void> {
  const signedIn = demonstration.people.filter((person) => person.signIn !== undefined).map((person) => idOf(people, person.handle));
  const away = new Date(now - AWAY_HOURS * HOUR);
  await sql`
    insert into read_marker (owner_id, scope, post_id, published_at, updated_at)
    select m.member_id, p.kind || ':' || p.id, p.id, ${away}, ${away} from membership m join place p on p.id = m.place_id where m.state = 'active' and m.member_id = any (${signedIn}::uuid[])
    union all select owner, 'square', owner, ${away}::timestamptz, ${away}::timestamptz from unnest(${signedIn}::uuid[]) as owner`.execute(trx);
  await askPortfolio(trx, people, publicUrl, now);
  await nameSanne(trx, people, publicUrl, now);
  await askToJoin(trx, signedIn, new Date(now - 4 * HOUR));
  await sql`
    insert into notification (id, recipient_id, kind, actor_id, post_id, root_id, place_id, audience_id, dedupe_key, created_at, read_at, told_at, told_by)
    select uuidv7(), told.recipient_id, told.kind, p.author_id, p.id, coalesce(p.root_id, p.id), coalesce(p.group_id, p.place_id), p.audience_id, 'post ' || p.id, p.published_at,
      case when p.published_at < ${away}::timestamptz then p.published_at + interval '2 hours' end, p.published_at, 'digest'
    from (
      select distinct on (recipient_id, post_id) recipient_id, post_id, kind from (
        select actor_id as recipient_id, post_id, 'mention' as kind, 1 as rank from mention
        union all select before.author_id, answer.id, 'reply', 2 from post answer join post before on coalesce(before.root_id, before.id) = answer.root_id and before.published_at < answer.published_at) found
      where recipient_id = any (${signedIn}::uuid[]) order by recipient_id, post_id, rank) told
    join post p on p.id = told.post_id
    where p.author_id <> told.recipient_id and p.published_at > ${new Date(now - 14 * 24 * HOUR)}::timestamptz`.execute(trx);
}

const naming = { by: 'emma-enquete', hoursAgo: 3, body: 'Dit wil ik in onze toolkit zetten. @sanne-voorbeeld, mag je brief erbij, met de namen eruit?' };

/** In the thread in Participatie that she started last. */
async function nameSanne(trx: Trx, people: DemoIds['people'], publicUrl: string, now: number): Promise<void> {
  const sanne = idOf(people, 'sanne-voorbeeld');
  const root = await trx.selectFrom('post').innerJoin('place', 'place.id', 'post.place_id').select(['post.id', 'post.place_id', 'post.audience_id']).where('place.slug', '=', 'participatie').where('post.author_id', '=', sanne).where('post.root_id', 'is', null).orderBy('post.published_at', 'desc').executeTakeFirstOrThrow();
  const id = newId();
  const { html, text } = readBody(naming.body, 'markdown');
  const about = { place_id: root.place_id, audience_id: root.audience_id };
  await trx
    .insertInto('post')
    .values({ ...about, id, uri: `${publicUrl}/ap/objects/${id}`, kind: 'message', author_id: idOf(people, naming.by), in_reply_to: root.id, root_id: root.id, html: linkWords(html, new Map([['sanne-voorbeeld', '/people/sanne-voorbeeld']]), new Set()), text, source: naming.body, format: 'markdown', published_at: new Date(now - naming.hoursAgo * HOUR) })
    .execute();
  await trx.updateTable('post').set((post) => ({ reply_count: post('reply_count', '+', 1) })).where('id', '=', root.id).execute();
  await trx.insertInto('mention').values({ post_id: id, actor_id: sanne, audience_id: root.audience_id }).execute();
}

async function askPortfolio(trx: Trx, people: DemoIds['people'], publicUrl: string, now: number): Promise<void> {
  const theme = await trx.selectFrom('actor_theme').select('theme_id').where('actor_id', '=', idOf(people, 'sanne-voorbeeld')).where('kind', '=', 'portfolio').orderBy('theme_id').limit(1).executeTakeFirst();
  if (theme === undefined) return;
  const square = await trx.selectFrom('place').select('id').where('kind', '=', 'square').executeTakeFirstOrThrow();
  const [id, askerId, askedAt] = [newId(), idOf(people, question.by), new Date(now - question.hoursAgo * HOUR)];
  const { html, text } = readBody(question.body, 'markdown');
  await trx
    .insertInto('post')
    .values({ id, uri: `${publicUrl}/ap/objects/${id}`, kind: 'question', author_id: askerId, place_id: square.id, audience_id: STAFF_AUDIENCE, title: question.title, html, text, source: question.body, format: 'markdown', published_at: askedAt })
    .execute();
  await countPost(trx, square.id, STAFF_AUDIENCE, 1, askedAt);
  const reached = await trx.selectFrom('actor_theme').select(({ fn }) => fn.countAll<number>().as('people')).where('theme_id', '=', theme.theme_id).where('kind', '=', 'portfolio').where('audience_id', '=', PUBLIC_AUDIENCE).executeTakeFirstOrThrow();
  await tell(trx, [idOf(people, 'sanne-voorbeeld')], 'asked', { actor_id: askerId, post_id: id, root_id: id, place_id: square.id, audience_id: STAFF_AUDIENCE, created_at: askedAt });
  await trx.insertInto('asked_question').values({ post_id: id, theme_id: theme.theme_id, asker_id: askerId, reach: reached.people, audience_id: STAFF_AUDIENCE, asked_at: askedAt }).execute();
}

/** What waits for their answer came lately. */
async function askToJoin(trx: Trx, signedIn: readonly string[], at: Date): Promise<void> {
  const { rows } = await sql<{ place_id: string; member_id: string; audience_id: number; admin_id: string }>`
    update membership m set created_at = ${at} from membership mine
    where m.state = 'requested' and mine.place_id = m.place_id and mine.role in ('moderator', 'admin') and mine.state = 'active' and mine.member_id = any (${signedIn}::uuid[])
    returning m.place_id, m.member_id, m.audience_id, mine.member_id as admin_id`.execute(trx);
  for (const { place_id, member_id, audience_id, admin_id } of rows) await tell(trx, [admin_id], 'request', { actor_id: member_id, place_id, audience_id, created_at: at });
}

type Told = Pick<Insertable<DB['notification']>, 'actor_id' | 'post_id' | 'root_id' | 'place_id' | 'audience_id' | 'created_at'>;

async function tell(trx: Trx, recipients: readonly string[], kind: string, about: Told): Promise<void> {
  const { created_at } = about;
  await trx.insertInto('notification').values(recipients.map((recipient_id) => ({ ...about, id: newId(), recipient_id, kind, dedupe_key: newId(), told_at: created_at, told_by: 'digest' }))).execute();
}
