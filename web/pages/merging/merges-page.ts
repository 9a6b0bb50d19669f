// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Merge } from '../../api/types.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { merges } from './data.ts'
import { PleinDuplicatesList } from './duplicates-list.ts'

/** "/merges": what waits for my word, what can still be undone, and what may be the same as a place of mine. */
@customElement('plein-merges-page')
export class PleinMergesPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinDuplicatesList, PleinPager]
  private readonly list = new Paged<Merge>(this, merges)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('merge.mine'))
    void this.list.reload()
  }

  private state({ state, can, undoUntil, doneAt }: Merge): string {
    if (state === 'proposed') return t(can.agree ? 'merge.state.yourWord' : 'merge.state.waits')
    if (state === 'moving' || state === 'undoing') return t(state === 'moving' ? 'merge.moving' : 'merge.undoing')
    return undoUntil ? t('merge.undo.until', { date: formatDate(undoUntil) }) : t('merge.state.done', { date: doneAt ? formatDate(doneAt) : '' })
  }

  private row(one: Merge): TemplateResult {
    return html`<li class="line">
      <span class="line__mark">${gableMark(one.target.slug, one.target.access)}</span>
      <div class="line__text"><a href="/merges/${one.id}">${t('merge.of', { source: one.source.name, target: one.target.name })}</a><small class="muted">${this.state(one)}</small></div>
    </li>`
  }

  private mine(): TemplateResult {
    const { items, loaded, error } = this.list
    if (!loaded) return error ? failure(error, () => void this.list.reload()) : skeleton(2)
    if (!items.length && !this.list.next) return empty(t('merge.mine.none'))
    return html`<ul class="lines" role="list">${items.map((one) => this.row(one))}</ul>
      ${pager(this.list)}`
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory stack">
      <header class="page__head">
        <div><h1 tabindex="-1">${t('merge.mine')}</h1><p class="lead">${t('merge.mine.lead')}</p></div>
        <a class="button push" href="/merges/new">${icon('copy')}${t('merge.choose.start')}</a>
      </header>
      ${this.mine()}
      <section class="stack" aria-labelledby="alike"><h2 id="alike">${t('merge.alike')}</h2><plein-duplicates-list .building=${this.search.get('building')}></plein-duplicates-list></section>
    </div>`
  }
}
