// SPDX-License-Identifier: EUPL-1.2
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { OfflineError, ProblemError, type FieldError } from '../../api/problem.ts'
import { t } from '../../i18n/t.ts'
import { announce } from '../toast/toast.ts'

/** A part of Plein that was still to be fetched did not come; each browser has its own words for it. */
export const isFailedImport = (error: unknown): boolean => error instanceof Error && /dynamically imported module|importing a module script|unable to preload/i.test(error.message)

/** The sentence for a refusal, in words that say what to do. */
export function explain(error: unknown): string {
  if (error instanceof OfflineError || isFailedImport(error)) return t('error.offline')
  if (error instanceof ProblemError) {
    if (error.status === 429) return t('error.tooMany', { count: error.retryAfter ?? 60 })
    if (error.status >= 500) return t('error.server')
    return error.detail || error.title || t('error.title')
  }
  return t('error.server')
}

/** Holds what a form needs to tell: busy or not, the fault of each field, the fault of the whole. Focus goes to the first fault. */
export class FormState implements ReactiveController {
  busy = false
  /** A fault that belongs to no field. */
  fault: string | null = null
  /** Which problem refused the last sending, by the end of its type. */
  refusedBy: string | null = null
  private errors: FieldError[] = []
  private readonly host: ReactiveControllerHost & HTMLElement

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {}

  error(path: string): string | null {
    return this.errors.find((one) => one.path === path)?.message ?? null
  }

  /** Shows faults found before sending; answers whether there were none. */
  check(faults: Record<string, string | false | null | undefined>): boolean {
    this.errors = Object.entries(faults).flatMap(([path, message]) => (message ? [{ path, message }] : []))
    this.fault = null
    this.show()
    return !this.errors.length
  }

  /** The field is being changed: its fault has been read. */
  mend(path: string): void {
    if (!this.error(path)) return
    this.errors = this.errors.filter((one) => one.path !== path)
    this.host.requestUpdate()
  }

  /** Runs the sending; its refusals land on the fields they name. Answers undefined when refused. */
  async send<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined
    this.busy = true
    this.errors = []
    this.fault = null
    this.refusedBy = null
    this.host.requestUpdate()
    try {
      return await work()
    } catch (error) {
      if (error instanceof ProblemError) {
        this.refusedBy = error.type.split('/').at(-1) ?? null
        if (error.errors.length) this.errors = error.errors
      }
      await this.host.updateComplete
      const known = this.errors.some((one) => this.host.querySelector(`[name="${CSS.escape(one.path)}"]`))
      if (!known) this.fault = this.errors[0]?.message ?? explain(error)
      this.show()
      return undefined
    } finally {
      this.busy = false
      this.host.requestUpdate()
    }
  }

  private show(): void {
    this.host.requestUpdate()
    if (!this.errors.length) return
    if (!this.fault) announce(t('form.faults', { count: this.errors.length }))
    void this.host.updateComplete.then(() => {
      this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    })
  }
}
