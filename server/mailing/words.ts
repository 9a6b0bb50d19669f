// SPDX-License-Identifier: EUPL-1.2
import { DateTime } from 'luxon';
import type { Kind } from '../notifications/public.ts';
import type { Locale } from '../platform/db/viewer.ts';

/** What a sentence in a mail is made of. */
export interface Said {
  who: string;
  /** More than one person is behind it. */
  many: boolean;
  place: string;
  search: string;
}

type Sentences = Record<Kind, (said: Said) => string>;

const nl: Sentences = {
  reply: ({ who, many }) => `${who} ${many ? 'antwoordden' : 'antwoordde'}`,
  mention: ({ who, many }) => `${who} ${many ? 'noemden' : 'noemde'} je`,
  watched: ({ who, many }) => `${who} ${many ? 'schreven' : 'schreef'} iets nieuws`,
  request: ({ who, many, place }) => `${who} ${many ? 'willen' : 'wil'} lid worden van ${place}`,
  approved: ({ place }) => `Je bent toegelaten tot ${place}`,
  refused: ({ place }) => `Je vraag om lid te worden van ${place} is afgewezen`,
  invited: ({ who, place }) => `${who} nodigt je uit voor ${place}`,
  added: ({ who, place }) => `${who} heeft je lid gemaakt van ${place}`,
  removed: ({ place }) => `Je bent geen lid meer van ${place}`,
  role: ({ place }) => `Je rol in ${place} is veranderd`,
  successor: ({ who, place }) => `${who} maakte je beheerder van ${place}`,
  'by-rule': ({ place }) => `Je bent vanzelf lid geworden van ${place}: dat past bij je profiel`,
  'rule-ended': ({ place }) => `Je bent geen lid meer van ${place}: dat past niet meer bij je profiel`,
  'search-hit': ({ search }) => `Nieuw bij je zoekopdracht “${search}”`,
  asked: ({ who, many }) => `${who} ${many ? 'vragen' : 'vraagt'} het iedereen met jouw portefeuille`,
  reported: ({ place }) => `Er is iets gemeld in ${place}. Kijk je ernaar?`,
  'report-acted': () => 'Je melding is bekeken: een moderator heeft er iets aan gedaan',
  'report-dismissed': () => 'Je melding is bekeken: het mag blijven staan',
  moderated: () => 'Moderatoren hebben een besluit genomen dat over jou gaat',
  'appeal-decided': () => 'Er is een antwoord op je bezwaar',
  'term-ended': () => 'Een maatregel die voor jou gold, is voorbij',
  'merge-proposed': ({ who, many, place }) => `${who} ${many ? 'stellen' : 'stelt'} voor om ${place} samen te voegen`,
  merged: ({ place }) => `Er is een plek samengevoegd met ${place}`,
  'not-taken': ({ place }) => `${place} heeft je bericht niet geplaatst; je tekst staat bij je concepten`,
  'merge-undone': ({ place }) => `Het samenvoegen van ${place} is teruggedraaid`,
};

const en: Sentences = {
  reply: ({ who }) => `${who} answered`,
  mention: ({ who }) => `${who} mentioned you`,
  watched: ({ who }) => `${who} wrote something new`,
  request: ({ who, many, place }) => `${who} ${many ? 'ask' : 'asks'} to join ${place}`,
  approved: ({ place }) => `You were let into ${place}`,
  refused: ({ place }) => `Your request to join ${place} was refused`,
  invited: ({ who, place }) => `${who} invites you to ${place}`,
  added: ({ who, place }) => `${who} made you a member of ${place}`,
  removed: ({ place }) => `You are no longer a member of ${place}`,
  role: ({ place }) => `Your role in ${place} has changed`,
  successor: ({ who, place }) => `${who} made you an admin of ${place}`,
  'by-rule': ({ place }) => `You became a member of ${place}: it fits your profile`,
  'rule-ended': ({ place }) => `You are no longer a member of ${place}: it no longer fits your profile`,
  'search-hit': ({ search }) => `New for your search “${search}”`,
  asked: ({ who, many }) => `${who} ${many ? 'ask' : 'asks'} everybody with your portfolio`,
  reported: ({ place }) => `Something was reported in ${place}. Will you have a look?`,
  'report-acted': () => 'Your report was looked at: a moderator did something about it',
  'report-dismissed': () => 'Your report was looked at: it may stay',
  moderated: () => 'Moderators made a decision about you',
  'appeal-decided': () => 'There is an answer to your appeal',
  'term-ended': () => 'A measure that held for you is over',
  'merge-proposed': ({ who, many, place }) => `${who} ${many ? 'propose' : 'proposes'} to merge ${place}`,
  merged: ({ place }) => `A place was merged with ${place}`,
  'not-taken': ({ place }) => `${place} did not take your post; your text is among your drafts`,
  'merge-undone': ({ place }) => `The merging of ${place} was undone`,
};

export const sentences: Record<Locale, Sentences> = { nl, en };

export const words = {
  nl: {
    someone: 'Iemand',
    somewhere: 'een plek',
    instance: 'het plein',
    others: (name: string, count: number) => (count === 1 ? `${name} en nog iemand` : `${name} en ${count} anderen`),
    read: 'Lees verder',
    readAndAnswer: 'Lees en antwoord',
    look: 'Bekijk',
    moreInThread: (count: number) => (count === 1 ? 'En nog 1 reactie in dit gesprek.' : `En nog ${count} reacties in dit gesprek.`),
    wrote: (name: string) => `${name} schreef`,
    asks: 'Vraagt iets van jou',
    mentions: 'Noemt jou',
    threads: 'Jouw gesprekken',
    notices: 'Ook voor jou',
    also: 'Ook nieuw hier',
    more: (place: string) => `Bekijk alles wat nieuw is in ${place}`,
    settings: 'Kies zelf wat je hoort',
    endThread: 'Geen mail meer over dit gesprek',
    endAtOnce: 'Nooit meer direct mail',
    endDigest: 'Geen overzicht meer',
    endPlace: (place: string) => `Geen nieuws meer uit ${place}`,
  },
  en: {
    someone: 'Somebody',
    somewhere: 'a place',
    instance: 'the square',
    others: (name: string, count: number) => (count === 1 ? `${name} and one other` : `${name} and ${count} others`),
    read: 'Read on',
    readAndAnswer: 'Read and answer',
    look: 'Have a look',
    moreInThread: (count: number) => (count === 1 ? 'And 1 more answer in this conversation.' : `And ${count} more answers in this conversation.`),
    wrote: (name: string) => `${name} wrote`,
    asks: 'Asks something of you',
    mentions: 'Mentions you',
    threads: 'Your conversations',
    notices: 'Also for you',
    also: 'Also new here',
    more: (place: string) => `See everything new in ${place}`,
    settings: 'Choose what you hear',
    endThread: 'No more mail about this conversation',
    endAtOnce: 'Never mail me at once',
    endDigest: 'No more digests',
    endPlace: (place: string) => `No more news from ${place}`,
  },
} as const satisfies Record<Locale, unknown>;

const FALLBACK_ZONE = 'Europe/Amsterdam';

function onTheClock(moment: Date, timeZone: string, locale: Locale): DateTime {
  const local = DateTime.fromJSDate(moment, { zone: timeZone });
  return (local.isValid ? local : local.setZone(FALLBACK_ZONE)).setLocale(locale === 'nl' ? 'nl-NL' : 'en-GB');
}

/** "vandaag, 9.12 uur", "vrijdag 20 november, 9.12 uur": on the clock and in the language of the reader. */
export function momentFor(moment: Date, now: Date, timeZone: string, locale: Locale): string {
  const [local, today] = [onTheClock(moment, timeZone, locale), onTheClock(now, timeZone, locale)];
  const time = locale === 'nl' ? `${local.toFormat('H.mm')} uur` : local.toFormat('H:mm');
  const days = Math.round(today.startOf('day').diff(local.startOf('day'), 'days').days);
  if (days === 0) return locale === 'nl' ? `vandaag, ${time}` : `today, ${time}`;
  if (days === 1) return locale === 'nl' ? `gisteren, ${time}` : `yesterday, ${time}`;
  return `${local.toFormat(local.year === today.year ? 'cccc d LLLL' : 'cccc d LLLL yyyy')}, ${time}`;
}
