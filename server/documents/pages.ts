// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../platform/db/viewer.ts';
import { html, type Markup } from './html.ts';
import { byline, postBody, postInList } from './posts.ts';
import type { BuildingView, InstanceView, ListView, PersonView, PostView, Read } from './read.ts';
import { type Document, shorten } from './shell.ts';
import { words } from './words.ts';

export interface Page {
  read: Read;
  locale: Locale;
  instance: InstanceView;
}

/** Null stands for a page that is not there, or not for this visitor. */
export async function squarePage({ read, locale, instance }: Page): Promise<Document> {
  const [buildings, feed] = await Promise.all([read<ListView<BuildingView>>('/buildings?sort=activity&limit=12'), read<ListView<PostView>>('/feed?scope=square&limit=10')]);
  const w = words[locale];
  return {
    title: '',
    description: instance.tagline,
    content: html`<h1>${instance.name}</h1>
      <p>${instance.tagline}</p>
      <h2>${w.buildings}</h2>
      ${buildingList(buildings?.items ?? [], locale)}
      <h2>${w.newOnTheSquare}</h2>
      ${postList(feed?.items ?? [], locale)}`,
  };
}

export async function buildingsPage({ read, locale, instance }: Page): Promise<Document> {
  const buildings = await read<ListView<BuildingView>>('/buildings?sort=name&limit=100');
  return {
    title: words[locale].buildings,
    description: instance.tagline,
    content: html`<h1>${words[locale].buildings}</h1>${buildingList(buildings?.items ?? [], locale)}`,
  };
}

export function buildingPage(page: Page, slug: string): Promise<Document | null> {
  return placePage(page, `/buildings/${encodeURIComponent(slug)}`);
}

export function groupPage(page: Page, slug: string, groupSlug: string): Promise<Document | null> {
  return placePage(page, `/buildings/${encodeURIComponent(slug)}/groups/${encodeURIComponent(groupSlug)}`);
}

async function placePage({ read, locale }: Page, path: string): Promise<Document | null> {
  const place = await read<BuildingView & { building?: { name: string; url: string } }>(path);
  if (place === null) return null;
  const posts = place.can.read ? await read<ListView<PostView>>(`${path}/posts?limit=20`) : null;
  const w = words[locale];
  return {
    title: place.name,
    description: place.summary,
    unlisted: place.access === 'hidden',
    content: html`${place.building === undefined ? null : html`<p><a href="${place.building.url}">${place.building.name}</a></p>`}<h1>${place.name}</h1>
      <p>${w.access[place.access]}${place.host === null ? ` · ${w.members(place.memberCount)}` : null}</p>
      <p>${place.summary}</p>
      ${place.can.read ? html`<h2>${w.posts}</h2>${postList(posts?.items ?? [], locale)}` : html`<p>${w.accessMeaning[place.access]}</p>`}`,
  };
}

export async function postPage({ read, locale }: Page, id: string): Promise<Document | null> {
  const path = `/posts/${encodeURIComponent(id)}`;
  const post = await read<PostView>(path);
  if (post === null) return null;
  const replies = await read<ListView<PostView>>(`${path}/replies?limit=100`);
  const title = post.title ?? shorten(post.text, 70);
  return {
    title: post.deletedAt === null ? title : words[locale].deleted,
    description: shorten(post.text, 200),
    type: 'article',
    unlisted: post.audience !== 'public',
    content: html`<article>
        <h1>${post.deletedAt === null ? title : words[locale].deleted}</h1>
        ${byline(post, locale, true)} ${postBody(post, locale)}
      </article>
      <h2>${words[locale].replies}</h2>
      ${(replies?.items ?? []).map((reply) => html`<article>${byline(reply, locale, false)}${postBody(reply, locale)}</article>`)}`,
  };
}

export async function personPage({ read, locale }: Page, handle: string): Promise<Document | null> {
  const path = `/people/${encodeURIComponent(handle)}`;
  const person = await read<PersonView>(path);
  if (person === null) return null;
  const posts = await read<ListView<PostView>>(`${path}/posts?limit=20`);
  const what = [person.jobTitle, person.organisation].filter((part) => part !== null).join(', ');
  return {
    title: person.name,
    description: person.about ?? what,
    type: 'profile',
    content: html`<h1>${person.name}</h1>
      <p>${what}</p>
      <p>${person.about}</p>
      <h2>${words[locale].posts}</h2>
      ${postList(posts?.items ?? [], locale)}`,
  };
}

export async function tagPage({ read, locale }: Page, tag: string): Promise<Document | null> {
  const posts = await read<ListView<PostView>>(`/tags/${encodeURIComponent(tag)}/posts?limit=20`);
  if (posts === null) return null;
  return { title: `#${tag}`, description: `#${tag}`, unlisted: posts.items.length === 0, content: html`<h1>#${tag}</h1>${postList(posts.items, locale)}` };
}

/** A page of the application itself: a form, a setting, something of one's own. */
export function applicationPage({ locale, instance }: Page): Document {
  return { title: '', description: instance.tagline, unlisted: true, content: html`<p role="status">${words[locale].loading}</p>
      <noscript><p>${words[locale].noScript}</p></noscript>` };
}

/** Kept by browsers for when the line is down: holds nothing of anybody. */
export function offlinePage({ locale }: Page): Document {
  const w = words[locale];
  return { title: w.offline, description: w.offlineText, unlisted: true, content: html`<h1>${w.offline}</h1><p>${w.offlineText}</p>` };
}

export function missingPage({ locale }: Page): Document {
  const w = words[locale];
  return { title: w.notFound, description: w.notFoundText, status: 404, content: html`<h1>${w.notFound}</h1><p>${w.notFoundText}</p><p><a href="/">${w.toTheSquare}</a></p>` };
}

function buildingList(buildings: readonly BuildingView[], locale: Locale): Markup {
  const w = words[locale];
  return html`<ul>
      ${buildings.map((each) => html`<li><a href="${each.url}">${each.name}</a>, ${w.access[each.access]}${each.host === null ? `, ${w.members(each.memberCount)}` : null}: ${each.summary}</li>`)}
    </ul>`;
}

function postList(posts: readonly PostView[], locale: Locale): Markup {
  return posts.length === 0 ? html`<p>${words[locale].nothingYet}</p>` : html`${posts.map((post) => postInList(post, locale))}`;
}
