// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import { PUBLIC_AUDIENCE } from '../../server/platform/db/viewer.ts';
import { newId } from '../../server/platform/ids.ts';
import { readBody } from '../../server/posts/body/read-body.ts';
import { type DemoIds, idOf } from './ids.ts';
import { demonstration } from './index.ts';
import { inserter } from './insert.ts';

const HOUR = 3_600_000;

/** Of buildings that everybody may read. */
const houseRules: Readonly<Record<string, { by: string; source: string }>> = {
  participatie: { by: 'sanne-voorbeeld', source: '- Schrijf over je aanpak, niet over een bewoner die te herkennen is.\n- Een misser delen mag. Iemand anders de misser in de schoenen schuiven niet.\n- Reclame voor een bureau of een app hoort hier niet.' },
  havenkwartier: { by: 'anouk-bankje', source: '- Praat met je buren zoals je aan de keukentafel zou doen.\n- Noem geen huisnummers en zet geen herkenbare foto’s van anderen neer.\n- Een klacht over de gemeente mag. Vertel ook wat je graag zou zien.' },
};

/** What members asked their moderators to look at. */
const reports: readonly { key: string; by: string; hoursAgo: number; reason: 'privacy' | 'other'; note: string }[] = [
  { key: 'participatie-digitaal-papier', by: 'emma-enquete', hoursAgo: 26, reason: 'privacy', note: 'Wie het verzorgingshuis kent, weet wie die ene begeleider is. Kan dat stuk eruit?' },
  { key: 'participatie-digitaal-papier', by: 'koen-kengetal', hoursAgo: 20, reason: 'privacy', note: 'De bibliotheek en het huis samen maken deze persoon herkenbaar.' },
  { key: 'participatie-jongeren-app', by: 'wendy-stembus', hoursAgo: 5, reason: 'other', note: 'Deze vraag past beter in het gebouw over communicatie. Mag hij verhuizen?' },
  { key: 'havenkwartier-terras', by: 'mirjam-meerpaal', hoursAgo: 9, reason: 'privacy', note: 'Iedereen in de buurt weet nu om welk terras het gaat.' },
];

/** House rules, and a queue with something in it for the moderators. */
export async function insertModeration(trx: Trx, { people, places }: DemoIds, now: number): Promise<void> {
  const insert = inserter(trx);
  const written = new Date(now - 30 * 24 * HOUR);
  await insert('house_rules', Object.entries(houseRules).map(([slug, { by, source }]) => ({ place_id: idOf(places, slug).id, version: 1, audience_id: PUBLIC_AUDIENCE, source, html: readBody(source, 'markdown').html, written_by: idOf(people, by), written_at: written })));
  for (const [key, mine] of Map.groupBy(reports, (report) => report.key)) {
    const post = demonstration.posts.find((each) => each.key === key);
    const [first] = mine;
    if (post === undefined || first === undefined) throw new Error(`the demonstration has no post "${key}"`);
    const placeId = idOf(places, post.building).id;
    const { id: postId, moderators_audience_id: audienceId } = await trx
      .selectFrom('post')
      .innerJoin('place', 'place.id', 'post.place_id')
      .select(['post.id', 'place.moderators_audience_id'])
      .where('post.place_id', '=', placeId)
      .where('post.author_id', '=', idOf(people, post.author))
      .where('post.source', '=', post.body)
      .executeTakeFirstOrThrow();
    const personId = idOf(people, post.author);
    const caseId = newId();
    await insert('moderation_case', [{ id: caseId, kind: 'report', place_id: placeId, audience_id: audienceId, subject_kind: 'post', subject_id: postId, post_id: postId, person_id: personId, report_count: mine.length, opened_at: new Date(now - first.hoursAgo * HOUR) }]);
    await insert('report', mine.map(({ by, reason, note, hoursAgo }) => ({ id: newId(), case_id: caseId, reporter_id: idOf(people, by), reason, note, rules_version: 1, audience_id: audienceId, person_id: personId, created_at: new Date(now - hoursAgo * HOUR) })));
  }
}
