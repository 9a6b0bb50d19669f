// SPDX-License-Identifier: EUPL-1.2
import { type DueBundle, leaveForDigest, mailedSince, type PushQueued, pushReaches, settleTold, takeDue } from '../notifications/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { pausedAmong } from '../platform/mail/pauses.ts';
import { queueMails } from '../platform/mail/queue-mail.ts';
import type { Schedule } from '../platform/outbox/handle.ts';
import { publishAll } from '../platform/outbox/publish.ts';
import type { AtOnceIds } from './at-once-mail.ts';

const PEOPLE_AT_ONCE = 200;
const HOUR_MS = 3_600_000;
/** Whoever names somebody in one new thread after another fills nobody's box: the rest goes with the digest. */
const MOST_MAILS_AN_HOUR = 30;

/** Every batch is one transaction, with the mails in it: killed anywhere, nobody is told twice and nobody is passed over. */
export const tellWhatIsDue: Schedule = {
  name: 'tell-what-is-due',
  everyMs: 10_000,
  queue: 'notify',
  async run(deps) {
    while ((await tellBatch(deps)) > 0);
  },
};

/** @returns how many bundles were settled. */
function tellBatch({ database, clock }: Deps): Promise<number> {
  return database.asSystem(async (trx) => {
    const now = clock.now();
    const bundles = await takeDue(trx, now, PEOPLE_AT_ONCE);
    if (bundles.length === 0) return 0;
    const recipientIds = [...new Set(bundles.map((each) => each.recipientId))];
    const reached = await pushReaches(trx, recipientIds);
    const addresses = await addressesOf(trx, recipientIds);
    const mailed = await mailedSince(trx, recipientIds, new Date(now.getTime() - HOUR_MS));
    const byPush: DueBundle[] = [];
    const byMail: (DueBundle & { to: string })[] = [];
    const later: DueBundle[] = [];
    for (const bundle of bundles) {
      const to = addresses.get(bundle.recipientId);
      if (bundle.settings.pushAtOnce && reached.has(bundle.recipientId)) byPush.push(bundle);
      else if (bundle.settings.mailAtOnce && to !== undefined && (mailed.get(bundle.recipientId) ?? 0) < MOST_MAILS_AN_HOUR) {
        byMail.push({ ...bundle, to });
        mailed.set(bundle.recipientId, (mailed.get(bundle.recipientId) ?? 0) + 1);
      } else later.push(bundle);
    }
    await leaveForDigest(trx, idsOf(later));
    await settleTold(trx, idsOf(byPush), 'push', now);
    await publishAll<PushQueued>(trx, byPush.map(({ recipientId, notificationIds }) => ({ type: 'PushQueued', recipientId, notificationIds })));
    const mailIds = await queueMails(
      trx,
      byMail.map(({ to, recipientId, settings, notificationIds, rootId }) => ({ to, actorId: recipientId, template: 'at-once' as const, locale: settings.locale, data: { notificationIds, rootId } satisfies AtOnceIds })),
    );
    // None waits for the other: they go to the database together.
    await Promise.all(byMail.map(({ notificationIds }, index) => settleTold(trx, notificationIds, 'mail', now, mailIds[index] ?? null)));
    return bundles.length;
  });
}

const idsOf = (bundles: readonly DueBundle[]): string[] => bundles.flatMap((each) => each.notificationIds);

/** Of those who can be mailed. */
async function addressesOf(trx: Trx, actorIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await trx.selectFrom('account').select(['actor_id', 'email']).where('actor_id', 'in', [...actorIds]).execute();
  const paused = await pausedAmong(trx, rows.map((row) => row.email));
  return new Map(rows.filter((row) => !paused.has(row.email.toLowerCase())).map((row) => [row.actor_id, row.email]));
}
