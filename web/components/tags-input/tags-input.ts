// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { List, TagCount } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'
import { tagOf } from './tag-of.ts'

let counter = 0

/** Words as small labels; known ones are proposed. Emits `tags-changed` with the list. */
@customElement('plein-tags-input')
export class PleinTagsInput extends LitElement {
  @property({ attribute: false }) tags: string[] = []
  @state() private known: string[] = []
  private readonly inputId = `tags-${++counter}`

  override createRenderRoot(): HTMLElement {
    return this
  }

  private change(tags: string[]): void {
    this.tags = tags
    this.dispatchEvent(new CustomEvent('tags-changed', { bubbles: true, detail: tags }))
  }

  private add(input: HTMLInputElement): void {
    const tag = tagOf(input.value)
    input.value = ''
    if (tag && !this.tags.includes(tag)) this.change([...this.tags, tag])
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement
    if ((event.key === 'Enter' || event.key === ',') && input.value) {
      event.preventDefault()
      this.add(input)
    } else if (event.key === 'Enter') {
      event.preventDefault()
    } else if (event.key === 'Backspace' && !input.value) {
      this.change(this.tags.slice(0, -1))
    }
  }

  private async propose(text: string): Promise<void> {
    if (tagOf(text).length < 2) return
    const found = await get<List<TagCount>>('/tags', { q: tagOf(text) }).catch(() => null)
    if (found) this.known = found.items.map((tag) => tag.name)
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <label for=${this.inputId}>${t('tags.label')} <span class="field__optional">${t('field.optional')}</span></label>
      <p class="field__hint" id="${this.inputId}-hint">${t('tags.hint')}</p>
      <div class="tags-input">
        ${this.tags.map(
          (tag) =>
            html`<span class="tag">#${tag}<button type="button" aria-label=${t('tags.remove', { name: tag })} @click=${() => this.change(this.tags.filter((one) => one !== tag))}>${icon('x', 'small')}</button></span>`,
        )}
        <input
          id=${this.inputId}
          list="${this.inputId}-known"
          autocomplete="off"
          aria-describedby="${this.inputId}-hint"
          @keydown=${this.onKey}
          @input=${(event: Event) => this.propose((event.target as HTMLInputElement).value)}
          @blur=${(event: Event) => this.add(event.target as HTMLInputElement)}
        />
        <datalist id="${this.inputId}-known">${this.known.map((tag) => html`<option value=${tag}></option>`)}</datalist>
      </div>
    </div>`
  }
}
