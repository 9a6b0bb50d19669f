// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ManagedPerson } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, selectField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { t } from '../../i18n/t.ts'
import { termOptions, withoutTerm } from '../moderation/terms.ts'
import { managePerson } from './data.ts'

/** Why an account is suspended, and for how long: the person reads it. Emits `saved`. */
@customElement('plein-suspension-form')
export class PleinSuspensionForm extends LitElement {
  @property({ attribute: false }) declare person: ManagedPerson
  @state() private days = '7'
  private reason = ''
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const reason = this.reason.trim()
    if (!this.form.check({ reason: reason ? null : t('moderation.needsReason') })) return
    const saved = await this.form.send(() => managePerson(this.person.id, { suspended: true, suspension: { reason, ...(this.days ? { days: Number(this.days) } : {}) } }))
    if (saved) this.dispatchEvent(new CustomEvent('saved', { detail: saved }))
  }

  override render(): TemplateResult {
    const { form } = this
    return html`<form class="form" novalidate @submit=${this.save}>
      <p>${t('admin.person.suspend.text')}</p>
      ${selectField({ form, name: 'days', id: 'suspension-days', label: t('moderation.days'), short: true, value: this.days, options: [...termOptions(), withoutTerm()], onChange: (value) => (this.days = value) })}
      ${textField({ form, name: 'reason', id: 'suspension-reason', label: t('moderation.reason'), hint: t('admin.person.suspend.hint', { name: this.person.name }), rows: 3, maxlength: 4000, onInput: (value) => (this.reason = value) })}
      ${formFault(form)}
      <div class="dialog__foot"><button class="button button--danger" aria-disabled=${form.busy}>${t('admin.person.suspend')}</button></div>
    </form>`
  }
}

/** The person as suspended; undefined when the dialog was closed. */
export const askSuspension = (person: ManagedPerson): Promise<ManagedPerson | undefined> =>
  openDialog<ManagedPerson>(
    t('admin.person.suspend.title', { name: person.name }),
    (handle) => html`<plein-suspension-form .person=${person} @saved=${(event: CustomEvent<ManagedPerson>) => handle.close(event.detail)}></plein-suspension-form>`,
  )
