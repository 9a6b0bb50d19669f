// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { NameField } from '../identity/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { ActorRefSchema } from './actor-ref.ts';
import { extraFields } from './person-extras.ts';
import { PhotoSchema } from './photo-address.ts';
import { levels, sharedFields } from './sharing.ts';

/** What somebody is in public life or at work; each instance has the same words, so that they can be searched for everywhere. */
export const workRoles = ['raadslid', 'wethouder', 'burgemeester', 'griffier', 'ambtenaar', 'bestuurder', 'inwoner', 'anders'] as const;
export type WorkRole = (typeof workRoles)[number];

export const ThemeRefSchema = Type.Object({ id: Uuid, slug: Type.String(), name: Type.String() });

const photo = Nullable(PhotoSchema);

const ownFields = {
  ...ActorRefSchema.properties,
  jobTitle: Nullable(Type.String()),
  about: Nullable(Type.String()),
  workRole: Nullable(oneOf(workRoles)),
  region: Nullable(Type.String()),
  languages: Type.Array(Type.String()),
  portfolio: Type.Array(ThemeRefSchema),
  expertise: Type.Array(ThemeRefSchema),
  contact: Type.Object({ email: Type.Optional(Type.String()), phone: Type.Optional(Type.String()), links: Type.Array(Type.String()) }, { description: 'Only what this viewer may see.' }),
  photo,
  joinedAt: Moment,
  can: Type.Object({ edit: Type.Boolean() }),
};

/** Called when routes are declared, after every room was loaded. */
export function personSchema() {
  return Type.Object({ ...ownFields, ...extraFields() } as typeof ownFields);
}

const Word = Type.String({ maxLength: 100 });
const filters = {
  q: Type.Optional(Type.String({ maxLength: 100, description: 'Words of a name, a function, a portfolio or a region; typing errors and missing accents allowed.' })),
  organisation: Type.Optional(Type.String({ maxLength: 100, description: 'Id or name of an organisation.' })),
  portfolio: Type.Optional(Type.String({ maxLength: 100, description: 'Id, address or any name of a theme.' })),
  expertise: Type.Optional(Type.String({ maxLength: 100, description: 'Id, address or any name of a theme.' })),
  workRole: Type.Optional(oneOf(workRoles)),
  region: Type.Optional(Word),
  language: Type.Optional(Word),
};
export const peopleSorts = ['name', 'newest'] as const;
export const PeopleQuery = strict({ ...pageFields, ...filters, sort: Type.Optional(oneOf(peopleSorts)) });
export const FacetsQuery = strict(filters);
export type PeopleFilters = Static<typeof FacetsQuery>;

const count = Type.Integer();
export const FacetsSchema = Type.Object({
  total: count,
  organisations: Type.Array(Type.Object({ id: Uuid, name: Type.String(), count })),
  portfolios: Type.Array(Type.Object({ ...ThemeRefSchema.properties, count })),
  workRoles: Type.Array(Type.Object({ value: oneOf(workRoles), count })),
  regions: Type.Array(Type.Object({ value: Type.String(), count })),
  languages: Type.Array(Type.Object({ value: Type.String(), count })),
});

/** Called when routes are declared. */
export function colleaguesSchema() {
  return listOf(Type.Object({ ...personSchema().properties, why: Type.Object({ themes: Type.Array(ThemeRefSchema), sameOrganisation: Type.Boolean(), sameWorkRole: Type.Boolean() }) }));
}
export const ColleaguesQuery = strict({ limit: pageFields.limit });

export const HandleParams = Type.Object({ handle: Type.String({ minLength: 1, maxLength: 320 }) });
export const PhotoParams = Type.Object({ key: Type.String({ minLength: 1, maxLength: 64 }), size: Type.String({ maxLength: 20, description: 'small.webp or large.webp' }) });

/** Lines may break; nothing else invisible. */
const Prose = (maxLength: number) => Type.String({ maxLength, pattern: '^(?:[^\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]|[\\n\\r\\t])*$' });
const emailText = { nl: 'Vul een e-mailadres in, zoals naam@gemeente.nl.', en: 'Give an e-mail address, such as name@example.nl.' };
const phoneText = { nl: 'Vul een telefoonnummer in, zoals 06 1234 5678.', en: 'Give a telephone number, such as +31 6 1234 5678.' };
const Sharing = strict(Object.fromEntries(sharedFields.map((field) => [field, Type.Optional(oneOf(levels))])) as Record<(typeof sharedFields)[number], ReturnType<typeof optionalLevel>>);
function optionalLevel() {
  return Type.Optional(oneOf(levels));
}

export const ProfileChanges = strict({
  name: Type.Optional(NameField),
  locale: Type.Optional(oneOf(['nl', 'en'])),
  jobTitle: Type.Optional(Nullable(Prose(100))),
  about: Type.Optional(Nullable(Prose(2_000))),
  workRole: Type.Optional(Nullable(oneOf(workRoles))),
  region: Type.Optional(Nullable(Prose(80))),
  languages: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]{2,3}$', maxLength: 3, description: 'ISO 639, in small letters.' }), { maxItems: 20 })),
  contactEmail: Type.Optional(Type.Union([Type.String({ maxLength: 254, pattern: '^(?:[^\\s"@<>]{1,120}@[^\\s"@<>\\[]{1,130})?$', 'x-faults': { pattern: emailText } }), Type.Null()])),
  phone: Type.Optional(Type.Union([Type.String({ maxLength: 40, pattern: '^[0-9+ ().\\/-]*$', 'x-faults': { pattern: phoneText } }), Type.Null()])),
  links: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 5 })),
  portfolio: Type.Optional(Type.Array(Uuid, { maxItems: 20, description: 'Ids of themes.' })),
  expertise: Type.Optional(Type.Array(Uuid, { maxItems: 30, description: 'Ids of themes.' })),
  sharing: Type.Optional(Sharing),
});
export type ProfileInput = Static<typeof ProfileChanges>;

export const OwnProfile = Type.Object({
  name: Type.String(),
  jobTitle: Nullable(Type.String()),
  about: Nullable(Type.String()),
  workRole: Nullable(oneOf(workRoles)),
  region: Nullable(Type.String()),
  languages: Type.Array(Type.String()),
  contactEmail: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  links: Type.Array(Type.String()),
  portfolio: Type.Array(ThemeRefSchema),
  expertise: Type.Array(ThemeRefSchema),
  photo,
  sharing: Type.Object(Object.fromEntries(sharedFields.map((field) => [field, oneOf(levels)])) as Record<(typeof sharedFields)[number], ReturnType<typeof oneOf<typeof levels>>>),
  welcomed: Type.Boolean({ description: 'The first questions were answered or passed over.' }),
});

export const ThemeName = Type.String({
  minLength: 2,
  maxLength: 60,
  pattern: "^\\s*[\\p{L}\\p{N}][\\p{L}\\p{N} '’&/().,+-]+$",
  'x-faults': { pattern: { nl: 'Gebruik letters en cijfers, en begin daarmee.', en: 'Use letters and digits, and begin with one.' } },
});
export const ThemeSchema = Type.Object({ ...ThemeRefSchema.properties, synonyms: Type.Array(Type.String()) });
export const ThemeInList = Type.Object({ ...ThemeSchema.properties, url: Type.String() });
export const ThemeWithPeople = Type.Object({ ...ThemeInList.properties, peopleCount: Type.Integer({ description: 'Who has it in their portfolio, as far as this viewer may see.' }) });
export const ThemeInUse = Type.Object({
  ...ThemeInList.properties,
  portfolioCount: Type.Integer({ description: 'Who has it in their portfolio, as far as this viewer may see.' }),
  expertiseCount: Type.Integer({ description: 'Who knows about it, as far as this viewer may see.' }),
});
export const ThemesQuery = strict({ ...pageFields, q: Type.Optional(Type.String({ maxLength: 100, description: 'The beginning of a name or synonym, or something like it.' })) });
export const ThemeParams = Type.Object({ theme: Type.String({ minLength: 1, maxLength: 100, description: 'Id or address.' }) });
export const NewThemeBody = strict({ name: ThemeName });
export const ThemeChanges = strict({ name: Type.Optional(ThemeName), synonyms: Type.Optional(Type.Array(ThemeName, { maxItems: 30 })) });
export const MergeBody = strict({ into: Type.String({ format: 'uuid', description: 'The theme that stays.' }) });
export const LikelyDuplicates = Type.Object({ items: Type.Array(Type.Object({ first: ThemeWithPeople, second: ThemeWithPeople, likeness: Type.Number() })), next: Type.Null() });
