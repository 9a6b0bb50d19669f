// SPDX-License-Identifier: EUPL-1.2
import type { Trx } from '../../server/platform/db/database.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { cleanText, type FromElsewhere, LONGEST_BODY, LONGEST_TITLE, MOST_TAGS, tagName } from '../../server/posts/public.ts';
import { oursAt } from '../addresses.ts';
import { bodyOf } from './html-in.ts';
import type { ReadObject } from './post-of-object.ts';

/** What somebody elsewhere wrote, as `publishPost` and its like take it. */
export interface Said {
  /** HTML, not yet safe; empty where nothing is left to read. */
  body: string;
  title: string | null;
  tags: string[];
  from: FromElsewhere;
}

/**
 * As the system: whom of ours it names is asked of everybody.
 * @param answered the address of whom it answers: that one is often tagged and nowhere named, and hears of an answer, not of a mention
 */
export async function saidIn(trx: Trx, deps: Pick<Deps, 'config' | 'clock'>, object: ReadObject, answered: string | null = null): Promise<Said> {
  const ours = await oursMentioned(trx, deps, object);
  const names = new Map(object.mentions.map(({ href, name }) => [href, ours.has(href) ? `@${ours.get(href)}` : name]));
  const title = object.title === null ? '' : cleanText(object.title).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
  const body = bodyOf(object, (href) => names.get(href) ?? null).slice(0, LONGEST_BODY);
  const handles = [...ours].flatMap(([href, handle]) => (href === answered && !body.includes(`@${handle}`) ? [] : [handle]));
  return {
    body,
    title: title === '' ? null : title,
    tags: [...new Set(object.hashtags.flatMap(({ name }) => tagName(name) ?? []))].slice(0, MOST_TAGS),
    from: { uri: object.uri, publishedAt: object.publishedAt ?? deps.clock.now(), language: object.language, handles: [...new Set(handles)] },
  };
}

/** Handles of ours that it mentions, by the address under which it does: of the actor, or of the page. */
async function oursMentioned(trx: Trx, { config }: Pick<Deps, 'config'>, object: ReadObject): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const handles = new Map<string, string>();
  for (const { href } of object.mentions) {
    const ours = oursAt(config, href);
    if (ours?.kind === 'actor') ids.set(ours.id, href);
    const page = href.startsWith(`${config.publicUrl}/`) ? /^\/(?:people|buildings)\/([A-Za-z0-9_-]{1,64})$/.exec(href.slice(config.publicUrl.length))?.[1] : undefined;
    if (page !== undefined) handles.set(href, page.toLowerCase());
  }
  if (ids.size === 0) return handles;
  const rows = await trx.selectFrom('actor').select(['id', 'handle']).where('id', 'in', [...ids.keys()]).where('domain', 'is', null).where('deleted_at', 'is', null).execute();
  for (const { id, handle } of rows) handles.set(ids.get(id) ?? '', handle);
  return handles;
}
