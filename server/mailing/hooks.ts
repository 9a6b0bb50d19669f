// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../notifications/public.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import type { LetterLink } from '../platform/mail/letter.ts';

/** The address to which the recipient of a mail about a thread may answer; null where no mail is taken in. */
export type ReplyAddress = (deps: Deps, about: { actorId: string; rootId: string }) => Promise<string | null>;

let replyAddress: ReplyAddress = async () => null;

export const replyAddresses = {
  provide(address: ReplyAddress): void {
    replyAddress = address;
  },
  of: (...about: Parameters<ReplyAddress>): ReturnType<ReplyAddress> => replyAddress(...about),
};

/** What an item of a mail is about. */
export interface ItemAbout {
  kind: Kind | 'post';
  /** Of the newest, where several are one item. */
  notificationId: string | null;
  actorId: string | null;
  postId: string | null;
  placeId: string | null;
}

/** What can be done about each item with one press on a page, in the same order and the language of the recipient. */
export type Presses = (deps: Deps, member: Member, items: readonly ItemAbout[]) => Promise<LetterLink[][]>;

let presses: Presses = async (_deps, _member, items) => items.map(() => []);

export const itemPresses = {
  provide(links: Presses): void {
    presses = links;
  },
  of: (...about: Parameters<Presses>): ReturnType<Presses> => presses(...about),
};
