// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { withQuery } from '../../api/request.ts'
import type { Building, TagCount } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeMark, membersText } from '../../components/home-mark/home-mark.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { formatNumber, t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { mayStartBuilding, me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { buildings, tagNamed } from './data.ts'
import { PleinDeletedBuildings } from './deleted-buildings.ts'

const sorts = ['activity', 'members', 'newest', 'name'] as const
type Filter = { label: MessageKey; access?: string; mine?: string }
const everyone: Filter[] = [{ label: 'buildings.all' }, { label: 'buildings.open', access: 'open' }, { label: 'buildings.closed', access: 'closed' }]
const members: Filter[] = [{ label: 'buildings.hidden', access: 'hidden' }, { label: 'buildings.mine', mine: 'true' }]

/** "/buildings": every building there is to know of, as a street that wraps. */
@customElement('plein-buildings-page')
export class PleinBuildingsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinPager, PleinDeletedBuildings]
  private readonly paged = new Paged<Building>(this, (cursor) => buildings({ q: this.value('q'), access: this.value('access'), sort: this.value('sort'), mine: this.value('mine') }, cursor))
  /** Offered when no building is found. */
  @state() private tag: TagCount | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked = ''

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return
    const asked = JSON.stringify(['q', 'access', 'sort', 'mine'].map((name) => this.value(name)))
    if (asked === this.asked) return
    this.asked = asked
    void this.find(asked)
  }

  private async find(asked: string): Promise<void> {
    this.tag = null
    const q = this.value('q')
    await this.paged.reload()
    if (!q || this.paged.items.length) return
    const tag = await tagNamed(q).catch(() => null)
    if (asked === this.asked) this.tag = tag
  }

  override firstUpdated(): void {
    showPage(this, t('buildings.title'))
    if (this.search.get('focus') === 'search') this.querySelector<HTMLElement>('input[type="search"]')?.focus()
  }

  private value(name: string): string | null {
    return this.search.get(name)
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    clearTimeout(this.timer)
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null, focus: null }), event.type === 'submit' ? 0 : 250)
  }

  private filter({ label, access, mine }: Filter): TemplateResult {
    const here = (this.value('access') ?? undefined) === access && (this.value('mine') ?? undefined) === mine
    return html`<li><a class="tabs__link" href=${withQuery('/buildings', { q: this.value('q'), sort: this.value('sort'), access, mine })} aria-current=${here ? 'true' : nothing}>${t(label)}</a></li>`
  }

  private tools(): TemplateResult {
    return html`<form class="finder" role="search" action="/buildings" @submit=${this.onSearch}>
        <label class="search-field">
          ${icon('search')}<span class="visually-hidden">${t('square.search')}</span>
          <input class="control" type="search" name="q" autocomplete="off" placeholder=${t('square.search')} .value=${this.value('q') ?? ''} @input=${this.onSearch} />
        </label>
        <label class="finder__sort">
          <span>${t('buildings.sort')}</span>
          <select class="control" @change=${(event: Event) => setQuery({ sort: (event.target as HTMLSelectElement).value })}>
            ${sorts.map((sort) => html`<option value=${sort} .selected=${(this.value('sort') ?? 'activity') === sort}>${t(`buildings.sort.${sort}`)}</option>`)}
          </select>
        </label>
      </form>
      <nav aria-label=${t('buildings.filter')}><ul class="tabs" role="list">${[...everyone, ...(me.value ? members : [])].map((one) => this.filter(one))}</ul></nav>`
  }

  private house(building: Building): TemplateResult {
    const { myMembership: mine } = building
    return html`<li class="plot">
      <a class="house" href=${building.url}>
        ${gableMark(building.slug, building.access)}
        <span class="house__name">${building.name}<small>${[t(`access.${building.access}`), membersText(building)].filter((fact) => fact !== null).join(' · ')}</small></span>
      </a>
      <p class="plot__text">${homeMark(building.slug)} ${mine?.state === 'active' ? html`<b>${t(mine.role === 'member' ? 'buildings.youMember' : mine.role === 'admin' ? 'buildings.youAdmin' : 'buildings.youModerator')}</b> ` : nothing}${building.summary}</p>
    </li>`
  }

  private nothing(): TemplateResult {
    const q = this.value('q')
    if (q) {
      return empty(
        t('buildings.noneFound', { q }),
        mayStartBuilding() ? { label: t('buildings.startNamed', { name: q }), href: `/buildings/new?name=${encodeURIComponent(q)}` } : { label: t('buildings.showAll'), href: '/buildings' },
      )
    }
    if (this.value('mine')) return empty(t('buildings.noneMine'), { label: t('buildings.showAll'), href: '/buildings' })
    if (this.value('access')) return empty(t('buildings.noneSuch'), { label: t('buildings.showAll'), href: '/buildings' })
    return empty(t('square.emptyStreet'), mayStartBuilding() ? { label: t('nav.startBuilding'), href: '/buildings/new' } : undefined, t('square.emptyExample'))
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    if (!items.length) {
      const { tag } = this
      return html`${this.nothing()} ${tag ? html`<p class="below">${t('buildings.tagInstead')} <a class="tag" href="/tags/${encodeURIComponent(tag.name)}">#${tag.name} <small>${formatNumber(tag.count)}</small></a></p>` : nothing}`
    }
    return html`<ul class="plots" role="list">${repeat(items, (building) => building.id, (building) => this.house(building))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    const { items, loaded, next } = this.paged
    return html`<div class="page page--directory">
      <header class="page__head">
        <div>
          <h1 tabindex="-1">${t('buildings.title')}</h1>
          <p class="lead">${t('buildings.lead')}</p>
        </div>
        ${mayStartBuilding() ? html`<a class="button button--primary" href="/buildings/new">${icon('plus')}${t('nav.startBuilding')}</a>` : nothing}
      </header>
      ${this.tools()}
      <p class="visually-hidden" role="status">${loaded ? t(next ? 'buildings.foundMore' : 'buildings.found', { count: items.length }) : ''}</p>
      ${this.list()}
      <p class="below">${t('elsewhere.directory')} <a href="/elsewhere">${t('elsewhere.find')}</a></p>
      ${me.value ? html`<plein-deleted-buildings></plein-deleted-buildings>` : nothing}
    </div>`
  }
}
