// SPDX-License-Identifier: EUPL-1.2

/** What a mail says, in plain words; `render-text.ts` and `render-html.ts` say the same of it. */
export interface Letter {
  subject: string;
  /** What a list of mail shows beside the subject. Without it the first words. */
  preview?: string;
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
  heading: string;
  items: LetterItem[];
  /** Where the rest stands that is not told here. */
  more?: LetterLink;
}

export interface LetterItem {
  /** In a sentence: who did what. */
  what: string;
  /** Place and moment. */
  where: string;
  title: string | null;
  /** What was said: paragraphs with a blank line between them, lines within them kept. */
  text: string;
  /** Each opens a page, and changes nothing by being opened. The first is the one to press. */
  links: LetterLink[];
}
