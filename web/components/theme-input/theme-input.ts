// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { get, post } from '../../api/request.ts'
import type { List, Theme, ThemeRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { explain } from '../field/form-state.ts'
import { icon } from '../icon/icon.ts'
import { announce } from '../toast/toast.ts'
import { Additions, exactly, withTheme } from './theme-choice.ts'

let counter = 0

/** Waits until all that was typed in the themes of a form is in its list; false, with the focus there, when one could not be added. */
export async function themesSettled(form: HTMLElement): Promise<boolean> {
  const inputs = [...form.querySelectorAll<PleinThemeInput>('plein-theme-input')]
  const settled = await Promise.all(inputs.map((one) => one.settled()))
  inputs[settled.indexOf(false)]?.querySelector('input')?.focus()
  return settled.every(Boolean)
}

/** Themes of the shared vocabulary; one that is missing is added by typing it. Emits `themes-changed` with the list. */
@customElement('plein-theme-input')
export class PleinThemeInput extends LitElement {
  @property({ attribute: false }) themes: ThemeRef[] = []
  @property() label = ''
  @property() hint = ''
  @property({ type: Boolean }) required = false
  /** At most so many. */
  @property({ type: Number }) most = 20
  /** Only what is in the vocabulary: what is typed otherwise is refused, not added. */
  @property({ type: Boolean, attribute: 'choose-only' }) chooseOnly = false
  @state() private known: Theme[] = []
  @state() private fault: string | null = null
  private readonly additions = new Additions()
  private readonly inputId = `themes-${++counter}`

  override createRenderRoot(): HTMLElement {
    return this
  }

  private change(themes: ThemeRef[]): void {
    this.themes = themes
    this.fault = null
    this.dispatchEvent(new CustomEvent('themes-changed', { bubbles: true, detail: themes }))
  }

  /** Whether all that was typed is in the list now. */
  async settled(): Promise<boolean> {
    await this.additions.arrived()
    const input = this.querySelector('input')
    return input ? this.add(input) : true
  }

  /** What was typed faster than the list came. */
  private async look(name: string): Promise<ThemeRef | null> {
    const { items } = await get<List<Theme>>('/themes', { q: name, limit: 8 })
    return exactly(items, name) ?? null
  }

  private async add(input: HTMLInputElement): Promise<boolean> {
    const name = input.value.trim()
    if (!name) return true
    this.fault = null
    return this.additions.once(name, async () => {
      try {
        const known = exactly(this.known, name)
        // A word nobody can choose any more is not added to the vocabulary either.
        if (!known && this.most > 1 && this.themes.length >= this.most) return this.refuse(t('themes.full', { count: this.most }))
        const theme = known ?? (this.chooseOnly ? await this.look(name) : await post<ThemeRef>('/themes', { name }))
        if (!theme) return this.refuse(t('themes.unknown', { name }))
        const themes = withTheme(this.themes, theme, this.most)
        if (!themes) return this.refuse(t('themes.full', { count: this.most }))
        // What is typed meanwhile is the next theme.
        if (input.value.trim() === name) input.value = ''
        if (this.themes.some(({ id }) => id === theme.id)) return true
        this.change(themes)
        announce(t('themes.added', { name: theme.name }))
        return true
      } catch (error) {
        return this.refuse(explain(error))
      }
    })
  }

  private refuse(why: string): false {
    this.fault = why
    announce(why)
    return false
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
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby="${this.inputId}-hint${this.fault ? ` ${this.inputId}-error` : ''}"
          @keydown=${this.onKey}
          @input=${(event: Event) => this.propose((event.target as HTMLInputElement).value)}
          @change=${(event: Event) => this.add(event.target as HTMLInputElement)}
        />
        <datalist id="${this.inputId}-known">${this.known.flatMap((theme) => [theme.name, ...theme.synonyms]).map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
    </div>`
  }
}
