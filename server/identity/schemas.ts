// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { Moment, Nullable, oneOf, strict, Uuid } from '../platform/http/schemas.ts';
import { EmailField, NameField, NewPasswordField, PasswordField, SecretField } from './fields.ts';

export const LocaleField = oneOf(['nl', 'en']);
const DomainField = Type.String({
  maxLength: 253,
  pattern: '^\\s*@?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\s*$',
  'x-faults': { pattern: { nl: 'Vul een domein in, zoals zuiderdam.nl.', en: 'Give a domain, such as zuiderdam.nl.' } },
});
const VisibleText = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

export const SignUpBody = strict({ email: EmailField, name: NameField, password: NewPasswordField, locale: Type.Optional(LocaleField) });
export const TokenBody = strict({ token: SecretField });
export const SignInBody = strict({ email: Type.String({ minLength: 1, maxLength: 254 }), password: PasswordField });
export const ResetBody = strict({ email: EmailField });
export const ResetConfirmationBody = strict({ token: SecretField, password: NewPasswordField });
export const FirstAdministratorBody = strict({ token: SecretField, email: EmailField, name: NameField, password: NewPasswordField });
export const PasswordBody = strict({ current: PasswordField, password: NewPasswordField });

export const Notice = Type.Object({ detail: Type.String() });
export const IdParams = Type.Object({ id: Uuid });

export const SessionView = Type.Object({ id: Uuid, current: Type.Boolean(), userAgent: Type.String(), createdAt: Moment, lastSeenAt: Moment });

const ScopeField = oneOf(['read', 'write', 'admin']);
const accessTokenFields = {
  id: Uuid,
  name: Type.String(),
  scopes: Type.Array(ScopeField),
  createdAt: Moment,
  lastUsedAt: Nullable(Moment),
  expiresAt: Nullable(Moment),
};
export const AccessTokenView = Type.Object(accessTokenFields);
export const NewAccessTokenView = Type.Object({ ...accessTokenFields, token: Type.String({ description: 'Shown this once.' }) });
export const AccessTokenBody = strict({
  name: VisibleText(100),
  scopes: Type.Array(ScopeField, { minItems: 1, maxItems: 3 }),
  expiresAt: Type.Optional(Nullable(Moment)),
});

export const OrganisationView = Type.Object({ id: Uuid, name: Type.String(), domains: Type.Array(Type.String()), memberCount: Type.Integer() });
const DomainsField = Type.Array(DomainField, { maxItems: 50 });
export const OrganisationBody = strict({ name: NameField, domains: DomainsField });
export const OrganisationChanges = strict({ name: Type.Optional(NameField), domains: Type.Optional(DomainsField) });

const Count = Type.Integer({ minimum: 0 });
export const InstanceView = Type.Object({
  name: Type.String(),
  tagline: Type.String(),
  locale: LocaleField,
  demo: Nullable(Type.Object({ signIns: Type.Array(Type.Object({ label: Type.String(), email: Type.String(), password: Type.String() })) })),
  residentsMayStartBuildings: Type.Boolean(),
  counts: Type.Object({ buildings: Count, people: Count, posts: Count }),
  neighbours: Type.Array(Type.Object({ host: Type.String(), name: Type.String() }), { description: 'Instances that the administrator named as neighbours.' }),
  version: Type.String(),
});
export const InstanceChanges = strict({
  name: Type.Optional(NameField),
  tagline: Type.Optional(Type.String({ maxLength: 300 })),
  residentsMayStartBuildings: Type.Optional(Type.Boolean()),
});
