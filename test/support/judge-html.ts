// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

export type Kind = 'prose' | 'page' | 'mail';

const prose = { p: [], br: [], strong: [], em: [], s: [], u: [], h2: [], h3: [], h4: [], ul: [], ol: ['start'], li: [], blockquote: [], pre: [], code: [], a: ['href', 'rel', 'class'], hr: [], table: ['tabindex'], thead: [], tbody: [], tr: [], th: [], td: [] };

/** The elements that may occur, each with its attributes. Written apart from what makes them. */
const allowed: Record<Kind, Record<string, readonly string[]>> = {
  prose,
  page: {
    ...prose, html: ['lang', 'data-scheme'], head: [], title: [], body: [], h1: [], header: ['class'], main: ['class'], article: [], time: ['datetime'],
    p: ['role'], div: ['class', 'id'], meta: ['charset', 'name', 'content', 'property', 'media'], link: ['rel', 'href', 'type', 'crossorigin', 'as', 'sizes'], script: ['type', 'id', 'src', 'crossorigin'], 'plein-app': [], noscript: [],
  },
  mail: { html: ['lang'], head: [], meta: ['charset', 'name', 'content'], title: [], style: [], body: ['class', 'style'], div: ['class', 'style'], p: ['class', 'style'], a: ['class', 'href', 'style'], br: [] },
};

/**
 * What a browser finds in a text that should not be there, as it reads it itself: `<element attribute>` of all that is
 * not allowed, links that lead to no page or mailbox, scripts that are none of ours.
 */
export async function judge(page: Page, texts: readonly { where: string; html: string; kind: Kind }[]): Promise<string[]> {
  return page.evaluate<string[]>(`(${judgeInBrowser})(${JSON.stringify(texts)}, ${JSON.stringify(allowed)})`);
}

/** Runs in the browser, whose types are not known here. */
const judgeInBrowser = String.raw`(texts, allowed) => {
  const faults = [];
  for (const { where, html, kind } of texts) {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const elements = kind === 'prose' ? [...parsed.head.children, ...parsed.body.querySelectorAll('*')] : [...parsed.querySelectorAll('*')];
    for (const element of elements) {
      const name = element.localName;
      const attributes = Object.hasOwn(allowed[kind], name) && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? allowed[kind][name] : null;
      if (attributes === null) faults.push(where + ': <' + name + '>');
      else for (const attribute of element.getAttributeNames()) if (!attributes.includes(attribute)) faults.push(where + ': <' + name + ' ' + attribute + '>');
      const href = element.getAttribute('href');
      if (href !== null) {
        const url = URL.canParse(href, 'http://plein.test/') ? new URL(href, 'http://plein.test/') : null;
        if (url === null || !['http:', 'https:', 'mailto:'].includes(url.protocol) || url.username !== '' || url.password !== '' || href.startsWith('//')) faults.push(where + ': leads to ' + href);
        if (kind === 'mail' && url?.origin !== 'http://plein.test') faults.push(where + ': leads to ' + href);
      }
      if (name === 'script' && !/^\/(assets\/[\w.-]+|[\w-]+\.js)$/.test(element.getAttribute('src') ?? '') && element.id !== 'plein-boot') faults.push(where + ': a script of others');
    }
    if (kind === 'page') {
      const boots = parsed.querySelectorAll('#plein-boot');
      if (boots.length !== 1 || boots[0].type !== 'application/json') faults.push(where + ': what the application starts with is not there once');
      else try { JSON.parse(boots[0].textContent); } catch { faults.push(where + ': what the application starts with is cut off'); }
    }
  }
  return faults;
}`;

/** What of a page that is open could run, load or be taken for ours, by its elements as they stand now. */
export async function liveFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(String.raw`(() => {
    const faults = [];
    for (const element of document.querySelectorAll('*')) {
      for (const attribute of element.getAttributeNames()) if (/^on|^formaction$|^srcdoc$|^ping$|^xlink:/.test(attribute)) faults.push('<' + element.localName + ' ' + attribute + '>');
      if (['iframe', 'object', 'embed', 'base', 'frame', 'frameset', 'portal', 'template'].includes(element.localName) && element.closest('.prose, main')) faults.push('<' + element.localName + '>');
      const href = element.localName === 'a' ? element.href : '';
      if (typeof href === 'string' && href !== '' && !/^(https?|mailto):|^tel:[0-9+]+$/.test(href)) faults.push('leads to ' + href);
      if (element.localName === 'script' && element.id !== 'plein-boot' && new URL(element.src, location.href).origin !== location.origin) faults.push('a script of ' + element.src);
      if (element.closest('.prose') && ['id', 'name', 'style', 'is', 'slot'].some((name) => element.hasAttribute(name))) faults.push('in a text: ' + element.outerHTML.slice(0, 100));
      for (const type of ['mouseover', 'pointerover', 'pointerenter', 'mouseenter', 'focusin', 'animationstart', 'toggle', 'error', 'load'])
        if (element.closest('.prose')) element.dispatchEvent(new Event(type, { bubbles: false }));
    }
    return faults;
  })()`);
}
