// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Role } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField, selectField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { addressesIn } from './addresses-in.ts'
import { inviteByLink, inviteByMail } from './data-members.ts'

const roles: Role[] = ['member', 'moderator', 'admin']
const dayMs = 86_400_000
const terms = ['7', '30', '90']

/** Two ways in: by mail, or with a link. Emits `invited`. */
@customElement('plein-invite')
export class PleinInvite extends LitElement {
  @property({ attribute: false }) declare building: Building
  @state() private emails = ''
  @state() private given: Role = 'member'
  @state() private maxUses = ''
  @state() private days = '30'
  @state() private source = ''
  @state() private link: { id: string; url: string } | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('invited', { bubbles: true }))
  }

  private readonly sendMails = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { addresses: emails, others } = addressesIn(this.emails)
    // Nothing goes out until every line is right: otherwise nobody knows who was invited.
    const fault = others.length ? t('invite.notAddresses', { list: others.join(', ') }) : emails.length ? null : t('invite.needsAddress')
    if (!this.form.check({ emails: fault })) return
    const sent = await this.form.send(() => inviteByMail(placeAddress(this.building), { emails, role: this.given }))
    if (!sent) return
    toast(t('invite.sent', { count: emails.length }))
    this.emails = ''
    this.tell()
  }

  private readonly makeLink = async (event: Event): Promise<void> => {
    event.preventDefault()
    const most = Number(this.maxUses)
    if (!this.form.check({ maxUses: this.maxUses && (!Number.isInteger(most) || most < 1) ? t('invite.needsNumber') : null })) return
    const made = await this.form.send(() => inviteByLink(placeAddress(this.building), { ...(most ? { maxUses: most } : {}), ...(this.source.trim() ? { source: this.source.trim() } : {}), expiresAt: new Date(Date.now() + Number(this.days) * dayMs).toISOString() }))
    if (!made) return
    this.link = made
    this.tell()
    await this.updateComplete
    this.querySelector<HTMLInputElement>('#invite-link')?.select()
  }

  private readonly copy = async (): Promise<void> => {
    const box = this.querySelector<HTMLInputElement>('#invite-link')
    box?.select()
    await navigator.clipboard?.writeText(this.link?.url ?? '').then(() => toast(t('state.copied')), () => undefined)
  }

  private byMail(): TemplateResult {
    return html`<form class="form" novalidate @submit=${this.sendMails}>
      ${textField({ form: this.form, name: 'emails', label: t('invite.emails'), hint: t('invite.emails.hint'), rows: 3, value: this.emails, onInput: (value) => (this.emails = value) })}
      ${this.building.can.edit ? selectField({ name: 'role', label: t('invite.role'), value: this.given, short: true, options: roles.map((value) => ({ value, label: t(`role.${value}`) })), onChange: (value) => (this.given = roles.find((one) => one === value) ?? 'member') }) : nothing}
      ${formFault(this.form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${icon('mail')}${t('invite.send')}</button></div>
    </form>`
  }

  private byLink(): TemplateResult {
    if (this.link) {
      return html`<div class="field">
        <label for="invite-link">${t('invite.link')}</label>
        <p class="field__hint">${t('invite.link.hint')}</p>
        <div class="joined"><input class="control" id="invite-link" readonly .value=${this.link.url} /><button type="button" class="button" @click=${this.copy}>${icon('copy')}${t('action.copy')}</button></div>
        <p class="row"><a class="button" href="/buildings/${placeAddress(this.building)}/poster/${this.link.id}" @click=${() => this.closest('dialog')?.close()}>${icon('qrcode')}${t('invite.qr')}</a></p>
      </div>`
    }
    return html`<form class="form" novalidate @submit=${this.makeLink}>
      ${inputField({ form: this.form, name: 'source', label: t('invite.source'), hint: t('invite.source.hint'), optional: true, maxlength: 80, value: this.source, autocomplete: 'off', onInput: (value) => (this.source = value) })}
      <div class="row row--fields">
        ${selectField({ name: 'days', label: t('invite.term'), value: this.days, short: true, options: terms.map((value) => ({ value, label: t('invite.days', { count: Number(value) }) })), onChange: (value) => (this.days = value) })}
        ${inputField({ form: this.form, name: 'maxUses', label: t('invite.maxUses'), optional: true, short: true, type: 'number', value: this.maxUses, onInput: (value) => (this.maxUses = value) })}
      </div>
      <div class="form__actions"><button class="button" aria-disabled=${this.form.busy}>${icon('link')}${t('invite.makeLink')}</button></div>
    </form>`
  }

  override render(): TemplateResult {
    return html`<div class="stack">
      <h3>${t('invite.byMail')}</h3>
      ${this.byMail()}
      <hr class="rule" />
      <h3>${t('invite.byLink')}</h3>
      ${this.byLink()}
    </div>`
  }
}

/** Answers when it was closed; `onInvited` is called after each invitation made. */
export const showInvite = (building: Building, onInvited: () => void): Promise<void> =>
  openDialog<void>(t('invite.title', { name: building.name }), () => html`<plein-invite .building=${building} @invited=${onInvited}></plein-invite>`)
