// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { get, post } from '../../api/request.ts'
import type { List, Theme, ThemeRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { explain } from '../field/form-state.ts'
import { icon } from '../icon/icon.ts'
import { announce } from '../toast/toast.ts'

let counter = 0

/** Themes of the shared vocabulary; one that is missing is added by typing it. Emits `themes-changed` with the list. */
@customElement('plein-theme-input')
export class PleinThemeInput extends LitElement {
  @property({ attribute: false }) themes: ThemeRef[] = []
  @property() label = ''
  @property() hint = ''
  @property({ type: Boolean }) required = false
  /** At most so many. */
  @property({ type: Number }) most = 20
  @state() private known: Theme[] = []
  @state() private fault: string | null = null
  private readonly inputId = `themes-${++counter}`

  override createRenderRoot(): HTMLElement {
    return this
  }

  private change(themes: ThemeRef[]): void {
    this.themes = themes
    this.dispatchEvent(new CustomEvent('themes-changed', { bubbles: true, detail: themes }))
  }

  private async add(input: HTMLInputElement): Promise<void> {
    const name = input.value.trim()
    if (!name) return
    this.fault = null
    try {
      const theme = await post('/themes', { name }) as ThemeRef
      input.value = ''
      if (this.themes.some((one) => one.id === theme.id)) return
      this.change([...this.themes.slice(0, this.most - 1), { id: theme.id, slug: theme.slug, name: theme.name }])
      announce(t('themes.added', { name: theme.name }))
    } catch (error) {
      this.fault = explain(error)
    }
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement
    if (event.key === 'Enter' || (event.key === ',' && input.value)) {
      event.preventDefault()
      void this.add(input)
    } else if (event.key === 'Backspace' && !input.value) {
      this.change(this.themes.slice(0, -1))
    }
  }

  private async propose(text: string): Promise<void> {
    if (text.trim().length < 2) return
    const found = await get<List<Theme>>('/themes', { q: text.trim(), limit: 8 }).catch(() => null)
    if (found) this.known = found.items
  }

  override render(): TemplateResult {
    return html`<div class="field">
      <label for=${this.inputId}>${this.label} ${this.required ? nothing : html`<span class="field__optional">${t('field.optional')}</span>`}</label>
      <p class="field__hint" id="${this.inputId}-hint">${this.hint || t('themes.hint')}</p>
      ${this.fault ? html`<p class="field__error" id="${this.inputId}-error">${icon('alert-triangle')}<span>${this.fault}</span></p>` : nothing}
      <div class="tags-input">
        ${this.themes.map(
          (theme) =>
            html`<span class="tag">${theme.name}<button type="button" aria-label=${t('tags.remove', { name: theme.name })} @click=${() => this.change(this.themes.filter((one) => one.id !== theme.id))}>${icon('x', 'small')}</button></span>`,
        )}
        <input
          id=${this.inputId}
          list="${this.inputId}-known"
          autocomplete="off"
          ?required=${this.required && !this.themes.length}
          maxlength="60"
          aria-describedby="${this.inputId}-hint"
          @keydown=${this.onKey}
          @input=${(event: Event) => this.propose((event.target as HTMLInputElement).value)}
          @change=${(event: Event) => this.add(event.target as HTMLInputElement)}
        />
        <datalist id="${this.inputId}-known">${this.known.flatMap((theme) => [theme.name, ...theme.synonyms]).map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
    </div>`
  }
}
