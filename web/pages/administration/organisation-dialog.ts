// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Organisation } from '../../api/types.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { formFault, inputField, textField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { t } from '../../i18n/t.ts'
import { addOrganisation, changeOrganisation } from './data.ts'
import { domainsIn } from './domains-in.ts'
import { underField } from './under-field.ts'

/** Name and domains of an organisation. Emits `saved`. */
@customElement('plein-organisation-form')
export class PleinOrganisationForm extends LitElement {
  @property({ attribute: false }) organisation: Organisation | null = null
  @state() private name: string | null = null
  @state() private domains: string | null = null
  private readonly form = new FormState(this)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly save = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { organisation } = this
    const name = (this.name ?? organisation?.name ?? '').trim()
    const domains = domainsIn(this.domains ?? organisation?.domains.join(', ') ?? '')
    if (!this.form.check({ name: name ? null : t('field.required'), domains: domains.length ? null : t('admin.organisation.needsDomain') })) return
    const saved = await this.form.send(() => underField('domains', domains, () => (organisation ? changeOrganisation(organisation.id, { name, domains }) : addOrganisation({ name, domains }))))
    if (saved) this.dispatchEvent(new CustomEvent('saved', { detail: saved }))
  }

  override render(): TemplateResult {
    const { organisation } = this
    return html`<form class="form" novalidate @submit=${this.save}>
      ${inputField({ form: this.form, name: 'name', id: 'organisation-name', label: t('admin.organisation.name'), value: this.name ?? organisation?.name ?? '', maxlength: 120, autofocus: true, onInput: (value) => (this.name = value) })}
      ${textField({ form: this.form, name: 'domains', id: 'organisation-domains', label: t('admin.organisation.domains'), hint: t('admin.organisation.domains.hint'), rows: 2, value: this.domains ?? organisation?.domains.join(', ') ?? '', onInput: (value) => (this.domains = value) })}
      ${formFault(this.form)}
      <div class="dialog__foot"><button class="button button--primary" aria-disabled=${this.form.busy}>${t('action.save')}</button></div>
    </form>`
  }
}

/** A new organisation, or a changed one; undefined when the dialog was closed. */
export const askOrganisation = (organisation: Organisation | null): Promise<Organisation | undefined> =>
  openDialog<Organisation>(
    organisation ? organisation.name : t('admin.organisation.add'),
    (handle) => html`<plein-organisation-form .organisation=${organisation} @saved=${(event: CustomEvent<Organisation>) => handle.close(event.detail)}></plein-organisation-form>`,
  )
