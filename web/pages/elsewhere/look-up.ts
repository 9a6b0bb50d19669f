// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FoundPlace } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { formFault, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeMark } from '../../components/home-mark/home-mark.ts'
import { turnedAway } from '../../components/home-mark/home-of-place.ts'
import { icon } from '../../components/icon/icon.ts'
import { announce } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { listen } from '../../state/live.ts'
import { me, refreshMe } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { building, joinPlace } from '../buildings/data.ts'
import { myRequest } from '../letting-in/data.ts'
import { askAtAddress, homeOf, lookUpPlace } from './data.ts'

/** A building of another instance, found by its name or address, and joined in one press. */
@customElement('plein-look-up')
export class PleinLookUp extends LitElement {
  /** Looked up at once. */
  @property() address = ''
  @state() private found: FoundPlace | null = null
  /** What its home said to one's request, once it said no. */
  @state() private refused: { word: string } | null = null
  private readonly form = new FormState(this)
  @state() private askedHidden = false
  private readonly joining = new FormState(this)
  private readonly asking = new FormState(this)
  private stop: (() => void) | null = null

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // The answer of its home comes later, as news about oneself.
    this.stop = listen('me', () => void (this.found?.myMembership?.state === 'requested' && this.renew()))
    if (this.address && me.value) void this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
  }

  private readonly send = (event: Event): void => {
    event.preventDefault()
    void this.look()
  }

  private async look(): Promise<void> {
    const address = this.address.trim()
    if (!this.form.check({ address: address ? null : t('elsewhere.needsAddress') })) return
    this.found = null
    this.refused = null
    this.askedHidden = false
    const found = await this.form.send(() => lookUpPlace(address))
    if (!found) return
    this.found = found
    announce(t('elsewhere.found', { name: found.name }))
    await this.updateComplete
    this.querySelector<HTMLElement>('.found-place h3')?.focus()
  }

  private readonly askHidden = async (): Promise<void> => {
    const sent = await this.asking.send(() => askAtAddress(this.address.trim()))
    if (!sent) return
    this.askedHidden = true
    announce(t('elsewhere.askedHidden'))
  }

  /** What does not show itself may be hidden: who was given its address can ask, and hears no more than that. */
  private atHiddenDoor(): TemplateResult {
    if (this.askedHidden) return html`<div class="notice notice--success hidden-door" role="status">${icon('circle-check')}<p>${t('elsewhere.askedHidden')}</p></div>`
    return html`<section class="panel stack stack--tight hidden-door" aria-label=${t('elsewhere.hiddenTitle')}>
      <p>${t('elsewhere.hidden')}</p>
      ${formFault(this.asking)}
      <p class="row"><button type="button" class="button" aria-disabled=${this.asking.busy} @click=${this.askHidden}>${icon('door-enter')}${t('elsewhere.askHidden')}</button></p>
    </section>`
  }

  private readonly join = async (): Promise<void> => {
    const { found } = this
    if (!found) return
    const joined = await this.joining.send(() => joinPlace(found.url))
    if (!joined) return
    this.found = { ...found, myMembership: joined }
    await refreshMe().catch(() => null)
  }

  private async renew(): Promise<void> {
    const { found } = this
    const place = found && (await building(found.slug).catch(() => null))
    if (!place || this.found !== found) return
    const [home, mine] = place.myMembership ? [null, null] : await Promise.all([homeOf(place.id).catch(() => null), myRequest(found.slug).catch(() => null)])
    this.refused = place.myMembership ? null : { word: mine?.answer?.word ?? '' }
    this.found = { ...found, myMembership: place.myMembership, turnedUsAwayAt: home?.turnedUsAwayAt ?? null }
    if (place.myMembership?.state === 'active') await refreshMe().catch(() => null)
  }

  /** Where it stands with the one who found it: asked, in, refused, or still to ask. */
  private standing(found: FoundPlace): TemplateResult {
    const state = found.myMembership?.state
    const visit = html`<a class="button ${state === 'active' ? 'button--primary' : ''}" href=${found.url}>${t('elsewhere.open')}</a>`
    if (state === 'active') return html`<p class="with-icon">${icon('circle-check')}<span>${t('elsewhere.in')}</span></p><p class="row">${visit}</p>`
    if (state === 'requested') return html`<p role="status">${t('elsewhere.waits', { name: found.hostName })}</p><p class="row">${visit}</p>`
    if (found.turnedUsAwayAt) return html`<p role="status">${turnedAway()}</p><p class="row">${visit}</p>`
    if (this.refused) return html`<p role="status">${t('elsewhere.refused', { name: found.hostName })}</p>${this.refused.word ? html`<p class="quote">${this.refused.word}</p>` : nothing}<p class="row">${visit}</p>`
    return html`${found.can.join || found.can.ask ? nothing : html`<p>${t('elsewhere.cannot')}</p>`}
      <p class="row">
        ${found.can.join || found.can.ask ? html`<button type="button" class="button button--primary" aria-disabled=${this.joining.busy} @click=${this.join}>${icon('door-enter')}${t(found.access === 'open' ? 'elsewhere.join' : 'elsewhere.ask')}</button>` : nothing} ${visit}
      </p>`
  }

  private preview(found: FoundPlace): TemplateResult {
    return html`<article class="panel found-place" aria-labelledby="found-place">
      ${gableMark(found.slug, found.access)}
      <div class="stack stack--tight">
        <h3 id="found-place" tabindex="-1">${found.name}</h3>
        <p class="row">${homeMark(found.slug)} ${accessBadge(found.access)} ${found.access === 'open' ? html`<small class="muted">${t('place.members', { count: found.memberCount })}</small>` : nothing}</p>
        <p class="muted small address">@${found.slug}</p>
        ${found.summary ? html`<p>${found.summary}</p>` : nothing} ${found.access === 'open' ? nothing : html`<p class="muted small">${t('home.closed', { name: found.hostName })}</p>`}
        ${formFault(this.joining)} ${this.standing(found)}
      </div>
    </article>`
  }

  override render(): TemplateResult {
    if (!me.value) return html`<p>${t('elsewhere.signIn')} <a href="/sign-in?next=/elsewhere">${t('nav.signIn')}</a></p>`
    const host = this.address.trim().replace(/^https?:\/\//, '').split('/')[0]?.split('@').at(-1) ?? ''
    return html`<form class="form look-up" novalidate @submit=${this.send}>
        ${inputField({ form: this.form, name: 'address', id: 'elsewhere-address', label: t('elsewhere.address'), hint: t('elsewhere.hint'), value: this.address, maxlength: 500, autocomplete: 'off', onInput: (value) => (this.address = value) })}
        ${formFault(this.form)}
        <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${icon('search')}${t('elsewhere.look')}</button></div>
      </form>
      <p class="muted" role="status">${this.form.busy ? t('elsewhere.looking', { host }) : ''}</p>
      ${this.found ? this.preview(this.found) : nothing} ${this.form.refusedBy === 'no-such-place' ? this.atHiddenDoor() : nothing}`
  }
}
