// SPDX-License-Identifier: EUPL-1.2
import { answerRequest, type PlaceAddress, type PlaceForViewer, placeForViewerById } from '../../buildings/public.ts';
import { memberOfActor } from '../../identity/public.ts';
import type { Trx } from '../../platform/db/database.ts';
import type { Member } from '../../platform/db/viewer.ts';
import type { Deps } from '../../platform/deps.ts';
import { NotFound } from '../../platform/http/problem.ts';
import { postForViewer, reactToPost } from '../../posts/public.ts';
import type { Act, MailAction } from './action-link.ts';

export interface ActionView {
  act: Act;
  /** `open`: it can be done; the others: it was done before, by this person or by somebody else. */
  state: 'open' | 'approved' | 'refused' | 'thanked';
  /** As whom the press acts. */
  as: string;
  /** Who asks, or who wrote the post. */
  person: string;
  place: { name: string; url: string };
  /** The first words of the post, or what was written with the request. */
  words: string | null;
  /** Where it stands. */
  url: string;
}

const WORDS_LENGTH = 200;

/** What the press would do, as the person whose link it is and with the rights that they have now. @throws {NotFound} where that is nothing any more. */
export async function viewAction(deps: Deps, action: MailAction): Promise<ActionView> {
  const viewer = await personOf(deps, action);
  return deps.database.readAs(viewer, (trx) => look(trx, viewer, action));
}

/** Does it, unless it was done. @returns how it stands then, and whether this press changed it. */
export async function carryOut(deps: Deps, action: MailAction): Promise<ActionView & { changed: boolean }> {
  const viewer = await personOf(deps, action);
  const changed = await deps.database.asViewer(viewer, async (trx) => {
    const { state } = await look(trx, viewer, action);
    if (state !== 'open') return false;
    await act(trx, deps, viewer, action);
    return true;
  }).catch((error: unknown) => {
    // Somebody else answered between looking and acting: the next look says what.
    if (error instanceof NotFound) return false;
    throw error;
  });
  return { ...(await viewAction(deps, action)), changed };
}

async function personOf({ database }: Deps, { personId }: MailAction): Promise<Member> {
  const viewer = await memberOfActor(database.pool, personId);
  if (viewer === null) throw new NotFound();
  return viewer;
}

async function act(trx: Trx, deps: Deps, viewer: Member, { act: name, thing }: MailAction): Promise<void> {
  if ('postId' in thing) await reactToPost(trx, deps, viewer, thing.postId, 'thanks');
  else await answerRequest(trx, deps.clock, viewer, addressOf(await placeForViewerById(trx, viewer, thing.placeId)), thing.membershipId, name === 'approve' ? 'approved' : 'refused', '');
}

async function look(trx: Trx, viewer: Member, { act: name, thing }: MailAction): Promise<ActionView> {
  if ('postId' in thing) {
    const post = await postForViewer(trx, viewer, thing.postId);
    if (post.deletedAt !== null || post.author === null) throw new NotFound();
    const thanked = post.myReactions.includes('thanks');
    if (!thanked && !post.can.react) throw new NotFound();
    const place = post.group ?? post.building;
    return { act: name, state: thanked ? 'thanked' : 'open', as: viewer.name, person: post.author.name, place: { name: place.name, url: place.url }, words: post.title ?? post.text.slice(0, WORDS_LENGTH), url: post.url };
  }
  const place = await placeForViewerById(trx, viewer, thing.placeId);
  if (!place.can.manageMembers) throw new NotFound();
  const { state, note } = await requestOf(trx, thing);
  const person = await trx.selectFrom('actor').select('name').where('id', '=', thing.memberId).where('deleted_at', 'is', null).executeTakeFirst();
  if (state === null || person === undefined) throw new NotFound();
  return { act: name, state, as: viewer.name, person: person.name, place: { name: place.name, url: place.url }, words: note, url: `${place.url}/members` };
}

/** Without a state when it was withdrawn, or is too old to be known; with its note while it is open. */
async function requestOf(trx: Trx, { placeId, membershipId, memberId }: { placeId: string; membershipId: string; memberId: string }): Promise<{ state: 'open' | 'approved' | 'refused' | null; note: string | null }> {
  const membership = await trx.selectFrom('membership').select(['state', 'note']).where('id', '=', membershipId).where('place_id', '=', placeId).where('member_id', '=', memberId).executeTakeFirst();
  if (membership?.state === 'requested') return { state: 'open', note: membership.note || null };
  if (membership?.state === 'active') return { state: 'approved', note: null };
  const answer = await trx.selectFrom('membership_answer').select('outcome').where('place_id', '=', placeId).where('member_id', '=', memberId).orderBy('answered_at', 'desc').limit(1).executeTakeFirst();
  // A check constraint keeps it to the two words.
  return { state: answer === undefined ? null : (answer.outcome as 'approved' | 'refused'), note: null };
}

function addressOf({ slug, building }: PlaceForViewer): PlaceAddress {
  return building === null ? slug : { building: building.slug, group: slug };
}
