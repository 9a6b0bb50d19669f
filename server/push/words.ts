// SPDX-License-Identifier: EUPL-1.2
import type { NotificationItem } from '../notifications/public.ts';
import type { Locale } from '../platform/db/viewer.ts';

/** What a device shows; short, because it stands on a locked screen. */
export interface Message {
  title: string;
  body: string;
  /** The same for what is about the same thing: a later one takes the place of an earlier. */
  tag: string;
  /** Where it leads. */
  url: string;
  locale: Locale;
}

const LONGEST_TITLE = 80;
const LONGEST_BODY = 140;

type Sentence = (name: string, place: string) => string;
const sentences: Record<Locale, Partial<Record<NotificationItem['kind'], Sentence>>> = {
  nl: {
    reply: (name) => `${name} reageerde`,
    mention: (name) => `${name} noemt je`,
    watched: (name) => `${name} schreef iets nieuws`,
    request: (name, place) => `${name} vraagt om erin te mogen bij ${place}`,
    asked: (name) => `${name} heeft een vraag voor jouw portefeuille`,
    reported: () => 'Er ligt een melding voor je klaar',
    successor: (_name, place) => `Je bent nu beheerder van ${place}`,
    'merge-proposed': (_name, place) => `Voorstel om samen te gaan met ${place}`,
  },
  en: {
    reply: (name) => `${name} answered`,
    mention: (name) => `${name} mentions you`,
    watched: (name) => `${name} wrote something new`,
    request: (name, place) => `${name} asks to join ${place}`,
    asked: (name) => `${name} has a question for your portfolio`,
    reported: () => 'A report waits for you',
    successor: (_name, place) => `You are now admin of ${place}`,
    'merge-proposed': (_name, place) => `A proposal to go together with ${place}`,
  },
};
const other: Record<Locale, { title: string; somebody: string; more(count: number): string; test: { title: string; body: string } }> = {
  nl: { title: 'Er is iets nieuws voor je', somebody: 'Iemand', more: (count) => ` (en nog ${count})`, test: { title: 'Het werkt', body: 'Zo komen notificaties van Plein op dit apparaat aan.' } },
  en: { title: 'There is something new for you', somebody: 'Somebody', more: (count) => ` (and ${count} more)`, test: { title: 'It works', body: 'This is how notifications of Plein arrive on this device.' } },
};

/** By thread; requests by place. The web client reckons the same (web/offline/shown.ts). */
export function tagOf({ kind, post, building, id }: NotificationItem): string {
  if (post !== null) return `thread ${/\/posts\/([0-9a-f-]{36})/.exec(post.url)?.[1] ?? post.id}`;
  return building === null ? `one ${id}` : `${kind} ${building.id}`;
}

/** Of the same thread or place, newest first. */
export function messageOf(items: readonly [NotificationItem, ...NotificationItem[]], locale: Locale): Message {
  const [newest] = items;
  const { kind, actor, building, post } = newest;
  const count = items.reduce((sum, each) => sum + each.count, 0) - 1;
  const title = sentences[locale][kind]?.(actor?.name ?? other[locale].somebody, building?.name ?? '') ?? other[locale].title;
  const body = [building?.name, post?.excerpt].filter((part) => part !== undefined && part !== '').join(': ');
  return { title: cut(title, LONGEST_TITLE), body: cut(body, LONGEST_BODY) + (count > 0 ? other[locale].more(count) : ''), tag: tagOf(newest), url: urlOf(newest), locale };
}

export const testMessage = (locale: Locale): Message => ({ ...other[locale].test, tag: 'test', url: '/settings/notifications', locale });

/** As the list of notifications leads. */
function urlOf({ kind, post, building }: NotificationItem): string {
  if (kind === 'request' && building !== null) return `${building.url}/members`;
  return kind === 'reported' || kind === 'merge-proposed' ? '/notifications' : (post?.url ?? building?.url ?? '/notifications');
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}
