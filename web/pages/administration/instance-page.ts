// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { Instance } from '../../api/types.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatNumber, t } from '../../i18n/t.ts'
import { setGuard } from '../../router.ts'
import { askLeave } from '../../shell.ts'
import { instance } from '../../state/session.ts'
import { administrationHead } from './administration-nav.ts'
import { changeInstance } from './data.ts'

/** "/administration": the name over the door. */
@customElement('plein-instance-page')
export class PleinInstancePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private name: string | null = null
  @state() private tagline: string | null = null
  @state() private residents: boolean | null = null
  private readonly form = new FormState(this)
  private readonly current = new Loaded<Instance>(this, (signal) => get('/instance', {}, signal), { title: () => t('nav.administration') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    setGuard(() => this.name !== null || this.tagline !== null || this.residents !== null, askLeave)
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { value } = this.current
    if (!value || !this.form.check({ name: (this.name ?? value.name).trim() ? null : t('field.required') })) return
    const saved = await this.form.send(() =>
      changeInstance({ name: (this.name ?? value.name).trim(), tagline: (this.tagline ?? value.tagline).trim(), residentsMayStartBuildings: this.residents ?? value.residentsMayStartBuildings }),
    )
    if (!saved) return
    this.name = null
    this.tagline = null
    this.residents = null
    const whole = { ...value, ...saved }
    this.current.set(whole)
    instance.set(whole)
    toast(t('state.saved'))
  }

  private facts({ counts, version }: Instance): TemplateResult {
    const fact = (label: string, value: string): TemplateResult => html`<div><dt>${label}</dt><dd>${value}</dd></div>`
    return html`<dl class="facts">
      ${fact(t('nav.buildings'), formatNumber(counts.buildings))} ${fact(t('nav.people'), formatNumber(counts.people))} ${fact(t('admin.posts'), formatNumber(counts.posts))} ${fact(t('admin.version'), version)}
    </dl>`
  }

  override render(): unknown {
    return this.current.render(
      (value) => html`<div class="page page--directory">
        ${administrationHead('', t('nav.administration'), t('admin.lead'))} ${this.facts(value)}
        <form class="form form--measure" novalidate @submit=${this.save}>
          ${inputField({ form: this.form, name: 'name', label: t('admin.name'), hint: t('admin.name.hint'), value: this.name ?? value.name, maxlength: 80, onInput: (text) => (this.name = text) })}
          ${textField({ form: this.form, name: 'tagline', label: t('admin.tagline'), hint: t('admin.tagline.hint'), optional: true, rows: 2, value: this.tagline ?? value.tagline, maxlength: 200, onInput: (text) => (this.tagline = text) })}
          <label class="check"
            ><input type="checkbox" .checked=${this.residents ?? value.residentsMayStartBuildings} @change=${(event: Event) => (this.residents = (event.target as HTMLInputElement).checked)} /><span
              >${t('admin.residents')}<small>${t('admin.residents.hint')}</small></span
            ></label
          >
          ${formFault(this.form)}
          <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
        </form>
      </div>`,
    )
  }
}
