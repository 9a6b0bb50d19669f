// SPDX-License-Identifier: EUPL-1.2
import type { App } from '../../server/platform/http/app.ts';
import type { UnsafeMethod } from './leak-surfaces-changing.ts';

export interface BodySchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: BodySchema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: BodySchema;
  properties?: Record<string, BodySchema>;
  required?: string[];
}

export interface BodyRoute {
  method: UnsafeMethod;
  /** As documented: `/api/v1/posts/{id}`. */
  path: string;
  schema: BodySchema;
}

/** Every route that takes a JSON body, from the application's own document. */
export function routesWithBody(app: App): BodyRoute[] {
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: BodySchema }> } }>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      // The document names methods in small letters.
      return schema === undefined ? [] : [{ method: method.toUpperCase() as UnsafeMethod, path, schema }];
    }),
  );
}

/** The object that a body is, where it may also be left out. */
export function objectOf(schema: BodySchema): BodySchema {
  return schema.anyOf?.map(objectOf).find((each) => each.type === 'object') ?? schema;
}

const examples: Record<string, unknown> = { email: 'iemand@thuis.example', uuid: '00000000-0000-7000-8000-000000000000', 'date-time': '2027-01-01T12:00:00.000Z' };

/** The smallest body that a schema takes. */
export function smallestBody(schema: BodySchema): unknown {
  if (schema.anyOf !== undefined) return smallestBody(objectOf(schema));
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, smallestBody(schema.properties?.[name] ?? {})]));
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => smallestBody(schema.items ?? {}));
  if (schema.type === 'string') return schema.format === undefined ? 'abcdefghijklmnop'.slice(0, Math.max(schema.minLength ?? 1, 4)) : examples[schema.format];
  if (schema.type === 'integer') return schema.minimum ?? 1;
  return schema.type === 'boolean' ? true : null;
}
