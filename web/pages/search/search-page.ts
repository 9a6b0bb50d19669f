// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { withQuery } from '../../api/request.ts'
import type { Facet, Hit, HitType } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { failure, skeleton } from '../../components/loaded/states.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatNumber, t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { type Asked, fields, find, saveSearch } from './data.ts'
import { filters, narrowedBy } from './filters.ts'
import { hitCard } from './hit-card.ts'
import { PleinSavedSearches } from './saved-searches.ts'
import { PleinSearchBox } from './search-box.ts'

const types: HitType[] = ['post', 'building', 'group', 'person', 'tag']

/** "/search": everything that one may read, by its words. */
@customElement('plein-search-page')
export class PleinSearchPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private facets: Facet[] = []
  @state() private didYouMean: string | null = null
  @state() private saving = false

  static readonly needs = [PleinPager, PleinSearchBox, PleinSavedSearches, PleinTime]
  private readonly paged = new Paged<Hit>(this, (cursor) => this.fetch(cursor))
  private askedFor: string | undefined

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get asked(): Asked {
    return Object.fromEntries(fields.map((field) => [field, this.search.get(field) || null])) as Asked
  }

  private async fetch(cursor: string | null): ReturnType<typeof find> {
    const { asked } = this
    const found = await find(asked, cursor)
    if (cursor === null && JSON.stringify(asked) === this.askedFor) {
      // Which kinds there are does not change by looking at one of them.
      this.facets = found.facets
      this.didYouMean = found.didYouMean
    }
    return found
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return
    const asked = JSON.stringify(this.asked)
    if (asked === this.askedFor) return
    this.askedFor = asked
    if (this.asked.q) void this.paged.reload()
    else this.paged.restore([], null, 0)
    if (this.hasUpdated) showPage(this, this.title_)
  }

  private get title_(): string {
    const { q } = this.asked
    return q ? t('search.titleFor', { q }) : t('search.title')
  }

  override firstUpdated(): void {
    showPage(this, this.title_)
    if (this.search.has('focus') || !this.asked.q) this.querySelector<PleinSearchBox>('plein-search-box')?.focus()
  }

  private readonly onSearch = (event: CustomEvent<string>): void => setQuery({ q: event.detail || null, focus: null })

  private readonly onSave = async (): Promise<void> => {
    if (this.saving) return
    this.saving = true
    const { after: _after, before: _before, ...kept } = this.asked
    try {
      await saveSearch(Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null)))
      toast(t('search.savedNow'))
      await this.querySelector<PleinSavedSearches>('plein-saved-searches')?.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.saving = false
  }

  private tab(type: HitType | null): TemplateResult | typeof nothing {
    const facet = this.facets.find((one) => one.type === type)
    if (type !== null && !facet && this.asked.type !== type) return nothing
    const here = (this.asked.type ?? null) === type
    const count = facet ? html` <span class="count count--quiet"><span aria-hidden="true">${formatNumber(facet.count)}${facet.more ? '+' : ''}</span><span class="visually-hidden">${t(facet.more ? 'search.moreThan' : 'search.count', { count: facet.count })}</span></span>` : nothing
    return html`<li><a class="tabs__link" href=${withQuery('/search', { ...this.asked, type })} aria-current=${here ? 'true' : nothing}>${t(type === null ? 'search.all' : `search.types.${type}`)}${count}</a></li>`
  }

  private nothingFound(q: string): TemplateResult {
    return html`<div class="empty">
      <p>${t('search.none', { q })}</p>
      <p class="empty__example">${t(narrowedBy(this.asked) ? 'search.noneFiltered' : 'search.tips')}</p>
      ${narrowedBy(this.asked) || this.asked.type ? html`<a class="button" href=${withQuery('/search', { q })}>${t('search.clear')}</a>` : nothing}
    </div>`
  }

  private results(q: string): TemplateResult {
    const { items, loaded, error, next, pending } = this.paged
    if (error && !items.length) return failure(error, () => void this.paged.reload())
    if (!loaded || (pending && !items.length)) return skeleton(4)
    return html`<p class="visually-hidden" role="status">${pending ? '' : t(next ? 'search.foundMore' : 'search.found', { count: items.length })}</p>
      ${this.didYouMean ? html`<p class="search-meant">${t('search.meant')} <a href=${withQuery('/search', { ...this.asked, q: this.didYouMean })}>${this.didYouMean}</a></p>` : nothing}
      ${items.length
        ? html`<ul class="hits" role="list" aria-busy=${pending}>${repeat(items, (hit) => hit.id, hitCard)}</ul>${pager(this.paged)}`
        : this.nothingFound(q)}`
  }

  override render(): TemplateResult {
    const { asked } = this
    return html`<div class="page page--reading search-page">
      <h1 tabindex="-1">${t('search.title')}</h1>
      <plein-search-box .value=${asked.q ?? ''} @plein-search=${this.onSearch}></plein-search-box>
      ${asked.q
        ? html`<nav aria-label=${t('search.kinds')}><ul class="tabs" role="list">${this.tab(null)}${types.map((type) => this.tab(type))}</ul></nav>
            <div class="search-tools">
              ${filters(asked, (change) => setQuery(change))}
              ${me.value ? html`<button type="button" class="button" aria-disabled=${this.saving} @click=${this.onSave}>${icon('bell')}${t('search.save')}</button>` : nothing}
            </div>
            ${this.results(asked.q)}`
        : html`<p class="lead">${t('search.lead')}</p>`}
      ${me.value ? html`<plein-saved-searches></plein-saved-searches>` : nothing}
    </div>`
  }
}
