// SPDX-License-Identifier: EUPL-1.2
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import { remoteMembers } from '../../../server/identity/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import { Problem } from '../../../server/platform/http/problem.ts';
import { type AnswerFromElsewhere, answersFromElsewhere, readBody } from '../../../server/posts/public.ts';
import { saidIn } from '../../translate/said.ts';
import type { ConcludeSeveral, Group, Received } from '../handler.ts';
import { remember, type Written, writtenIn } from './written.ts';

/** So many are read and made safe before others have their turn of the event loop. */
const AT_ONCE = 8;

interface Answered {
  uri: string;
  id: string;
  root_id: string;
  place_id: string;
  author_uri: string;
}

/** Everything that can be found out of it before the lock of its place. */
interface Answer extends Written {
  placeId: string;
  answer: Omit<AnswerFromElsewhere, 'author'>;
}

/**
 * The plain answers among what was written elsewhere, for everybody, to what everybody may read in a building or group of ours; one group for each place.
 * All else is left to go by itself, and whatever of these turns out not to be plain.
 */
export async function groupAnswers(deps: Deps, list: readonly Received[]): Promise<Group[]> {
  const written = list.flatMap((received): Written[] => {
    const found = isForOthers(received) ? null : writtenIn(deps, received);
    return found === null || 'reason' in found || !isPlain(found.object) ? [] : [{ received, object: found.object }];
  });
  if (written.length < 2) return [];
  // As the system: an address is no secret, and what may be done with it is asked under the lock.
  const answers = await deps.database.asSystem(async (trx) => {
    const answered = await answeredHere(trx, written);
    const read: Answer[] = [];
    for (let start = 0; start < written.length; start += AT_ONCE) {
      read.push(...(await Promise.all(written.slice(start, start + AT_ONCE).map((each) => readAnswer(trx, deps, each, answered.get(each.object.inReplyTo ?? ''))))).flat());
      await nextTurn();
    }
    return read;
  });
  return [...Map.groupBy(answers, ({ placeId }) => placeId)].map(([placeId, some]) => ({
    received: some.map(({ received }) => received),
    handle: (trx, conclude) => takeAnswers(trx, deps, placeId, some, conclude),
  }));
}

/** A question to a portfolio goes to another handler. */
const isForOthers = ({ json, announcedBy }: Received): boolean => announcedBy !== null || json['asksAbout'] !== undefined;

const isPlain = ({ inReplyTo, isPublic, title }: Written['object']): boolean => inReplyTo !== null && isPublic && title === null;

async function answeredHere(trx: Trx, written: readonly Written[]): Promise<Map<string, Answered>> {
  const { rows } = await sql<Answered>`
    select p.uri, p.id, coalesce(p.root_id, p.id) as root_id, l.id as place_id, a.uri as author_uri
    from post p join actor a on a.id = p.author_id join place l on l.id = coalesce(p.group_id, p.place_id)
    where p.uri = any(${[...new Set(written.map(({ object }) => object.inReplyTo))]}::text[]) and p.audience_id = ${PUBLIC_AUDIENCE} and l.host is null and l.kind in ('building', 'group')`.execute(trx);
  return new Map(rows.map((row) => [row.uri, row]));
}

async function readAnswer(trx: Trx, deps: Deps, written: Written, answered: Answered | undefined): Promise<Answer[]> {
  if (answered === undefined) return [];
  const { body, tags, from } = await saidIn(trx, deps, written.object, answered.author_uri);
  try {
    const read = body === '' ? null : readBody(body, 'html');
    return read === null ? [] : [{ ...written, placeId: answered.place_id, answer: { inReplyTo: answered.id, rootId: answered.root_id, source: body, read, tags, from } }];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [];
  }
}

async function takeAnswers(trx: Trx, deps: Deps, placeId: string, answers: readonly Answer[], conclude: ConcludeSeveral): Promise<void> {
  const [authors, buried] = await Promise.all([remoteMembers(trx, answers.map(({ received }) => received.actor.id)), buriedAmong(trx, answers)]);
  const able = answers.flatMap((each) => {
    const author = authors.get(each.received.actor.id);
    return author === undefined || buried.has(each.object.uri) ? [] : [{ ...each, answer: { ...each.answer, author } }];
  });
  await answersFromElsewhere(trx, deps, placeId, able.map(({ answer }) => answer), (taken, send) => {
    const kept = able.filter((_, at) => taken.has(at));
    return conclude(kept.map(({ received }) => received), () => Promise.all([send(), remember(trx, deps, kept)]));
  });
}

/** By their authors: another of the same server has no say in it. */
async function buriedAmong(trx: Trx, answers: readonly Answer[]): Promise<Set<string>> {
  const { rows } = await sql<{ uri: string }>`
    select t.uri from unnest(${answers.map(({ object }) => object.uri)}::text[], ${answers.map(({ received }) => received.actor.uri)}::text[]) w (uri, actor_uri)
    join tombstone t on t.uri = w.uri and t.actor_uri = w.actor_uri`.execute(trx);
  return new Set(rows.map(({ uri }) => uri));
}
