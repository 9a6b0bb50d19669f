// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../platform/db/viewer.ts';
import { html, type Markup } from './html.ts';
import type { Page } from './pages.ts';
import type { HitView, ListView, TextPartView } from './read.ts';
import type { Document } from './shell.ts';
import { words } from './words.ts';

type Found = ListView<HitView> & { didYouMean: string | null };

/** What the form and the links to the next page send along; anything else in the address is not for us. */
const fields = ['q', 'type', 'building', 'author', 'kind', 'after', 'before', 'cursor'] as const;

/** A form and what was found: works as it stands, and the application takes over where it runs. */
export async function searchPage({ read, locale }: Page, query: Record<string, unknown>): Promise<Document> {
  const w = words[locale];
  const asked = new URLSearchParams();
  for (const field of fields) {
    const value = query[field];
    if (typeof value === 'string' && value !== '') asked.set(field, value.slice(0, 400));
  }
  const typed = asked.get('q') ?? '';
  const found = typed.trim() === '' ? null : await read<Found>(`/search?${asked.toString()}`);
  return {
    title: typed === '' ? w.search : `${w.search}: ${typed}`,
    description: w.search,
    unlisted: true,
    content: html`<h1>${w.search}</h1>
      <form action="/search" method="get" role="search">
        <p><label for="served-q">${w.searchFor}</label><br /><input id="served-q" type="search" name="q" value="${typed}" maxlength="200" /> <button type="submit">${w.search}</button></p>
      </form>
      ${found === null ? (typed.trim() === '' ? null : html`<p>${w.searchAgain}</p>`) : results(found, asked, locale)}`,
  };
}

function results(found: Found, asked: URLSearchParams, locale: Locale): Markup {
  const w = words[locale];
  const link = (changes: Record<string, string>) => {
    const target = new URLSearchParams(asked);
    for (const [name, value] of Object.entries(changes)) target.set(name, value);
    return `/search?${target.toString()}`;
  };
  return html`${found.didYouMean === null ? null : html`<p>${w.shownFor} <a href="${link({ q: found.didYouMean, cursor: '' })}">${found.didYouMean}</a></p>`}
    ${found.items.length === 0 ? html`<p>${w.nothingFound(asked.get('q') ?? '')}</p>` : found.items.map((hit) => inList(hit, locale))}
    ${found.next === null ? null : html`<p><a href="${link({ cursor: found.next })}">${w.more}</a></p>`}`;
}

function inList(hit: HitView, locale: Locale): Markup {
  const where = [hit.author?.name, hit.building?.name, hit.publishedAt === null ? null : new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(new Date(hit.publishedAt))];
  return html`<article>
      <h2><a href="${hit.url}">${hit.title.length === 0 ? plain(hit.snippet) : marked(hit.title)}</a></h2>
      <p>${marked(hit.snippet)}</p>
      <p>${where.filter((each) => each !== null && each !== undefined).join(' · ')}</p>
    </article>`;
}

const plain = (parts: readonly TextPartView[]) => parts.map((part) => part.text).join('');
const marked = (parts: readonly TextPartView[]): Markup[] => parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : html`${part.text}`));
