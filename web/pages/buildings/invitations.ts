// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Building, Invitation } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { invitations, withdrawInvitation } from './data-members.ts'

/** Invitations not yet used up, each to be withdrawn; absent when there are none. */
@customElement('plein-invitations')
export class PleinInvitations extends LitElement {
  @property({ attribute: false }) declare building: Building
  private readonly open = new Loaded<Invitation[]>(this, async (signal) => (await invitations(this.building.slug, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  reload(): Promise<void> {
    return this.open.reload()
  }

  private async withdraw(invitation: Invitation): Promise<void> {
    try {
      await withdrawInvitation(this.building.slug, invitation.id)
      this.open.set((this.open.value ?? []).filter((one) => one.id !== invitation.id))
      toast(t('invite.withdrawn'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(invitation: Invitation): TemplateResult {
    const { email, role, uses, maxUses, expiresAt, createdAt } = invitation
    const facts = [
      email ? t('invite.sentOn', { date: formatDate(createdAt) }) : maxUses === null ? t('invite.used', { count: uses }) : t('invite.usedOf', { uses, max: maxUses }),
      role === 'member' ? null : t(`role.${role}`),
      expiresAt ? t('invite.until', { date: formatDate(expiresAt) }) : null,
    ].filter(Boolean)
    const name = email ?? t('invite.aLink')
    return html`<li class="line">
      <span class="line__mark">${icon(email ? 'mail' : 'link')}</span>
      <div class="line__text"><span>${name}</span><small class="muted">${facts.join(' · ')}</small></div>
      <button type="button" class="button button--small" @click=${() => this.withdraw(invitation)}>${t('invite.withdraw')}<span class="visually-hidden">: ${name}</span></button>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.open.value?.length) return nothing
    return html`<section class="below" aria-labelledby="invitations">
      <h2 id="invitations">${t('invite.open')}</h2>
      <ul class="lines" role="list">${this.open.value.map((one) => this.row(one))}</ul>
    </section>`
  }
}
