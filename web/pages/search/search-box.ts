// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Suggestion } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { announce } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { suggestions } from './data.ts'
import { hitIcon } from './hit-card.ts'
import { textParts } from './text-parts.ts'

const WAIT_MS = 180

/**
 * The box to search with, and what is offered while typing: an editable combobox with a list (WAI-ARIA APG). Enter asks what is
 * typed; with an offer chosen by the arrows it opens that.
 * @fires plein-search with what is asked
 */
@customElement('plein-search-box')
export class PleinSearchBox extends LitElement {
  @property() value = ''
  @state() private offered: Suggestion[] = []
  /** Which of them the arrows are on; -1 for the box itself. */
  @state() private at = -1
  private timer: ReturnType<typeof setTimeout> | undefined
  private request: AbortController | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  override focus(): void {
    this.querySelector('input')?.focus()
  }

  private get box(): HTMLInputElement | null {
    return this.querySelector('input')
  }

  private close(): void {
    clearTimeout(this.timer)
    this.request?.abort()
    this.offered = []
    this.at = -1
  }

  private readonly onInput = (): void => {
    clearTimeout(this.timer)
    const typed = this.box?.value.trim() ?? ''
    if (typed.length < 2) return this.close()
    this.timer = setTimeout(() => void this.fetch(typed), WAIT_MS)
  }

  private async fetch(typed: string): Promise<void> {
    this.request?.abort()
    this.request = new AbortController()
    const { signal } = this.request
    // Offers are a help: without them one searches all the same.
    const found = await suggestions(typed, signal).catch(() => null)
    if (!found || signal.aborted || this.box?.value.trim() !== typed) return
    this.offered = found.items
    this.at = -1
    if (found.items.length) announce(t('search.offered', { count: found.items.length }))
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const count = this.offered.length
    if (event.key === 'Escape' && count) this.close()
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count) {
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.at = this.at === -1 && step === -1 ? count - 1 : this.at + step >= count ? -1 : this.at + step
    } else if (event.key === 'Enter' && this.at >= 0) this.open(this.at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  private open(index: number): void {
    const chosen = this.offered[index]
    this.close()
    if (chosen) void navigate(chosen.url)
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault()
    const q = this.box?.value.trim() ?? ''
    this.close()
    this.dispatchEvent(new CustomEvent('plein-search', { detail: q, bubbles: true }))
  }

  private list(): TemplateResult {
    return html`<ul class="menu__list search-offers" role="listbox" id="search-offers" aria-label=${t('search.offers')} ?hidden=${!this.offered.length}>
      ${this.offered.map(
        (one, index) =>
          html`<li class="menu__item" role="option" id="search-offer-${index}" aria-selected=${index === this.at} @pointerdown=${(event: Event) => event.preventDefault()} @click=${() => this.open(index)}>
            ${icon(hitIcon[one.type])}<span><span class="visually-hidden">${t(`search.one.${one.type}`)}: </span>${one.type === 'tag' ? '#' : nothing}${textParts(one.text)}${one.note ? html` <small class="muted">${one.note}</small>` : nothing}</span>
          </li>`,
      )}
    </ul>`
  }

  override render(): TemplateResult {
    const open = this.offered.length > 0
    return html`<form class="search-box" role="search" action="/search" @submit=${this.onSubmit}>
      <label class="search-field">
        ${icon('search')}<span class="visually-hidden">${t('search.label')}</span>
        <input
          class="control" type="text" inputmode="search" enterkeyhint="search" name="q" autocomplete="off" autocapitalize="none" maxlength="200" placeholder=${t('search.placeholder')}
          role="combobox" aria-autocomplete="list" aria-expanded=${open} aria-controls="search-offers" aria-activedescendant=${this.at >= 0 ? `search-offer-${this.at}` : nothing}
          .value=${this.value} @input=${this.onInput} @keydown=${this.onKey} @blur=${() => this.close()}
        />
      </label>
      ${this.list()}
      <button class="button button--primary" type="submit">${t('search.go')}</button>
    </form>`
  }
}
