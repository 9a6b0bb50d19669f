// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import type { ActorRef, HouseRules, ReportReason } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { openDialog } from '../dialog/dialog.ts'
import { fieldError, formFault, inputField, textField } from '../field/field.ts'
import { FormState } from '../field/form-state.ts'
import { hostIn, nameOfHost } from '../home-mark/home-mark.ts'
import { icon } from '../icon/icon.ts'
import { type Reported, rulesOf, sendReport } from './data.ts'

const reasons: ReportReason[] = ['spam', 'abuse', 'privacy', 'misleading', 'copyright', 'other']

/** What is wrong, and what the moderator should know. Emits `done` when it was sent and read. */
@customElement('plein-report-form')
export class PleinReportForm extends LitElement {
  @property({ attribute: false }) about: Reported = {}
  /** Where it goes; the administrators when absent. */
  @property({ attribute: false }) place: { slug: string; name: string } | null = null
  @property({ attribute: false }) person: ActorRef | null = null
  @state() private reason: ReportReason | null = null
  @state() private sent = false
  @state() private rules: HouseRules | null = null
  private note = ''
  private tellHome = false
  private name = ''
  private email = ''
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.place && hostIn(this.place.slug) === null) void rulesOf(this.place.slug).then((rules) => (this.rules = rules), () => null)
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { reason } = this
    if (!this.form.check({ reason: reason ? null : t('report.needsReason') }) || !reason) return
    const guest = me.value ? {} : { ...(this.name.trim() ? { name: this.name.trim() } : {}), ...(this.email.trim() ? { email: this.email.trim() } : {}) }
    const made = await this.form.send(() => sendReport(this.about, { reason, note: this.note.trim(), ...(this.tellHome ? { tellHome: true } : {}), ...guest }))
    if (!made) return
    this.sent = true
    await this.updateComplete
    this.querySelector<HTMLElement>('[data-done]')?.focus()
  }

  private done(): TemplateResult {
    return html`<div class="notice notice--success" role="status">${icon('circle-check')}<div><p><b>${t('report.done.title')}</b></p><p>${t(me.value ? 'report.done.text' : 'report.done.guest')}</p></div></div>
      <div class="dialog__foot"><button type="button" class="button button--primary" data-done @click=${() => this.dispatchEvent(new CustomEvent('done'))}>${t('action.close')}</button></div>`
  }

  private choices(): TemplateResult {
    const error = this.form.error('reason')
    return html`<fieldset class="field">
      <legend class="label">${t('report.reason')}</legend>
      ${fieldError('report-reason-error', error)}
      ${reasons.map(
        (one) => html`<label class="check"><input type="radio" name="reason" value=${one} .checked=${this.reason === one} aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? 'report-reason-error' : nothing} @change=${() => (this.form.mend('reason'), (this.reason = one))} /><span>${t(`report.reason.${one}`)}</span></label>`,
      )}
    </fieldset>`
  }

  /** Where the one whom it is about comes from; who is not signed in tells only who moderates here. */
  private home(): TemplateResult | typeof nothing {
    const host = this.person && me.value ? hostIn(this.person.handle) : null
    if (host === null) return nothing
    return html`<label class="check"
      ><input type="checkbox" name="tellHome" .checked=${this.tellHome} @change=${(event: Event) => (this.tellHome = (event.target as HTMLInputElement).checked)} /><span>${t('report.home', { name: nameOfHost(host) })}<small>${t('report.home.hint')}</small></span></label
    >`
  }

  override render(): TemplateResult {
    if (this.sent) return this.done()
    const { form, rules } = this
    return html`<form class="form" novalidate @submit=${this.send}>
      <p>${this.place && hostIn(this.place.slug) === null ? t('report.lead.place', { name: this.place.name }) : t('report.lead.instance')}</p>
      ${rules?.html ? html`<details class="house-rules"><summary>${t('rules.read')}</summary><div class="prose">${unsafeHTML(rules.html)}</div></details>` : nothing}
      ${this.choices()} ${textField({ form, name: 'note', id: 'report-note', label: t('report.note'), optional: true, rows: 3, maxlength: 2000, onInput: (value) => (this.note = value) })} ${this.home()}
      ${me.value
        ? nothing
        : html`${inputField({ form, name: 'name', id: 'report-name', label: t('report.name'), optional: true, autocomplete: 'name', maxlength: 100, onInput: (value) => (this.name = value) })}
          ${inputField({ form, name: 'email', id: 'report-email', label: t('report.email'), hint: t('report.email.hint'), optional: true, type: 'email', autocomplete: 'email', maxlength: 254, onInput: (value) => (this.email = value) })}`}
      ${formFault(form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${form.busy}>${t('report.send')}</button></div>
    </form>`
  }
}

export const showReport = (title: string, about: Reported, place: { slug: string; name: string } | null, person: ActorRef | null): Promise<void> =>
  openDialog<void>(title, (handle) => html`<plein-report-form .about=${about} .place=${place} .person=${person} @done=${() => handle.close()}></plein-report-form>`)
