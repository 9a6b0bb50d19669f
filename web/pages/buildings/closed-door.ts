// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, MyRequest } from '../../api/types.ts'
import { formFault, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { me, refreshMe } from '../../state/session.ts'
import { myRequest } from '../letting-in/data.ts'
import { PleinHomePanel } from '../../components/home-mark/home-panel.ts'
import { nameOfHost } from '../../components/home-mark/home-mark.ts'
import { homeOfPlace, whyNotIn } from '../../components/home-mark/home-of-place.ts'
import { PleinHouseRules, rulesOfPlace } from './house-rules.ts'
import { join } from './data.ts'

/** What somebody outside sees of a closed building: what it is, and the bell. Emits `membership-changed`. */
@customElement('plein-closed-door')
export class PleinClosedDoor extends LitElement {
  @property({ attribute: false }) declare building: Building
  static readonly needs = [PleinHouseRules, PleinHomePanel]
  private note = ''
  @state() private again = false
  private readonly home = homeOfPlace(this, () => this.building)
  private readonly form = new FormState(this)
  private readonly mine = new Loaded<MyRequest | null>(this, (signal) => (me.value ? myRequest(placeAddress(this.building), signal) : Promise.resolve(null)))

  override createRenderRoot(): HTMLElement {
    return this
  }

  /** The answer of a home elsewhere comes while one looks. */
  override updated(changed: PropertyValues<this>): void {
    if (!changed.get('building')) return
    void this.home.reload()
    void this.mine.reload()
  }

  private readonly ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    const asked = await this.form.send(() => join(placeAddress(this.building), this.note.trim()))
    if (!asked) return
    await refreshMe().catch(() => null)
    toast(t(asked.state === 'active' ? 'building.joined' : 'building.asked', { name: this.building.name }))
    this.again = false
    void this.mine.reload()
    this.dispatchEvent(new CustomEvent('membership-changed', { bubbles: true }))
  }

  private bell(): TemplateResult {
    const { myMembership, can, url, name, host } = this.building
    if (!me.value) {
      return html`<p>${t('building.outside.guest')}</p>
        <p class="row"><a class="button button--primary" href="/sign-in?next=${encodeURIComponent(url)}">${t('nav.signIn')}</a> <a class="button" href="/sign-up">${t('nav.signUp')}</a></p>`
    }
    if (myMembership?.state === 'requested') return html`<div class="notice notice--success">${icon('circle-check')}<div><p><b>${t('building.askedTitle')}</b></p><p>${host ? t('home.askingText', { name: nameOfHost(host) }) : t('building.askedText', { name })}</p>${this.mine.value?.asked?.note ? html`<p class="quote">${this.mine.value.asked.note}</p>` : nothing}</div></div>`
    const answer = this.mine.value?.answer
    const again = answer?.mayAskAgainAt ?? null
    if (again && new Date(again) > new Date()) {
      return html`<div class="notice">
        ${icon('info-circle')}
        <div>
          <p><b>${t('requests.mine.refused')}</b></p>
          ${answer?.word ? html`<p class="quote">${answer.word}</p>` : nothing}
          <p>${t('requests.mine.again', { date: formatDate(again) })}</p>
        </div>
      </div>`
    }
    const why = whyNotIn(this.home.value ?? null)
    if (why && !this.again) return html`<div class="notice">${icon('info-circle')}<div><p>${why.text}</p>${why.mayTryAgain ? html`<p><button type="button" class="button button--small" @click=${() => (this.again = true)}>${t('home.askAgain')}</button></p>` : nothing}</div></div>`
    if (!can.ask && !can.join && !this.building.guestsWelcome && me.value.isStaff === false) return html`<div class="notice">${icon('info-circle')}<p>${t('guest.refused')}</p></div>`
    if (!can.ask && !can.join) return html`<div class="notice">${icon('info-circle')}<p>${t('building.outside.cannot')}</p></div>`
    return html`<form class="form" novalidate @submit=${this.ask}>
      ${textField({ form: this.form, name: 'note', label: t('building.note'), hint: t('building.note.hint'), optional: true, rows: 3, value: this.note, maxlength: 500, onInput: (value) => (this.note = value) })}
      ${formFault(this.form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('building.ask')}</button></div>
    </form>`
  }

  override render(): TemplateResult {
    return html`<section class="panel stack" aria-labelledby="outside">
      <h2 id="outside">${t('building.outside.title')}</h2>
      <p>${this.building.host ? t('home.outside', { name: nameOfHost(this.building.host) }) : t('building.outside.text', { name: this.building.name })}</p>
      ${rulesOfPlace(this.building)}
      ${this.bell()}
    </section>
    ${this.building.host ? html`<plein-home-panel of=${this.building.id} .place=${this.building}></plein-home-panel>` : nothing}`
  }
}
