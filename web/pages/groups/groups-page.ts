// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Building, Group } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { buildingHead, buildingHeadNeeds } from '../buildings/building-head.ts'
import { building } from '../buildings/data.ts'
import { groupsIn } from './data.ts'
import { groupLine } from './group-line.ts'

/** So few are seen at a glance. */
const few = 8

/** "/buildings/{slug}/groups": the rooms of the building. */
@customElement('plein-groups-page')
export class PleinGroupsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [...buildingHeadNeeds, PleinPager]
  private readonly place = new Loaded<Building>(this, (signal) => building(this.slug, signal), { title: ({ name }) => `${t('groups.title')} · ${name}` })
  private readonly paged = new Paged<Group>(this, (cursor) => groupsIn(this.slug, { q: this.search.get('q') }, cursor))
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked: string | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get slug(): string {
    return this.params['slug'] ?? ''
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const q = this.search.get('q') ?? ''
    if (!changed.has('search') || q === this.asked) return
    this.asked = q
    void this.paged.reload()
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null }), event.type === 'submit' ? 0 : 250)
  }

  private finder(): TemplateResult | typeof nothing {
    const { items, next } = this.paged
    if (!this.search.has('q') && items.length <= few && !next) return nothing
    return html`<form class="finder" role="search" @submit=${this.onSearch}>
      <label class="search-field">${icon('search')}<span class="visually-hidden">${t('groups.search')}</span><input class="control" type="search" name="q" autocomplete="off" placeholder=${t('groups.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
    </form>`
  }

  private list(place: Building): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(3)
    const q = this.search.get('q')
    if (!items.length && q) return empty(t('groups.noneFound', { q }))
    if (!items.length) return empty(t('groups.none', { name: place.name }), place.can.startGroup ? { label: t('groups.start'), href: `${place.url}/groups/new` } : undefined, t('groups.example'))
    return html`<ul class="lines" role="list">${repeat(items, (group) => group.id, (group) => groupLine(group))}</ul>
      ${pager(this.paged)}`
  }

  override render(): unknown {
    return this.place.render(
      (place) => html`<div>
        <div class="building-top">${buildingHead(place, 'groups')}</div>
        <div class="page page--under page--reading stack">
          <div class="row row--apart">
            <h1 tabindex="-1">${t('groups.title')}</h1>
            ${place.can.startGroup ? html`<a class="button button--primary" href="${place.url}/groups/new">${icon('plus')}${t('groups.start')}</a>` : nothing}
          </div>
          ${this.finder()} ${this.list(place)}
        </div>
      </div>`,
    )
  }
}
