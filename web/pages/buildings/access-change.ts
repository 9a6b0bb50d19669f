// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Access, AccessChanges, Building, Group } from '../../api/types.ts'
import { accessPicker } from '../../components/access-picker/access-picker.ts'
import { formFault } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { failure } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { accessChanges, changeBuilding } from './data.ts'

/** Another door: first what it will change, then the change. Emits `building-changed`. */
@customElement('plein-access-change')
export class PleinAccessChange extends LitElement {
  @property({ attribute: false }) declare building: Building
  @state() private chosen: Access | null = null
  @state() private effect: AccessChanges | null = null
  @state() private error: unknown
  private asking: AbortController | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('building') && this.chosen === this.building.access) this.chosen = null
  }

  private async choose(access: Access): Promise<void> {
    this.asking?.abort()
    this.effect = null
    this.error = undefined
    this.chosen = access === this.building.access ? null : access
    if (!this.chosen) return
    const asking = new AbortController()
    this.asking = asking
    try {
      const effect = await accessChanges(placeAddress(this.building), access, asking.signal)
      if (!asking.signal.aborted) this.effect = effect
    } catch (error) {
      if (!asking.signal.aborted) this.error = error
    }
  }

  private readonly apply = async (): Promise<void> => {
    const { chosen } = this
    if (!chosen) return
    const changed = await this.form.send(() => changeBuilding(placeAddress(this.building), { access: chosen }))
    if (!changed) return
    this.chosen = null
    this.effect = null
    toast(t('access.changed', { access: t(`access.${chosen}`) }))
    this.dispatchEvent(new CustomEvent('building-changed', { bubbles: true, detail: changed }))
  }

  private sentences(access: Access, { posts, members, requests, requestsBecome }: AccessChanges): string[] {
    const { access: before } = this.building
    const list: string[] = []
    if (before === 'open') list.push(posts ? t('access.effect.narrows', { count: posts }) : t('access.effect.noPosts'))
    else list.push(t(access === 'open' ? 'access.effect.opens' : 'access.effect.keeps'))
    if (access === 'hidden') list.push(t('access.effect.hides'))
    if (before === 'hidden') list.push(t('access.effect.shows'))
    list.push(t(access === 'open' ? 'access.effect.joinOpen' : access === 'closed' ? 'access.effect.joinClosed' : 'access.effect.joinHidden'))
    if (requests && requestsBecome !== 'waiting') list.push(t(requestsBecome === 'members' ? 'access.effect.requestsIn' : 'access.effect.requestsOut', { count: requests }))
    list.push(t('access.effect.members', { count: members }))
    return list
  }

  private preview(): TemplateResult | typeof nothing {
    const { chosen, effect } = this
    if (!chosen) return nothing
    if (this.error) return failure(this.error, () => void this.choose(chosen))
    if (!effect) return html`<p class="muted" role="status">${t('access.effect.looking')}</p>`
    return html`<div class="notice notice--warning" role="status">
      ${icon('info-circle')}
      <div class="stack stack--tight">
        <p><b>${t('access.effect.title')}</b></p>
        <ul class="bullets">${this.sentences(chosen, effect).map((one) => html`<li>${one}</li>`)}</ul>
        ${formFault(this.form)}
        <p class="row">
          <button type="button" class="button button--primary" aria-disabled=${this.form.busy} @click=${this.apply}>${t('access.apply', { access: t(`access.${chosen}`) })}</button>
          <button type="button" class="button" @click=${() => this.choose(this.building.access)}>${t('action.cancel')}</button>
        </p>
      </div>
    </div>`
  }

  /** Of a group. */
  private get within(): { within?: Access } {
    return 'building' in this.building ? { within: (this.building as Group).building.access } : {}
  }

  override render(): TemplateResult {
    return html`<div class="stack">${accessPicker(this.building.slug, this.chosen ?? this.building.access, (access) => void this.choose(access), this.within)} ${this.preview()}</div>`
  }
}
