// SPDX-License-Identifier: EUPL-1.2

/** What a mail says, in plain words; `render-text.ts` and `render-html.ts` say the same of it. */
export interface Letter {
  subject: string;
  /** What a list of mail shows beside the subject. Without it the first words. */
  preview?: string;
  /** Above it, for who opens it: whose mail it is. */
  masthead?: string;
  /** Paragraphs, plain text. */
  paragraphs: string[];
  sections?: LetterSection[];
  button?: LetterLink;
  /** At the end: why this mail came, and what to do if it was not expected. */
  footer: string;
  /** Under the footer: where one changes or ends this. */
  footerLinks?: LetterLink[];
}

export interface LetterLink {
  label: string;
  url: string;
}

export interface LetterSection {
  /** Empty where there is but one section. */
  heading: string;
  items: LetterItem[];
  /** What is named and not quoted. */
  also?: { heading: string; links: LetterLink[] };
  /** At the end: where there is more, and how to end this. */
  links?: LetterLink[];
}

/** Shown as a quotation, so that nothing that others wrote passes for words of Plein. */
export interface LetterQuote {
  /** Null where the item says it already. */
  by: string | null;
  /** Paragraphs with a blank line between them, lines within them kept. */
  text: string;
}

export interface LetterItem {
  /** In a sentence: who did what. */
  what: string;
  /** Place and moment. */
  where: string;
  title: string | null;
  said: LetterQuote[];
  /** Under what was said, in words of Plein. */
  note?: string;
  /** Each opens a page, and changes nothing by being opened. The first is the one to press, and leads where the title does. */
  links: LetterLink[];
  /** Among many, where one need do nothing. */
  quiet?: boolean;
}
