// SPDX-License-Identifier: EUPL-1.2
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { showPage } from './page-event.ts'
import { failure, pageFailure, skeleton } from './states.ts'

type Options<T> = {
  /** Given by a page: it then tells the shell that it is ready, with this title. */
  title?: (value: T) => string
}

/** Something fetched: waiting, there, or failed with a way to try again. The fetch is broken off when its element goes. */
export class Loaded<T> implements ReactiveController {
  value: T | undefined
  error: unknown
  pending = false
  private controller: AbortController | null = null
  private readonly host: ReactiveControllerHost & HTMLElement
  private readonly fetcher: (signal: AbortSignal) => Promise<T>
  private readonly options: Options<T>

  constructor(host: ReactiveControllerHost & HTMLElement, fetcher: (signal: AbortSignal) => Promise<T>, options: Options<T> = {}) {
    this.host = host
    this.fetcher = fetcher
    this.options = options
    host.addController(this)
  }

  hostConnected(): void {
    if (this.value === undefined) void this.reload()
  }

  hostDisconnected(): void {
    this.controller?.abort()
  }

  /** Fetches anew; what was there stays until the new is there. */
  async reload(): Promise<void> {
    this.controller?.abort()
    const controller = new AbortController()
    this.controller = controller
    this.pending = true
    this.error = undefined
    this.host.requestUpdate()
    try {
      const value = await this.fetcher(controller.signal)
      if (controller.signal.aborted) return
      this.value = value
    } catch (error) {
      if (controller.signal.aborted) return
      this.error = error
    }
    this.pending = false
    this.host.requestUpdate()
    if (!this.options.title) return
    await this.host.updateComplete
    showPage(this.host, this.value === undefined ? null : this.options.title(this.value))
  }

  /** Puts a changed value in place without asking the server. */
  set(value: T): void {
    this.value = value
    this.host.requestUpdate()
  }

  render(view: (value: T) => unknown, waiting: () => TemplateResult = skeleton): unknown {
    if (this.error !== undefined && this.value === undefined) {
      const retry = (): void => void this.reload()
      return this.options.title ? pageFailure(this.error, retry) : failure(this.error, retry)
    }
    if (this.value === undefined) return this.options.title ? html`<div class="page">${waiting()}</div>` : waiting()
    return view(this.value)
  }
}
