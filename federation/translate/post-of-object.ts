// SPDX-License-Identifier: EUPL-1.2
import { PUBLIC } from '../addresses.ts';
import { hrefOf, idOf, idsOf, isJson, type Json, listOf, momentIn, textOf, typesOf } from './read-json.ts';

/** What can be a post here. A video, event or picture becomes its title, its words and a link. */
const postTypes = ['Note', 'Article', 'Page', 'Question', 'Event', 'Video', 'Audio', 'Image', 'Document'];
const kinds = ['message', 'article', 'question'] as const;
const LONGEST_NAME = 500;
const MOST_ATTACHED = 20;
const MOST_TAGS = 20;

export interface Attached {
  href: string;
  name: string;
}

/** An object that somebody elsewhere published, as far as it means something here. Nothing of it was verified. */
export interface ReadObject {
  uri: string;
  type: string;
  /** Null where it does not say: with a title an article, without one a message. */
  kind: (typeof kinds)[number] | null;
  title: string | null;
  /** A warning that its author put before it. */
  warning: string | null;
  /** As it came: to be made safe by whoever keeps it. */
  content: string;
  isPlain: boolean;
  language: string | null;
  publishedAt: Date | null;
  updatedAt: Date | null;
  attributedTo: string | null;
  inReplyTo: string | null;
  to: string[];
  cc: string[];
  audience: string[];
  isPublic: boolean;
  /** Addresses and names of whom and what it mentions. */
  mentions: { href: string; name: string }[];
  hashtags: { href: string | null; name: string }[];
  attached: Attached[];
  choices: string[];
  /** Its page. */
  url: string | null;
  /** The collection of its replies. */
  replies: string | null;
  replyTotal: number | null;
  context: string | null;
}

/** @returns null for what cannot be a post: no address, or of another kind. */
export function readObject(json: unknown): ReadObject | null {
  if (!isJson(json)) return null;
  const uri = textOf(json['id']);
  const type = typesOf(json['type']).find((each) => postTypes.includes(each));
  if (uri === null || type === undefined) return null;
  const { content, language } = contentOf(json);
  const summary = textOf(json['summary']);
  const [to, cc] = [idsOf(json['to']), idsOf(json['cc'])];
  const title = textOf(json['name'])?.slice(0, LONGEST_NAME) ?? null;
  return {
    uri,
    type,
    kind: kinds.find((each) => each === json['kind']) ?? null,
    title,
    // Of what has a title it says what it is about; elsewhere it is what Mastodon calls a content warning.
    warning: title === null && content !== '' ? (summary?.slice(0, LONGEST_NAME) ?? null) : null,
    content: content === '' ? (summary ?? '') : content,
    isPlain: json['mediaType'] === 'text/plain',
    language,
    publishedAt: momentIn(json['published']),
    updatedAt: momentIn(json['updated']),
    attributedTo: idsOf(json['attributedTo'])[0] ?? null,
    inReplyTo: idOf(listOf(json['inReplyTo'])[0]),
    to,
    cc,
    audience: idsOf(json['audience']),
    isPublic: [...to, ...cc].some((each) => isPublic(each)),
    ...tagsOf(json['tag']),
    attached: [...listOf(json['attachment']), ...listOf(json['image'])].slice(0, MOST_ATTACHED).flatMap((each) => attachedOf(each) ?? []),
    choices: [...listOf(json['oneOf']), ...listOf(json['anyOf'])].slice(0, MOST_ATTACHED).flatMap((each) => (isJson(each) ? (textOf(each['name'])?.slice(0, LONGEST_NAME) ?? []) : [])),
    url: pageOf(json['url']),
    replies: idOf(json['replies']),
    replyTotal: isJson(json['replies']) && Number.isSafeInteger(json['replies']['totalItems']) ? Math.max(0, json['replies']['totalItems'] as number) : null,
    context: idOf(json['context']),
  };
}

/** `Public` is written in three ways (ActivityPub 5.6). */
export function isPublic(address: string): boolean {
  return address === PUBLIC || address === 'as:Public' || address === 'Public';
}

function contentOf(json: Json): { content: string; language: string | null } {
  const map = isJson(json['contentMap']) ? Object.entries(json['contentMap']).flatMap(([key, value]) => (typeof value === 'string' ? [{ key, value }] : [])) : [];
  const content = textOf(json['content']) ?? map[0]?.value ?? '';
  // Lemmy names the language in a field of its own.
  const named = isJson(json['language']) ? textOf(json['language']['identifier']) : null;
  const key = (map.find(({ value }) => value === content)?.key ?? named ?? '').toLowerCase();
  return { content, language: /^[a-z]{2,3}(?:-[a-z0-9]{1,8})?$/.test(key) && key !== 'und' ? key : null };
}

function tagsOf(value: unknown): Pick<ReadObject, 'mentions' | 'hashtags'> {
  const mentions: ReadObject['mentions'] = [];
  const hashtags: ReadObject['hashtags'] = [];
  for (const each of listOf(value)) {
    if (!isJson(each)) continue;
    const [type, href, name] = [typesOf(each['type'])[0], hrefOf(each), textOf(each['name']) ?? ''];
    if (type === 'Mention' && href !== null && mentions.length < 50) mentions.push({ href, name });
    if (type === 'Hashtag' && hashtags.length < MOST_TAGS) hashtags.push({ href, name });
  }
  return { mentions, hashtags };
}

function attachedOf(value: unknown): Attached | null {
  const href = hrefOf(value);
  if (href === null || !/^https?:\/\//i.test(href)) return null;
  const name = isJson(value) ? (textOf(value['name']) ?? textOf(value['summary'])) : null;
  return { href, name: (name ?? decodedName(href)).slice(0, LONGEST_NAME) };
}

/** What a file is called in its address. */
function decodedName(href: string): string {
  const url = URL.parse(href);
  const last = url?.pathname.split('/').filter((part) => part !== '').at(-1);
  return last === undefined || url === null ? href : `${last} (${url.host})`;
}

/** Of several forms the page. */
function pageOf(value: unknown): string | null {
  const pages = listOf(value).filter((each) => typeof each === 'string' || (isJson(each) && (each['mediaType'] === undefined || each['mediaType'] === 'text/html')));
  const href = hrefOf(pages);
  return href !== null && /^https?:\/\//i.test(href) ? href : null;
}
