// SPDX-License-Identifier: EUPL-1.2
import type { ReportForHome } from '../../server/moderation/public.ts';
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { subscriber } from '../../server/platform/outbox/subscriber.ts';
import { mayReceive } from '../access.ts';
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
      .leftJoin('place as l', 'l.id', 'c.place_id')
      .select(['report.note', 'a.uri', 'r.host', 'r.inbox', 'p.uri as post', 'l.id as place', 'l.host as home', 'l.access'])
      .select(({ fn }) => fn.coalesce('p.withheld_audience_id', 'p.audience_id').as('audience'))
      .where('report.id', '=', reportId)
      .executeTakeFirst();
    if (about === undefined || !(await mayHear(trx, about))) return;
    const activity = withContext({ id: newActivityId(deps).uri, type: 'Flag', actor: actorUri(deps.config, INSTANCE_ACTOR_ID), to: [about.uri], object: [about.uri, ...(about.post === null ? [] : [about.post])], content: about.note });
    await send(trx, deps, { dedupeKey: `flag ${reportId}`, type: 'Flag', senderId: INSTANCE_ACTOR_ID, activity, orderingKey: about.post ?? about.uri, to: [{ host: about.host, inbox: about.inbox }] });
  },
});

interface About {
  host: string;
  /** Where it happened; null for no place. */
  place: string | null;
  home: string | null;
  access: string | null;
  /** Of a post. */
  audience: number | null;
}

/** A complaint tells of what it is about: of what is for the members of a place of ours only where there is one of them. */
async function mayHear(trx: Trx, { host, place, home, access, audience }: About): Promise<boolean> {
  if (place === null || home !== null) return true;
  return (access === 'open' && (audience === null || audience === PUBLIC_AUDIENCE)) || mayReceive(trx, place, host);
}
