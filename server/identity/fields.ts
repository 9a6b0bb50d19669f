// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { OwnFaults } from '../platform/http/validation.ts';

/** Fields that several routes take, with what they say when they are refused. */

const emailText = { nl: 'Vul een e-mailadres in, zoals naam@gemeente.nl.', en: 'Give an e-mail address, such as name@example.nl.' };
const nameText = { nl: 'Vul je naam in, met letters, zonder onzichtbare tekens en zonder webadres.', en: 'Give your name, in letters, without invisible characters and without a web address.' };
const passwordText = {
  nl: 'Gebruik minstens 12 tekens: een kort wachtwoord is met een computer in een paar uur geraden. Een zin van vier woorden is goed te onthouden.',
  en: 'Use at least 12 characters: a computer guesses a short password within hours. A sentence of four words is easy to remember.',
};

function told(faults: OwnFaults): { 'x-faults': OwnFaults } {
  return { 'x-faults': faults };
}

/** Without quoted names and bare addresses (RFC 5321 allows both): nobody has one, and they hide a second "@". */
export const EmailField = Type.String({ minLength: 3, maxLength: 254, format: 'email', pattern: '^[^"@]+@[^"@\\[]+$', ...told({ format: emailText, pattern: emailText, minLength: emailText }) });

/**
 * At least one letter or digit; no control, bidirectional or other invisible signs, which pass for somebody else; no
 * addresses of pages, as names stand in mail to addresses that nobody has confirmed yet.
 */
export const NameField = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^(?=[\\s\\S]*[\\p{L}\\p{N}])(?![\\s\\S]*(?:://|[wW]{3}\\.))[^\\p{Cc}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]*$',
  ...told({ pattern: nameText }),
});

export const NewPasswordField = Type.String({ minLength: 12, maxLength: 200, ...told({ minLength: passwordText }) });
/** For checking, not for choosing. */
export const PasswordField = Type.String({ minLength: 1, maxLength: 200 });
export const SecretField = Type.String({ minLength: 1, maxLength: 200 });

/** As it is kept: composed, without spaces around and doubled spaces within. */
export function cleanName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Addresses are compared without regard to case; the domain decides about staff. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
