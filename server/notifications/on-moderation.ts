// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { membersToNotify } from '../buildings/public.ts';
import type { AppealDecided, CaseClosed, CaseEscalated, CaseOpened, PersonModerated, TermEnded } from '../moderation/public.ts';
import type { Trx } from '../platform/db/database.ts';
import { ADMINISTRATORS_AUDIENCE, PUBLIC_AUDIENCE } from '../platform/db/viewer.ts';
import { subscriber } from '../platform/outbox/subscriber.ts';
import { tell } from './tell.ts';

/** Those who may act on it hear of a case; whoever it is about does not, though they moderate. */
export const tellModerators = subscriber<CaseOpened | CaseEscalated>({
  name: 'tell-moderators',
  queue: 'notify',
  types: ['CaseOpened', 'CaseEscalated'],
  async handle(trx, { type, caseId }, stored, { clock }) {
    const about = await trx.selectFrom('moderation_case').select(['place_id', 'audience_id', 'second_audience_id', 'person_id', 'about_place_id']).where('id', '=', caseId).where('state', '=', 'open').executeTakeFirst();
    if (about === undefined) return;
    const ofPlace = type === 'CaseEscalated' || about.place_id === null ? [] : await membersToNotify(trx, about.place_id, ['admin', 'moderator']);
    const ofInstance = about.place_id === null || about.second_audience_id !== null ? await administrators(trx, about.about_place_id) : [];
    const told = (recipientId: string, audienceId: number, placeId: string | null) => ({ recipientId, kind: 'reported' as const, actorId: null, placeId, audienceId, dedupeKey: `event ${stored.id}` });
    const tellings = [...ofInstance.map((id) => told(id, ADMINISTRATORS_AUDIENCE, null)), ...ofPlace.filter((id) => !ofInstance.includes(id)).map((id) => told(id, about.audience_id, about.place_id))];
    await tell(trx, tellings.filter((each) => each.recipientId !== about.person_id), clock.now());
  },
});

/** Of a report on a place not those of whom it is, where there are others: they do not see the case. */
async function administrators(trx: Trx, aboutPlaceId: string | null): Promise<string[]> {
  const rows = await trx.selectFrom('account').select('actor_id').where('role', '=', 'administrator').where('suspended_at', 'is', null).where(sql<boolean>`not is_for_other_administrators(${aboutPlaceId}::uuid, actor_id)`).execute();
  return rows.map((row) => row.actor_id);
}

/** Who reported hears that it was looked at; by whom, and what the other was told, they do not. */
export const tellReporters = subscriber<CaseClosed>({
  name: 'tell-reporters',
  queue: 'notify',
  types: ['CaseClosed'],
  async handle(trx, { caseId }, stored, { clock }) {
    const rows = await trx.selectFrom('report').select(['reporter_id', 'outcome']).where('case_id', '=', caseId).where('reporter_id', 'is not', null).execute();
    const tellings = rows.flatMap(({ reporter_id: recipientId, outcome }) =>
      recipientId === null ? [] : [{ recipientId, kind: outcome === 'acted' ? ('report-acted' as const) : ('report-dismissed' as const), actorId: null, placeId: null, audienceId: PUBLIC_AUDIENCE, dedupeKey: `event ${stored.id}` }],
    );
    await tell(trx, tellings, clock.now());
  },
});

/** About oneself: the page "about me" says the rest. Of no place, because who is put out of a hidden one may not hear its name again. */
export const tellConcerned = subscriber<PersonModerated | AppealDecided | TermEnded>({
  name: 'tell-concerned',
  queue: 'notify',
  types: ['PersonModerated', 'AppealDecided', 'TermEnded'],
  async handle(trx, { type, decisionId }, stored, { clock }) {
    const decision = await trx.selectFrom('moderation_decision').select('person_id').where('id', '=', decisionId).executeTakeFirst();
    if (decision === undefined) return;
    const kind = type === 'PersonModerated' ? 'moderated' : type === 'AppealDecided' ? 'appeal-decided' : 'term-ended';
    await tell(trx, [{ recipientId: decision.person_id, kind, actorId: null, placeId: null, audienceId: PUBLIC_AUDIENCE, dedupeKey: `event ${stored.id}` }], clock.now());
  },
});
