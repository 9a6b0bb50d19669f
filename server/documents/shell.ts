// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isMember, type Locale } from '../platform/db/viewer.ts';
import { html, Markup } from './html.ts';
import type { InstanceView } from './read.ts';
import { words } from './words.ts';

/** What the server says of one page before the application takes over. */
export interface Document {
  /** Empty for the square itself. */
  title: string;
  /** For search engines and link previews; plain text. */
  description: string;
  /** Readable without JavaScript. */
  content: Markup;
  /** A page that search engines leave out: settings, forms, what is not public. */
  unlisted?: boolean;
  /** OpenGraph type. */
  type?: 'website' | 'article' | 'profile';
  status?: number;
}

/** What the application would ask first, so that it does not have to. */
export interface Boot {
  instance: InstanceView;
  /** Left out where the document does not depend on who asks. */
  me?: unknown;
}

const headPlace = '<!--plein:head-->';
const contentPlace = '<!--plein:content-->';

export type SendDocument = (request: FastifyRequest, reply: FastifyReply, document: Document, boot: Boot) => FastifyReply;

/**
 * The page that Vite built, with two places that are filled per request.
 * @throws when the web client was not built.
 */
export function loadShell(file: string, publicUrl: string): SendDocument {
  const template = readFileSync(file, 'utf8');
  if (!template.includes(headPlace) || !template.includes(contentPlace)) throw new Error(`${file} is not the page of this version: build the web client again`);

  return (request, reply, document, boot) => {
    const { locale } = request.viewer;
    const page = template
      .replace('<html lang="nl"', `<html lang="${locale}"`)
      .replace(headPlace, () => head(request, document, boot, publicUrl).text)
      .replace(contentPlace, () => body(document, boot.instance.name, locale).text);
    return reply
      .code(document.status ?? 200)
      .header('cache-control', isMember(request.viewer) ? 'private, no-store' : 'no-cache')
      .header('vary', 'cookie, accept, accept-language, authorization')
      .header('content-language', locale)
      .type('text/html; charset=utf-8')
      .send(page);
  };
}

function head(request: FastifyRequest, document: Document, boot: Boot, publicUrl: string): Markup {
  const { name } = boot.instance;
  const address = publicUrl + (request.url.split('?', 1)[0] ?? '/');
  const description = shorten(document.description, 200);
  const unlisted = document.unlisted === true || (document.status ?? 200) !== 200;
  return html`<title>${document.title === '' ? name : `${document.title} · ${name}`}</title>
    <meta name="description" content="${description}" />
    ${unlisted ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${address}" />`}
    <meta property="og:title" content="${document.title === '' ? name : document.title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="${document.type ?? 'website'}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:site_name" content="${name}" />
    <meta property="og:locale" content="${ogLocale[request.viewer.locale]}" />
    <meta name="twitter:card" content="summary" />
    <meta name="application-name" content="${name}" />
    <meta name="apple-mobile-web-app-title" content="${name}" />
    <script type="application/json" id="plein-boot">${inertJson(boot)}</script>`;
}

const ogLocale: Record<Locale, string> = { nl: 'nl_NL', en: 'en_GB' };

/** Data, not a program: browsers do not run this type. No `<` can end the element early. */
function inertJson(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}

function body(document: Document, name: string, locale: Locale): Markup {
  const w = words[locale];
  return html`<div class="served">
      <header class="served__head">
        <a href="/">${name}</a>
        <a href="/buildings">${w.buildings}</a>
        <a href="/search">${w.search}</a>
        <a href="/sign-in">${w.signIn}</a>
        <a href="/sign-up">${w.join}</a>
      </header>
      <main class="page page--reading">${document.content}</main>
    </div>`;
}

/** Cuts at a word, so that a preview never ends in half of one. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
