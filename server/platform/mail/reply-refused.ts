// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import type { Letter } from './letter.ts';

/** Why an answer by mail was not placed, or not all of it. */
export type ReplyRefusal = 'gone' | 'not-allowed' | 'spoofed' | 'suspended' | 'expired' | 'empty' | 'too-long' | 'too-often' | 'unreadable' | 'attachments';

export interface ReplyRefused {
  name: string;
  instance: string;
  why: ReplyRefusal;
  /** The sentence of the rule that stood in the way, in the language of the mail; or the address that the answer came from. */
  detail: string;
  /** The thread where they may read it, and else the first page. */
  url: string;
}

const words: Record<Locale, Record<ReplyRefusal, (detail: string) => string>> = {
  nl: {
    gone: () => 'Het gesprek waarop je antwoordde is er niet meer, of je kunt er niet meer bij.',
    'not-allowed': (detail) => detail,
    spoofed: (detail) => `Er kwam een antwoord op jouw antwoordadres binnen van ${detail === '' ? 'een onbekende afzender' : detail}. Dat is niet het e-mailadres van je account. Antwoord vanaf het adres waarop je onze mails krijgt. Was jij dit niet? Dan heb je misschien een mail van ons doorgestuurd. Er is niets geplaatst.`,
    suspended: () => 'Je account is geschorst, dus je kunt nu niet schrijven.',
    expired: () => 'Het adres waarnaar je antwoordde is verlopen: het werkt 30 dagen. Antwoord op de website.',
    empty: () => 'We vonden in je mail geen eigen tekst. Zet je antwoord boven de tekst waarop je antwoordt.',
    'too-long': () => 'Je antwoord is te lang om te plaatsen.',
    'too-often': () => 'Er kwamen kort na elkaar heel veel antwoorden van jou. Probeer het over een uur opnieuw.',
    unreadable: () => 'We konden je mail niet lezen. Probeer het opnieuw als gewone tekst.',
    attachments: () => 'De bijlagen staan er niet bij: die kunnen nog niet per mail.',
  },
  en: {
    gone: () => 'The thread that you answered is not there any more, or you can no longer get to it.',
    'not-allowed': (detail) => detail,
    spoofed: (detail) => `An answer came in on your answer address from ${detail === '' ? 'an unknown sender' : detail}. That is not the e-mail address of your account. Answer from the address on which you get our mail. Was this not you? Then you may have forwarded a mail of ours. Nothing was published.`,
    suspended: () => 'Your account was suspended, so you cannot write now.',
    expired: () => 'The address that you answered to has expired: it works for 30 days. Answer on the website.',
    empty: () => 'We found no text of your own in your mail. Put your answer above the text that you answer.',
    'too-long': () => 'Your answer is too long to publish.',
    'too-often': () => 'A great many answers of yours came in shortly after each other. Try again in an hour.',
    unreadable: () => 'We could not read your mail. Try again as plain text.',
    attachments: () => 'The attachments are not with it: that is not possible by mail yet.',
  },
};

export const replyRefused: Record<Locale, (data: ReplyRefused) => Letter> = {
  nl: ({ name, instance, why, detail, url }) => ({
    subject: why === 'attachments' ? `Je antwoord op ${instance} staat er, zonder bijlagen` : `Je antwoord op ${instance} is niet geplaatst`,
    paragraphs: [`Dag ${name},`, why === 'attachments' ? 'Je antwoord per mail staat erbij.' : 'Je antwoord per mail is niet geplaatst.', words.nl[why](detail)],
    button: { label: why === 'gone' || why === 'suspended' ? `Naar ${instance}` : 'Naar het gesprek', url },
    footer: 'Je krijgt deze mail omdat er een antwoord binnenkwam op een adres dat alleen van jou is.',
  }),
  en: ({ name, instance, why, detail, url }) => ({
    subject: why === 'attachments' ? `Your answer on ${instance} is there, without attachments` : `Your answer on ${instance} was not published`,
    paragraphs: [`Hello ${name},`, why === 'attachments' ? 'Your answer by mail is there.' : 'Your answer by mail was not published.', words.en[why](detail)],
    button: { label: why === 'gone' || why === 'suspended' ? `To ${instance}` : 'To the thread', url },
    footer: 'You get this mail because an answer came in on an address that is yours alone.',
  }),
};
