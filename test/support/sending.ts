// SPDX-License-Identifier: EUPL-1.2
import { actorUri, PUBLIC } from '../../federation/addresses.ts';
import { newActivityId, type Sending, send } from '../../federation/delivery/send.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';

export interface Note {
  senderId: string;
  /** What is told in order; and what stands in it. */
  about: string;
  number: number;
  to: Sending['to'];
  membersOf?: string;
  type?: string;
}

/** Sends a small activity, in a transaction that is given or one of its own. @returns its address */
export async function tell(deps: Deps, note: Note, inside?: Trx): Promise<string> {
  const { uri } = newActivityId(deps);
  const type = note.type ?? 'Create';
  const activity = {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: uri,
    type,
    actor: actorUri(deps.config, note.senderId),
    to: PUBLIC,
    object: { id: `${deps.config.publicUrl}/ap/objects/${note.about}`, type: 'Note', content: `${note.about} ${note.number}` },
    number: note.number,
    about: note.about,
  };
  const sending: Sending = { dedupeKey: uri, type, senderId: note.senderId, activity, orderingKey: note.about, to: note.to, ...(note.membersOf === undefined ? {} : { membersOf: note.membersOf }) };
  if (inside === undefined) await deps.database.asSystem((trx) => send(trx, deps, sending));
  else await send(inside, deps, sending);
  return uri;
}
