// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import type { Post, ThreadState } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { announce } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { fetchReplies, threadState } from '../elsewhere/data.ts'

/** Above the answers of a thread that is kept elsewhere: how much of it is here, and fetching the rest. Emits `replies-fetched`. */
@customElement('plein-thread-home')
export class PleinThreadHome extends LitElement {
  @property({ attribute: false }) declare root: Post
  @state() private busy = false
  @state() private fault: string | null = null
  @state() private word: string | null = null
  // Who reads the thread may read this; a failure leaves it out.
  private readonly here = new Loaded<ThreadState | null>(this, (signal) => threadState(this.root.id, signal).catch((error: unknown) => (isStatus(error, 404) ? null : Promise.reject(error as Error))))

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('root')
    if (before && before.replyCount !== this.root.replyCount) void this.here.reload()
  }

  private readonly fetch = async (): Promise<void> => {
    const before = this.here.value
    if (this.busy || !before) return
    this.busy = true
    this.fault = this.word = null
    try {
      const after = await fetchReplies(this.root.id)
      this.here.set(after)
      const came = Math.max(0, after.loaded - before.loaded)
      this.word = came ? t('threadHome.fetched', { count: came }) : t('threadHome.nothingNew')
      announce(this.word)
      if (came) this.dispatchEvent(new CustomEvent('replies-fetched', { bubbles: true }))
    } catch (error) {
      this.fault = isStatus(error, 503) && error instanceof Error ? error.message : explain(error)
    }
    this.busy = false
  }

  private sentence({ loaded, total, hostName: name }: ThreadState): string {
    if (total === null) return t('threadHome.unknown', { name })
    return total > loaded ? t('threadHome.loaded', { loaded, total }) : t('threadHome.all', { name })
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.here
    if (!value) return nothing
    // What somebody of here began comes here by itself.
    const more = this.root.elsewhere?.state === 'kept' && (value.total === null || value.total > value.loaded)
    return html`<div class="thread-state">
      <p>
        <span class="with-icon">${icon('world', 'small')}<span>${this.busy ? t('threadHome.fetching', { name: value.hostName }) : this.sentence(value)}</span></span>
        ${more && me.value ? html`<button type="button" class="text-button" aria-disabled=${this.busy} @click=${this.fetch}>${icon('refresh', 'small')}${t('threadHome.fetch')}</button>` : nothing}
        ${value.url ? html`<a href=${value.url} rel="noreferrer">${t('threadHome.visit', { host: value.host })}</a>` : nothing}
      </p>
      ${this.word && !this.busy ? html`<p class="muted small">${this.word}</p>` : nothing} ${this.fault ? html`<p class="fault small with-icon" role="alert">${icon('alert-triangle', 'small')}<span>${this.fault}</span></p>` : nothing}
    </div>`
  }
}
