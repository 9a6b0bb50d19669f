// SPDX-License-Identifier: EUPL-1.2
import type { App } from '../../server/platform/http/app.ts';
import type { JsonSchema } from './fuzz-values.ts';
import { type Method, routesOf } from './routes-of.ts';

export interface Field {
  name: string;
  schema: JsonSchema;
  required: boolean;
}

/** One method of one address, as the application describes it; of pages and the like only the address is known. */
export interface Operation {
  /** `GET /api/v1/posts/{id}`. */
  name: string;
  method: Method;
  /** With `{name}` for what stands in the address. */
  path: string;
  documented: boolean;
  params: readonly Field[];
  query: readonly Field[];
  /** The object that the body must be; null for none. */
  body: JsonSchema | null;
  /** By status; null for an answer without content. */
  /** Statuses whose answer is a file, and no JSON. */
  files: ReadonlySet<number>;
  /** Takes a file of this type in place of JSON. */
  takes: string | null;
  answers: ReadonlyMap<number, JsonSchema | null>;
}

interface Documented {
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}

const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every operation of the OpenAPI document, and every other route that the application has. */
export function operationsOf(app: App): Operation[] {
  const { paths = {} } = app.swagger() as unknown as { paths?: Record<string, Record<string, Documented>> };
  const documented = Object.entries(paths).flatMap(([path, byMethod]) =>
    methods.flatMap((method) => {
      const found = byMethod[method.toLowerCase()];
      return found === undefined ? [] : [fromDocument(method, path, found)];
    }),
  );
  const known = new Set(documented.map((each) => each.name));
  const others = methods.flatMap((method) => routesOf(app, method).map((route) => undocumented(method, route)).filter((each) => !known.has(each.name)));
  return [...documented, ...others];
}

function fromDocument(method: Method, path: string, found: Documented): Operation {
  const fields = (where: string): Field[] => (found.parameters ?? []).filter((each) => each.in === where).map(({ name, schema, required }) => ({ name, schema, required: required === true }));
  const body = found.requestBody?.content['application/json']?.schema ?? null;
  return {
    name: `${method} ${path}`,
    method,
    path,
    documented: true,
    params: fields('path'),
    query: fields('query'),
    body: body?.anyOf?.find((branch) => branch.type === 'object') ?? body,
    takes: Object.keys(found.requestBody?.content ?? {}).find((type) => !type.endsWith('json')) ?? null,
    files: new Set(Object.entries(found.responses).filter(([, { content }]) => content !== undefined && Object.keys(content).every((type) => !type.endsWith('json'))).map(([status]) => Number(status))),
    answers: new Map(Object.entries(found.responses).map(([status, { content }]) => [Number(status), content?.['application/json']?.schema ?? null])),
  };
}

function undocumented(method: Method, route: string): Operation {
  const path = route.replaceAll(/:(\w+)/g, '{$1}').replace('*', '{rest}');
  const params = [...path.matchAll(/\{(\w+)\}/g)].map((match) => ({ name: match[1] ?? '', schema: { type: 'string', maxLength: 500 }, required: true }));
  return { name: `${method} ${path}`, method, path, documented: false, params, query: [], body: null, takes: null, files: new Set(), answers: new Map() };
}
