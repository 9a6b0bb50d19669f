// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';

/** What a template says, in plain words; `render.ts` makes text and HTML of it. */
export interface Letter {
  subject: string;
  /** Paragraphs, plain text. */
  paragraphs: string[];
  button?: { label: string; url: string };
  /** Under the button: why this mail came, and what to do if it was not expected. */
  footer: string;
}

export interface TemplateData {
  confirmation: { name: string; url: string; instance: string };
  'known-address': { name: string; signInUrl: string; resetUrl: string; instance: string };
  'password-reset': { name: string; url: string; instance: string };
  'password-changed': { name: string; resetUrl: string; instance: string };
  invitation: { inviter: string; place: string; url: string; instance: string; expires: string };
}

export type TemplateName = keyof TemplateData;

type Templates = { [Name in TemplateName]: Record<Locale, (data: TemplateData[Name]) => Letter> };

export const templates: Templates = {
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
};
