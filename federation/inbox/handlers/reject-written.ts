// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../../server/platform/db/database.ts';
import type { Deps } from '../../../server/platform/deps.ts';
import type { Text } from '../../../server/platform/http/problem.ts';
import { newActivityId, send } from '../../delivery/send.ts';
import { reasonIn } from '../../translate/reason-given.ts';
import { withContext } from '../../translate/vocabulary.ts';
import type { Received } from '../handler.ts';
import type { Ours } from './find.ts';

/** Why something that was written elsewhere does not stand here, where no rule of the place says it in words of its own. */
export const whyNot = {
  public: { nl: 'Hier schrijf je alleen voor de leden, en dit was voor iedereen.', en: 'Here you write for the members only, and this was for everybody.' },
  narrower: { nl: 'Dit was niet voor iedereen die het gesprek leest.', en: 'This was not for everybody who reads the thread.' },
  empty: { nl: 'Er stond geen tekst in die we hier kunnen laten zien.', en: 'There was no text in it that we can show here.' },
  gone: { nl: 'Het gesprek of de plek is er niet meer.', en: 'The thread or the place is no longer there.' },
} satisfies Record<string, Text>;

/**
 * Whose instance shows it to its author already is to know that it stands nowhere else; others would not understand. Of a place that is not
 * open only its members hear anything: whoever else wrote learns no more than of a place that is not there.
 */
export async function rejectWritten(trx: Trx, deps: Deps, { actor, uri }: Received, place: Ours, why: Text): Promise<void> {
  const peer = await trx.selectFrom('peer').select('closed_places').where('host', '=', actor.host).executeTakeFirst();
  if (peer?.closed_places !== true || (place.access !== 'open' && !(await isMember(trx, place.id, actor.id)))) return;
  await send(trx, deps, {
    dedupeKey: `${uri} Reject`, type: 'Reject', senderId: place.id, orderingKey: uri, to: [{ host: actor.host, inbox: actor.inbox }],
    activity: withContext({ id: newActivityId(deps).uri, type: 'Reject', actor: place.uri, to: [actor.uri], object: uri, ...reasonIn(why) }),
  });
}

async function isMember(trx: Trx, placeId: string, memberId: string): Promise<boolean> {
  return (await trx.selectFrom('membership').select('id').where('place_id', '=', placeId).where('member_id', '=', memberId).where('state', '=', 'active').executeTakeFirst()) !== undefined;
}
