// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Merge } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { notFoundPage } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { refreshMe } from '../../state/session.ts'
import { PleinMergeForm } from './merge-form.ts'

/** "/merges/new?source=…&target=…": which goes up in which, and what that brings. */
@customElement('plein-new-merge-page')
export class PleinNewMergePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinMergeForm]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('merge.new.title'))
  }

  private readonly onMerged = async ({ detail }: CustomEvent<Merge>): Promise<void> => {
    await refreshMe().catch(() => null)
    await navigate(`/merges/${detail.id}`, { replace: true })
  }

  override render(): TemplateResult {
    const [source, target] = [this.search.get('source'), this.search.get('target')]
    if (!source || !target) return notFoundPage()
    return html`<div class="page page--narrow stack" @merged=${this.onMerged}>
      <header class="page__head"><div><h1 tabindex="-1">${t('merge.new.title')}</h1><p class="lead">${t('merge.new.lead')}</p></div></header>
      <p><a class="button button--small" href="/merges/new?source=${target}&target=${source}">${icon('refresh', 'small')}${t('merge.swap')}</a></p>
      <plein-merge-form source=${source} target=${target}></plein-merge-form>
    </div>`
  }
}
