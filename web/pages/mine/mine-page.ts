// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { get } from '../../api/request.ts'
import type { List, Post } from '../../api/types.ts'
import { PleinComposer } from '../../components/composer/composer.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { myPlaces } from './my-places.ts'

const fetchMine = (cursor: string | null): Promise<List<Post>> => get('/feed', { scope: 'mine', cursor })

/** "/mine": what is new in all my buildings, in one place. */
@customElement('plein-mine-page')
export class PleinMinePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinComposer, PleinFeed]

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('mine.title'))
  }

  private readonly onPublished = (event: CustomEvent<Post>): void => this.querySelector('plein-feed')?.add(event.detail)
  private readonly onTakenBack = (event: CustomEvent<Post>): void => this.querySelector('plein-feed')?.drop(event.detail)

  private whenEmpty(): TemplateResult {
    if (!me.value?.buildings.length) return empty(t('mine.nowhere'), { label: t('mine.find'), href: '/buildings' })
    return empty(t('mine.empty'), { label: t('nav.write'), onClick: () => this.querySelector('plein-composer')?.focus() }, t('building.emptyExample'))
  }

  override render(): TemplateResult {
    const topics = (me.value?.buildings ?? []).map(({ slug }) => `building:${slug}`).join(' ')
    return html`<div class="columns">
      <div class="stack stack--loose">
        <header>
          <h1 tabindex="-1">${t('mine.title')}</h1>
          <p class="lead">${t('mine.lead')}</p>
        </header>
        ${me.value?.buildings.length ? html`<plein-composer @post-published=${this.onPublished} @post-deleted=${this.onTakenBack}></plein-composer>` : ''}
        <section aria-labelledby="mine-feed">
          <h2 id="mine-feed" class="visually-hidden">${t('mine.feed')}</h2>
          <plein-feed .fetchPage=${fetchMine} scope="mine" topic=${topics} .whenEmpty=${this.whenEmpty()}></plein-feed>
        </section>
      </div>
      ${myPlaces()}
    </div>`
  }
}
