// SPDX-License-Identifier: EUPL-1.2
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Format } from 'typebox/format';
import { Value } from 'typebox/value';
import { Problem, type Text } from './problem.ts';

/** All faults of a body, query or path at once, each naming its field. Thrown by the validator compiler. */
export class InvalidRequest extends Problem {
  constructor(faults: { path: string; text: Text }[]) {
    super(400, 'bad-input', { nl: 'Niet alles is goed ingevuld.', en: 'Not everything was filled in well.' }, faults);
  }
}

const MOST_FAULTS = 50;

/** RFC 3339 as far as a Date can hold it: no leap second, and nothing in brackets behind it (RFC 9557). */
Format.Set('date-time', (value) => Format.IsDateTime(value) && !Number.isNaN(Date.parse(value)));

/**
 * TypeBox instead of Ajv: it is faster and gives types. Query and path values arrive as text and are converted;
 * a body is taken as it is, so that `"5"` is no number and `null` no empty text.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const check = Compile(schema);
  return (value: unknown) => {
    // No body at all is for a schema the same as JSON's own nothing.
    const given = httpPart === 'body' ? (value === undefined && check.Check(null) ? null : value) : Value.Convert(schema, httpPart === 'querystring' ? withoutEmpty(value, schema) : (value ?? {}));
    if (check.Check(given)) return { value: given };
    const faults = [...check.Errors(given)].slice(0, MOST_FAULTS).flatMap((error) => faultsOf(error as unknown as SchemaError, schema));
    return { error: new InvalidRequest(withoutRepeats(faults)) };
  };
};

/** A form that sends `?sort=&limit=` asks for nothing special: a choice or a number that is empty counts as not given. */
function withoutEmpty(query: unknown, schema: TSchema): unknown {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string; enum?: unknown }> };
  const mayBeDropped = (name: string) => properties[name]?.enum !== undefined || ['integer', 'number', 'boolean'].includes(properties[name]?.type ?? '');
  return Object.fromEntries(Object.entries(query ?? {}).filter(([name, value]) => value !== '' || !mayBeDropped(name)));
}

interface SchemaError {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
}

function faultsOf(error: SchemaError, schema: TSchema): { path: string; text: Text }[] {
  const path = error.instancePath.replace(/^\//, '');
  const own = ownFaults(schema, path)?.[error.keyword];
  if (own !== undefined) return [{ path, text: own }];
  const at = (name: string) => (path === '' ? name : `${path}/${name}`);
  const { params } = error;
  const names = (key: string) => (Array.isArray(params[key]) ? (params[key] as unknown[]).map(String) : []);
  switch (error.keyword) {
    case 'required':
      return names('requiredProperties').map((name) => ({ path: at(name), text: { nl: 'Vul dit in.', en: 'Fill this in.' } }));
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return [...names('additionalProperties'), ...names('unevaluatedProperties')].map((name) => ({ path: at(name.slice(0, 100)), text: { nl: 'Dit veld bestaat hier niet.', en: 'There is no such field here.' } }));
    case 'minLength':
      return [{ path, text: params['limit'] === 1 ? { nl: 'Vul dit in.', en: 'Fill this in.' } : { nl: `Gebruik minstens ${params['limit']} tekens.`, en: `Use at least ${params['limit']} characters.` } }];
    case 'maxLength':
      return [{ path, text: { nl: `Gebruik hoogstens ${params['limit']} tekens.`, en: `Use at most ${params['limit']} characters.` } }];
    case 'maxItems':
      return [{ path, text: { nl: `Hoogstens ${params['limit']}.`, en: `At most ${params['limit']}.` } }];
    case 'minItems':
      return [{ path, text: { nl: `Minstens ${params['limit']}.`, en: `At least ${params['limit']}.` } }];
    case 'minimum':
    case 'exclusiveMinimum':
      return [{ path, text: { nl: `Minstens ${params['limit']}.`, en: `At least ${params['limit']}.` } }];
    case 'maximum':
    case 'exclusiveMaximum':
      return [{ path, text: { nl: `Hoogstens ${params['limit']}.`, en: `At most ${params['limit']}.` } }];
    case 'format':
      return [{ path, text: formatText(String(params['format'])) }];
    case 'enum':
    case 'const':
    case 'anyOf':
      return [{ path, text: { nl: 'Kies een van de mogelijkheden.', en: 'Choose one of the possibilities.' } }];
    case 'boolean':
      return [{ path, text: { nl: 'Dit veld bestaat hier niet.', en: 'There is no such field here.' } }];
    case 'type':
      return [{ path, text: { nl: `Verwacht: ${String(params['type'])}.`, en: `Expected: ${String(params['type'])}.` } }];
    default:
      return [{ path, text: { nl: 'Dit is niet in de juiste vorm.', en: 'This does not have the right form.' } }];
  }
}

/** What a field itself says about a fault, per keyword, where the general sentence would not say why. */
export type OwnFaults = Record<string, Text>;

interface FieldSchema {
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  'x-faults'?: OwnFaults;
}

function ownFaults(schema: TSchema, path: string): OwnFaults | undefined {
  let field: FieldSchema | undefined = schema as FieldSchema;
  for (const name of path.split('/')) field = field?.properties?.[name] ?? field?.items;
  return field?.['x-faults'];
}

function formatText(format: string): Text {
  if (format === 'email') return { nl: 'Vul een e-mailadres in, zoals naam@gemeente.nl.', en: 'Give an e-mail address, such as name@example.nl.' };
  if (format === 'date-time') return { nl: 'Vul een tijdstip in, zoals 2026-12-01T09:00:00Z.', en: 'Give a moment, such as 2026-12-01T09:00:00Z.' };
  if (format === 'uuid') return { nl: 'Dit is geen geldig kenmerk.', en: 'This is not a valid id.' };
  return { nl: 'Dit is niet in de juiste vorm.', en: 'This does not have the right form.' };
}

/** A value that fails several branches of a union names its field once. */
function withoutRepeats(faults: { path: string; text: Text }[]): { path: string; text: Text }[] {
  const first = new Map<string, { path: string; text: Text }>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  return [...first.values()];
}
