// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';
import type { Letter } from './letter.ts';
import { type ReplyRefused, replyRefused } from './reply-refused.ts';
import { type TellingData, tellingTemplates } from './telling-templates.ts';

export interface TemplateData extends TellingData {
  confirmation: { name: string; url: string; instance: string };
  'known-address': { name: string; signInUrl: string; resetUrl: string; instance: string };
  'password-reset': { name: string; url: string; instance: string };
  'password-changed': { name: string; resetUrl: string; instance: string };
  'moderation-decision': { name: string; instance: string; place: string | null; about?: string | null; action: string; reason: string; until: string | null; url: string; contact: string };
  'appeal-decided': { name: string; instance: string; overturned: boolean; answer: string; url: string };
  'report-handled': { name: string | null; instance: string; acted: boolean; url: string };
  invitation: { inviter: string; place: string; url: string; instance: string; expires: string };
  'request-answered': { name: string; place: string; approved: boolean; word: string; url: string; instance: string };
  'reply-refused': ReplyRefused;
  added: { name: string; inviter: string; place: string; groups: string; url: string; leaveUrl: string; instance: string };
}

export type TemplateName = keyof TemplateData;

/** Of these a mail that waits holds ids only: see `mail-contents.ts`. */
export type LoadedTemplate = keyof TellingData;

/** What was decided, as a sentence; the reason follows it. */
const decided: Record<Locale, Record<string, string>> = {
  nl: {
    hide: 'Een bericht van jou is verborgen. Jij ziet het nog; anderen niet.',
    restore: 'Een bericht van jou was verborgen en staat er weer.',
    warn: 'Je krijgt een waarschuwing van de moderatoren.',
    remove: 'Een bericht van jou is verwijderd.',
    suspend: 'Je kunt een tijd niet meeschrijven. Lezen kan wel.',
    ban: 'Je bent geen lid meer en kunt niet opnieuw lid worden.',
    'suspend-account': 'Je account is geschorst. Je kunt niet inloggen.',
    approve: 'Je bericht is bekeken en staat er nu.',
    refuse: 'Je bericht is bekeken en wordt niet geplaatst.',
    'warn-place': 'De platformbeheerders waarschuwen de beheerders van een plek van jou.',
    'close-place': 'De platformbeheerders hebben een plek van jou besloten gemaakt. Wat erin staat, lezen nu alleen de leden.',
  },
  en: {
    hide: 'A post of yours was hidden. You still see it; others do not.',
    restore: 'A post of yours was hidden and is back.',
    warn: 'You get a warning from the moderators.',
    remove: 'A post of yours was removed.',
    suspend: 'You cannot write for a while. You can read.',
    ban: 'You are no longer a member and cannot become one again.',
    'suspend-account': 'Your account was suspended. You cannot sign in.',
    approve: 'Your post was looked at and is there now.',
    refuse: 'Your post was looked at and will not be published.',
    'warn-place': 'The administrators of the square warn the admins of a place of yours.',
    'close-place': 'The administrators of the square closed a place of yours. Only its members read what is in it now.',
  },
};

type Templates = { [Name in TemplateName]: Record<Locale, (data: TemplateData[Name]) => Letter> };

export const templates: Templates = {
  ...tellingTemplates,
  'reply-refused': replyRefused,
  confirmation: {
    nl: ({ name, url, instance }) => ({
      subject: `Bevestig je e-mailadres voor ${instance}`,
      paragraphs: [`Dag ${name},`, `Je hebt je aangemeld bij ${instance}. Druk op de knop en bevestig dat dit e-mailadres van jou is. De link werkt 24 uur.`],
      button: { label: 'Bevestig mijn e-mailadres', url },
      footer: 'Heb je je niet aangemeld? Dan hoef je niets te doen: zonder bevestiging gebeurt er niets.',
    }),
    en: ({ name, url, instance }) => ({
      subject: `Confirm your e-mail address for ${instance}`,
      paragraphs: [`Hello ${name},`, `You signed up for ${instance}. Press the button and confirm that this e-mail address is yours. The link works for 24 hours.`],
      button: { label: 'Confirm my e-mail address', url },
      footer: 'Did you not sign up? Then there is nothing to do: without a confirmation nothing happens.',
    }),
  },
  'known-address': {
    nl: ({ name, signInUrl, resetUrl, instance }) => ({
      subject: `Je hebt al een account bij ${instance}`,
      paragraphs: [`Dag ${name},`, `Iemand vroeg met dit e-mailadres een account aan bij ${instance}. Dat account heb je al: log gewoon in. Wachtwoord vergeten? Maak een nieuw: ${resetUrl}`],
      button: { label: 'Inloggen', url: signInUrl },
      footer: 'Was jij dit niet? Dan hoef je niets te doen: er is niets veranderd.',
    }),
    en: ({ name, signInUrl, resetUrl, instance }) => ({
      subject: `You already have an account with ${instance}`,
      paragraphs: [`Hello ${name},`, `Somebody asked for an account with ${instance} with this e-mail address. You have that account already: just sign in. Forgot your password? Make a new one: ${resetUrl}`],
      button: { label: 'Sign in', url: signInUrl },
      footer: 'Was this not you? Then there is nothing to do: nothing has changed.',
    }),
  },
  'password-reset': {
    nl: ({ name, url, instance }) => ({
      subject: `Maak een nieuw wachtwoord voor ${instance}`,
      paragraphs: [`Dag ${name},`, 'Je vroeg om een nieuw wachtwoord. Met de knop kies je er een. De link werkt een uur, en één keer.'],
      button: { label: 'Kies een nieuw wachtwoord', url },
      footer: 'Heb je hier niet om gevraagd? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.',
    }),
    en: ({ name, url, instance }) => ({
      subject: `Make a new password for ${instance}`,
      paragraphs: [`Hello ${name},`, 'You asked for a new password. The button lets you choose one. The link works for an hour, and once.'],
      button: { label: 'Choose a new password', url },
      footer: 'Did you not ask for this? Then there is nothing to do: your password stays as it is.',
    }),
  },
  'password-changed': {
    nl: ({ name, resetUrl, instance }) => ({
      subject: `Je wachtwoord voor ${instance} is veranderd`,
      paragraphs: [`Dag ${name},`, 'Je wachtwoord is zojuist veranderd. Op andere apparaten ben je uitgelogd, en je toegangstokens werken niet meer.'],
      button: { label: 'Dit was ik niet', url: resetUrl },
      footer: 'Was jij dit zelf? Dan hoef je niets te doen.',
    }),
    en: ({ name, resetUrl, instance }) => ({
      subject: `Your password for ${instance} was changed`,
      paragraphs: [`Hello ${name},`, 'Your password was changed just now. You were signed out on other devices, and your access tokens no longer work.'],
      button: { label: 'This was not me', url: resetUrl },
      footer: 'Was this you? Then there is nothing to do.',
    }),
  },
  'moderation-decision': {
    nl: ({ name, instance, place, about, action, reason, until, url, contact }) => ({
      subject: place === null ? `Een besluit van de moderatoren van ${instance}` : `Een besluit van de moderatoren van ${place}`,
      paragraphs: [
        `Dag ${name},`,
        `${decided.nl[action] ?? ''}${until === null ? '' : ` Dit duurt tot en met ${until} en houdt dan vanzelf op.`}`,
        ...(about ? [`Het gaat over ${about}.`] : []),
        ...(reason === '' ? [] : [`De reden: ${reason}`]),
        action === 'suspend-account' ? `Ben je het er niet mee eens? Schrijf binnen een half jaar aan ${contact}.` : 'Ben je het er niet mee eens? Dan kun je binnen een half jaar bezwaar maken. Iemand anders kijkt er dan naar.',
      ],
      button: { label: 'Bekijk het besluit', url },
      footer: 'Je krijgt deze mail omdat het besluit over jou gaat. Een mens heeft het genomen, niet de computer.',
    }),
    en: ({ name, instance, place, about, action, reason, until, url, contact }) => ({
      subject: place === null ? `A decision of the moderators of ${instance}` : `A decision of the moderators of ${place}`,
      paragraphs: [
        `Hello ${name},`,
        `${decided.en[action] ?? ''}${until === null ? '' : ` This lasts until ${until} and then ends by itself.`}`,
        ...(about ? [`It is about ${about}.`] : []),
        ...(reason === '' ? [] : [`The reason: ${reason}`]),
        action === 'suspend-account' ? `Do you disagree? Write to ${contact} within half a year.` : 'Do you disagree? You can appeal within half a year. Somebody else then looks at it.',
      ],
      button: { label: 'See the decision', url },
      footer: 'You get this mail because the decision is about you. A human being made it, not the computer.',
    }),
  },
  'appeal-decided': {
    nl: ({ name, instance, overturned, answer, url }) => ({
      subject: `Antwoord op je bezwaar bij ${instance}`,
      paragraphs: [`Dag ${name},`, overturned ? 'Je bezwaar is gegrond: het besluit is teruggedraaid.' : 'Je bezwaar is bekeken: het besluit blijft staan.', ...(answer === '' ? [] : [`De uitleg: ${answer}`])],
      button: { label: 'Bekijk het antwoord', url },
      footer: 'Je krijgt deze mail omdat je bezwaar maakte.',
    }),
    en: ({ name, instance, overturned, answer, url }) => ({
      subject: `The answer to your appeal at ${instance}`,
      paragraphs: [`Hello ${name},`, overturned ? 'Your appeal was right: the decision was undone.' : 'Your appeal was looked at: the decision stands.', ...(answer === '' ? [] : [`The explanation: ${answer}`])],
      button: { label: 'See the answer', url },
      footer: 'You get this mail because you appealed.',
    }),
  },
  'report-handled': {
    nl: ({ name, instance, acted, url }) => ({
      subject: `Je melding bij ${instance} is bekeken`,
      paragraphs: [name === null ? 'Dag,' : `Dag ${name},`, acted ? 'Dank voor je melding. Een moderator heeft er iets aan gedaan.' : 'Dank voor je melding. Een moderator heeft gekeken en vindt dat het mag blijven.'],
      button: { label: `Naar ${instance}`, url },
      footer: 'Je krijgt deze mail omdat je bij je melding dit adres opgaf. Wij gebruiken het nergens anders voor.',
    }),
    en: ({ name, instance, acted, url }) => ({
      subject: `Your report at ${instance} was looked at`,
      paragraphs: [name === null ? 'Hello,' : `Hello ${name},`, acted ? 'Thank you for your report. A moderator did something about it.' : 'Thank you for your report. A moderator looked and finds that it may stay.'],
      button: { label: `To ${instance}`, url },
      footer: 'You get this mail because you gave this address with your report. We use it for nothing else.',
    }),
  },
  invitation: {
    nl: ({ inviter, place, url, instance, expires }) => ({
      subject: `${inviter} nodigt je uit voor ${place}`,
      paragraphs: ['Dag,', `${inviter} nodigt je uit om mee te doen in het gebouw "${place}" op ${instance}. De uitnodiging is alleen voor jou en geldt tot ${expires}.`],
      button: { label: 'Bekijk de uitnodiging', url },
      footer: 'Ken je de afzender niet, of wil je niet meedoen? Dan hoef je niets te doen.',
    }),
    en: ({ inviter, place, url, instance, expires }) => ({
      subject: `${inviter} invites you to ${place}`,
      paragraphs: ['Hello,', `${inviter} invites you to take part in the building "${place}" on ${instance}. The invitation is for you alone and holds until ${expires}.`],
      button: { label: 'See the invitation', url },
      footer: 'Do you not know the sender, or would you rather not? Then there is nothing to do.',
    }),
  },
  'request-answered': {
    nl: ({ name, place, approved, word, url, instance }) => ({
      subject: approved ? `Je bent nu lid van ${place}` : `Je vraag aan ${place} is afgewezen`,
      paragraphs: [
        `Dag ${name},`,
        approved ? `Je vroeg of je mee mocht doen in "${place}" op ${instance}. Dat mag: je bent nu lid.` : `Je vroeg of je mee mocht doen in "${place}" op ${instance}. Dat kan nu niet. Over een week kun je het opnieuw vragen.`,
        ...(word === '' ? [] : [`Erbij staat: “${word}”`]),
      ],
      button: { label: approved ? 'Ga naar binnen' : 'Bekijk het gebouw', url },
      footer: 'Je krijgt deze mail omdat je vroeg om lid te worden.',
    }),
    en: ({ name, place, approved, word, url, instance }) => ({
      subject: approved ? `You are a member of ${place} now` : `Your request to ${place} was refused`,
      paragraphs: [
        `Hello ${name},`,
        approved ? `You asked to take part in "${place}" on ${instance}. You may: you are a member now.` : `You asked to take part in "${place}" on ${instance}. That is not possible now. You can ask again in a week.`,
        ...(word === '' ? [] : [`With these words: “${word}”`]),
      ],
      button: { label: approved ? 'Go in' : 'See the building', url },
      footer: 'You get this mail because you asked to become a member.',
    }),
  },
  added: {
    nl: ({ name, inviter, place, groups, url, leaveUrl, instance }) => ({
      subject: `${inviter} heeft je toegevoegd aan ${place}`,
      paragraphs: [
        `Dag ${name},`,
        `${inviter} heeft je lid gemaakt van "${place}" op ${instance}.${groups === '' ? '' : ` Je zit ook in: ${groups}.`}`,
        `Wil je dat niet? Vertrek dan met één druk op de knop: ${leaveUrl}`,
      ],
      button: { label: 'Bekijk het gebouw', url },
      footer: 'Je krijgt deze mail omdat een collega je toevoegde met een lijst. Wie vertrekt, wordt niet opnieuw toegevoegd.',
    }),
    en: ({ name, inviter, place, groups, url, leaveUrl, instance }) => ({
      subject: `${inviter} added you to ${place}`,
      paragraphs: [
        `Hello ${name},`,
        `${inviter} made you a member of "${place}" on ${instance}.${groups === '' ? '' : ` You are also in: ${groups}.`}`,
        `Would you rather not? Leave with one press: ${leaveUrl}`,
      ],
      button: { label: 'See the building', url },
      footer: 'You get this mail because a colleague added you with a list. Who leaves is not added again.',
    }),
  },
};
