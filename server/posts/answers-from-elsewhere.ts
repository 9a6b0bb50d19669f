// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { lockPlace, type PlaceAccess, type PlaceFacts, type Standing } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { newId } from '../platform/ids.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import { linkWords } from './body/link-words.ts';
import type { ReadBody } from './body/read-body.ts';
import type { PostPublished } from './events.ts';
import type { FromElsewhere } from './from-elsewhere.ts';
import { countInPlace } from './in-place.ts';
import { standingOf } from './lock-post.ts';
import { type Named, namedInTexts } from './named-in-text.ts';
import { canReply } from './policy.ts';
import { allTags } from './post-fields.ts';
import { type PostRow, postRow } from './post-row.ts';
import { mustWait } from './screening.ts';

/** Somebody of another instance answers what everybody may read. */
export interface AnswerFromElsewhere {
  author: Member;
  inReplyTo: string;
  /** The thread that it was found in. */
  rootId: string;
  /** As HTML, not yet safe; and what was read from it. */
  source: string;
  read: ReadBody;
  tags: readonly string[];
  from: FromElsewhere;
}

/** An answer that nothing stands in the way of, as of when the locks were there. */
interface Answerable {
  at: number;
  place: PlaceFacts & { id: string; building: ({ id: string } & NonNullable<PlaceFacts['building']>) | null };
  standing: Standing;
  target: { id: string; authorId: string; isReply: boolean; publishedAt: Date };
}

interface Made {
  at: number;
  row: PostRow;
  tags: readonly string[];
  people: readonly string[];
}

type Surroundings = Pick<Deps, 'clock' | 'config'>;

/**
 * As `replyToPost` for each of them, with one lock, one look and one writing for all: answers in one open building or group to what everybody may
 * read there. Taken is only what is plainly allowed and changes nothing but its thread: what is refused, waits for a moderator, came before or stands
 * elsewhere by now is left for `replyToPost` to say why.
 * @param finish sends the writing, with what else is to be written for the answers that were taken: their places in the list, each with its post
 */
export async function answersFromElsewhere(trx: Trx, deps: Surroundings, placeId: string, answers: readonly AnswerFromElsewhere[], finish: (taken: ReadonlyMap<number, string>, send: () => Promise<unknown>) => Promise<unknown>): Promise<void> {
  const roots = [...new Set(answers.map(({ rootId }) => rootId))];
  // Sent together, and carried out one after the other: what is read is read when the locks are there.
  const [, , answerable] = await Promise.all([
    lockPlace(trx, placeId),
    sql`select id from post where id = any(${roots}::uuid[]) order by id for no key update`.execute(trx),
    findAnswerable(trx, placeId, answers),
  ]);
  const now = deps.clock.now();
  const allowed = await allowedAmong(trx, answerable, answers, now);
  const named = await namedInTexts(trx, allowed.map(({ answer }) => ({ author: answer.author, handles: answer.from.handles })), PUBLIC_AUDIENCE);
  const made = allowed.map((each, index) => make(deps, each, named[index] as Named, now));
  const [first] = answerable;
  if (made.length === 0 || first === undefined) return;
  await finish(new Map(made.map(({ at, row }) => [at, row.id])), () => Promise.all([...write(trx, made), ...countAll(trx, first.place, made, now)]));
}

interface AnswerableRow {
  at: number;
  target_id: string;
  target_author: string;
  target_is_reply: boolean;
  target_published_at: Date;
  access: string;
  building_id: string | null;
  building_access: string | null;
  role: string | null;
  state: string | null;
  suspended: boolean;
  building_role: string | null;
  building_state: string | null;
  building_suspended: boolean;
}

/** Of those the ones that nothing forbids by itself; what their authors may there is for the policy. */
async function findAnswerable(trx: Trx, placeId: string, answers: readonly AnswerFromElsewhere[]): Promise<Answerable[]> {
  const column = (read: (answer: AnswerFromElsewhere) => string) => answers.map(read);
  const { rows } = await sql<AnswerableRow>`
    select (w.at - 1)::int as at, t.id as target_id, t.author_id as target_author, t.root_id is not null as target_is_reply, t.published_at as target_published_at,
      p.access, b.id as building_id, b.access as building_access, mine.role, mine.state, mine.suspended_until is not null as suspended,
      there.role as building_role, there.state as building_state, there.suspended_until is not null as building_suspended
    from unnest(${column(({ author }) => author.actorId)}::uuid[], ${column(({ inReplyTo }) => inReplyTo)}::uuid[], ${column(({ rootId }) => rootId)}::uuid[], ${column(({ from }) => from.uri)}::text[]) with ordinality w (author, target, root, uri, at)
    join place p on p.id = ${placeId}::uuid and p.kind in ('building', 'group') and p.deleted_at is null and p.host is null and p.audience_id = ${PUBLIC_AUDIENCE}
    left join place b on b.id = p.parent_id
    join post t on t.id = w.target and coalesce(t.root_id, t.id) = w.root and coalesce(t.group_id, t.place_id) = p.id and t.audience_id = ${PUBLIC_AUDIENCE} and t.deleted_at is null and t.withheld is null
    join post r on r.id = w.root and r.audience_id = ${PUBLIC_AUDIENCE} and (r.deleted_at is null or r.reply_count > 0)
    left join membership mine on mine.place_id = p.id and mine.member_id = w.author
    left join membership there on there.place_id = b.id and there.member_id = w.author
    where not exists (select from post before where before.uri = w.uri)
      and not exists (select from membership_end e where e.place_id in (p.id, p.parent_id) and e.member_id = w.author and e.suspended_until is not null)
      and cardinality(those_who_block(w.author, array[t.author_id])) = 0
    order by w.at`.execute(trx);
  return rows.map((row) => ({
    at: row.at,
    target: { id: row.target_id, authorId: row.target_author, isReply: row.target_is_reply, publishedAt: row.target_published_at },
    standing: standingOf(row.role, row.state, row.suspended),
    // Check constraints keep access to its words.
    place: {
      id: placeId, access: row.access as PlaceAccess, host: null,
      building: row.building_id === null ? null : { id: row.building_id, access: row.building_access as PlaceAccess, standing: standingOf(row.building_role, row.building_state, row.building_suspended) },
    },
  }));
}

type Allowed = Answerable & { answer: AnswerFromElsewhere };

/** What its author may, and what waits for nobody. */
async function allowedAmong(trx: Trx, answerable: readonly Answerable[], answers: readonly AnswerFromElsewhere[], now: Date): Promise<Allowed[]> {
  const judged = await Promise.all(answerable.map(async (each): Promise<Allowed[]> => {
    const { place, standing, target } = each;
    // As many as were asked about.
    const answer = answers[each.at] as AnswerFromElsewhere;
    const { author, read } = answer;
    if (!canReply(author, { authorId: target.authorId, deleted: false, isReply: target.isReply, withheld: false, isPublic: true }, place, standing)) return [];
    return (await mustWait(trx, read, { author, placeId: place.id, standing, now })) ? [] : [{ ...each, answer }];
  }));
  return judged.flat();
}

function make(deps: Surroundings, { at, place, target, answer }: Allowed, named: Named, now: Date): Made {
  const { author, read, from, source } = answer;
  const tags = allTags(answer.tags, read.tags);
  const html = linkWords(read.html, named.links, new Set(tags));
  const row = postRow(deps, newId(), author, { place, audienceId: PUBLIC_AUDIENCE, kind: 'message', title: null, format: 'html', source, read, root: answer.rootId, inReplyTo: target.id, now, from, answered: target.publishedAt }, html);
  return { at, row, tags, people: named.people };
}

const columns = ['id', 'uri', 'kind', 'author_id', 'place_id', 'group_id', 'audience_id', 'in_reply_to', 'root_id', 'title', 'html', 'text', 'source', 'format', 'language', 'published_at', 'origin'] as const satisfies readonly (keyof PostRow)[];

function write(trx: Trx, made: readonly Made[]): Promise<unknown>[] {
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const tags = made.flatMap(({ row, tags: own }) => own.map((tag) => ({ post_id: row.id, tag, audience_id: row.audience_id, published_at: row.published_at })));
  const mentions = made.flatMap(({ row, people }) => people.map((actor_id) => ({ post_id: row.id, actor_id, audience_id: row.audience_id })));
  // As one value, whatever their number: a statement for every number would have to be planned for each.
  return [
    sql`insert into post (${names}) select ${names} from jsonb_populate_recordset(null::post, ${JSON.stringify(made.map(({ row }) => row))}::jsonb)`.execute(trx),
    ...(tags.length === 0 ? [] : [sql`insert into post_tag (post_id, tag, audience_id, published_at) select post_id, tag, audience_id, published_at from jsonb_populate_recordset(null::post_tag, ${JSON.stringify(tags)}::jsonb)`.execute(trx)]),
    ...(mentions.length === 0 ? [] : [sql`insert into mention (post_id, actor_id, audience_id) select post_id, actor_id, audience_id from jsonb_populate_recordset(null::mention, ${JSON.stringify(mentions)}::jsonb)`.execute(trx)]),
    publishAll<PostPublished>(trx, made.map(({ row }) => ({ type: 'PostPublished', postId: row.id, rootId: row.root_id, placeId: row.place_id, authorId: row.author_id }))),
  ];
}

function countAll(trx: Trx, place: Answerable['place'], made: readonly Made[], now: Date): Promise<unknown>[] {
  const answered = made.flatMap(({ row }) => [...new Set([row.root_id, row.in_reply_to])]);
  return [
    sql`update post set reply_count = post.reply_count + n.found from (select id, count(*)::int as found from unnest(${answered}::uuid[]) id group by id) n where post.id = n.id`.execute(trx),
    ...countInPlace(trx, place, PUBLIC_AUDIENCE, 0, now),
  ];
}
