// SPDX-License-Identifier: EUPL-1.2
import type { PlaceAddress } from '../../../server/buildings/public.ts';
import { remoteMember } from '../../../server/identity/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import { type Member, PUBLIC_AUDIENCE } from '../../../server/platform/db/viewer.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import type { Finish } from '../../../server/platform/http/command.ts';
import { Problem, type Text } from '../../../server/platform/http/problem.ts';
import { publishPost, replyToPost } from '../../../server/posts/public.ts';
import { contextUri, membersUri, oursAt } from '../../addresses.ts';
import { escapeHtml } from '../../translate/html-in.ts';
import type { ReadObject } from '../../translate/post-of-object.ts';
import { textOfProblem } from '../../translate/reason-given.ts';
import { saidIn } from '../../translate/said.ts';
import type { Reason } from '../../wire/reasons.ts';
import type { Conclude, Handler, Received } from '../handler.ts';
import { groupAnswers } from './answers.ts';
import { done, type Ours, oursNamed, placeOfPost, type PostHere, postHere, refused } from './find.ts';
import { handOn } from './hand-on.ts';
import { rejectWritten, type Where, whyNot } from './reject-written.ts';
import { remember, writtenIn } from './written.ts';

/**
 * Something was written elsewhere. An answer in a thread of a place of ours stands in that thread; a post for a place of ours that
 * answers nothing begins one there. A post that only names somebody here has no place to stand in: nothing of it is kept, and nobody is told.
 */
export const create: Handler = {
  types: ['Create'],
  together: groupAnswers,
  async handle(trx, deps, received, _prepared, conclude) {
    const written = writtenIn(deps, received);
    if ('reason' in written) return refused(written.reason);
    const { object } = written;
    const [buried, author, where] = await Promise.all([
      // By its author: another of the same server has no say in it.
      trx.selectFrom('tombstone').select('uri').where('uri', '=', object.uri).where('actor_uri', '=', received.actor.uri).executeTakeFirst(),
      remoteMember(trx, received.actor.id),
      whereItStands(trx, deps, object),
    ]);
    if (buried !== undefined) return refused('deleted');
    if (author === null) return refused('actor-gone');
    if (typeof where === 'string') return refused(where);
    if ('elsewhere' in where) return handOn(trx, deps, received, where.elsewhere);
    const handled = await write(trx, deps, { received, author, object, where, conclude });
    if ('why' in handled) {
      await rejectWritten(trx, deps, received, author, where, handled.why);
      return refused(handled.reason);
    }
    return handled;
  },
};

/** Of several places the one that it says it is for. */
async function whereItStands(trx: Trx, deps: Deps, object: ReadObject): Promise<Where | { elsewhere: PostHere } | 'unknown-object' | 'unknown-target'> {
  if (object.inReplyTo !== null) {
    const [named, there] = await Promise.all([postHere(trx, object.inReplyTo), placeOfPost(trx, object.inReplyTo)]);
    const answered = named ?? (await rootOf(trx, deps, object.context));
    if (answered === null) return 'unknown-object';
    // The home of the place passes it on, if it takes it.
    if (answered.place_host !== null) return { elsewhere: answered };
    const place = named === null ? await placeOfPost(trx, answered.uri) : there;
    return place === null ? 'unknown-target' : { place, answers: answered };
  }
  for (const uri of [...object.audience, ...object.mentions.map((each) => each.href), ...object.to, ...object.cc]) {
    const ours = await oursNamed(trx, deps, uri);
    if (ours !== null && (ours.type === 'building' || ours.type === 'group')) return { place: ours, answers: null };
  }
  return 'unknown-target';
}

/** What it answers is not here, and it says in which thread of ours it belongs (FEP-7888). */
async function rootOf(trx: Trx, { config }: Deps, context: string | null): Promise<PostHere | null> {
  const ours = context?.endsWith('/context') === true ? oursAt(config, context.slice(0, -'/context'.length)) : null;
  if (ours?.kind !== 'object' || contextUri(config, ours.id) !== context) return null;
  const root = await trx.selectFrom('post').select('uri').where('id', '=', ours.id).executeTakeFirst();
  return root === undefined ? null : postHere(trx, root.uri);
}

interface NotTaken {
  reason: Reason;
  why: Text;
}

interface Writing {
  received: Received;
  author: Member;
  object: ReadObject;
  where: Where;
  conclude: Conclude;
}

async function write(trx: Trx, deps: Deps, { received, author, object, where: { place, answers }, conclude }: Writing): Promise<typeof done | NotTaken> {
  if (answers !== null && answers.withheld !== null) return { reason: 'unknown-target', why: whyNot.gone };
  const forEverybody = answers === null ? place.access === 'open' : answers.audience_id === PUBLIC_AUDIENCE;
  const audience = audienceOf(deps, object, place, forEverybody);
  if (typeof audience === 'object') return audience;
  const { body, title, tags, from } = await saidIn(trx, deps, object, answers?.author_uri ?? null);
  if (body === '') return { reason: 'not-understood', why: whyNot.empty };
  let concluded = false;
  // The place is held until the end: what is kept beside the post, and the note that it was done, leave with the commit.
  const finish: Finish = (sending) => {
    concluded = true;
    return conclude(async () => (await Promise.all([sending(), remember(trx, deps, [{ received, object }])]))[0]);
  };
  try {
    if (answers === null) await publishPost(trx, deps, author, addressOf(place), { kind: object.kind ?? (title === null ? 'message' : 'article'), title, body, format: 'html', tags, audience, from }, finish);
    else await replyToPost(trx, deps, author, answers.root_id ?? answers.id, { body: title === null ? body : `<p><strong>${escapeHtml(title)}</strong></p>${body}`, format: 'html', tags, inReplyTo: answers.id, from }, finish);
    // It waits for a moderator, or came before.
    if (!concluded) await remember(trx, deps, [{ received, object }]);
    return done;
  } catch (error) {
    // Refused by the rules of the place, before anything was written.
    if (concluded || !(error instanceof Problem) || error.status >= 500) throw error;
    return error.status === 404 ? { reason: 'unknown-target', why: whyNot.gone } : { reason: 'not-allowed', why: textOfProblem(error) };
  }
}

/**
 * For whom it may stand there. What is for the members of a place says so and nothing wider; what somebody wrote for fewer than everybody is never
 * shown to everybody.
 */
function audienceOf({ config }: Deps, object: ReadObject, place: Ours, forEverybody: boolean): 'public' | 'members' | NotTaken {
  const forMembers = [...object.to, ...object.cc].some((each) => each === membersUri(config, place.id));
  if (object.isPublic) return forEverybody ? 'public' : { reason: 'said-public', why: whyNot.public };
  if (!forMembers) return { reason: 'not-allowed', why: whyNot.narrower };
  return forEverybody && place.access === 'open' && object.inReplyTo !== null ? { reason: 'not-allowed', why: whyNot.narrower } : 'members';
}

function addressOf(place: Ours): PlaceAddress {
  if (place.slug === null) throw new Error('a place has a slug');
  return place.buildingSlug === null ? place.slug : { building: place.buildingSlug, group: place.slug };
}
