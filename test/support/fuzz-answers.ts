// SPDX-License-Identifier: EUPL-1.2
import { Compile, type Validator } from 'typebox/compile';
import type { TSchema } from 'typebox';
import { expect } from 'vitest';
import type { Operation } from './fuzz-operations.ts';
import type { FuzzRequest } from './fuzz-requests.ts';
import type { JsonSchema } from './fuzz-values.ts';

export interface FuzzAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

interface ProblemAnswer {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { path: string; message: string }[];
}

const checks = new WeakMap<JsonSchema, Validator>();

function fits(schema: JsonSchema, value: unknown): string[] {
  let check = checks.get(schema);
  if (check === undefined) checks.set(schema, (check = Compile(schema as TSchema)));
  return check.Check(value) ? [] : [...check.Errors(value)].slice(0, 3).map((error) => `${error.instancePath} ${error.message}`);
}

const DEFAULT_LIMIT = 20;

/** What holds for every answer, whatever was sent. @throws an assertion error that says what does not */
export function expectSound(operation: Operation, request: FuzzRequest, answer: FuzzAnswer): void {
  const { status, headers, body } = answer;
  expect(status, 'no fault of ours, and no 422').toSatisfy((code: number) => code < 500 && code !== 422);
  expect(headers, 'nothing foreign may run').toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'none'"), 'x-content-type-options': 'nosniff' });
  const isJson = String(headers['content-type'] ?? '').includes('json');
  if (status >= 400 && isJson) expectProblem(answer);
  if (status >= 400 && operation.documented) expect(isJson, 'the API refuses in JSON').toBe(true);
  if (status < 300 && operation.documented) expectDocumented(operation, request, answer);
  if (request.twist.kind === 'unfitting' && !isTurnedAway(request, answer)) expectNamed(request.twist.path, answer);
  if (request.twist.kind === 'refused' && operation.documented && !isTurnedAway(request, answer)) expect(request.twist.statuses, body.slice(0, 300)).toContain(status);
}

/** Guests and members do not get as far as the check of what they sent. */
function isTurnedAway(request: FuzzRequest, { status }: FuzzAnswer): boolean {
  return status === 401 || (status === 403 && request.viewer !== 'administrator');
}

function expectProblem({ status, headers, body }: FuzzAnswer): void {
  expect(headers['content-type']).toContain('application/problem+json');
  expect(['nl', 'en']).toContain(headers['content-language']);
  const problem = JSON.parse(body) as ProblemAnswer;
  expect(problem).toMatchObject({ type: expect.stringMatching(/^\/problems\/[a-z-]+$/), title: expect.stringMatching(/\S/), status, detail: expect.stringMatching(/\S/) });
  for (const fault of problem.errors ?? []) expect(fault).toEqual({ path: expect.any(String), message: expect.stringMatching(/\S/) });
}

function expectNamed(path: string, { status, body }: FuzzAnswer): void {
  expect(status, body.slice(0, 300)).toBe(400);
  const { errors = [] } = JSON.parse(body) as ProblemAnswer;
  expect(errors.map((fault) => fault.path)).toContain(path);
}

function expectDocumented(operation: Operation, request: FuzzRequest, { status, headers, body }: FuzzAnswer): void {
  expect([...operation.answers.keys()], 'a status that the document names').toContain(status);
  if (operation.files.has(status)) return;
  const schema = operation.answers.get(status) ?? null;
  if (schema === null || schema.type === 'null') {
    expect(body).toBe('');
    return;
  }
  expect(headers['content-type']).toContain('application/json');
  const value = JSON.parse(body) as { items?: unknown[] };
  expect(fits(schema, value), `the answer fits its schema: ${body.slice(0, 300)}`).toEqual([]);
  if (Array.isArray(value.items) && operation.query.some((field) => field.name === 'limit')) {
    const asked = request.rawQuery === null ? request.query.find(([name]) => name === 'limit')?.[1] : undefined;
    const most = typeof asked === 'number' ? asked : request.rawQuery === null && asked === undefined ? DEFAULT_LIMIT : 100;
    expect(value.items.length, `at most ${most} items`).toBeLessThanOrEqual(most);
  }
}
