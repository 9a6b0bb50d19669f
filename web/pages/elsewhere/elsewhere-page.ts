// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Neighbour } from '../../api/types.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { neighbours } from './data.ts'
import { PleinLookUp } from './look-up.ts'
import { neighbourList } from './neighbour-list.ts'

/** "/elsewhere": buildings of other instances, by their address or at a neighbour's. */
@customElement('plein-elsewhere-page')
export class PleinElsewherePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinLookUp]
  private readonly list = new Loaded<Neighbour[]>(this, async (signal) => (await neighbours(signal)).items, { title: () => t('elsewhere.title') })

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): unknown {
    return this.list.render(
      (list) => html`<div class="page page--reading">
        <header class="page__head">
          <div>
            <h1 tabindex="-1">${t('elsewhere.title')}</h1>
            <p class="lead">${t('elsewhere.lead')}</p>
          </div>
        </header>
        <section aria-labelledby="elsewhere-find">
          <h2 id="elsewhere-find">${t('elsewhere.find')}</h2>
          <plein-look-up address=${this.search.get('address') ?? ''}></plein-look-up>
        </section>
        <section class="below" aria-labelledby="elsewhere-neighbours">
          <h2 id="elsewhere-neighbours">${t('neighbours.title')}</h2>
          ${list.length ? html`<p class="muted">${t('neighbours.lead')}</p>` : ''}
          ${neighbourList(list)}
        </section>
      </div>`,
    )
  }
}
