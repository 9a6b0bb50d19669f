// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '../buildings/public.ts';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { ReadBody } from './body/read-body.ts';

/** What is looked at before something is published: numbers, never words. */
export interface Submission {
  author: Member;
  placeId: string;
  standing: Standing;
  links: number;
  mentions: number;
  now: Date;
}

/** Runs as the author. @returns whether it waits for a moderator. */
type Screen = (trx: Trx, submission: Submission) => Promise<boolean>;

let screen: Screen | null = null;

/** The room of moderation says what waits. */
export function provideScreening(given: Screen): void {
  screen = given;
}

export async function mustWait(trx: Trx, read: Pick<ReadBody, 'html' | 'text' | 'handles'>, about: Omit<Submission, 'links' | 'mentions'>): Promise<boolean> {
  return screen === null ? false : screen(trx, { ...about, links: linksIn(read), mentions: read.handles.length });
}

/** Links, and addresses that were typed as plain words. */
export function linksIn({ html, text }: Pick<ReadBody, 'html' | 'text'>): number {
  const made = html.match(/<a /g)?.length ?? 0;
  const typed = text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;
  return Math.max(made, typed);
}
