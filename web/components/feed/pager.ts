// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { t } from '../../i18n/t.ts'
import { failure } from '../loaded/states.ts'
import type { Paged } from './paged.ts'

const automaticPages = 3

/** The foot of a list: a button, pressed by itself when it comes in sight. */
@customElement('plein-pager')
export class PleinPager extends LitElement {
  @property({ attribute: false }) declare paged: Paged<{ id: string }>
  /** Drawn anew when these change. */
  @property({ type: Boolean }) pending = false
  @property({ attribute: false }) next: string | null = null
  private observer: IntersectionObserver | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting) || this.paged.pending || this.paged.error || this.paged.automatic >= automaticPages) return
      this.paged.automatic += 1
      void this.paged.more()
    })
    this.observer.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.observer?.disconnect()
  }

  override render(): TemplateResult | typeof nothing {
    if (this.paged.error) return failure(this.paged.error, () => void this.paged.more())
    if (!this.paged.next) return nothing
    return html`<div class="more"><button type="button" class="button" aria-disabled=${this.paged.pending} @click=${() => this.paged.more()}>${this.paged.pending ? t('state.loading') : t('action.loadMore')}</button></div>`
  }
}

export const pager = (paged: Paged<{ id: string }>): TemplateResult => html`<plein-pager .paged=${paged} .pending=${paged.pending} .next=${paged.next}></plein-pager>`
