// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { placeAddress } from '../../api/place-address.ts'
import type { Building, Membership } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, selectField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { t } from '../../i18n/t.ts'
import { termOptions, withoutTerm } from '../moderation/terms.ts'
import { putOut } from './data-members.ts'

/** Why, and for how long: whoever is put out reads it and may appeal. Emits `done` with whether it was carried out. */
@customElement('plein-put-out-form')
export class PleinPutOutForm extends LitElement {
  @property({ attribute: false }) declare building: Building
  @property({ attribute: false }) declare membership: Membership
  @state() private days = ''
  private reason = ''
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private done(carriedOut: boolean): void {
    this.dispatchEvent(new CustomEvent('done', { detail: carriedOut }))
  }

  private readonly send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const reason = this.reason.trim()
    if (!this.form.check({ reason: reason ? null : t('moderation.needsReason') })) return
    const days = this.days ? { days: Number(this.days) } : {}
    const carriedOut = await this.form.send(async () => (await putOut(placeAddress(this.building), this.membership.id, { reason, ...days }), true))
    if (carriedOut) this.done(true)
  }

  override render(): TemplateResult {
    const { form } = this
    return html`<form class="form" novalidate @submit=${this.send}>
      <p>${t('members.ban.text')}</p>
      ${textField({ form, name: 'reason', id: 'put-out-reason', label: t('moderation.reason'), hint: t('moderation.reason.hint'), rows: 3, maxlength: 4000, onInput: (value) => (this.reason = value) })}
      ${selectField({ form, name: 'days', id: 'put-out-days', label: t('moderation.days'), short: true, value: this.days, options: [withoutTerm(), ...termOptions()], onChange: (value) => (this.days = value) })}
      <p class="small muted">${t('moderation.preview.appeal')}</p>
      ${formFault(form)}
      <div class="dialog__foot">
        <button type="button" class="button" @click=${() => this.done(false)}>${t('action.cancel')}</button>
        <button class="button button--danger" aria-disabled=${form.busy}>${putOutName(this.building)}</button>
      </div>
    </form>`
  }
}

export const putOutName = (building: Building): string => t('building' in building ? 'moderation.act.ban.group' : 'moderation.act.ban')

/** Whether it was carried out. */
export const askPutOut = async (building: Building, membership: Membership): Promise<boolean> =>
  (await openDialog<boolean>(
    t('members.ban.title', { name: membership.member.name }),
    (handle) => html`<plein-put-out-form .building=${building} .membership=${membership} @done=${(event: CustomEvent<boolean>) => handle.close(event.detail)}></plein-put-out-form>`,
  )) === true
