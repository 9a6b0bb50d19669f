// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../../platform/db/database.ts';
import type { Locale, Member } from '../../platform/db/viewer.ts';
import type { Deps } from '../../platform/deps.ts';
import type { LetterLink } from '../../platform/mail/letter.ts';
import type { ItemAbout } from '../items.ts';
import { actionLink } from './action-link.ts';

const words: Record<Locale, { approve: (name: string) => string; refuse: string; thank: string }> = {
  nl: { approve: (name) => `Laat ${name} toe`, refuse: 'Wijs af', thank: 'Bedank' },
  en: { approve: (name) => `Let ${name} in`, refuse: 'Refuse', thank: 'Say thanks' },
};

interface Request {
  membershipId: string;
  memberId: string;
  placeId: string;
  name: string;
}

/** What a mail offers to do with one press about each of its items, in the same order; one statement for all. */
export async function pressesFor(deps: Deps, member: Member, items: readonly ItemAbout[]): Promise<LetterLink[][]> {
  const asked = items.filter(({ kind, actorId, placeId }) => kind === 'request' && actorId !== null && placeId !== null);
  const requests = asked.length === 0 ? [] : await deps.database.readAs(member, (trx) => openRequests(trx, member, asked));
  return Promise.all(items.map((item) => linksOf(deps, member, item, requests)));
}

async function linksOf(deps: Deps, member: Member, { kind, actorId, placeId, postId }: ItemAbout, requests: readonly Request[]): Promise<LetterLink[]> {
  const w = words[member.locale];
  if (kind === 'request') {
    const request = requests.find((each) => each.memberId === actorId && each.placeId === placeId);
    if (request === undefined) return [];
    const { name, ...thing } = request;
    return [
      { label: w.approve(name), url: await actionLink(deps, { act: 'approve', personId: member.actorId, thing }) },
      { label: w.refuse, url: await actionLink(deps, { act: 'refuse', personId: member.actorId, thing }) },
    ];
  }
  const thanks = postId !== null && ['reply', 'mention', 'watched'].includes(kind);
  return thanks ? [{ label: w.thank, url: await actionLink(deps, { act: 'thank', personId: member.actorId, thing: { postId } }) }] : [];
}

async function openRequests(trx: Trx, { audiences }: Member, asked: readonly ItemAbout[]): Promise<Request[]> {
  const pairs = sql`select * from unnest(${asked.map(({ actorId }) => actorId)}::uuid[], ${asked.map(({ placeId }) => placeId)}::uuid[])`;
  const rows = await trx
    .selectFrom('membership as m')
    .innerJoin('actor as a', 'a.id', 'm.member_id')
    .select(['m.id', 'm.member_id', 'm.place_id', 'a.name'])
    .where('m.state', '=', 'requested')
    .where('m.audience_id', 'in', [...audiences])
    .where(sql<boolean>`(m.member_id, m.place_id) in (${pairs})`)
    .execute();
  return rows.map((row) => ({ membershipId: row.id, memberId: row.member_id, placeId: row.place_id, name: row.name }));
}
