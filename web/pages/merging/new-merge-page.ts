// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Merge } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { navigate, setQuery } from '../../router.ts'
import { refreshMe } from '../../state/session.ts'
import { PleinMergeForm } from './merge-form.ts'
import { type Choice, PleinPlaceChooser } from './place-chooser.ts'

/** "/merges/new": which goes up in which, found by name; with ?source=…&target=… what that brings. */
@customElement('plein-new-merge-page')
export class PleinNewMergePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinMergeForm, PleinPlaceChooser]
  /** The place that goes, while the other is not chosen yet. */
  @state() private going: Choice | null = null

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

  private readonly onChosen = ({ detail }: CustomEvent<Choice>): void => {
    if (!this.going) {
      this.going = detail
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('#place-name')?.focus())
      return
    }
    setQuery({ source: this.going.id, target: detail.id })
    this.going = null
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('h1')?.focus())
  }

  private readonly again = (): void => {
    this.going = null
    setQuery({ source: null, target: null })
  }

  private choosing(): TemplateResult {
    const { going } = this
    return going
      ? html`<plein-place-chooser .label=${t('merge.choose.target', { name: going.name })} .other=${going} @place-chosen=${this.onChosen}></plein-place-chooser>
          <p><button type="button" class="button button--small" @click=${this.again}>${t('merge.choose.other')}</button></p>`
      : html`<div><plein-place-chooser .label=${t('merge.choose.source')} @place-chosen=${this.onChosen}></plein-place-chooser></div>`
  }

  override render(): TemplateResult {
    const [source, target] = [this.search.get('source'), this.search.get('target')]
    return html`<div class="page page--narrow stack" @merged=${this.onMerged}>
      <header class="page__head"><div><h1 tabindex="-1">${t('merge.new.title')}</h1><p class="lead">${t('merge.new.lead')}</p></div></header>
      ${source && target
        ? html`<p class="row">
              <a class="button button--small" href="/merges/new?source=${target}&target=${source}">${icon('refresh', 'small')}${t('merge.swap')}</a>
              <button type="button" class="button button--small" @click=${this.again}>${t('merge.choose.other')}</button>
            </p>
            <plein-merge-form source=${source} target=${target}></plein-merge-form>`
        : this.choosing()}
    </div>`
  }
}
