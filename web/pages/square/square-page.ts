// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Post } from '../../api/types.ts'
import { PleinComposer } from '../../components/composer/composer.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { instance, mayStartBuilding, me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { neighbours } from '../elsewhere/data.ts'
import { aside } from './aside.ts'
import { liveliestBuildings, newestBuildings, somePeople, squareFeed } from './data.ts'
import { street } from './street.ts'

/** "/": the street, what was said today, and a way in. */
@customElement('plein-square-page')
export class PleinSquarePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinComposer, PleinFeed]
  private readonly buildings = new Loaded(this, async (signal) => (await liveliestBuildings(signal)).items, { title: () => instance.value?.name ?? t('nav.square') })
  private readonly newest = new Loaded(this, async (signal) => (await newestBuildings(signal)).items)
  private readonly people = new Loaded(this, async (signal) => (me.value ? (await somePeople(signal)).items : []))

  private readonly around = new Loaded(this, async (signal) => (await neighbours(signal)).items)

  /** The first questions stand here until they are answered or passed over; their code comes for who is asked only. */
  @state() private asking = false

  constructor() {
    super()
    new Watch(this, me, instance)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (me.value?.welcomed === false) void import('./welcome-card.ts').then(() => (this.asking = true), () => undefined)
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('search') || !this.search.has('write')) return
    const composer = this.querySelector('plein-composer')
    void composer?.updateComplete.then(() => composer.focus())
  }

  private readonly onSearch = (event: SubmitEvent): void => {
    event.preventDefault()
    const q = new FormData(event.target as HTMLFormElement).get('q')
    void navigate(`/buildings${q ? `?q=${encodeURIComponent(String(q))}` : ''}`)
  }

  private readonly onWelcomed = (): void => {
    this.asking = false
    this.querySelector<HTMLElement>('h1')?.focus()
  }

  private readonly onPublished = (event: CustomEvent<Post>): void => this.querySelector('plein-feed')?.add(event.detail)

  private head(buildings: Building[]): TemplateResult {
    const name = instance.value?.name ?? ''
    return html`<section class="square-head" aria-labelledby="square-title">
      <div class="square-head__top">
        <div>
          <h1 id="square-title" tabindex="-1">${name}</h1>
          <p class="lead">${instance.value?.tagline || t('square.tagline')}</p>
        </div>
        <form class="square-head__find" role="search" action="/buildings" @submit=${this.onSearch}>
          <label class="search-field">${icon('search')}<span class="visually-hidden">${t('square.search')}</span><input class="control" type="search" name="q" placeholder=${t('square.search')} /></label>
          ${me.value ? (mayStartBuilding() ? html`<a class="button button--primary" href="/buildings/new">${t('nav.startBuilding')}</a>` : nothing) : html`<a class="button button--primary" href="/sign-up">${t('nav.signUp')}</a>`}
        </form>
      </div>
      ${buildings.length ? street(buildings, instance.value?.counts.buildings ?? buildings.length) : html`<div class="page">${this.emptyStreet()}</div>`}
    </section>`
  }

  private emptyStreet(): TemplateResult {
    return empty(t('square.emptyStreet'), mayStartBuilding() ? { label: t('nav.startBuilding'), href: '/buildings/new' } : undefined, t('square.emptyExample'))
  }

  private whenEmpty(): TemplateResult {
    if (!me.value) return empty(t('square.empty'), { label: t('nav.signUp'), href: '/sign-up' })
    return empty(t('square.empty'), { label: t('nav.write'), onClick: () => this.querySelector('plein-composer')?.focus() })
  }

  override render(): unknown {
    return this.buildings.render(
      (buildings) => html`${this.head(buildings)}
        <div class="columns">
          <div class="stack stack--loose">
            ${this.asking ? html`<plein-welcome @welcomed=${this.onWelcomed}></plein-welcome>` : nothing}
            ${me.value ? html`<plein-composer @post-published=${this.onPublished}></plein-composer>` : nothing}
            <section aria-labelledby="square-new">
              <div class="row row--apart row--baseline section-head">
                <h2 id="square-new">${t('square.new')}</h2>
                ${me.value ? html`<a href="/mine">${t('square.mine')}</a>` : nothing}
              </div>
              <plein-feed .fetchPage=${squareFeed} scope="square" topic="square" .whenEmpty=${this.whenEmpty()}></plein-feed>
            </section>
          </div>
          ${aside(this.people.value ?? [], this.newest.value ?? [], this.around.value ?? [])}
        </div>`,
    )
  }
}
