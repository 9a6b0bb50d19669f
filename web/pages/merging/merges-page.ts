// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Merge } from '../../api/types.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { merges } from './data.ts'
import { PleinDuplicatesList } from './duplicates-list.ts'

/** "/merges": what waits for my word, what can still be undone, and what may be the same as a place of mine. */
@customElement('plein-merges-page')
export class PleinMergesPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinDuplicatesList]
  private readonly list = new Loaded<Merge[]>(this, async (signal) => (await merges(signal)).items, { title: () => t('merge.mine') })

  override createRenderRoot(): HTMLElement {
    return this
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

  override render(): unknown {
    return this.list.render(
      (list) => html`<div class="page page--directory stack">
        <header class="page__head"><div><h1 tabindex="-1">${t('merge.mine')}</h1><p class="lead">${t('merge.mine.lead')}</p></div></header>
        ${list.length ? html`<ul class="lines" role="list">${list.map((one) => this.row(one))}</ul>` : empty(t('merge.mine.none'))}
        <section class="stack" aria-labelledby="alike"><h2 id="alike">${t('merge.alike')}</h2><plein-duplicates-list .building=${this.search.get('building')}></plein-duplicates-list></section>
      </div>`,
    )
  }
}
