// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { placeAddress } from '../../api/place-address.ts'
import type { Building, Group, HouseRules } from '../../api/types.ts'
import { formFault, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { houseRules, writeHouseRules } from '../moderation/data.ts'

/** The rules on the door; nothing where there are none. */
@customElement('plein-house-rules')
export class PleinHouseRules extends LitElement {
  /** Of a building or a group. */
  @property() address = ''
  /** Of the place, where the rules of more than one stand together. */
  @property() name: string | null = null
  private readonly rules = new Loaded<HouseRules>(this, (signal) => houseRules(this.address, signal))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): unknown {
    const { value } = this.rules
    if (!value?.html) return nothing
    const id = `house-rules-${this.address.replaceAll('/', '-')}`
    return html`<section class="panel" aria-labelledby=${id}><h2 id=${id}>${this.name ? t('rules.titleOf', { name: this.name }) : t('rules.title')}</h2><div class="prose house-rules__text">${unsafeHTML(value.html)}</div></section>`
  }
}

/** Where admins write them. */
@customElement('plein-house-rules-form')
export class PleinHouseRulesForm extends LitElement {
  @property() address = ''
  @property({ type: Boolean }) inGroup = false
  @state() private typed: string | null = null
  private readonly form = new FormState(this)
  private readonly rules = new Loaded<HouseRules>(this, (signal) => houseRules(this.address, signal))

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { value } = this.rules
    if (!value) return
    const saved = await this.form.send(() => writeHouseRules(this.address, this.typed ?? value.source, value.version))
    if (!saved) return
    this.typed = null
    this.rules.set(saved)
    toast(t('state.saved'))
  }

  override render(): unknown {
    return this.rules.render((rules): TemplateResult => html`<form class="form" novalidate @submit=${this.save}>
      <p>${t(this.inGroup ? 'rules.edit.leadGroup' : 'rules.edit.lead')}</p>
      ${textField({ form: this.form, name: 'source', id: 'house-rules-text', label: t('rules.text'), hint: t('rules.text.hint'), optional: true, rows: 8, maxlength: 10000, value: this.typed ?? rules.source, onInput: (value) => (this.typed = value) })}
      ${rules.writtenAt ? html`<p class="small muted">${t('rules.version', { version: rules.version, date: formatDate(rules.writtenAt) })}</p>` : nothing} ${formFault(this.form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
    </form>`)
  }
}

/** Of a group its own, and those of its building under them. */
export const rulesOfPlace = (place: Building | Group): TemplateResult => {
  const above = 'building' in place ? place.building : null
  return html`<plein-house-rules address=${placeAddress(place)} name=${above ? place.name : nothing}></plein-house-rules>${above ? html`<plein-house-rules address=${placeAddress(above)} name=${above.name}></plein-house-rules>` : nothing}`
}
