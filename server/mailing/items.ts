// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from '../notifications/public.ts';
import type { Locale } from '../platform/db/viewer.ts';
import type { LetterItem, LetterLink, LetterQuote } from '../platform/mail/letter.ts';
import { QUOTED_LENGTH, shortened } from './real-text.ts';
import type { Told, ToldPost } from './told.ts';
import { momentFor, sentences, words } from './words.ts';

/** For whom a mail is written, and when. */
export interface Reader {
  locale: Locale;
  timeZone: string;
  now: Date;
  publicUrl: string;
}

/** What an item of a mail is about. */
export interface ItemAbout {
  kind: Kind | 'post';
  /** Of the newest, where several are one item. */
  notificationId: string | null;
  actorId: string | null;
  postId: string | null;
  placeId: string | null;
}

/** An item, and what it is about for whoever adds what can be done. */
export interface AboutItem {
  item: LetterItem;
  about: ItemAbout;
}

/** More answers of one thread are counted, not quoted. */
const MOST_QUOTED = 5;

/** "Sanne en 2 anderen": the latest first. */
export function whoOf(told: readonly Told[], locale: Locale): { who: string; many: boolean } {
  const names = new Map(told.map(({ actorId, actor }) => [actorId, actor ?? words[locale].someone]));
  const [first = words[locale].someone, ...others] = names.values();
  return { who: others.length === 0 ? first : words[locale].others(first, others.length), many: others.length > 0 };
}

/** What happened, in a sentence. @param told newest first, one at least */
export function sentenceOf(told: readonly [Told, ...Told[]], locale: Locale): string {
  const [{ kind, place, search }] = told;
  return sentences[locale][kind]({ ...whoOf(told, locale), place: place?.name ?? (kind === 'reported' ? words[locale].instance : words[locale].somewhere), search: search ?? '' });
}

/** What is told of one thread, or of one place and kind, as one item. @param told newest first, one at least */
export function itemOfBundle(told: readonly [Told, ...Told[]], reader: Reader): AboutItem {
  const [newest] = told;
  const w = words[reader.locale];
  const { post, place } = newest;
  const said = told.slice(0, MOST_QUOTED).flatMap((each): LetterQuote[] => {
    if (each.post === null) return each.note === null ? [] : [{ by: told.length === 1 ? null : (each.actor ?? w.someone), text: shortened(each.note, QUOTED_LENGTH) }];
    const by = `${each.actor ?? w.someone} · ${momentFor(each.post.publishedAt, reader.now, reader.timeZone, reader.locale)}`;
    return [{ by: told.length === 1 ? null : by, text: quoted(each.post) }];
  });
  const here = post?.place ?? place;
  const item: LetterItem = {
    what: sentenceOf(told, reader.locale),
    where: [...(here === null || post === null ? [] : [here.name]), momentFor(newest.createdAt, reader.now, reader.timeZone, reader.locale)].join(' · '),
    title: post?.threadTitle ?? null,
    said,
    ...(told.length > MOST_QUOTED && post !== null ? { note: w.moreInThread(told.length - MOST_QUOTED) } : {}),
    links: [linkOf(newest, reader)],
  };
  return { item, about: { kind: newest.kind, notificationId: newest.id, actorId: newest.actorId, postId: post?.id ?? null, placeId: place?.id ?? null } };
}

/** A new post of a place, as an item. */
export function itemOfPost(post: ToldPost, reader: Reader): AboutItem {
  const w = words[reader.locale];
  return {
    item: {
      what: w.wrote(post.author ?? w.someone),
      where: momentFor(post.publishedAt, reader.now, reader.timeZone, reader.locale),
      title: post.title,
      said: [{ by: null, text: quoted(post) }],
      links: [{ label: w.readAndAnswer, url: `${reader.publicUrl}${post.url}` }],
    },
    about: { kind: 'post', notificationId: null, actorId: null, postId: post.id, placeId: post.place?.id ?? null },
  };
}

const quoted = ({ text }: ToldPost): string => shortened(text, QUOTED_LENGTH);

const onAboutMe: readonly Kind[] = ['report-acted', 'report-dismissed', 'moderated', 'appeal-decided', 'term-ended'];

/** To what must be answered, or to what was said. */
function linkOf({ kind, post, place }: Told, { locale, publicUrl }: Reader): LetterLink {
  const w = words[locale];
  if (post !== null) return { label: w.readAndAnswer, url: `${publicUrl}${post.url}` };
  return { label: w.look, url: `${publicUrl}${addressOf(kind, place)}` };
}

function addressOf(kind: Kind, place: Told['place']): string {
  if (onAboutMe.includes(kind)) return '/about-me';
  if (kind === 'merge-proposed') return '/merges';
  if (kind === 'reported') return place === null ? '/administration/moderation' : `${place.url.split('/groups/')[0]}/moderation`;
  if (place === null) return '/notifications';
  return kind === 'request' ? `${place.url}/members` : place.url;
}

/** In pieces by what `keyOf` says, each in the order it has, and never empty. */
export function inBundles(told: readonly Told[], keyOf: (each: Told) => string): [Told, ...Told[]][] {
  return [...Map.groupBy(told, keyOf).values()].flatMap(([first, ...rest]) => (first === undefined ? [] : [[first, ...rest] as [Told, ...Told[]]]));
}
