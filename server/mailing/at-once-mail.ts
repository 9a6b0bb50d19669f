// SPDX-License-Identifier: EUPL-1.2
import { memberOfActor, readInstance } from '../identity/public.ts';
import { settingsOf, stillUnread } from '../notifications/public.ts';
import type { Locale } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { mailContents, type WaitingMail } from '../platform/mail/mail-contents.ts';
import { type MailHeaders, messageIdOf } from '../platform/mail/mail-headers.ts';
import { pressesFor } from './actions/presses.ts';
import { replyAddressOf } from './inbound/addresses.ts';
import { inBundles, itemOfBundle, type Reader, sentenceOf, whoOf } from './items.ts';
import { firstWords } from './real-text.ts';
import { readTold, type Told } from './told.ts';
import { unsubscribeUrl } from './unsubscribe.ts';
import { words } from './words.ts';

const SUBJECT_LENGTH = 80;

/** What a mail at once waits with. */
export interface AtOnceIds {
  notificationIds: string[];
  rootId: string | null;
}

/** What happened in one thread, or of one kind in one place; as its recipient, at the moment of sending. */
export async function loadAtOnce(deps: Deps, { actorId, locale, data }: WaitingMail) {
  const member = await memberOfActor(deps.database.pool, actorId);
  if (member === null) return null;
  // Written by `tellWhatIsDue`.
  const { notificationIds, rootId } = data as unknown as AtOnceIds;
  const { told, settings } = await deps.database.readAs(member, async (db) => ({
    told: await readTold(db, member, await stillUnread(db, member, notificationIds)),
    settings: (await settingsOf(db, [member.actorId])).get(member.actorId),
  }));
  // Chosen while it waited: what it tells goes with the digest.
  if (settings?.mailAtOnce === false) return 'not-wanted' as const;
  const [newest, ...older] = told;
  if (newest === undefined) return null;
  const all: [Told, ...Told[]] = [newest, ...older];
  const reader: Reader = { locale, timeZone: settings?.timeZone ?? '', now: deps.clock.now(), publicUrl: deps.config.publicUrl };
  const [instance, endThread, endAtOnce, replyTo] = await Promise.all([
    readInstance(deps),
    rootId === null ? null : unsubscribeUrl(deps, { person: actorId, what: 'thread', thing: rootId }),
    unsubscribeUrl(deps, { person: actorId, what: 'at-once', thing: '' }),
    rootId === null ? null : replyAddressOf(deps, actorId, rootId),
  ]);
  const items = (rootId === null ? inBundles(all, ({ id }) => id) : [all]).map((bundle) => itemOfBundle(bundle, reader));
  const presses = await pressesFor(deps, member, items.map(({ about }) => about));
  const w = words[locale];
  const headers: MailHeaders = {
    ...(newest.actor === null ? {} : { fromName: `${whoOf(all, locale).who} (${instance.name})` }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(rootId === null ? {} : { references: [messageIdOf(deps.config, `thread.${rootId}`)] }),
    list: listOf(deps, newest, instance.name),
    unsubscribeUrl: endThread ?? endAtOnce,
  };
  return {
    headers,
    data: {
      name: member.name,
      instance: instance.name,
      subject: subjectOf(all, locale),
      items: items.map(({ item }, index) => ({ ...item, links: [...item.links, ...(presses[index] ?? [])] })),
      canReply: replyTo !== null,
      links: [
        ...(endThread === null ? [] : [{ label: w.endThread, url: endThread }]),
        { label: w.endAtOnce, url: endAtOnce },
        { label: w.settings, url: `${deps.config.publicUrl}/settings/notifications` },
      ],
    },
  };
}

/** Of a thread its title, so that a mail program shows the mails of one conversation together; "Re:" for what is not its first post. */
function subjectOf(told: [Told, ...Told[]], locale: Locale): string {
  const [{ post }] = told;
  if (post === null) return sentenceOf(told, locale);
  const title = post.threadTitle ?? firstWords(post.threadText, SUBJECT_LENGTH);
  return told.some((each) => each.post?.id === each.post?.rootId) ? title : `Re: ${title}`;
}

function listOf({ config }: Deps, { post, place }: Told, instance: string): NonNullable<MailHeaders['list']> {
  const { hostname } = new URL(config.publicUrl);
  const here = post?.place ?? place;
  return here === null ? { id: `for-you.${hostname}`, name: instance } : { id: `${here.listName}.${hostname}`, name: here.name };
}

mailContents.register('at-once', loadAtOnce);
