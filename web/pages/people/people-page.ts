// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Person } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { people } from './data.ts'

/** "/people": who is on this square. */
@customElement('plein-people-page')
export class PleinPeoplePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager]
  private readonly paged = new Paged<Person>(this, (cursor) => people(this.search.get('q'), cursor))
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked: string | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const asked = this.search.get('q') ?? ''
    if (!changed.has('search') || asked === this.asked) return
    this.asked = asked
    void this.paged.reload()
  }

  override firstUpdated(): void {
    showPage(this, t('people.title'))
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    clearTimeout(this.timer)
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null }), event.type === 'submit' ? 0 : 250)
  }

  private card(person: Person): TemplateResult {
    return html`<li class="person-card">
      ${avatar(person)}
      <div>
        <p><a class="person-card__name" href=${person.url}>${person.name}</a></p>
        ${person.jobTitle ? html`<p class="small">${person.jobTitle}</p>` : nothing}
        <p>${originBadge(person)}</p>
      </div>
    </li>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    const q = this.search.get('q')
    if (!items.length) return q ? empty(t('people.noneFound', { q }), { label: t('people.showAll'), href: '/people' }) : empty(t('people.none'))
    return html`<ul class="person-cards" role="list">${repeat(items, (one) => one.id, (one) => this.card(one))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    const { items, loaded, next } = this.paged
    return html`<div class="page page--directory">
      <header class="page__head">
        <div>
          <h1 tabindex="-1">${t('people.title')}</h1>
          <p class="lead">${t('people.lead')}</p>
        </div>
      </header>
      <form class="finder" role="search" action="/people" @submit=${this.onSearch}>
        <label class="search-field">${icon('search')}<span class="visually-hidden">${t('people.search')}</span><input class="control" type="search" name="q" autocomplete="off" placeholder=${t('people.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
      </form>
      <p class="visually-hidden" role="status">${loaded ? t(next ? 'people.foundMore' : 'people.found', { count: items.length }) : ''}</p>
      ${this.list()}
    </div>`
  }
}
