// SPDX-License-Identifier: EUPL-1.2
import { type TSchema, Type } from 'typebox';

/** Shapes that every room uses. */

/** RFC 9457. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { description: 'A problem (RFC 9457), sent as application/problem+json.' },
);

export const Uuid = Type.String({ format: 'uuid' });
/** RFC 3339 in UTC. */
export const Moment = Type.String({ format: 'date-time' });
export const Empty = Type.Null({ description: 'No content' });

export function Nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
}

/** A body or query in which unknown fields are refused by name. */
export function strict<T extends Record<string, TSchema>>(properties: T) {
  return Type.Object(properties, { additionalProperties: false });
}

export const pageFields = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before.' })),
};

export function listOf<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) });
}
