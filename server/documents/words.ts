// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../platform/db/viewer.ts';

/** The few words that the server itself puts on a page, before the application takes over. */
export interface Words {
  square: string;
  buildings: string;
  people: string;
  signIn: string;
  join: string;
  newOnTheSquare: string;
  nothingYet: string;
  replies: string;
  in: string;
  deleted: string;
  notFound: string;
  notFoundText: string;
  toTheSquare: string;
  offline: string;
  offlineText: string;
  posts: string;
  access: Record<'open' | 'closed' | 'hidden', string>;
  accessMeaning: Record<'open' | 'closed' | 'hidden', string>;
  members(count: number): string;
  skip: string;
  loading: string;
  /** Where nothing but the application can show the page. */
  noScript: string;
  search: string;
  searchFor: string;
  searchAgain: string;
  shownFor: string;
  more: string;
  nothingFound(typed: string): string;
}

export const words: Record<Locale, Words> = {
  nl: {
    square: 'Plein',
    buildings: 'Gebouwen',
    people: 'Mensen',
    signIn: 'Inloggen',
    join: 'Doe mee',
    newOnTheSquare: 'Nieuw op het plein',
    nothingYet: 'Hier is nog niets geschreven.',
    replies: 'Reacties',
    in: 'in',
    deleted: 'Dit bericht is verwijderd.',
    notFound: 'Deze pagina is er niet',
    notFoundText: 'Ze bestaat niet, of je mag haar niet zien. Misschien moet je eerst inloggen.',
    toTheSquare: 'Naar het plein',
    offline: 'Je bent offline',
    offlineText: 'Wat je schrijft, wordt op dit apparaat bewaard en verstuurd zodra je weer online bent.',
    posts: 'Berichten',
    access: { open: 'open', closed: 'besloten', hidden: 'verborgen' },
    accessMeaning: {
      open: 'Iedereen kan meelezen en meedoen.',
      closed: 'Alleen leden lezen wat hier staat. Je kunt vragen of je lid mag worden.',
      hidden: 'Alleen leden weten dat dit gebouw bestaat.',
    },
    members: (count) => (count === 1 ? '1 lid' : `${count} leden`),
    skip: 'Naar de inhoud',
    loading: 'Een moment …',
    noScript: 'Deze pagina werkt alleen met JavaScript. Zet JavaScript aan in je browser en laad de pagina opnieuw.',
    search: 'Zoeken',
    searchFor: 'Waar zoek je naar?',
    searchAgain: 'Deze zoekvraag begrijpen we niet. Controleer de filters of begin opnieuw.',
    shownFor: 'Je ziet resultaten voor:',
    more: 'Meer resultaten',
    nothingFound: (typed) => `Niets gevonden voor “${typed}”. Probeer een ander of korter woord.`,
  },
  en: {
    square: 'Square',
    buildings: 'Buildings',
    people: 'People',
    signIn: 'Sign in',
    join: 'Join in',
    newOnTheSquare: 'New on the square',
    nothingYet: 'Nothing has been written here yet.',
    replies: 'Replies',
    in: 'in',
    deleted: 'This post was deleted.',
    notFound: 'This page is not here',
    notFoundText: 'It does not exist, or you may not see it. Perhaps you need to sign in first.',
    toTheSquare: 'To the square',
    offline: 'You are offline',
    offlineText: 'What you write is kept on this device and sent as soon as you are online again.',
    posts: 'Posts',
    access: { open: 'open', closed: 'closed', hidden: 'hidden' },
    accessMeaning: {
      open: 'Everybody can read along and join.',
      closed: 'Only members read what is here. You can ask to become a member.',
      hidden: 'Only members know that this building exists.',
    },
    members: (count) => (count === 1 ? '1 member' : `${count} members`),
    skip: 'To the content',
    loading: 'One moment …',
    noScript: 'This page works with JavaScript only. Turn JavaScript on in your browser and load the page again.',
    search: 'Search',
    searchFor: 'What are you looking for?',
    searchAgain: 'We do not understand this search. Check the filters or start again.',
    shownFor: 'You see results for:',
    more: 'More results',
    nothingFound: (typed) => `Nothing found for “${typed}”. Try another or a shorter word.`,
  },
};
