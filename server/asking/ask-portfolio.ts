// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { type Trx, withSystem } from '../platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE, STAFF_AUDIENCE } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { BadInput, Forbidden, Problem } from '../platform/http/problem.ts';
import { publish } from '../platform/outbox/publish.ts';
import { publishQuestionOnSquare } from '../posts/public.ts';
import type { QuestionPutToNeighbours } from './events.ts';
import { canAskFor } from './policy.ts';
import { reachedBy, requireOrganisation, themeAsked } from './reach.ts';
import type { AskedQuestion, Target } from './schemas.ts';

/** A question reaches many: so many in a day, so that being asked stays something one answers. */
export const MOST_A_DAY = 3;
const DAY_MS = 24 * 3_600_000;

class EnoughForToday extends Problem {
  constructor(seconds: number) {
    const hours = Math.max(1, Math.ceil(seconds / 3_600));
    super(429, 'enough-questions', {
      nl: `Je stelde vandaag al ${MOST_A_DAY} vragen aan een portefeuille. Zo blijft het bijzonder om gevraagd te worden. Over ${hours} uur kan het weer; in een gebouw kun je nu al een vraag stellen.`,
      en: `You asked ${MOST_A_DAY} portfolio questions today. That keeps being asked special. You can ask again in ${hours} hours; in a building you can ask a question now.`,
    });
    this.retryAfter = seconds;
  }
}

/** When each of the questions of the last day was asked, oldest first. */
export async function askedToday(trx: Trx, asker: Member, now: Date): Promise<Date[]> {
  // As the system: also what was hidden meanwhile counts.
  const rows = await withSystem(trx, () => trx.selectFrom('asked_question').select('asked_at').where('asker_id', '=', asker.actorId).where('asked_at', '>', new Date(now.getTime() - DAY_MS)).orderBy('asked_at').execute());
  return rows.map((row) => row.asked_at);
}

export function audienceFor(asker: Member, wanted: 'public' | 'staff' | undefined): 'public' | 'staff' {
  const audience = wanted ?? (asker.isStaff ? 'staff' : 'public');
  if (!canAskFor(asker, audience)) throw new BadInput('audience', { nl: 'Alleen ambtenaren kunnen voor ambtenaren schrijven.', en: 'Only civil servants can write for civil servants.' });
  return audience;
}

/**
 * Asks everybody with a theme in their portfolio: a question on the square, and a note of who is to be told of it. Asking decides
 * who is told and nothing else: who may read and answer follows from the audience of the post.
 */
export async function askPortfolio(trx: Trx, deps: Pick<Deps, 'clock' | 'config'>, asker: Member, input: Target & { title?: string | null; body: string; neighbours?: readonly string[] }): Promise<{ id: string } & Pick<AskedQuestion, 'post' | 'reach'>> {
  const now = deps.clock.now();
  const audience = audienceFor(asker, input.audience);
  // Two at one moment wait for each other here, so that there are never more than allowed.
  await sql`select pg_advisory_xact_lock(hashtextextended(${asker.actorId}::text, 60))`.execute(trx);
  const today = await askedToday(trx, asker, now);
  if (today.length >= MOST_A_DAY) throw new EnoughForToday(Math.ceil(((today[0]?.getTime() ?? now.getTime()) + DAY_MS - now.getTime()) / 1_000));
  const theme = await themeAsked(trx, input.theme);
  await requireOrganisation(trx, input.organisation);
  const neighbours = await neighboursAsked(trx, input.neighbours ?? [], audience);
  const reached = await reachedBy(trx, asker, input, theme, audience);
  const audienceId = audience === 'public' ? PUBLIC_AUDIENCE : STAFF_AUDIENCE;
  if (!asker.audiences.includes(audienceId)) throw new Forbidden();
  const post = await publishQuestionOnSquare(trx, deps, asker, { body: input.body, audienceId, ...(input.title === undefined ? {} : { title: input.title }) });
  // As the system: a question that waits for a moderator is not its asker's to read beside the post.
  const noted = trx
    .insertInto('asked_question')
    .values({ post_id: post.id, theme_id: theme.id, asker_id: asker.actorId, organisation_id: input.organisation ?? null, work_role: input.workRole ?? null, region: input.region ?? null, reach: reached.length, audience_id: audienceId, asked_at: now });
  await withSystem(trx, () => noted.execute());
  if (reached.length > 0) {
    // As the system: who was asked is told to nobody.
    await withSystem(trx, () => sql`insert into asked_person (post_id, actor_id) select ${post.id}::uuid, unnest(${reached.map((each) => each.actorId)}::uuid[])`.execute(trx));
  }
  if (neighbours.length > 0) await publish<QuestionPutToNeighbours>(trx, { type: 'QuestionPutToNeighbours', postId: post.id, hosts: neighbours });
  return { id: post.id, post, reach: reached.length };
}

/** What leaves the instance is for everybody, and goes where both sides want it. @throws {BadInput} naming `neighbours` */
async function neighboursAsked(trx: Trx, hosts: readonly string[], audience: 'public' | 'staff'): Promise<string[]> {
  const wanted = [...new Set(hosts)];
  if (wanted.length === 0) return [];
  if (audience !== 'public') throw new BadInput('neighbours', { nl: 'Alleen een vraag die iedereen mag lezen, gaat ook naar de buren.', en: 'Only a question that everybody may read goes to the neighbours too.' });
  const rows = await trx.selectFrom('peer').select('host').where('host', 'in', wanted).where('neighbour_since', 'is not', null).where('shares_questions', '=', true).where('takes_questions', '=', true).execute();
  if (rows.length < wanted.length) throw new BadInput('neighbours', { nl: 'Met een van deze buren worden geen vragen gedeeld.', en: 'Questions are not shared with one of these neighbours.' });
  return wanted;
}
