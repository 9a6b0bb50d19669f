// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { InvitationLookup } from '../../api/types.ts'
import { formFault } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { isStatus } from '../../api/problem.ts'
import { navigate } from '../../router.ts'
import { me, refreshMe } from '../../state/session.ts'
import { acceptInvitation, lookUpInvitation } from './data.ts'

/** Says who invites and where; one press accepts. */
@customElement('plein-invitation-page')
export class PleinInvitationPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  private readonly form = new FormState(this)
  private readonly invitation = new Loaded<InvitationLookup | null>(this, () => this.lookUp(), { title: () => t('invitation.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  /** null when it is no longer good. */
  private async lookUp(): Promise<InvitationLookup | null> {
    try {
      return await lookUpInvitation(this.search.get('token') ?? '')
    } catch (error) {
      if (isStatus(error, 404) || isStatus(error, 400) || isStatus(error, 410)) return null
      throw error
    }
  }

  private readonly accept = async (): Promise<void> => {
    const answer = await this.form.send(() => acceptInvitation(this.search.get('token') ?? ''))
    if (!answer) return
    await refreshMe()
    await navigate((answer.group ?? answer.building).url)
    toast(t('invitation.accepted', { building: (answer.group ?? answer.building).name }))
  }

  private entrance(building: string): TemplateResult {
    if (me.value) return html`<p><button type="button" class="button button--primary" aria-disabled=${this.form.busy} @click=${this.accept}>${t('invitation.accept', { building })}</button></p>`
    const next = encodeURIComponent(`/invitation?token=${encodeURIComponent(this.search.get('token') ?? '')}`)
    return html`<p>${t('invitation.signIn')}</p>
      <p class="row"><a class="button button--primary" href="/sign-in?next=${next}">${t('nav.signIn')}</a><a class="button" href="/sign-up?next=${next}">${t('nav.signUp')}</a></p>`
  }

  override render(): unknown {
    return this.invitation.render(
      (invitation) =>
        html`<div class="page page--narrow stack">
          <h1 tabindex="-1">${t('invitation.title')}</h1>
          ${invitation
            ? html`<p class="lead">${invitation.invitedBy ? t('invitation.lead', { person: invitation.invitedBy, building: invitation.building.name }) : t('invitation.leadNobody', { building: invitation.building.name })}</p>
                <p>${invitation.building.summary}</p>
                ${formFault(this.form)} ${this.entrance(invitation.building.name)}`
            : html`<p>${t('invitation.failed')}</p>`}
        </div>`,
    )
  }
}
