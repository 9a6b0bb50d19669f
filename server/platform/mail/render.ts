// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import { htmlOf } from './render-html.ts';
import { textOf } from './render-text.ts';
import { type TemplateData, type TemplateName, templates } from './templates.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

export function renderMail<Name extends TemplateName>(name: Name, locale: Locale, data: TemplateData[Name]): RenderedMail {
  const letter = templates[name][locale](data);
  // A name or title with a line break must not become a header of its own.
  const subject = letter.subject.replace(/\s+/g, ' ').trim();
  return { subject, text: textOf(letter), html: htmlOf(letter, subject, locale) };
}
