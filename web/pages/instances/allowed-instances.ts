// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AllowedInstance } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { allowedInstances, allowInstance, disallowInstance } from './data.ts'

/** In the settings of a place that is not open: the instances whose people may ask to come in. */
@customElement('plein-allowed-instances')
export class PleinAllowedInstances extends LitElement {
  @property() slug = ''
  @state() private host = ''
  private readonly form = new FormState(this)
  private readonly list = new Loaded<AllowedInstance[]>(this, async (signal) => (await allowedInstances(this.slug, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly add = async (event: Event): Promise<void> => {
    event.preventDefault()
    const host = this.host.trim()
    if (!this.form.check({ host: host ? null : t('allowed.needsHost') })) return
    const after = await this.form.send(() => allowInstance(this.slug, host))
    if (!after) return
    this.host = ''
    this.list.set(after.items)
    toast(t('allowed.added', { host }))
  }

  private async end({ host, members }: AllowedInstance): Promise<void> {
    const text = t('allowed.remove.text', { host, members: t('allowed.members', { count: members }) })
    if (!(await confirmDialog({ title: t('allowed.remove.title', { host }), text, yes: t('allowed.remove'), danger: true }))) return
    try {
      await disallowInstance(this.slug, host)
      toast(t('allowed.removed', { host }))
      await this.list.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(one: AllowedInstance): TemplateResult {
    return html`<li class="line line--top">
      <span class="line__mark">${icon('world')}</span>
      <div class="line__text">
        <b class="breaks">${one.name}</b>
        <small class="muted">${one.name === one.host ? nothing : html`<span class="address">${one.host}</span> · `}${t('allowed.members', { count: one.members })}</small>
        <small class="with-icon ${one.keepsClosedPlaces ? 'muted' : 'fault'}">${icon(one.keepsClosedPlaces ? 'lock' : 'alert-triangle', 'small')}<span>${t(one.keepsClosedPlaces ? 'allowed.ready' : 'allowed.unready')}</span></small>
      </div>
      <button type="button" class="button button--small" @click=${() => this.end(one)}>${t('allowed.remove')}<span class="visually-hidden">: ${one.host}</span></button>
    </li>`
  }

  override render(): unknown {
    return html`<p>${t('allowed.lead')}</p>
      <p class="muted">${t('allowed.keep')}</p>
      ${this.list.render((list) => (list.length ? html`<ul class="lines" role="list">${list.map((one) => this.row(one))}</ul>` : html`<p class="muted">${t('allowed.none')}</p>`))}
      <form class="form" novalidate @submit=${this.add}>
        ${inputField({ form: this.form, name: 'host', id: 'allowed-host', label: t('allowed.host'), hint: t('allowed.hint'), value: this.host, maxlength: 300, autocomplete: 'off', onInput: (value) => (this.host = value) })} ${formFault(this.form)}
        <div class="form__actions"><button class="button" aria-disabled=${this.form.busy}>${icon('plus')}${t('allowed.add')}</button></div>
      </form>`
  }
}
