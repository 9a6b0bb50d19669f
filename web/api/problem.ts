// SPDX-License-Identifier: EUPL-1.2

export type FieldError = { path: string; message: string }

/** A refusal by the server, RFC 9457; its sentences are already in the reader's language. */
export class ProblemError extends Error {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldError[]
  /** Seconds to wait, on a 429 or a 503. */
  readonly retryAfter: number | null

  constructor(status: number, problem: { type?: string; title?: string; detail?: string; errors?: FieldError[] }, retryAfter: number | null = null) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ProblemError'
    this.status = status
    this.type = problem.type ?? 'about:blank'
    this.title = problem.title ?? ''
    this.detail = problem.detail ?? ''
    this.errors = problem.errors ?? []
    this.retryAfter = retryAfter
  }
}

/** The server could not be reached; nothing is known of what became of the request. */
export class OfflineError extends Error {
  constructor() {
    super('offline')
    this.name = 'OfflineError'
  }
}

export const isStatus = (error: unknown, status: number): error is ProblemError => error instanceof ProblemError && error.status === status
