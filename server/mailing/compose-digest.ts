// SPDX-License-Identifier: EUPL-1.2
import { memberOfActor } from '../identity/public.ts';
import { digestContents, digestsDue, digestWindow, settleDigest } from '../notifications/public.ts';
import { newId } from '../platform/ids.ts';
import { pauseOf } from '../platform/mail/pauses.ts';
import { queueMail } from '../platform/mail/queue-mail.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import type { DigestIds } from './digest-mail.ts';

/** Somebody's digest is to be made, of what there was at this moment (ISO 8601). */
export interface DigestDue {
  type: 'DigestDue';
  ownerId: string;
  at: string;
}

const PEOPLE_AT_ONCE = 500;
/** Whoever is left is taken a minute later. */
const MOST_BATCHES = 200;

/** Each batch moves the next moment of its people on, in the transaction that asks for their digests. */
export const startDigests: Schedule = {
  name: 'start-digests',
  everyMs: 60_000,
  queue: 'digest',
  async run({ database, clock }) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const started = await database.asSystem(async (trx) => {
        const now = clock.now();
        const due = await digestsDue(trx, now, PEOPLE_AT_ONCE);
        await publishAll<DigestDue>(trx, due.map(({ ownerId }) => ({ type: 'DigestDue', ownerId, at: now.toISOString() })));
        return due.length;
      });
      if (started === 0) return;
    }
  },
};

/**
 * Looks up what there is as the recipient, and then notes that it was told in the transaction that writes the mail. The window ends at
 * a moment that the event names, so that a second run finds an empty one and does nothing.
 */
export const composeDigest = subscriber<DigestDue>({
  name: 'compose-digest',
  queue: 'digest',
  types: ['DigestDue'],
  async deliver({ ownerId, at }, _stored, { database, clock }) {
    const member = await memberOfActor(database.pool, ownerId);
    if (member === null) return;
    const { window, pause } = await database.asSystem(async (trx) => ({ window: await digestWindow(trx, ownerId, new Date(at)), pause: await pauseOf(trx, member.email) }));
    // Of a paused address nothing is noted: the first digest after the pause tells it.
    if (window === null || pause !== null || window.until.getTime() === window.from.getTime()) return;
    const { notifications, places } = await database.readAs(member, (db) => digestContents(db, member, window));
    const postIds = places.flatMap((place) => place.postIds);
    await database.asSystem(async (trx) => {
      const mailId = newId();
      const told = await settleDigest(trx, window, notifications.map(({ id }) => id), clock.now(), mailId);
      if (told === null || told.length + postIds.length === 0) return;
      const data: DigestIds = { from: window.from.toISOString(), notificationIds: told, postIds, moreIn: places.filter(({ more }) => more).map(({ placeId }) => placeId) };
      await queueMail(trx, { id: mailId, to: member.email, actorId: ownerId, template: 'digest', locale: member.locale, data: { ...data } });
    });
  },
});
