// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Theme, ThemePage } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { t } from '../../i18n/t.ts'
import { addTheme, changeTheme } from './data.ts'
import { underField } from './under-field.ts'

/** Lines, each a name of its own. */
const linesIn = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))]

/** The name of a theme and what else it is called. Emits `saved`. */
@customElement('plein-theme-form')
export class PleinThemeForm extends LitElement {
  @property({ attribute: false }) theme: Theme | null = null
  @state() private name: string | null = null
  @state() private synonyms: string | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { theme } = this
    const name = (this.name ?? theme?.name ?? '').trim()
    const synonyms = linesIn(this.synonyms ?? theme?.synonyms.join('\n') ?? '').filter((one) => one !== name)
    // The old name stays behind as another word, so that what was written with it is still found.
    const kept = theme && theme.name !== name && !synonyms.includes(theme.name) ? [...synonyms, theme.name] : synonyms
    if (!this.form.check({ name: name ? null : t('field.required') })) return
    const saved = await this.form.send(() =>
      underField('synonyms', kept, async () => {
        if (theme) return changeTheme(theme.id, { name, synonyms: kept })
        const added = await addTheme(name)
        return kept.length ? changeTheme(added.id, { synonyms: [...new Set([...added.synonyms, ...kept])] }) : added
      }),
    )
    if (saved) this.dispatchEvent(new CustomEvent('saved', { detail: saved }))
  }

  override render(): TemplateResult {
    const { theme } = this
    return html`<form class="form" novalidate @submit=${this.save}>
      ${inputField({ form: this.form, name: 'name', id: 'theme-name', label: t('admin.theme.name'), value: this.name ?? theme?.name ?? '', maxlength: 60, autocomplete: 'off', autofocus: true, onInput: (value) => (this.name = value) })}
      ${textField({ form: this.form, name: 'synonyms', id: 'theme-synonyms', label: t('admin.theme.synonyms'), hint: t('admin.theme.synonyms.hint'), optional: true, rows: 4, value: this.synonyms ?? theme?.synonyms.join('\n') ?? '', onInput: (value) => (this.synonyms = value) })}
      ${formFault(this.form)}
      <div class="dialog__foot"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
    </form>`
  }
}

/** A new theme, or a changed one; undefined when the dialog was closed. */
export const askTheme = (theme: Theme | null): Promise<ThemePage | undefined> =>
  openDialog<ThemePage>(
    theme ? theme.name : t('admin.theme.add'),
    (handle) => html`<plein-theme-form .theme=${theme} @saved=${(event: CustomEvent<ThemePage>) => handle.close(event.detail)}></plein-theme-form>`,
  )
