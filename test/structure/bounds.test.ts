// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, expect, test } from 'vitest';
import { generateClient } from '../../scripts/generate-client.ts';
import type { JsonSchema } from '../support/fuzz-values.ts';

interface Documented {
  parameters?: { name: string; in: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

let paths: Record<string, Record<string, Documented>>;
beforeAll(async () => {
  // The document that the application itself makes.
  ({ paths } = JSON.parse((await generateClient()).document) as { paths: typeof paths });
}, 60_000);

/** Formats that say by themselves how long a text can be. */
const boundedFormats = new Set(['uuid', 'date-time', 'date', 'time', 'ipv4']);

/** What of a schema has no end, by its path. */
function boundless(schema: JsonSchema, path: string): string[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => boundless(branch, path));
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  switch (schema.type) {
    case 'boolean':
    case 'null':
      return [];
    case 'string':
      return schema.maxLength !== undefined || boundedFormats.has(schema.format ?? '') ? [] : [`${path}: a text without maxLength`];
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.maximum !== undefined ? [] : [`${path}: a number without minimum and maximum`];
    case 'array':
      return [...(schema.maxItems === undefined ? [`${path}: a list without maxItems`] : []), ...boundless(schema.items ?? {}, `${path}[]`)];
    case 'object':
      return [...(schema.additionalProperties === false ? [] : [`${path}: an object that takes any field`]), ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => boundless(field, `${path}.${name}`))];
    default:
      return [`${path}: anything at all (${JSON.stringify(schema)})`];
  }
}

function requestSchemas(): [where: string, schema: JsonSchema][] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters = [], requestBody }]) => [
      ...parameters.map(({ name, in: where, schema }): [string, JsonSchema] => [`${method} ${path} ${where} ${name}`, schema]),
      ...Object.values(requestBody?.content ?? {}).map(({ schema }): [string, JsonSchema] => [`${method} ${path} body`, schema]),
    ]),
  );
}

test('every text, number, list and object that a request may hold has bounds', () => {
  const schemas = requestSchemas();
  expect(schemas.length).toBeGreaterThan(120);
  expect(schemas.flatMap(([where, schema]) => boundless(schema, where))).toEqual([]);
});

test('every list that is answered page by page takes a limit of 100 at most', () => {
  const limits = requestSchemas().filter(([where]) => where.endsWith(' query limit'));
  expect(limits.length).toBeGreaterThan(15);
  for (const [where, schema] of limits) expect([where, schema.minimum, schema.maximum]).toEqual([where, 1, 100]);
});

test.each<[string, JsonSchema]>([
  ['a text', { type: 'string', minLength: 1 }],
  ['a text of a format without an end', { type: 'string', format: 'email' }],
  ['a number', { type: 'integer', minimum: 1 }],
  ['a list', { type: 'array', items: { type: 'boolean' } }],
  ['a text in a list', { type: 'array', maxItems: 5, items: { type: 'string' } }],
  ['a branch', { anyOf: [{ type: 'null' }, { type: 'string' }] }],
  ['an object', { type: 'object', properties: {} }],
  ['a field', { type: 'object', additionalProperties: false, properties: { a: { type: 'object', additionalProperties: false, properties: { b: { type: 'string' } } } } }],
  ['whatever one likes', {}],
  ['what JSON does not know', { type: 'undefined' }],
])('%s without an end is found', (_what, schema) => expect(boundless(schema, '')).toHaveLength(1));
