// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Building, Invitation } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { resendInvitation } from '../letting-in/data.ts'
import { invitations, withdrawInvitation } from './data-members.ts'

/** Invitations not yet used up, each to be withdrawn; absent when there are none. */
@customElement('plein-invitations')
export class PleinInvitations extends LitElement {
  @property({ attribute: false }) declare building: Building
  /** Says so when there are none, instead of being absent. */
  @property({ type: Boolean }) always = false
  private readonly open = new Loaded<Invitation[]>(this, async (signal) => (await invitations(placeAddress(this.building), signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  reload(): Promise<void> {
    return this.open.reload()
  }

  private async withdraw(invitation: Invitation): Promise<void> {
    try {
      await withdrawInvitation(placeAddress(this.building), invitation.id)
      this.open.set((this.open.value ?? []).filter((one) => one.id !== invitation.id))
      toast(t('invite.withdrawn'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async resend(invitation: Invitation): Promise<void> {
    try {
      const { sentAt } = await resendInvitation(placeAddress(this.building), invitation.id)
      this.open.set((this.open.value ?? []).map((one) => (one.id === invitation.id ? { ...one, sentAt } : one)))
      toast(t('invite.resent', { email: invitation.email ?? '' }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(invitation: Invitation): TemplateResult {
    const { email, role, uses, maxUses, expiresAt, createdAt, sentAt, source } = invitation
    const facts = [
      email ? t('invite.sentOn', { date: formatDate(sentAt ?? createdAt) }) : maxUses === null ? t('invite.used', { count: uses }) : t('invite.usedOf', { uses, max: maxUses }),
      role === 'member' ? null : t(`role.${role}`),
      expiresAt ? t('invite.until', { date: formatDate(expiresAt) }) : null,
    ].filter(Boolean)
    const name = email ? (invitation.name ? `${invitation.name} (${email})` : email) : source || t('invite.aLink')
    return html`<li class="line">
      <span class="line__mark">${icon(email ? 'mail' : 'link')}</span>
      <div class="line__text"><span class="breaks">${name}</span><small class="muted">${facts.join(' · ')}</small></div>
      ${email
        ? html`<button type="button" class="button button--small" @click=${() => this.resend(invitation)}>${icon('send')}${t('invite.resend')}<span class="visually-hidden">: ${name}</span></button>`
        : html`<a class="button button--small" href="/buildings/${placeAddress(this.building)}/poster/${invitation.id}">${icon('qrcode')}${t('invite.poster')}<span class="visually-hidden">: ${name}</span></a>`}
      <button type="button" class="button button--small" @click=${() => this.withdraw(invitation)}>${t('invite.withdraw')}<span class="visually-hidden">: ${name}</span></button>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.open.value?.length) return this.always && this.open.value ? empty(t('invite.none')) : nothing
    return html`<section class="below" aria-labelledby="invitations">
      <h2 id="invitations">${t('invite.open')}</h2>
      <ul class="lines" role="list">${this.open.value.map((one) => this.row(one))}</ul>
    </section>`
  }
}
