// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { formFault, formValues, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { openInstance } from './data.ts'
import { enter } from './enter.ts'
import { passwordField } from './password-field.ts'

/** Reached by the one-time link that a new instance prints. */
@customElement('plein-first-administrator-page')
export class PleinFirstAdministratorPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('first.title'))
  }

  private readonly submit = async (event: SubmitEvent): Promise<void> => {
    const { email = '', name = '', password = '' } = formValues(event)
    if (!this.form.check({ name: !name.trim() && t('field.required'), email: !email.trim() && t('field.required'), password: !password && t('field.required') })) return
    const answer = await this.form.send(() => openInstance({ token: this.search.get('token') ?? '', email, name, password }))
    if (answer) await enter(answer.account, '/')
  }

  override render(): TemplateResult {
    const { form } = this
    return html`<div class="page page--narrow">
      <header class="page__head"><div><h1 tabindex="-1">${t('first.title')}</h1><p class="lead">${t('first.lead')}</p></div></header>
      <form class="form" novalidate @submit=${this.submit}>
        ${inputField({ form, name: 'name', label: t('auth.name'), autocomplete: 'name', maxlength: 100 })} ${inputField({ form, name: 'email', label: t('auth.email'), type: 'email', autocomplete: 'email', maxlength: 254 })}
        ${passwordField({ form, isNew: true })} ${formFault(form)}
        <button class="button button--primary button--wide" aria-disabled=${form.busy}>${t('first.submit')}</button>
      </form>
    </div>`
  }
}
