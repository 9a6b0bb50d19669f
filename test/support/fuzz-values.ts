// SPDX-License-Identifier: EUPL-1.2
import fc, { type Arbitrary } from 'fast-check';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface JsonSchema {
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

/** Something that exists in the fixture, looked up when the request is sent: a post of one's own, say. */
export class Real {
  readonly kind: string;

  constructor(kind: string) {
    this.kind = kind;
  }
}

/** JSON as it is written, for what JavaScript itself cannot write: too deep, numbers beyond every number. */
export class Written {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

export type FuzzValue = string | number | boolean | null | Real | Written | readonly FuzzValue[] | { readonly [name: string]: FuzzValue };

/** Which real things fit a field, by its name; empty for none. */
export type RealThings = (field: string) => readonly string[];

const words = [
  'a', 'nl', '06 1234 5678', 'naam@elders.example', 'Overleg', 'Een naam als ieder ander', 'jeugd-en-gezin', 'gebouw-9', 'fuzz.example', 'read', '#tag @iemand', 'Regel één\nregel twee', 'square', 'vier losse woorden samen', '👩‍👩‍👧 familie', 'e\u0301\u0301\u0301', '10:00', 'I\u0307ZM\u0130R', '**vet** [link](https://ok.example)',
];
const dates = ['2030-01-02T03:04:05Z', '2031-12-31T23:59:59.999+02:00', '2026-02-28T00:00:00.000Z'];
const deep = (open: string, close: string, middle: string, times = 10_000) => new Written(open.repeat(times) + middle + close.repeat(times));

/** Values for which every field must be ready, whatever it asks for. None is refused for certain. */
export const hostileTexts: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\u0001\u0002\u001b[31m', '\u202enoteT\u202c', '\ud800', '\udfff\ud800', 'a\ud83d', '\ufeff', '\ufffe\uffff', '\u2028\u2029', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'prototype', 'NaN', 'Infinity', '-Infinity', '1e400', '-0', '0x10', '1_000', '٣', '99999999999999999999999', 'null', 'undefined', 'true',
  "' or 1=1 --", '"; drop table post; --', '\\', '%', '%%', '_', '%00', '%2e%2e%2f', '../../etc/passwd', '..\\..\\', '$1', '${7*7}', '{{7*7}}', '$(id)', '`id`', '\r\nX-Injected: yes', '<script>', 'javascript:alert(1)', 'https://[::1', 'http://a@b@c', 'mailto:', '//', '/\\', '👩‍👩‍👧'.repeat(12), 'ﷺ'.repeat(20), 'a\u0300'.repeat(40), '\u200b', '\u00ad', '2026-02-30T12:00:00Z', '2026-13-01T00:00:00Z', '0000-00-00T00:00:00Z', '9999-12-31T23:59:60Z', '+275760-09-13T00:00:00.001Z', '1969-12-31T23:59:59Z', '0001-01-01T00:00:00Z', '2026-01-01T00:00:00Z[Europe/Amsterdam]', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'WyIyMDI2LTAxLTAxVDAwOjAwOjAwLjAwMFoiLCJ4Il0', 'W10', 'bnVsbA', '-1', '0', '1.5', 'building:__proto__', 'building:', 'post:\u0000',
];
export const hostileValues: readonly FuzzValue[] = [
  ...hostileTexts, null, true, false, 0, -1, 1.5, 2 ** 53, -(2 ** 63), Number.MAX_VALUE, Number.MIN_VALUE, new Written('1e400'), new Written('-0'), new Written(`1${'0'.repeat(400)}`), [], {}, [null], [[]], [{}], { length: 3 }, { toString: 'x' }, { constructor: { name: 'x' } }, { then: 'x' },
  deep('[', ']', ''), deep('{"a":', '}', '1'), 'x'.repeat(20_000), '\ud800'.repeat(200), Array.from({ length: 2_000 }, (_, index) => index),
];

export function boundsHold(schema: JsonSchema, text: string): boolean {
  return text.length >= (schema.minLength ?? 0) && text.length <= (schema.maxLength ?? Infinity) && (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text));
}

/** A value that the schema takes; real things of the fixture more often than not where the field names one. */
export function fitting(schema: JsonSchema, field: string, real: RealThings): Arbitrary<FuzzValue> {
  const kinds = schema.type === 'string' ? real(field) : [];
  const general = generally(schema, field, real);
  return kinds.length === 0 ? general : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...kinds).map((kind) => new Real(kind)) }, { weight: 1, arbitrary: general });
}

function generally(schema: JsonSchema, field: string, real: RealThings): Arbitrary<FuzzValue> {
  if (schema.const !== undefined) return fc.constant(schema.const as FuzzValue);
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as FuzzValue[]));
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((branch) => ({ weight: branch.type === 'null' ? 1 : 3, arbitrary: fitting(branch, field, real) })));
  switch (schema.type) {
    case 'string':
      return textFor(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 });
    case 'boolean':
      return fc.boolean();
    case 'array': {
      const least = schema.minItems ?? 0;
      return fc.array(fitting(schema.items ?? {}, field, real), { minLength: least, maxLength: Math.min(schema.maxItems ?? 5, least + 3) });
    }
    case 'object':
      return objectFor(schema, real);
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom<FuzzValue>('x', 5, null);
  }
}

function textFor(schema: JsonSchema): Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'date-time') return fc.constantFrom(...dates);
  if (schema.format === 'email') return fc.integer({ min: 0, max: 1e9 }).map((number) => `fuzz-${number}@elders.example`);
  const fits = words.filter((word) => boundsHold(schema, word));
  const long = 'Zo lang als het mag '.repeat(Math.ceil((schema.maxLength ?? 20) / 20)).slice(0, Math.min(schema.maxLength ?? 20, 5_000));
  const random = fc.string({ unit: 'grapheme', minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 50, 80) }).filter((text) => schema.pattern === undefined && boundsHold(schema, text));
  return fc.oneof(...(fits.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...fits) }] : []), ...(boundsHold(schema, long) ? [{ weight: 1, arbitrary: fc.constant(long) }] : []), ...(schema.pattern === undefined ? [{ weight: 2, arbitrary: random }] : []));
}

function objectFor(schema: JsonSchema, real: RealThings): Arbitrary<FuzzValue> {
  const properties = schema.properties ?? {};
  const required = Object.keys(properties).filter((name) => schema.required?.includes(name) === true);
  return fc.record(Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, fitting(field, name, real)])), { requiredKeys: required, noNullPrototype: true }) as Arbitrary<FuzzValue>;
}

/** A value that the schema refuses for certain, with the path of the fault below the field. Null where any value fits. */
export function unfitting(schema: JsonSchema): Arbitrary<{ value: FuzzValue; below: string }> | null {
  const at = (values: readonly FuzzValue[]) => (values.length === 0 ? null : fc.constantFrom(...values).map((value) => ({ value, below: '' })));
  if (schema.anyOf !== undefined) {
    const branches = schema.anyOf.filter((branch) => branch.type !== 'null');
    const nullable = branches.length < schema.anyOf.length;
    const [only] = branches;
    if (branches.length !== 1 || only === undefined) return null;
    return unfitting(only)?.filter(({ value }) => !(nullable && value === null)) ?? null;
  }
  if (schema.const !== undefined || schema.enum !== undefined) return at(['toString', '__proto__', '', 5, {}, [], deep('[', ']', ''), ...(schema.const === true ? [false] : [])]);
  if (schema.type === 'string') {
    return at([
      5, true, null, {}, [], ['x'], deep('[', ']', ''), deep('{"a":', '}', '1'),
      ...(schema.maxLength === undefined ? [] : ['x'.repeat(schema.maxLength + 1), 'x'.repeat(schema.maxLength * 5)]),
      ...((schema.minLength ?? 0) > 0 ? [''] : []),
      ...(schema.format === 'uuid' ? ['x', '00000000-0000-0000-0000-00000000000g', ' 00000000-0000-7000-8000-000000000000'] : []),
      ...(schema.format === 'date-time' ? ['gisteren', '2026-02-30T12:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01', '2026-01-01T25:00:00Z'] : []),
      ...(schema.format === 'email' ? ['x', '@', 'a@b@c.example', 'a b@c.example', '"a@b"@c.example'] : []),
    ]);
  }
  if (schema.type === 'integer') return at(['5', 1.5, null, true, {}, [1], new Written('1e400'), ...(schema.minimum === undefined ? [] : [schema.minimum - 1]), ...(schema.maximum === undefined ? [] : [schema.maximum + 1, 2 ** 53])]);
  if (schema.type === 'boolean') return at(['true', 1, 0, null, {}, []]);
  if (schema.type === 'array') {
    const most = schema.maxItems;
    const item = schema.items === undefined ? null : unfitting(schema.items);
    const whole = fc.constantFrom<FuzzValue>('x', 5, {}, null, { length: 1 }, deep('{"a":', '}', '1')).map((value) => ({ value, below: '' }));
    const tooMany = most === undefined ? null : fitting(schema.items ?? {}, '', () => []).map((value) => ({ value: Array.from({ length: most + 1 }, () => value), below: '' }));
    return fc.oneof(...[whole, tooMany, item?.map(({ value, below }) => ({ value: [value], below: `/0${below}` })) ?? null].filter((each) => each !== null));
  }
  return null;
}

/** The same for what arrives as text, in a query or a path. */
export function unfittingText(schema: JsonSchema): readonly string[] {
  if (schema.enum !== undefined) return ['toString', '__proto__', 'x'.repeat(60)];
  if (schema.type === 'integer') return ['NaN', 'Infinity', '1e400', 'abc', String((schema.minimum ?? 0) - 1), String((schema.maximum ?? 0) + 1), '99999999999999999999999'];
  if (schema.type === 'boolean') return ['misschien', '2', 'NaN'];
  return [
    ...(schema.format === 'uuid' ? ['x', '00000000-0000-0000-0000-00000000000g', '00000000-0000-7000-8000-000000000000x'] : []),
    ...(schema.maxLength !== undefined && schema.maxLength < 450 ? ['x'.repeat(schema.maxLength + 1)] : []),
  ];
}
