// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Building, Membership } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { explain } from '../../components/field/form-state.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { PleinMenu } from '../../components/menu/menu.ts'
import { empty, failure } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { askWord } from '../letting-in/answer-dialog.ts'
import { answerRequest } from '../letting-in/data.ts'
import { memberships } from './data-members.ts'

/** Who asks to come in, with the answer one press away; absent when nobody does. Emits `member-changed` for who came in. */
@customElement('plein-member-requests')
export class PleinMemberRequests extends LitElement {
  @property({ attribute: false }) declare building: Building
  /** Says so when nobody asks, instead of being absent. */
  @property({ type: Boolean }) always = false
  @state() private busy: string | null = null

  static readonly needs = [PleinMenu, PleinPager, PleinTime]
  private readonly paged = new Paged<Membership>(this, (cursor) => memberships(placeAddress(this.building), { state: 'requested' }, cursor))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.reload()
  }

  reload(): Promise<void> {
    return this.paged.reload()
  }

  /** A word goes along where somebody wants to write one; to let in without is one press. */
  private async answerInWords(request: Membership, yes: boolean): Promise<void> {
    const word = await askWord(request, yes ? 'approved' : 'refused')
    if (word !== undefined) await this.answer(request, yes, word)
  }

  private async answer(request: Membership, yes: boolean, word = ''): Promise<void> {
    if (this.busy) return
    this.busy = request.id
    const { name } = request.member
    try {
      await answerRequest(placeAddress(this.building), request.id, yes ? 'approved' : 'refused', word)
      this.dispatchEvent(new CustomEvent('member-changed', { bubbles: true, detail: request }))
      this.paged.drop(request.id)
      toast(t(yes ? 'members.approved' : 'members.refused', { name }))
      await this.updateComplete
      this.querySelector<HTMLElement>('button')?.focus()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = null
  }

  private row(request: Membership): TemplateResult {
    const { member, note, createdAt } = request
    return html`<li class="line">
      <span class="line__mark">${avatar(member)}</span>
      <div class="line__text">
        <p><a class="plain-link" href=${member.url}><b>${member.name}</b></a> ${originBadge(member)} <small class="muted"><plein-time at=${createdAt}></plein-time></small></p>
        ${request.email ? html`<small class="muted breaks">${request.email}</small>` : nothing}
        ${note ? html`<p class="quote">${note}</p>` : nothing}
      </div>
      <div class="row line__actions">
        <button type="button" class="button button--primary button--small" aria-disabled=${this.busy === request.id} @click=${() => this.answer(request, true)}>${t('members.approve')}<span class="visually-hidden"> ${member.name}</span></button>
        <button type="button" class="button button--small" aria-disabled=${this.busy === request.id} @click=${() => this.answerInWords(request, false)}>${t('members.refuse')}<span class="visually-hidden"> ${member.name}</span></button>
        <plein-menu label=${t('requests.more', { name: member.name })} .items=${[{ label: t('requests.approveWithWord'), icon: 'pencil' as const, onChoose: () => void this.answerInWords(request, true) }]}></plein-menu>
      </div>
    </li>`
  }

  override render(): TemplateResult | typeof nothing {
    const { items, error } = this.paged
    if (error && !items.length) return failure(error, () => void this.paged.reload())
    if (!items.length) return this.always && this.paged.loaded ? empty(t('requests.none')) : nothing
    return html`<section class="panel" aria-labelledby="requests">
      <h2 id="requests">${t('members.requests', { count: items.length })}</h2>
      <ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)}
    </section>`
  }
}
