// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../platform/http/problem.ts';

export const faultFields = ['line', 'email', 'name', 'role', 'groups'] as const;

/** Why a line was not carried out. `value` is what it is about; kept with the line, worded when it is read. */
export interface Fault {
  field: (typeof faultFields)[number];
  code: FaultCode;
  value?: string;
}

const texts = {
  invisible: () => ({ nl: 'Hier staan onzichtbare tekens in. Typ het opnieuw.', en: 'There are invisible signs in this. Type it again.' }),
  'too-long': (most) => ({ nl: `Dit is te lang: hoogstens ${most} tekens.`, en: `This is too long: at most ${most} characters.` }),
  columns: () => ({ nl: 'Deze regel heeft meer kolommen dan er koppen zijn. Zet tekst met een scheidingsteken tussen aanhalingstekens.', en: 'This line has more columns than there are heads. Put text with a separator in quotation marks.' }),
  missing: () => ({ nl: 'Het e-mailadres ontbreekt.', en: 'The e-mail address is missing.' }),
  'no-address': (value) => ({ nl: `"${value}" is geen e-mailadres.`, en: `"${value}" is not an e-mail address.` }),
  'no-role': (value) => ({ nl: `"${value}" is geen rol. Kies lid, moderator of beheerder.`, en: `"${value}" is not a role. Choose member, moderator or admin.` }),
  'too-many': (most) => ({ nl: `Hoogstens ${most} groepen.`, en: `At most ${most} groups.` }),
  repeated: (line) => ({ nl: `Dit adres staat ook op regel ${line}.`, en: `This address is on line ${line} as well.` }),
  'no-group': (name) => ({ nl: `De groep "${name}" is er niet.`, en: `There is no group "${name}".` }),
  'two-groups': (name) => ({ nl: `Er is meer dan één groep "${name}". Zet het laatste deel van het webadres van de groep neer.`, en: `There is more than one group "${name}". Give the last part of the group’s web address.` }),
  'no-right': (name) => ({ nl: `Jij mag niemand in de groep "${name}" zetten.`, en: `You may not put anybody into the group "${name}".` }),
  banned: () => ({ nl: 'Deze persoon is hier geblokkeerd. Hef eerst de blokkade op.', en: 'This person is banned here. Lift the ban first.' }),
  guest: () => ({ nl: 'Hier komen geen gasten: dit adres hoort bij geen aangesloten organisatie.', en: 'No guests here: this address belongs to no organisation that takes part.' }),
  'guest-group': (name) => ({ nl: `In de groep "${name}" komen geen gasten.`, en: `No guests in the group "${name}".` }),
  'role-kept': (role) => ({ nl: `De rol in het bestand is niet overgenomen: die blijft ${role}.`, en: `The role in the file was not taken over: it stays ${role}.` }),
  'left-group': (name) => ({ nl: `Ging eerder weg uit de groep "${name}", en is daar niet opnieuw in gezet.`, en: `Left the group "${name}" before, and was not put into it again.` }),
  'often-invited': () => ({ nl: 'Dit adres kreeg net al veel uitnodigingen. Probeer het later opnieuw.', en: 'This address had many invitations just now. Try again later.' }),
  'lost-right': () => ({ nl: 'Wie dit begon, is hier geen beheerder meer.', en: 'Who started this is no admin here any more.' }),
} satisfies Record<string, (value: string) => Text>;

export type FaultCode = keyof typeof texts;

export const faultText = ({ code, value }: Fault): Text => texts[code](value ?? '');
