// SPDX-License-Identifier: EUPL-1.2
import { remoteMember } from '../../../server/identity/public.ts';
import { type NewReport, report, ReportedAlready } from '../../../server/moderation/public.ts';
import { blockAs } from '../../../server/people/public.ts';
import type { Trx } from '../../../server/platform/db/database.ts';
import { guest } from '../../../server/platform/db/viewer.ts';
import { Problem } from '../../../server/platform/http/problem.ts';
import { remoteActor } from '../../actors/remote-actors.ts';
import { fetchJson } from '../../wire/fetch.ts';
import { idOf, idsOf, textOf } from '../../translate/read-json.ts';
import type { Handler } from '../handler.ts';
import { done, type Ours, oursNamed, postHere, refused } from './find.ts';
import { isWelcome } from './follow.ts';

/**
 * Somebody elsewhere wants to be spared one of ours: nothing more of that one goes to them, and that one cannot answer or name them.
 * Of a place: they do not follow it any more.
 */
export const block: Handler = {
  types: ['Block'],
  async handle(trx, deps, { actor, json }) {
    const target = await oursNamed(trx, deps, idOf(json['object']) ?? '');
    if (target === null) return refused('unknown-target');
    await trx.deleteFrom('follower').where('follower_id', '=', actor.id).where('target_id', '=', target.id).execute();
    const member = target.type === 'person' ? await remoteMember(trx, actor.id) : null;
    if (member !== null) await blockAs(trx, deps.clock.now(), member, target.id);
    return done;
  },
};

const MOST_REPORTED = 10;
const LONGEST_NOTE = 1_000;
/** Complaints of one instance in a day. Who has more to say talks with those who moderate here. */
const MOST_FLAGS_A_DAY = 50;
const DAY_MS = 24 * 3_600_000;

/** Those that were taken; what was refused brought nobody any work. */
async function flaggedEnough(trx: Trx, now: Date, host: string): Promise<boolean> {
  const rows = await trx.selectFrom('received_activity').select('id').where('host', '=', host).where('type', '=', 'Flag').where('outcome', '=', 'done').where('handled_at', '>', new Date(now.getTime() - DAY_MS)).limit(MOST_FLAGS_A_DAY).execute();
  return rows.length >= MOST_FLAGS_A_DAY;
}

/** A complaint about something of ours, from whoever reports it there or, as Mastodon does, from the instance as a whole. */
export const flag: Handler = {
  types: ['Flag'],
  async handle(trx, deps, { actor, json }) {
    const posts: string[] = [];
    const people: string[] = [];
    for (const uri of idsOf(json['object']).slice(0, 2 * MOST_REPORTED)) {
      const post = await postHere(trx, uri);
      const person = post === null ? await oursNamed(trx, deps, uri) : null;
      if (post !== null && post.place_host === null) posts.push(post.id);
      if (person?.type === 'person') people.push(person.id);
    }
    // A post is reported with its author: one look at the post is what is asked for.
    const subjects: Pick<NewReport, 'postId' | 'personId'>[] = posts.length > 0 ? posts.map((postId) => ({ postId })) : people.map((personId) => ({ personId }));
    if (subjects.length === 0) return refused('unknown-object');
    if (await flaggedEnough(trx, deps.clock.now(), actor.host)) return refused('too-many');
    // Lemmy says why in its summary.
    const note = (textOf(json['content']) ?? textOf(json['summary']) ?? '').replace(/<[^<>]*>/g, ' ').slice(0, LONGEST_NOTE);
    const member = await remoteMember(trx, actor.id);
    let taken = 0;
    for (const subject of subjects.slice(0, MOST_REPORTED)) {
      try {
        await report(trx, deps.clock.now(), member ?? guest('nl'), { ...subject, reason: 'other', note, ...(member === null ? { instance: actor.host } : {}) });
        taken += 1;
      } catch (error) {
        // Not theirs to see, or reported already: the others are still to be looked at.
        if (!(error instanceof Problem)) throw error;
        if (error instanceof ReportedAlready) taken += 1;
      }
    }
    return taken > 0 ? done : refused('unknown-object');
  },
};

/** Somebody goes on under another name. Only what both sides say is believed; what they followed here, the new one follows where they are welcome. */
export const move: Handler = {
  types: ['Move'],
  async prepare(deps, { actor, json }) {
    const target = idOf(json['target']);
    if (idOf(json['object']) !== actor.uri || target === null || target === actor.uri) return null;
    const { json: document } = await fetchJson(deps, target);
    if (idOf(document) !== target || !idsOf(document['alsoKnownAs']).includes(actor.uri)) return null;
    return (await remoteActor(deps, target, { refresh: true })).id;
  },
  async handle(trx, _deps, { actor, json }, movedTo) {
    if (idOf(json['object']) !== actor.uri) return refused('not-theirs');
    if (typeof movedTo !== 'string') return refused('not-allowed');
    const rows = await trx.deleteFrom('follower').where('follower_id', '=', actor.id).returning(['target_id', 'follow_uri', 'created_at']).execute();
    for (const row of rows) {
      const target = await trx.selectFrom('actor').select(['id', 'type']).where('id', '=', row.target_id).executeTakeFirst();
      // A check constraint keeps the type to these words.
      if (target === undefined || !(await isWelcome(trx, { id: target.id, type: target.type as Ours['type'] }, movedTo))) continue;
      await trx.insertInto('follower').values({ ...row, follower_id: movedTo }).onConflict((clash) => clash.doNothing()).execute();
    }
    await trx.updateTable('remote_actor').set({ moved_to: idOf(json['target']) }).where('actor_id', '=', actor.id).execute();
    return done;
  },
};
