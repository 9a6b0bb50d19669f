// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { MyDecision } from '../../api/types.ts'
import { formFault, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { appeal } from './data.ts'

/** Another look, asked for once. Emits `appealed`. */
@customElement('plein-appeal-form')
export class PleinAppealForm extends LitElement {
  @property({ attribute: false }) declare decision: MyDecision
  @state() private open = false
  private note = ''
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.form.check({ note: this.note.trim() ? null : t('field.required') })) return
    const sent = await this.form.send(async () => {
      await appeal(this.decision.id, this.note.trim())
      return true
    })
    if (!sent) return
    toast(t('appeal.sent'))
    this.dispatchEvent(new CustomEvent('appealed', { bubbles: true }))
  }

  override render(): TemplateResult {
    const { form, decision } = this
    const until = html`<p class="small muted">${t('appeal.until', { date: formatDate(decision.appealUntil) })}</p>`
    if (!this.open) return html`<p><button type="button" class="button button--small" @click=${() => (this.open = true)}>${t('appeal.do')}</button></p>${until}`
    return html`<form class="form" novalidate @submit=${this.send}>
      ${textField({ form, name: 'note', id: `appeal-${decision.id}`, label: t('appeal.note'), hint: t('appeal.note.hint'), rows: 4, maxlength: 4000, onInput: (value) => (this.note = value) })} ${formFault(form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${form.busy}>${t('appeal.send')}</button></div>
    </form>`
  }
}
