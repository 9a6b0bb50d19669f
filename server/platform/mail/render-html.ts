// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import type { Letter, LetterItem, LetterLink, LetterQuote, LetterSection } from './letter.ts';

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const FONT = `'Source Sans 3',system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif`;
const HEADINGS = `Bitter,Georgia,'Times New Roman',serif`;

/**
 * Colours stand on the elements, because some programs drop style sheets; those that do not, and are dark, take these. `!important`
 * wins from what stands on the element.
 */
const STYLES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.paper{background-color:#14171a!important;color:#ece7de!important}
.sheet{background-color:#1d2125!important;border-color:#3a4048!important}
.line{border-color:#3a4048!important}
.muted{color:#b3bac2!important}
.said{border-color:#525a63!important}
.masthead{color:#f0a48f!important;border-color:#f0a48f!important}
.link{color:#8fc3ea!important}
.heading,.title{color:#ece7de!important}
.button{background-color:#8fc3ea!important;color:#10222f!important;border-color:#8fc3ea!important}
.second{border-color:#8fc3ea!important;color:#8fc3ea!important}
}
@media (max-width:480px){
.paper{padding:0!important}
.sheet{padding:20px 16px!important;border-width:0!important;border-radius:0!important}
}`;

/** No picture and no font is fetched from anywhere: opening a mail tells nobody. */
export function htmlOf(letter: Letter, subject: string, locale: Locale): string {
  const paragraphs = letter.paragraphs.map((text) => `<p style="margin:0 0 16px">${lines(text)}</p>`).join('');
  const sections = (letter.sections ?? []).map(section).join('');
  const footerLinks = (letter.footerLinks ?? []).map((each) => `<a class="link" href="${escapeHtml(each.url)}" style="color:#17507a;display:inline-block;padding:6px 0;margin-right:20px">${escapeHtml(each.label)}</a>`).join(' ');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(subject)}</title><style>${STYLES}</style></head>
<body class="paper" style="margin:0;padding:24px 16px;background-color:#fbf9f5;color:#1b1f24;font:17px/1.55 ${FONT};-webkit-text-size-adjust:100%">${preview(letter)}
<div class="sheet" style="max-width:600px;margin:0 auto;padding:28px 32px;background-color:#ffffff;border:1px solid #e3ddd3;border-radius:6px;overflow-wrap:break-word;word-wrap:break-word">${masthead(letter)}${paragraphs}${sections}${button(letter.button, locale)}
<div class="line muted" style="margin:28px 0 0;padding-top:16px;border-top:1px solid #e3ddd3;font-size:15px;line-height:1.5;color:#55606b"><p style="margin:0 0 8px">${lines(letter.footer)}</p>${footerLinks === '' ? '' : `<p style="margin:0">${footerLinks}</p>`}</div></div></body></html>
`;
}

function masthead({ masthead: name }: Letter): string {
  return name === undefined ? '' : `<p class="masthead" style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #a4452c;font:700 20px/1.3 ${HEADINGS};color:#a4452c">${escapeHtml(name)}</p>`;
}

/** Shown by lists of mail, and hidden in the mail itself. */
function preview({ preview: text }: Letter): string {
  return text === undefined ? '' : `<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(text)}</div>`;
}

function section({ heading, items, also, links = [] }: LetterSection): string {
  const named = also === undefined ? '' : `<p style="margin:0 0 4px;font-weight:600">${escapeHtml(also.heading)}</p><ul style="margin:0 0 12px;padding:0 0 0 20px">${also.links.map((each) => `<li style="margin:0 0 6px">${plainLink(each)}</li>`).join('')}</ul>`;
  const rest = named + links.map((each) => `<p style="margin:0 0 8px;font-size:15px">${plainLink(each)}</p>`).join('');
  const head = heading === '' ? '' : `<h2 class="heading line" style="margin:28px 0 16px;padding-top:20px;border-top:2px solid #e3ddd3;font:700 20px/1.3 ${HEADINGS};color:#1b1f24">${escapeHtml(heading)}</h2>`;
  return `${head}${items.map(item).join('')}${rest}`;
}

function item({ what, where, title, said, note, links, quiet = false }: LetterItem): string {
  const [first] = links;
  const named = title === null ? '' : first === undefined ? escapeHtml(title) : `<a class="title" href="${escapeHtml(first.url)}" style="color:#1b1f24;text-decoration:none">${escapeHtml(title)}</a>`;
  const heading = title === null ? '' : `<h3 class="title" style="margin:6px 0 0;font:700 18px/1.35 ${HEADINGS};color:#1b1f24">${named}</h3>`;
  const quotes = said.filter(({ text }) => text !== '').map(quote).join('') + (note === undefined ? '' : `<p class="muted" style="margin:8px 0 0;font-size:15px;color:#55606b">${escapeHtml(note)}</p>`);
  const buttons = links.length === 0 ? '' : `<p style="margin:12px 0 0">${links.map((each, index) => itemLink(each, index === 0 && !quiet)).join(' ')}</p>`;
  return `<div style="margin:0 0 28px"><p style="margin:0;font-weight:600">${escapeHtml(what)}</p><p class="muted" style="margin:0;font-size:15px;color:#55606b">${escapeHtml(where)}</p>${heading}${quotes}${buttons}</div>`;
}

const plainLink = ({ label, url }: LetterLink): string => `<a class="link" href="${escapeHtml(url)}" style="color:#17507a">${escapeHtml(label)}</a>`;

function quote({ by, text }: LetterQuote): string {
  const name = by === null ? '' : `<p class="muted" style="margin:12px 0 0;font-size:15px;color:#55606b">${escapeHtml(by)}</p>`;
  return `${name}<div class="said" style="margin:8px 0 0;padding:0 0 0 14px;border-left:3px solid #e3ddd3">${paragraphsOf(text)}</div>`;
}

/** At least 44 px high: on a telephone it is pressed with a thumb. */
function itemLink({ label, url }: LetterLink, first: boolean): string {
  const colours = first ? 'background-color:#17507a;color:#ffffff;border:1px solid #17507a' : 'color:#17507a;border:1px solid #17507a';
  return `<a class="${first ? 'button' : 'second'}" href="${escapeHtml(url)}" style="display:inline-block;margin:0 8px 8px 0;padding:9px 16px;border-radius:6px;${colours};font-weight:600;text-decoration:none">${escapeHtml(label)}</a>`;
}

function button(link: LetterLink | undefined, locale: Locale): string {
  if (link === undefined) return '';
  const [label, url] = [escapeHtml(link.label), escapeHtml(link.url)];
  return `<p style="margin:24px 0"><a class="button" href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#17507a;color:#ffffff;font-weight:600;text-decoration:none">${label}</a></p>
<p class="muted" style="margin:0 0 16px;font-size:15px;color:#55606b">${locale === 'nl' ? 'Werkt de knop niet? Ga naar' : 'Does the button not work? Go to'}<br><a class="link" href="${url}" style="color:#17507a;word-break:break-all">${url}</a></p>`;
}

const paragraphsOf = (text: string): string => text.split(/\n{2,}/).map((each) => `<p style="margin:0 0 8px">${lines(each)}</p>`).join('');
const lines = (text: string): string => escapeHtml(text.trim()).replace(/\n/g, '<br>');
