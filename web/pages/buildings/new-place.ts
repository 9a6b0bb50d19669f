// SPDX-License-Identifier: EUPL-1.2
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { SimilarBuilding } from '../../api/types.ts'
import { clearGuard, setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'

interface Questions {
  /** An address that is free and goes with the name. */
  propose(name: string, signal?: AbortSignal): Promise<{ slug: string }>
  /** What there is already. */
  similar(name: string, summary: string, signal: AbortSignal): Promise<{ items: SimilarBuilding[] }>
}

/** The name, address and summary of a place that is being started, with what is asked while they are written. */
export class NewPlace implements ReactiveController {
  name = ''
  slug = ''
  summary = ''
  similar: SimilarBuilding[] = []

  private readonly host: ReactiveControllerHost
  private readonly ask: Questions
  private ownSlug = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | null = null

  constructor(host: ReactiveControllerHost, ask: Questions) {
    this.host = host
    this.ask = ask
    host.addController(this)
  }

  hostConnected(): void {
    setGuard(() => !!(this.name || this.summary), askLeave)
  }

  hostDisconnected(): void {
    clearTimeout(this.timer)
    this.asking?.abort()
  }

  /** It was started: whoever leaves now loses nothing. */
  started(): void {
    clearGuard()
  }

  readonly onName = (name: string): void => this.write(() => (this.name = name), 250)

  /** A summary may say what the letters in the name stand for. */
  readonly onSummary = (summary: string): void => this.write(() => (this.summary = summary), 600)

  readonly onSlug = (value: string): void => {
    this.slug = value.toLowerCase().replace(/[^a-z0-9-]+/g, '-')
    this.ownSlug = value !== ''
    this.host.requestUpdate()
  }

  /** The address it will have, asked for when it was not proposed yet. */
  async address(): Promise<string> {
    return this.slug || (await this.ask.propose(this.name.trim())).slug
  }

  private write(change: () => unknown, wait: number): void {
    change()
    this.host.requestUpdate()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), wait)
  }

  /** The address that goes with the name, and what there is already. Neither stands in the way when it cannot be had. */
  private async look(): Promise<void> {
    this.asking?.abort()
    const name = this.name.trim()
    if (name.length < 2) {
      this.similar = []
      if (!this.ownSlug) this.slug = ''
      this.host.requestUpdate()
      return
    }
    const asking = new AbortController()
    this.asking = asking
    const [proposal, similar] = await Promise.all([
      this.ownSlug ? null : this.ask.propose(name, asking.signal).catch(() => null),
      this.ask.similar(name, this.summary.trim(), asking.signal).catch(() => null),
    ])
    if (asking.signal.aborted) return
    if (proposal && !this.ownSlug) this.slug = proposal.slug
    if (similar) this.similar = similar.items
    this.host.requestUpdate()
  }
}
