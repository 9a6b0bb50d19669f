// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Locale, isMember } from '../platform/db/viewer.ts';
import { escape, html, Markup } from './html.ts';

/** What the server says of one page before the application takes over. */
export interface Document {
  title: string;
  /** For search engines and link previews; plain text, cut to a sentence or two. */
  description: string;
  /** Readable without JavaScript. */
  content: Markup;
  /** A page that search engines leave out: settings, forms, what is not public. */
  unlisted?: boolean;
  /** OpenGraph type. */
  type?: 'website' | 'article' | 'profile';
  status?: number;
}

export interface Shell {
  send(request: FastifyRequest, reply: FastifyReply, document: Document): FastifyReply;
}

const head = '<!--plein:head-->';
const content = '<!--plein:content-->';

/**
 * The page that Vite built, with two places that are filled per request.
 * @throws when the web client was not built.
 */
export function loadShell(file: URL, publicUrl: string, instanceName: () => Promise<string>): Shell & { sendNamed(request: FastifyRequest, reply: FastifyReply, document: Document): Promise<FastifyReply> } {
  const template = readFileSync(file, 'utf8');
  if (!template.includes(head) || !template.includes(content)) throw new Error('dist/web/index.html is not the page of this version: build the web client again');

  function send(request: FastifyRequest, reply: FastifyReply, document: Document, name = 'Plein'): FastifyReply {
    const { locale } = request.viewer;
    const title = document.title === '' ? name : `${document.title} · ${name}`;
    const page = template
      .replace('<html lang="nl"', `<html lang="${locale}"`)
      .replace(head, () => metadata(request, document, title, name, publicUrl).text)
      .replace(content, () => document.content.text);
    return reply
      .code(document.status ?? 200)
      .header('cache-control', isMember(request.viewer) ? 'private, no-store' : 'no-cache')
      .header('vary', 'cookie, accept-language, authorization')
      .header('content-language', locale)
      .type('text/html; charset=utf-8')
      .send(page);
  }
  return { send, sendNamed: async (request, reply, document) => send(request, reply, document, await instanceName()) };
}

function metadata(request: FastifyRequest, document: Document, title: string, name: string, publicUrl: string): Markup {
  const address = publicUrl + (request.url.split('?', 1)[0] ?? '/');
  const description = shorten(document.description, 200);
  const index = document.unlisted === true || (document.status ?? 200) !== 200 ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${address}" />`;
  return html`<title>${title}</title>
    <meta name="description" content="${description}" />
    ${index}
    <meta property="og:title" content="${document.title === '' ? name : document.title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:type" content="${document.type ?? 'website'}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:site_name" content="${name}" />
    <meta property="og:locale" content="${ogLocale[request.viewer.locale]}" />
    <meta name="twitter:card" content="summary" />`;
}

const ogLocale: Record<Locale, string> = { nl: 'nl_NL', en: 'en_GB' };

/** Cuts at a word, so that a preview never ends in half of one. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}

export { escape };
