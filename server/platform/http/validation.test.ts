// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { pageFields, strict } from './schemas.ts';
import { InvalidRequest, validatorCompiler } from './validation.ts';

const body = strict({ email: Type.String({ format: 'email', maxLength: 20 }), names: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 2 })), age: Type.Optional(Type.Integer({ minimum: 1 })) });

function faults(schema: typeof body, httpPart: string, value: unknown): Record<string, string> {
  const { error } = validatorCompiler({ schema, httpPart, method: 'POST', url: '/' })(value) as { error?: InvalidRequest };
  return Object.fromEntries((error?.faults ?? []).map(({ path, text }) => [path, text.nl]));
}

test('every fault is told at once, by the name of its field', () => {
  expect(Object.keys(faults(body, 'body', { email: 'x', names: ['', 'b'], age: 0, role: 'admin' })).sort()).toEqual(['age', 'email', 'names/0', 'role']);
  expect(faults(body, 'body', {})).toEqual({ email: 'Vul dit in.' });
  expect(Object.keys(faults(body, 'body', [1]))).toEqual(['']);
  expect(Object.keys(faults(body, 'body', undefined))).toEqual(['']);
});

test('a body is taken as it is: a number in quotes is no number', () => {
  expect(Object.keys(faults(body, 'body', { email: 'a@b.nl', age: '5' }))).toEqual(['age']);
});

test('a query is text and becomes what its schema says', () => {
  const query = strict(pageFields);
  const check = validatorCompiler({ schema: query, httpPart: 'querystring', method: 'GET', url: '/' });
  expect(check({ limit: '5' })).toEqual({ value: { limit: 5 } });
  expect(check({ limit: '', cursor: '' })).toEqual({ value: { cursor: '' } });
  expect(check({ limit: '500' })).toMatchObject({ error: { faults: [{ path: 'limit' }] } });
  expect(check({ limit: 'x' })).toMatchObject({ error: { faults: [{ path: 'limit' }] } });
  expect(check({ page: '2' })).toMatchObject({ error: { faults: [{ path: 'page' }] } });
});
