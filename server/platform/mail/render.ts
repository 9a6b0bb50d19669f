// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import { type Letter, type TemplateData, type TemplateName, templates } from './templates.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export function renderMail<Name extends TemplateName>(name: Name, locale: Locale, data: TemplateData[Name]): RenderedMail {
  const letter = templates[name][locale](data);
  // A name or title with a line break must not become a header of its own.
  const subject = letter.subject.replace(/\s+/g, ' ').trim();
  return { subject, text: plain(letter), html: html(letter, subject, locale) };
}

function plain(letter: Letter): string {
  const button = letter.button === undefined ? [] : [`${letter.button.label}:\n${letter.button.url}`];
  return [...letter.paragraphs, ...button, '-- ', letter.footer].join('\n\n') + '\n';
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Mail programs drop style sheets, so styles stand on the elements; colours hold in dark programs too. */
function html(letter: Letter, subject: string, locale: Locale): string {
  const paragraphs = letter.paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('');
  const button =
    letter.button === undefined
      ? ''
      : `<p style="margin:24px 0"><a href="${escapeHtml(letter.button.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background-color:#17507a;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(letter.button.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#55606b">${locale === 'nl' ? 'Werkt de knop niet? Ga naar' : 'Does the button not work? Go to'}<br><a href="${escapeHtml(letter.button.url)}" style="color:#17507a;word-break:break-all">${escapeHtml(letter.button.url)}</a></p>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background-color:#fbf9f5;color:#1b1f24;font:17px/1.55 'Source Sans 3',system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background-color:#ffffff;border:1px solid #e3ddd3;border-radius:6px">${paragraphs}${button}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e3ddd3;font-size:14px;color:#55606b">${escapeHtml(letter.footer)}</p></div></body></html>
`;
}
