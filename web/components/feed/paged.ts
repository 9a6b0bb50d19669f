// SPDX-License-Identifier: EUPL-1.2
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { List } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { announce } from '../toast/toast.ts'

/** A list that comes page by page. */
export class Paged<T extends { id: string }> implements ReactiveController {
  items: T[] = []
  next: string | null = null
  loaded = false
  pending = false
  error: unknown
  /** Pages fetched because the end came in sight; after three the reader presses the button, so that the foot stays reachable. */
  automatic = 0
  private run = 0
  private readonly host: ReactiveControllerHost
  private readonly fetcher: (cursor: string | null) => Promise<List<T>>

  constructor(host: ReactiveControllerHost, fetcher: (cursor: string | null) => Promise<List<T>>) {
    this.host = host
    this.fetcher = fetcher
    host.addController(this)
  }

  hostConnected(): void {}

  /** From the start again. */
  async reload(): Promise<void> {
    this.run += 1
    this.automatic = 0
    this.pending = false
    await this.fetch(null)
  }

  async more(): Promise<void> {
    if (this.next && !this.pending) await this.fetch(this.next)
  }

  private async fetch(cursor: string | null): Promise<void> {
    const { run } = this
    this.pending = true
    this.error = undefined
    this.host.requestUpdate()
    try {
      const page = await this.fetcher(cursor)
      if (run !== this.run) return
      const known = new Set(cursor ? this.items.map((item) => item.id) : [])
      this.items = [...(cursor ? this.items : []), ...page.items.filter((item) => !known.has(item.id))]
      this.next = page.next
      this.loaded = true
      if (cursor) announce(t('state.loaded', { count: page.items.length }))
    } catch (error) {
      if (run !== this.run) return
      this.error = error
    }
    this.pending = false
    this.host.requestUpdate()
  }

  /** As it stood before, without asking the server. */
  restore(items: T[], next: string | null, automatic: number): void {
    this.run += 1
    this.items = items
    this.next = next
    this.automatic = automatic
    this.pending = false
    this.error = undefined
    this.loaded = true
    this.host.requestUpdate()
  }

  replace(item: T): void {
    this.items = this.items.map((known) => (known.id === item.id ? item : known))
    this.host.requestUpdate()
  }

  drop(id: string): void {
    this.items = this.items.filter((item) => item.id !== id)
    this.host.requestUpdate()
  }

  /** Puts new ones in front, once. */
  prepend(items: T[]): void {
    const fresh = new Set(items.map((item) => item.id))
    this.items = [...items, ...this.items.filter((item) => !fresh.has(item.id))]
    this.host.requestUpdate()
  }
}
