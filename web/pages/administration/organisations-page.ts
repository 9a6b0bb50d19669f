// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Organisation } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { PleinMenu } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { administrationHead } from './administration-nav.ts'
import { deleteOrganisation, organisations } from './data.ts'
import { askOrganisation } from './organisation-dialog.ts'

/** "/administration/organisations": whose e-mail domains make a civil servant. */
@customElement('plein-organisations-page')
export class PleinOrganisationsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinMenu]
  private readonly list = new Loaded<Organisation[]>(this, async (signal) => (await organisations(signal)).items, { title: () => t('admin.organisations') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async open(organisation: Organisation | null): Promise<void> {
    const saved = await askOrganisation(organisation)
    if (!saved) return
    toast(t(organisation ? 'state.saved' : 'admin.organisation.added', { name: saved.name }))
    await this.list.reload()
  }

  private async end(organisation: Organisation): Promise<void> {
    const yes = await confirmDialog({ title: t('admin.organisation.delete.title', { name: organisation.name }), text: t('admin.organisation.delete.text'), yes: t('action.delete'), danger: true })
    if (!yes) return
    try {
      await deleteOrganisation(organisation.id)
      this.list.set((this.list.value ?? []).filter((one) => one.id !== organisation.id))
      toast(t('admin.organisation.deleted', { name: organisation.name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(organisation: Organisation): TemplateResult {
    const { name, domains, memberCount } = organisation
    const items = [
      { label: t('action.edit'), icon: 'pencil' as const, onChoose: () => void this.open(organisation) },
      { label: t('action.delete'), icon: 'trash' as const, danger: true, onChoose: () => void this.end(organisation) },
    ]
    return html`<li class="line">
      <span class="line__mark">${icon('building-community')}</span>
      <div class="line__text">
        <b>${name}</b>
        <small class="muted">${domains.map((domain) => `@${domain}`).join(', ')} · ${t('admin.organisation.members', { count: memberCount })}</small>
      </div>
      <plein-menu label=${t('admin.menu', { name })} .items=${items}></plein-menu>
    </li>`
  }

  override render(): unknown {
    return this.list.render(
      (list) => html`<div class="page page--directory">
        ${administrationHead('/organisations', t('admin.organisations'), t('admin.organisations.lead'))}
        <p class="section-head"><button type="button" class="button button--primary" @click=${() => this.open(null)}>${icon('plus')}${t('admin.organisation.add')}</button></p>
        ${list.length ? html`<ul class="lines" role="list">${list.map((one) => this.row(one))}</ul>` : empty(t('admin.organisation.none'), undefined, t('admin.organisation.example'))}
      </div>`,
    )
  }
}
