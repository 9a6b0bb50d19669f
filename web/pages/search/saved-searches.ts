// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { List, SavedSearch } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import bellOff from '@tabler/icons/outline/bell-off.svg?raw'
import { icon, ownIcon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { changeSavedSearch, deleteSavedSearch, savedSearches } from './data.ts'

/** The searches that I keep: ask again, be told or not, throw away. */
@customElement('plein-saved-searches')
export class PleinSavedSearches extends LitElement {
  private readonly saved = new Loaded<List<SavedSearch>>(this, savedSearches)

  override createRenderRoot(): HTMLElement {
    return this
  }

  reload(): Promise<void> {
    return this.saved.reload()
  }

  private async change(work: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await work()
      toast(done)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    await this.saved.reload()
  }

  private row(one: SavedSearch): TemplateResult {
    const tell = (): Promise<void> => this.change(() => changeSavedSearch(one.id, { notify: !one.notify }), t(one.notify ? 'search.toldOff' : 'search.toldOn'))
    return html`<li class="saved">
      <a class="saved__name" href=${one.url}>${one.name}</a>
      <button type="button" class="icon-button" aria-pressed=${one.notify} aria-label=${t('search.tellMe', { name: one.name })} title=${t(one.notify ? 'search.tellOff' : 'search.tellOn')} @click=${tell}>${one.notify ? icon('bell') : ownIcon(bellOff)}</button>
      <button type="button" class="icon-button" aria-label=${t('search.forget', { name: one.name })} @click=${() => this.change(() => deleteSavedSearch(one.id), t('search.forgotten'))}>${icon('trash')}</button>
    </li>`
  }

  override render(): unknown {
    return this.saved.render(({ items }) =>
      items.length
        ? html`<section class="saved-list" aria-labelledby="saved-searches">
            <h2 id="saved-searches">${t('search.saved')}</h2>
            <ul role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
          </section>`
        : nothing,
      () => html``,
    )
  }
}
