// SPDX-License-Identifier: EUPL-1.2
import { FetchRefused } from '../wire/fetch-refused.ts';
import type { Posted } from '../wire/sign.ts';

/** What follows from the answer to a delivery. */
export type Outcome =
  | { kind: 'arrived' }
  /** It never will; `gone` when the inbox says that nobody reads it any more. */
  | { kind: 'never'; note: string; gone: boolean }
  /** Something is wrong with this one, or with them: told apart by whether others arrive. */
  | { kind: 'stumbled'; note: string }
  /** The host is not there, or wants rest. */
  | { kind: 'away'; note: string; restMs: number | null };

/** Asking again later changes nothing about these; about 401 it may, which is what those say who could not fetch our key just then. A redirection is not followed: what was signed was for this address. */
const final = new Set([400, 402, 403, 404, 405, 406, 409, 410, 411, 413, 414, 415, 421, 422, 451]);
/** Said by what stands before the application, which is not there. */
const absent = new Set([408, 425, 429, 502, 503, 504, 521, 522, 523, 524]);
const LONGEST_REST_MS = 24 * 3_600_000;
const LONGEST_QUOTE = 160;

export function outcomeOf({ status, said, retryAfter }: Posted, now: Date): Outcome {
  if (status >= 200 && status < 300) return { kind: 'arrived' };
  const note = `${status}${said === '' ? '' : ` ${said.replace(/\s+/g, ' ').slice(0, LONGEST_QUOTE)}`}`;
  if (absent.has(status)) return { kind: 'away', note, restMs: restOf(retryAfter, now) };
  if (final.has(status) || (status >= 300 && status < 400)) return { kind: 'never', note, gone: status === 410 };
  return { kind: 'stumbled', note };
}

/** What never even became a request, or got no answer. */
export function outcomeOfError(error: unknown): Outcome {
  if (!(error instanceof FetchRefused)) return { kind: 'stumbled', note: error instanceof Error ? error.message : String(error) };
  if (error.reason === 'address-refused' || error.reason === 'blocked' || error.reason === 'ours') return { kind: 'never', note: error.reason, gone: false };
  return { kind: 'away', note: error.message, restMs: null };
}

/** Seconds or a moment (RFC 9110, 10.2.3); a day at most. */
function restOf(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null;
  const asked = /^\d{1,9}$/.test(retryAfter.trim()) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now.getTime();
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_REST_MS) : null;
}
