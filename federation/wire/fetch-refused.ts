// SPDX-License-Identifier: EUPL-1.2
import type { Reason } from './reasons.ts';

/** Another instance was not called, or its answer not taken. */
export class FetchRefused extends Error {
  readonly reason: Reason;
  /** Of the answer; null when there was none. */
  readonly status: number | null;
  /** Seconds after which it asks to be tried again. */
  readonly retryAfter: number | null;

  constructor(reason: Reason, address: string, status: number | null = null, retryAfter: number | null = null) {
    super(`${address}: ${reason}${status === null ? '' : ` (${status})`}`);
    this.reason = reason;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether it may go better later: the other one is down or busy, not of another mind. */
  get mayPass(): boolean {
    return this.reason === 'unreachable' || this.reason === 'too-slow' || (this.reason === 'status' && (this.status === 429 || (this.status ?? 0) >= 500));
  }
}
