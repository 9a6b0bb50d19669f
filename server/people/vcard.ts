// SPDX-License-Identifier: EUPL-1.2
import type { Person } from './queries.ts';

/** A person as an address book takes them (RFC 6350), with what is in `person` and no more. */
export function vcardOf(person: Person, publicUrl: string): string {
  const { contact } = person;
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `UID:urn:uuid:${person.id}`,
    `FN:${text(person.name)}`,
    ...(person.organisation === null ? [] : [`ORG:${text(person.organisation)}`]),
    ...(person.jobTitle === null ? [] : [`TITLE:${text(person.jobTitle)}`]),
    ...(person.workRole === null ? [] : [`ROLE:${text(person.workRole)}`]),
    ...(contact.email === undefined ? [] : [`EMAIL;TYPE=work:${text(contact.email)}`]),
    ...(contact.phone === undefined ? [] : [`TEL;TYPE="voice,work";VALUE=text:${text(contact.phone)}`]),
    ...(person.region === null ? [] : [`ADR;TYPE=work:;;;;${text(person.region)};;`]),
    ...person.languages.map((language, index) => `LANG;PREF=${index + 1}:${language}`),
    ...(person.portfolio.length === 0 ? [] : [`CATEGORIES:${person.portfolio.map((theme) => text(theme.name)).join(',')}`]),
    ...person.expertise.map((theme) => `EXPERTISE:${text(theme.name)}`),
    ...(person.about === null ? [] : [`NOTE:${text(person.about)}`]),
    ...[`${publicUrl}${person.url}`, ...contact.links].map((link) => `URL:${link.replace(/[\r\n]/g, '')}`),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Section 3.4: these would end or divide a value. */
function text(value: string): string {
  return value.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

const LONGEST_LINE = 75;

/** Section 3.2: no more than 75 octets to a line, without dividing a character. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}
