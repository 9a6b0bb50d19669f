// SPDX-License-Identifier: EUPL-1.2
import type { ReportForHome } from '../../server/moderation/public.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../addresses.ts';
import { newActivityId, send } from '../delivery/send.ts';
import { withContext } from '../translate/vocabulary.ts';

/**
 * Somebody here complained about something from elsewhere, and chose that its home hears of it: in the name of the instance, as Mastodon does,
 * and without who it was.
 */
export const tellHomeOfReport = subscriber<ReportForHome>({
  name: 'tell-home-of-report',
  queue: 'federate',
  types: ['ReportForHome'],
  async handle(trx, { reportId }, _stored, deps) {
    const about = await trx
      .selectFrom('report')
      .innerJoin('moderation_case as c', 'c.id', 'report.case_id')
      .innerJoin('actor as a', 'a.id', 'c.person_id')
      .innerJoin('remote_actor as r', 'r.actor_id', 'a.id')
      .leftJoin('post as p', 'p.id', 'c.post_id')
      .select(['report.note', 'a.uri', 'r.host', 'r.inbox', 'p.uri as post'])
      .where('report.id', '=', reportId)
      .executeTakeFirst();
    if (about === undefined) return;
    const activity = withContext({ id: newActivityId(deps).uri, type: 'Flag', actor: actorUri(deps.config, INSTANCE_ACTOR_ID), to: [about.uri], object: [about.uri, ...(about.post === null ? [] : [about.post])], content: about.note });
    await send(trx, deps, { dedupeKey: `flag ${reportId}`, type: 'Flag', senderId: INSTANCE_ACTOR_ID, activity, orderingKey: about.post ?? about.uri, to: [{ host: about.host, inbox: about.inbox }] });
  },
});
