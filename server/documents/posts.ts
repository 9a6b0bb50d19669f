// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../platform/db/viewer.ts';
import { html, type Markup, trusted } from './html.ts';
import type { PostView } from './read.ts';
import { shorten } from './shell.ts';
import { words } from './words.ts';

/** A post in a list: its beginning and the way to the rest. */
export function postInList(post: PostView, locale: Locale): Markup {
  const title = post.title ?? shorten(post.text, 80);
  return html`<article>
      <h3><a href="${post.url}">${title}</a></h3>
      ${byline(post, locale, true)}
      <p>${shorten(post.text, 300)}</p>
    </article>`;
}

export function byline(post: PostView, locale: Locale, withBuilding: boolean): Markup {
  const place = withBuilding ? html` ${words[locale].in} <a href="${post.building.url}">${post.building.name}</a>` : null;
  return html`<p>${author(post)}${place}, <time datetime="${post.publishedAt}">${date(post.publishedAt, locale)}</time></p>`;
}

function author(post: PostView): Markup | null {
  if (post.author === null) return null;
  const from = post.author.organisation === null ? '' : ` (${post.author.organisation})`;
  return html`<a href="${post.author.url}">${post.author.name}</a>${from}`;
}

/** Sanitised when it was written. */
export function postBody(post: PostView, locale: Locale): Markup {
  return post.deletedAt === null ? html`<div class="prose">${trusted(post.html)}</div>` : html`<p>${words[locale].deleted}</p>`;
}

function date(moment: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(new Date(moment));
}
