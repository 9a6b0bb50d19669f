// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { PeopleFacets, Person } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { languageName } from '../../i18n/language-name.ts'
import { setQuery } from '../../router.ts'
import { type Choice, choices, colleagues, facets, people, type Wanted } from './data.ts'

/** "/people": who is on this square. */
@customElement('plein-people-page')
export class PleinPeoplePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager]
  private readonly paged = new Paged<Person>(this, (cursor) => people(this.wanted(), cursor))
  @state() private counts: PeopleFacets | null = null
  @state() private alike: Awaited<ReturnType<typeof colleagues>>['items'] = []
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
    const asked = JSON.stringify(this.wanted())
    if (!changed.has('search') || asked === this.asked) return
    this.asked = asked
    void this.paged.reload()
    void this.count()
  }

  private wanted(): Wanted {
    const of = (name: string): string | null => this.search.get(name) || null
    return { q: of('q'), sort: of('sort'), organisation: of('organisation'), portfolio: of('portfolio'), workRole: of('workRole'), region: of('region'), language: of('language') }
  }

  /** The numbers come after the people; without them one can still search. */
  private async count(): Promise<void> {
    const wanted = this.wanted()
    const counts = await facets(wanted).catch(() => null)
    if (JSON.stringify(wanted) === JSON.stringify(this.wanted())) this.counts = counts
  }

  override firstUpdated(): void {
    showPage(this, t('people.title'))
    void colleagues().then(({ items }) => (this.alike = items), () => undefined)
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
        <p>${originBadge(person)} ${person.portfolio.slice(0, 3).map((theme) => html`<a class="tag" href="/themes/${theme.slug}">${theme.name}</a> `)}</p>
      </div>
    </li>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    const q = this.search.get('q')
    const chosen = choices.some((name) => this.search.get(name))
    if (!items.length) return q || chosen ? empty(q ? t('people.noneFound', { q }) : t('people.noneChosen'), { label: t('people.showAll'), href: '/people' }) : empty(t('people.none'))
    return html`<ul class="person-cards" role="list">${repeat(items, (one) => one.id, (one) => this.card(one))}</ul>
      ${pager(this.paged)}`
  }

  private choice(name: Choice, options: { value: string; label: string; count: number }[]): TemplateResult | typeof nothing {
    const chosen = this.search.get(name) ?? ''
    if (!options.length && !chosen) return nothing
    const shown = chosen && !options.some((one) => one.value === chosen) ? [{ value: chosen, label: chosen, count: 0 }, ...options] : options
    return html`<div class="field">
      <label for="people-${name}">${t(`people.choice.${name}`)}</label>
      <select class="control" id="people-${name}" name=${name} @change=${(event: Event) => setQuery({ [name]: (event.target as HTMLSelectElement).value || null })}>
        <option value="" .selected=${chosen === ''}>${t('people.all')}</option>
        ${shown.map((one) => html`<option value=${one.value} .selected=${one.value === chosen}>${one.label} (${one.count})</option>`)}
      </select>
    </div>`
  }

  private choices(): TemplateResult | typeof nothing {
    const { counts } = this
    if (!counts) return nothing
    return html`<div class="people-choices" role="group" aria-label=${t('people.narrow')}>
      ${this.choice('portfolio', counts.portfolios.map(({ slug, name, count }) => ({ value: slug, label: name, count })))}
      ${this.choice('organisation', counts.organisations.map(({ id, name, count }) => ({ value: id, label: name, count })))}
      ${this.choice('workRole', counts.workRoles.map(({ value, count }) => ({ value, label: t(`workRole.${value}`), count })))}
      ${this.choice('region', counts.regions.map(({ value, count }) => ({ value, label: value, count })))}
      ${this.choice('language', counts.languages.map(({ value, count }) => ({ value, label: languageName(value), count })))}
      <div class="field">
        <label for="people-sort">${t('people.sort')}</label>
        <select class="control" id="people-sort" @change=${(event: Event) => setQuery({ sort: (event.target as HTMLSelectElement).value || null })}>
          ${(['', 'name', 'newest'] as const).map((value) => html`<option value=${value} .selected=${(this.search.get('sort') ?? '') === value}>${t(`people.sort.${value || 'best'}`)}</option>`)}
        </select>
      </div>
    </div>`
  }

  private likeMe(): TemplateResult | typeof nothing {
    const narrowed = this.search.get('q') || choices.some((name) => this.search.get(name))
    if (!this.alike.length || narrowed) return nothing
    return html`<section class="panel" aria-labelledby="people-alike">
      <h2 id="people-alike">${t('people.likeMe')}</h2>
      <ul class="person-cards" role="list">
        ${this.alike.slice(0, 3).map((one) => html`<li class="person-card">
          ${avatar(one)}
          <div>
            <p><a class="person-card__name" href=${one.url}>${one.name}</a></p>
            <p class="small">${t('people.why', { themes: one.why.themes.map((theme) => theme.name).join(', ') })}</p>
          </div>
        </li>`)}
      </ul>
    </section>`
  }

  override render(): TemplateResult {
    const { items, loaded, next } = this.paged
    return html`<div class="page page--directory">
      <header class="page__head">
        <div>
          <h1 tabindex="-1">${t('people.title')}</h1>
          <p class="lead">${t('people.lead')}</p>
        </div>
        <a class="button push" href="/ask${this.search.get('portfolio') ? `?theme=${encodeURIComponent(this.search.get('portfolio') ?? '')}` : ''}">${icon('question-mark')}${t('asking.open')}</a>
      </header>
      <form class="finder" role="search" action="/people" @submit=${this.onSearch}>
        <label class="search-field">${icon('search')}<span class="visually-hidden">${t('people.search')}</span><input class="control" type="search" name="q" autocomplete="off" placeholder=${t('people.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
      </form>
      <p class="visually-hidden" role="status">${loaded ? t(next ? 'people.foundMore' : 'people.found', { count: items.length }) : ''}</p>
      ${this.choices()} ${this.likeMe()}
      ${this.counts ? html`<p class="muted small">${t('people.total', { count: this.counts.total })}</p>` : nothing} ${this.list()}
    </div>`
  }
}
