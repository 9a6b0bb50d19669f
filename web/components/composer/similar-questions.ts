// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SimilarQuestion } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'
import { similarQuestions } from './data.ts'

const PAUSE_MS = 700
const SHORTEST = 15

/** Questions like the one being written, after a pause; never in the way: it takes no focus, and one press hides it for this text. */
@customElement('plein-similar-questions')
export class PleinSimilarQuestions extends LitElement {
  @property() text = ''
  @property() building = ''
  @state() private found: SimilarQuestion[] = []
  @state() private hidden_ = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private asking: AbortController | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return
    clearTimeout(this.timer)
    if (this.text.trim().length < SHORTEST) {
      this.found = []
      if (!this.text.trim()) this.hidden_ = false
      return
    }
    if (!this.hidden_) this.timer = setTimeout(() => void this.look(), PAUSE_MS)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
    this.asking?.abort()
  }

  /** It is a help: what cannot be had is left out. */
  private async look(): Promise<void> {
    this.asking?.abort()
    const asking = new AbortController()
    this.asking = asking
    const answer = await similarQuestions(this.text.slice(0, 1_000), this.building, asking.signal).catch(() => null)
    if (answer && !asking.signal.aborted) this.found = answer.items
  }

  private readonly close = (): void => {
    this.hidden_ = true
    this.closest('form')?.querySelector('textarea')?.focus()
  }

  override render(): TemplateResult | typeof nothing {
    if (this.hidden_ || !this.found.length) return nothing
    return html`<section class="similar-questions" aria-labelledby="similar-questions">
      <div class="row row--apart">
        <h2 id="similar-questions">${t('composer.similar')}</h2>
        <button type="button" class="icon-button" aria-label=${t('composer.similar.close')} @click=${this.close}>${icon('x')}</button>
      </div>
      <ul role="list">
        ${this.found.map(({ url, title, building, answers }) => html`<li><a href=${url} target="_blank" rel="noopener">${title}</a> <small class="muted">${t('composer.similar.answers', { count: answers })}${building ? ` · ${building.name}` : nothing}</small></li>`)}
      </ul>
    </section>`
  }
}
