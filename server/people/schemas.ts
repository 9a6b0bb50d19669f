// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { NameField } from '../identity/public.ts';
import { Moment, Nullable, oneOf, pageFields, strict } from '../platform/http/schemas.ts';
import { ActorRefSchema } from './actor-ref.ts';
import { extraFields } from './person-extras.ts';

const ownFields = {
  ...ActorRefSchema.properties,
  jobTitle: Nullable(Type.String()),
  about: Nullable(Type.String()),
  joinedAt: Moment,
  can: Type.Object({ edit: Type.Boolean() }),
};

/** Called when routes are declared, after every room was loaded. */
export function personSchema() {
  return Type.Object({ ...ownFields, ...extraFields() } as typeof ownFields);
}

export const PeopleQuery = strict({
  ...pageFields,
  q: Type.Optional(Type.String({ maxLength: 100 })),
  organisation: Type.Optional(Type.String({ maxLength: 100, description: 'Id or name of an organisation.' })),
});

export const HandleParams = Type.Object({ handle: Type.String({ minLength: 1, maxLength: 100 }) });

/** Lines may break; nothing else invisible. */
const Prose = (maxLength: number) => Type.String({ maxLength, pattern: '^(?:[^\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]|[\\n\\r\\t])*$' });

export const ProfileChanges = strict({
  name: Type.Optional(NameField),
  locale: Type.Optional(oneOf(['nl', 'en'])),
  jobTitle: Type.Optional(Nullable(Prose(100))),
  about: Type.Optional(Nullable(Prose(2_000))),
});
