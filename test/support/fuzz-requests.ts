// SPDX-License-Identifier: EUPL-1.2
import fc, { type Arbitrary } from 'fast-check';
import type { ViewerName } from './fuzz-cast.ts';
import type { Field, Operation } from './fuzz-operations.ts';
import { smallPicture } from './small-picture.ts';
import { fitting, type FuzzValue, hostileTexts, hostileValues, type RealThings, unfitting, unfittingText } from './fuzz-values.ts';

/** A body as it goes over the line: JSON made of a value, or bytes with a type of their own. */
export type FuzzBody = { json: FuzzValue } | { bytes: Buffer; type: string | null };

/** What was made wrong on purpose, and what must be said of it. */
export type Twist =
  | { kind: 'none' }
  /** Refused for certain: 400, naming this path. */
  | { kind: 'unfitting'; path: string }
  /** Refused for certain with one of these. */
  | { kind: 'refused'; statuses: readonly number[] }
  /** May be taken or refused; must do no harm. */
  | { kind: 'hostile' };

export interface FuzzRequest {
  viewer: ViewerName;
  params: Readonly<Record<string, FuzzValue>>;
  query: readonly (readonly [name: string, value: FuzzValue])[];
  /** Behind the address as it stands, when it was not made of `query`. */
  rawQuery: string | null;
  body: FuzzBody | null;
  headers: Readonly<Record<string, string>>;
  twist: Twist;
}

/** As nobody: every route that knows its viewers refuses it. */
export const withoutRight: FuzzRequest = { viewer: 'guest', params: {}, query: [], rawQuery: null, body: null, headers: { authorization: 'Bearer nobody' }, twist: { kind: 'refused', statuses: [401] } };

const none: Twist = { kind: 'none' };
const hostile: Twist = { kind: 'hostile' };
const refused = (...statuses: number[]): Twist => ({ kind: 'refused', statuses });

/** Requests of every kind for one operation: about a third as they should be, a third refused for certain, a third odd. */
export function requestsFor(operation: Operation, real: RealThings): Arbitrary<FuzzRequest> {
  const fit = fittingRequest(operation, real);
  const twists = [
    { weight: 6, arbitrary: fit },
    ...weighted(3, unfittingFields(operation)),
    ...weighted(2, unfittingAddress(operation)),
    { weight: 2, arbitrary: fc.constantFrom(...oddQueries).map((rawQuery) => (request: FuzzRequest): FuzzRequest => ({ ...request, rawQuery, twist: hostile })) },
    { weight: 2, arbitrary: fc.constantFrom(...oddHeaders).map(([headers, twist]) => (request: FuzzRequest): FuzzRequest => ({ ...request, headers: { ...request.headers, ...headers }, twist })) },
    ...weighted(2, hostileFields(operation)),
    ...weighted(2, operation.body === null ? null : fc.constantFrom(...oddBodies).map(([body, twist]) => (request: FuzzRequest): FuzzRequest => ({ ...request, body, twist }))),
  ];
  const change = fc.oneof(...twists.map(({ weight, arbitrary }) => ({ weight, arbitrary: arbitrary === fit ? fc.constant(null) : (arbitrary as Arbitrary<Change>) })));
  return fc.tuple(fit, change).map(([request, apply]) => (apply === null ? request : apply(request)));
}

type Change = (request: FuzzRequest) => FuzzRequest;

function weighted<T>(weight: number, arbitrary: Arbitrary<T> | null): { weight: number; arbitrary: Arbitrary<T> }[] {
  return arbitrary === null ? [] : [{ weight, arbitrary }];
}

/** Requests as they should be. */
export function fittingRequest(operation: Operation, real: RealThings): Arbitrary<FuzzRequest> {
  const values = (fields: readonly Field[]) =>
    fc.record(Object.fromEntries(fields.map(({ name, schema }) => [name, fitting(schema, name, real)])), { requiredKeys: fields.filter((field) => field.required).map((field) => field.name), noNullPrototype: true }) as Arbitrary<Record<string, FuzzValue>>;
  const file = (type: string): FuzzBody => ({ bytes: type.startsWith('image/') ? smallPicture : Buffer.from('email,name\nfuzz@fuzz.example,Fuzz\n'), type });
  const body = operation.takes !== null ? fc.constant(file(operation.takes)) : operation.body === null ? fc.constant(null) : fitting(operation.body, '', real).map((json): FuzzBody => ({ json }));
  return fc.record({
    viewer: fc.constantFrom<ViewerName>('guest', 'member', 'member', 'member', 'administrator', 'administrator', 'administrator'),
    params: values(operation.params.map((field) => ({ ...field, schema: { ...field.schema, minLength: 1 } }))),
    query: values(operation.query).map((query) => Object.entries(query)),
    rawQuery: fc.constant(null),
    body,
    headers: fc.constant(operation.documented ? {} : { accept: 'text/html' }),
    twist: fc.constant(none),
  }) as Arbitrary<FuzzRequest>;
}

/** A field of the body, or a query parameter, that the schema refuses; or one too many, or one missing. */
function unfittingFields({ body, query }: Operation): Arbitrary<Change> | null {
  const changes: Arbitrary<Change>[] = [];
  const inBody = (name: string, value: FuzzValue | undefined, path: string): Change => (request) => ({ ...request, body: { json: withField(request.body, name, value) }, twist: { kind: 'unfitting', path } });
  for (const [name, schema] of Object.entries(body?.properties ?? {})) {
    const wrong = unfitting(schema);
    if (wrong !== null) changes.push(wrong.map(({ value, below }) => inBody(name, value, name + below)));
    if (body?.required?.includes(name) === true) changes.push(fc.constant(inBody(name, undefined, name)));
  }
  const taken = new Set(Object.keys(body?.properties ?? {}));
  if (body?.additionalProperties === false) {
    for (const name of ['isAdministrator', 'authorId', 'hasOwnProperty', 'toString', 'buildingId', 'x'.repeat(90)]) if (!taken.has(name)) changes.push(fc.constant(inBody(name, 'x', name)));
  }
  for (const { name, schema } of query) {
    const texts = unfittingText(schema);
    if (texts.length > 0) changes.push(fc.constantFrom(...texts).map((text): Change => (request) => ({ ...request, query: [...request.query.filter(([other]) => other !== name), [name, text]], twist: { kind: 'unfitting', path: name } })));
  }
  if (query.length > 0) for (const name of ['isAdministrator', 'hasOwnProperty', 'toString']) changes.push(fc.constant((request) => ({ ...request, query: [...request.query, [name, 'x']], twist: { kind: 'unfitting', path: name } })));
  return changes.length === 0 ? null : fc.oneof(...changes);
}

function unfittingAddress({ params, documented }: Operation): Arbitrary<Change> | null {
  const changes = params.flatMap(({ name, schema }) => [
    ...(documented ? unfittingText(schema) : []).map((text): Change => (request) => ({ ...request, params: { ...request.params, [name]: text }, twist: { kind: 'unfitting', path: name } })),
    ...hostileTexts.filter((text) => text !== '').map((text): Change => (request) => ({ ...request, params: { ...request.params, [name]: text }, twist: hostile })),
    (request: FuzzRequest): FuzzRequest => ({ ...request, params: { ...request.params, [name]: 'lang'.repeat(2_000) }, twist: refused(400, 404, 414) }),
  ]);
  return changes.length === 0 ? null : fc.constantFrom(...changes);
}

/** Values of every kind, in fields that may well take them. */
function hostileFields({ body, query }: Operation): Arbitrary<Change> | null {
  const bodyNames = [...Object.keys(body?.properties ?? {}), '__proto__', 'constructor'];
  const inBody = fc.tuple(fc.constantFrom(...bodyNames), fc.constantFrom(...hostileValues)).map(([name, value]): Change => (request) => ({ ...request, body: { json: withField(request.body, name, value) }, twist: hostile }));
  const inQuery = query.length === 0 ? null : fc.tuple(fc.constantFrom(...query.map((field) => field.name)), fc.constantFrom(...hostileTexts)).map(([name, text]): Change => (request) => ({ ...request, query: [...request.query.filter(([other]) => other !== name), [name, text]], twist: hostile }));
  const all = [...(body === null ? [] : [inBody]), ...(inQuery === null ? [] : [inQuery])];
  return all.length === 0 ? null : fc.oneof(...all);
}

function withField(body: FuzzBody | null, name: string, value: FuzzValue | undefined): FuzzValue {
  const fields = body !== null && 'json' in body && typeof body.json === 'object' && body.json !== null ? (body.json as Record<string, FuzzValue>) : {};
  const entries = Object.entries(fields).filter(([other]) => other !== name);
  return Object.fromEntries(value === undefined ? entries : [...entries, [name, value]]);
}

/** Queries that are no query of ours, or say the same twice. */
const oddQueries: readonly string[] = [
  '?', '??', '?&', '?=', '?=x', '?&&==&', '?limit=5&limit=6', '?q=a&q=b&q=c', '?cursor=a&cursor=b', '?limit[]=1', '?limit[a]=1', '?q[__proto__]=x', '?__proto__=x', '?__proto__[isAdministrator]=true', '?constructor=x', '?constructor.prototype.x=1', '?hasOwnProperty=x', '?%', '?q=%', '?q=%zz', '?q=%00', '?q=%ff%fe', '?q=%c0%ae', '?q=%ed%a0%80', '?limit=%35', '?limit=+5', '?limit=5%00', '?q=%F0%9F', '?%00=%00', '?limit=５', `?q=${'x'.repeat(12_000)}`, `?${'a=b&'.repeat(3_000)}`, '?q=a;b', '?q=a#b', '?limit=', '?limit', '?sort=&access=&kind=', '?cursor=%7B%7D', '?cursor=W251bGwsbnVsbF0', '?cursor=WyIyMDI2LTAyLTMwVDAwOjAwOjAwLjAwMFoiLCIwMDAwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDAiXQ', '?cursor=WzFlMzA4XQ', '?cursor=Wy0xXQ', '?cursor=W10',
].filter((query) => /^[\x21-\x7e]*$/.test(query));

const json = (text: string | Buffer, type: string | null = 'application/json'): FuzzBody => ({ bytes: Buffer.from(text as string), type });

const oddBodies: readonly (readonly [FuzzBody | null, Twist])[] = [
  [null, hostile], [json(''), hostile],
  ...['{', '{"a":', '[1,', '{"a":1}}', "{'a':1}", '{a:1}', 'undefined', 'NaN', '{"a":NaN}', '{"a":01}', '"\\x"', '{"a":"\n"}', '\u0000', '{}\u0000', '{} {}', '//', '<xml/>', '[', '{"a":1,}'].map((text) => [json(text), refused(400)] as const),
  ...['null', 'true', '5', '"x"', '[]', '[{}]', '""'].map((text) => [json(text), text === 'null' ? hostile : refused(400)] as const),
  [json('{"__proto__":{"isAdministrator":true}}'), refused(400)], [json('{"constructor":{"prototype":{"isAdministrator":true}}}'), refused(400)], [json('{"__proto__":null}'), refused(400)],
  [json('['.repeat(10_000) + ']'.repeat(10_000)), refused(400)], [json('['.repeat(400_000)), refused(400)], [json(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), refused(400)],
  [json('\ufeff{}'), hostile], [json(Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0])), refused(400)], [json(Buffer.from('7b2261223a22ff22 7d'.replace(' ', ''), 'hex')), refused(400)], [json(Buffer.from('{"a":"\u00e9"}', 'latin1')), refused(400)],
  [json(`{${Array.from({ length: 20_000 }, (_, index) => `"f${index}":1`).join(',')}}`), refused(400)], [json(`{"a":"${'x'.repeat(1_100_000)}"}`), refused(413)], [json('{"a":1,"a":2,"A":3}'), refused(400)],
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'application/xml', 'application/octet-stream', 'application/activity+json', 'text/html', 'application/jsonx', 'json', '*/*', 'application/vnd.api+json', ';', 'a/b/c'].map((type) => [json('{}', type), refused(415)] as const),
  [json('{}', null), refused(415)], [json('{', 'application/json; charset=utf-16'), hostile], [json('{', 'APPLICATION/JSON'), refused(400)], [json('{', 'application/json;;;'), refused(400, 415)],
];

const oddHeaders: readonly (readonly [Record<string, string>, Twist])[] = [
  [{ authorization: 'Bearer nobody' }, refused(401)], [{ authorization: `Bearer ${'x'.repeat(180)}` }, refused(401)], [{ authorization: 'Bearer' }, hostile], [{ authorization: 'Basic YTpi' }, hostile], [{ authorization: `Bearer ${'a '.repeat(3_000)}` }, hostile], [{ authorization: '' }, hostile], [{ authorization: 'Bearer \u00ff\u00fe' }, hostile],
  [{ cookie: 'plein_session=' }, hostile], [{ cookie: 'plein_session=%zz; a=%; =b; ;;; __proto__=x; constructor=y' }, hostile], [{ cookie: `plein_session=${'x'.repeat(7_000)}` }, hostile], [{ cookie: Array.from({ length: 500 }, (_, index) => `plein_session=${index}`).join(';') }, hostile], [{ cookie: '\u00ff=\u00fe; plein_session="a"b"' }, hostile],
  [{ 'idempotency-key': '' }, hostile], [{ 'idempotency-key': 'x'.repeat(300) }, hostile], [{ 'idempotency-key': '\u00e9' }, hostile], [{ 'idempotency-key': 'twice the same' }, hostile], [{ 'idempotency-key': 'altijd-dezelfde' }, hostile], [{ 'idempotency-key': '__proto__' }, hostile],
  [{ 'accept-language': 'en;q=NaN, nl;q=-1, *;q=9' }, hostile], [{ 'accept-language': ';;;,,,q=' }, hostile], [{ 'accept-language': 'en-'.repeat(2_000) }, hostile], [{ 'accept-language': '__proto__' }, hostile], [{ 'accept-language': 'en' }, none], [{ accept: 'text/html' }, none], [{ accept: 'image/avif;q=0' }, none], [{ accept: '\u00ff' }, hostile],
  [{ 'if-none-match': '*' }, none], [{ 'if-none-match': '"x"'.repeat(500) }, hostile], [{ 'if-modified-since': 'gisteren' }, none], [{ range: 'bytes=5-1,-,x' }, none], [{ 'x-forwarded-for': '::, 999.1.1.1, __proto__' }, none], [{ 'x-forwarded-host': 'evil.example' }, none], [{ forwarded: 'for="[::1]";proto=javascript' }, none], [{ 'x-http-method-override': 'DELETE' }, none], [{ 'user-agent': `Mozilla/5.0 ${'('.repeat(4_000)}` }, hostile], [{ 'user-agent': '' }, none], [{ referer: 'javascript:alert(1)' }, none], [{ origin: 'null' }, hostile], [{ origin: 'http://evil.example' }, hostile], [{ origin: '\u00ff' }, hostile], [{ origin: 'http://plein.test.evil.example' }, hostile], [{ 'content-encoding': 'identity' }, hostile], [{ 'accept-encoding': 'gzip;q=0, *;q=0' }, none],
];
