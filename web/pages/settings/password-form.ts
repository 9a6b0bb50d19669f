// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { formFault, formValues } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { passwordField } from '../auth/password-field.ts'
import { changePassword } from './data.ts'

/** The current one and the new one. */
@customElement('plein-password-form')
export class PleinPasswordForm extends LitElement {
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly save = async (event: SubmitEvent): Promise<void> => {
    const target = event.target as HTMLFormElement
    const { current = '', password = '' } = formValues(event)
    if (!this.form.check({ current: !current && t('field.required'), password: !password && t('field.required') })) return
    const done = await this.form.send(() => changePassword(current, password).then(() => true))
    if (!done) return
    target.reset()
    toast(t('settings.passwordChanged'))
  }

  override render(): TemplateResult {
    const { form } = this
    return html`<section aria-labelledby="settings-password">
      <h2 id="settings-password">${t('settings.password')}</h2>
      <form class="form" novalidate @submit=${this.save}>
        ${passwordField({ form, name: 'current', label: t('settings.currentPassword') })} ${passwordField({ form, label: t('auth.newPassword'), isNew: true })} ${formFault(form)}
        <div class="form__actions"><button class="button" aria-disabled=${form.busy}>${t('settings.changePassword')}</button></div>
      </form>
    </section>`
  }
}
