// SPDX-License-Identifier: EUPL-1.2
import { memberOfActor, readInstance } from '../identity/public.ts';
import { type Kind, settingsOf, stillNew, stillUnread } from '../notifications/public.ts';
import type { Deps } from '../platform/deps.ts';
import type { LetterItem, LetterSection } from '../platform/mail/letter.ts';
import { mailContents, type WaitingMail } from '../platform/mail/mail-contents.ts';
import type { MailHeaders } from '../platform/mail/mail-headers.ts';
import { pressesFor } from './actions/presses.ts';
import { type AboutItem, inBundles, itemOfBundle, itemOfPost, type Reader } from './items.ts';
import { firstWords } from './real-text.ts';
import { postsToTell, readTold, type Told, type ToldPost } from './told.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import { momentFor, words } from './words.ts';

/** Of one place so many are quoted; the others are named, each with its link. */
const MOST_QUOTED = 8;
const LINK_LENGTH = 90;

/** What a digest waits with. */
export interface DigestIds {
  /** Since when, ISO 8601. */
  from: string;
  notificationIds: string[];
  postIds: string[];
  /** Places of which there is more than these. */
  moreIn: string[];
}

const asking: readonly Kind[] = ['request', 'reported', 'asked', 'merge-proposed', 'successor'];
const talking: readonly Kind[] = ['reply', 'watched'];

/** As its recipient, at the moment of sending: what was read since, or is not for them any more, falls out. */
export async function loadDigest(deps: Deps, { actorId, locale, data }: WaitingMail) {
  const member = await memberOfActor(deps.database.pool, actorId);
  if (member === null) return null;
  // Written by `composeDigest`.
  const { from, notificationIds, postIds, moreIn } = data as unknown as DigestIds;
  const { told, posts, settings } = await deps.database.readAs(member, async (db) => {
    const fresh = await stillNew(db, member, postIds);
    const found = await postsToTell(db, member, fresh);
    return {
      told: await readTold(db, member, await stillUnread(db, member, notificationIds)),
      posts: fresh.flatMap((id) => found.get(id) ?? []),
      settings: (await settingsOf(db, [member.actorId])).get(member.actorId),
    };
  });
  if ((told.length === 0 && posts.length === 0) || settings?.digestRhythm === 'never') return null;
  const reader: Reader = { locale, timeZone: settings?.timeZone ?? '', now: deps.clock.now(), publicUrl: deps.config.publicUrl };
  const w = words[locale];
  const mine = sectionsOf(told, reader);
  const places = await placeSections(deps, actorId, posts, new Set(moreIn), reader);
  const sections = [...mine, ...places];
  const presses = await pressesFor(deps, member, sections.flatMap(({ items }) => items.map(({ about }) => about)));
  const [instance, endDigest] = await Promise.all([readInstance(deps), unsubscribeUrl(deps, { person: actorId, what: 'digest', thing: '' })]);
  const headers: MailHeaders = { list: { id: `digest.${new URL(deps.config.publicUrl).hostname}`, name: instance.name }, unsubscribeUrl: endDigest };
  return {
    headers,
    data: {
      name: member.name,
      instance: instance.name,
      since: momentFor(new Date(from), reader.now, reader.timeZone, locale),
      rhythm: settings?.digestRhythm === 'weekly' ? ('weekly' as const) : ('workdays' as const),
      counts: { asks: told.filter(({ kind }) => asking.includes(kind)).length, mentions: told.filter(({ kind }) => kind === 'mention').length, answers: told.filter(({ kind }) => talking.includes(kind)).length, posts: posts.length },
      sections: withPresses(sections, presses),
      links: [
        { label: w.settings, url: `${deps.config.publicUrl}/settings/notifications` },
        { label: w.endDigest, url: endDigest },
      ],
    },
  };
}

type Section = Omit<LetterSection, 'items'> & { items: AboutItem[] };

const quiet = ({ item, about }: AboutItem): AboutItem => ({ item: { ...item, quiet: true }, about });

/** What asks, what names, what answers, and then the rest; threads in one piece. */
function sectionsOf(told: readonly Told[], reader: Reader): Section[] {
  const w = words[reader.locale];
  const groups: [string, readonly Told[]][] = [
    [w.asks, told.filter(({ kind }) => asking.includes(kind))],
    [w.mentions, told.filter(({ kind }) => kind === 'mention')],
    [w.threads, told.filter(({ kind }) => talking.includes(kind))],
    [w.notices, told.filter(({ kind }) => !asking.includes(kind) && !talking.includes(kind) && kind !== 'mention')],
  ];
  return groups
    .filter(([, group]) => group.length > 0)
    .map(([heading, group]) => ({ heading, items: inBundles(group, (each) => each.post?.rootId ?? each.id).map((bundle) => itemOfBundle(bundle, reader)).map((each) => (heading === w.asks ? each : quiet(each))) }));
}

/** A section for each place, that with the newest first. */
async function placeSections(deps: Deps, person: string, posts: readonly ToldPost[], moreIn: ReadonlySet<string>, reader: Reader): Promise<Section[]> {
  const w = words[reader.locale];
  const byPlace = [...Map.groupBy(posts.filter((post) => post.place !== null), (post) => post.place?.id ?? '')];
  return Promise.all(
    byPlace.map(async ([placeId, found]): Promise<Section> => {
      const place = found[0]?.place;
      const url = `${reader.publicUrl}${place?.url ?? '/'}`;
      return {
        heading: place?.name ?? '',
        items: found.slice(0, MOST_QUOTED).map((post) => quiet(itemOfPost(post, reader))),
        ...(found.length > MOST_QUOTED ? { also: { heading: w.also, links: found.slice(MOST_QUOTED).map((post) => linkOf(post, reader)) } } : {}),
        links: [
          ...(moreIn.has(placeId) ? [{ label: w.more(place?.name ?? ''), url }] : []),
          { label: w.endPlace(place?.name ?? ''), url: await unsubscribeUrl(deps, { person, what: 'place', thing: placeId }) },
        ],
      };
    }),
  );
}

function linkOf(post: ToldPost, { locale, publicUrl }: Reader) {
  return { label: `${post.author ?? words[locale].someone}: ${firstWords(post.title ?? post.text, LINK_LENGTH)}`, url: `${publicUrl}${post.url}` };
}

function withPresses(sections: readonly Section[], presses: readonly LetterItem['links'][]): LetterSection[] {
  let index = 0;
  return sections.map((section) => ({ ...section, items: section.items.map(({ item }) => ({ ...item, links: [...item.links, ...(presses[index++] ?? [])] })) }));
}

mailContents.register('digest', loadDigest);
