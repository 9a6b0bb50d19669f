// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import type { Letter, LetterItem, LetterLink, LetterSection } from './letter.ts';
import { replyMarker } from './reply-marker.ts';

/** Mails that tell of what people wrote, in the words of the room that loads them at sending. */
export interface TellingData {
  'at-once': { name: string; instance: string; subject: string; items: LetterItem[]; canReply: boolean; links: LetterLink[] };
  digest: {
    name: string;
    instance: string;
    /** A moment, in words. */
    since: string;
    rhythm: 'workdays' | 'weekly';
    counts: { asks: number; mentions: number; answers: number; posts: number };
    sections: LetterSection[];
    links: LetterLink[];
  };
}

type Counts = TellingData['digest']['counts'];

const counted = (count: number, one: string, more: string): string[] => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${more}`]);

function newsNl({ asks, mentions, answers, posts }: Counts): string {
  const parts = [...counted(asks, 'vraag aan jou', 'vragen aan jou'), ...counted(mentions, 'keer genoemd', 'keer genoemd'), ...counted(answers, 'reactie', 'reacties'), ...counted(posts, 'nieuw bericht', 'nieuwe berichten')];
  return parts.length === 0 ? 'wat er nieuw is' : parts.join(', ');
}

function newsEn({ asks, mentions, answers, posts }: Counts): string {
  const parts = [...counted(asks, 'question for you', 'questions for you'), ...counted(mentions, 'mention', 'mentions'), ...counted(answers, 'answer', 'answers'), ...counted(posts, 'new post', 'new posts')];
  return parts.length === 0 ? 'what is new' : parts.join(', ');
}

/** The first thing that was said, for a list of mail. */
function previewOf(items: readonly LetterItem[]): string {
  const [first] = items;
  return first === undefined ? '' : `${first.what}. ${(first.said[0]?.text ?? '').replace(/\s+/g, ' ').slice(0, 120)}`;
}

export const tellingTemplates: { [Name in keyof TellingData]: Record<Locale, (data: TellingData[Name]) => Letter> } = {
  'at-once': {
    nl: ({ name, instance, subject, items, canReply, links }) => ({
      subject,
      masthead: instance,
      preview: previewOf(items),
      paragraphs: [...(canReply ? [replyMarker.nl] : []), `Dag ${name},`, ...(canReply ? ['Antwoord gewoon op deze mail. Je antwoord komt dan in het gesprek.'] : [])],
      sections: [{ heading: '', items }],
      footer: `Waarom krijg je dit? Je hoort van ${instance} direct als iemand je noemt, je antwoordt of iets van je vraagt, en van wat je volgt. Wat je daar al las, mailen we niet.`,
      footerLinks: links,
    }),
    en: ({ name, instance, subject, items, canReply, links }) => ({
      subject,
      masthead: instance,
      preview: previewOf(items),
      paragraphs: [...(canReply ? [replyMarker.en] : []), `Hello ${name},`, ...(canReply ? ['Just answer this mail. Your answer then goes into the conversation.'] : [])],
      sections: [{ heading: '', items }],
      footer: `Why do you get this? ${instance} tells you at once when somebody mentions you, answers you or asks something of you, and of what you follow. What you read there already, we do not mail.`,
      footerLinks: links,
    }),
  },
  digest: {
    nl: ({ name, instance, since, rhythm, counts, sections, links }) => ({
      subject: `${instance}: ${newsNl(counts)}`,
      masthead: instance,
      preview: previewOf(sections.flatMap(({ items }) => items)),
      paragraphs: [`Dag ${name},`, `Dit is nieuw voor jou bij ${instance} sinds ${since}.`],
      sections,
      footer: `Je bent bij. Waarom krijg je dit? Je krijgt ${rhythm === 'weekly' ? 'elke week' : 'elke werkdag'} een overzicht van wat je nog niet las. Is er niets nieuws, dan komt er geen mail.`,
      footerLinks: links,
    }),
    en: ({ name, instance, since, rhythm, counts, sections, links }) => ({
      subject: `${instance}: ${newsEn(counts)}`,
      masthead: instance,
      preview: previewOf(sections.flatMap(({ items }) => items)),
      paragraphs: [`Hello ${name},`, `This is new for you at ${instance} since ${since}.`],
      sections,
      footer: `You are up to date. Why do you get this? You get a digest ${rhythm === 'weekly' ? 'every week' : 'every working day'} of what you have not read yet. When nothing is new there is no mail.`,
      footerLinks: links,
    }),
  },
};
