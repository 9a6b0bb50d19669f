// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../platform/deps.ts';

/** What can be done from a mail with one press on a page. Answering events and voting come with those rooms. */
export const acts = ['approve', 'refuse', 'thank'] as const;
export type Act = (typeof acts)[number];

/** Bound to a person, an act and a thing; for anything else it is no token. */
export interface MailAction {
  act: Act;
  /** As whom: an actor. Their rights are looked at again at the press. */
  personId: string;
  /** What is answered: the post to thank for, or the request to join. */
  thing: { postId: string } | { placeId: string; membershipId: string; memberId: string };
}

const PURPOSE = 'mail-action';
const VALID_SECONDS = 30 * 24 * 3_600;

/** The address of the page with the press. Opening it changes nothing: mail scanners open every link. */
export async function actionLink({ signing, config }: Pick<Deps, 'signing' | 'config'>, { act, personId, thing }: MailAction): Promise<string> {
  return `${config.publicUrl}/mail-action?token=${await signing.sign(PURPOSE, { act, person: personId, ...thing }, VALID_SECONDS)}`;
}

/** Null for a token that is false, too old, or for something else. */
export async function readAction({ signing }: Pick<Deps, 'signing'>, token: string): Promise<MailAction | null> {
  const claims = await signing.verify(PURPOSE, token);
  const act = acts.find((each) => each === claims?.['act']);
  if (claims === null || act === undefined) return null;
  const { person: personId, postId, placeId, membershipId, memberId } = claims;
  if (personId === undefined) return null;
  if (act === 'thank') return postId === undefined ? null : { act, personId, thing: { postId } };
  return placeId === undefined || membershipId === undefined || memberId === undefined ? null : { act, personId, thing: { placeId, membershipId, memberId } };
}
