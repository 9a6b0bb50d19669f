// SPDX-License-Identifier: EUPL-1.2
import { addressIn, placeAddress, placeTopic } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isStatus } from '../../api/problem.ts'
import type { Building, Membership, MembershipFacets } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { explain } from '../../components/field/form-state.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { type Tab, tabs } from '../../components/tabs/tabs.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatNumber, t } from '../../i18n/t.ts'
import { navigate, setQuery } from '../../router.ts'
import { listen } from '../../state/live.ts'
import { buildingHead, buildingHeadNeeds } from './building-head.ts'
import { building, endMembership } from './data.ts'
import { PleinAnsweredRequests } from '../letting-in/answered-requests.ts'
import { exportUrl } from '../letting-in/data.ts'
import { PleinImportPanel } from '../letting-in/import-panel.ts'
import { PleinSources } from '../letting-in/sources-table.ts'
import { membershipFacets, memberships } from './data-members.ts'
import { PleinInvitations } from './invitations.ts'
import { PleinMemberRequests } from './member-requests.ts'
import { PleinMemberRow } from './member-row.ts'

const parts = ['members', 'requests', 'invitations', 'import'] as const
type Part = (typeof parts)[number]
const ways = ['door', 'request', 'mail', 'link', 'import', 'rule'] as const

/** "/buildings/{slug}/members": who is in, who asks, who was invited. */
@customElement('plein-members-page')
export class PleinMembersPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private banned: Membership[] = []

  static readonly needs = [...buildingHeadNeeds, PleinAnsweredRequests, PleinImportPanel, PleinInvitations, PleinSources, PleinMemberRequests, PleinMemberRow, PleinPager]
  private readonly place = new Loaded<Building>(this, (signal) => building(this.slug, signal), { title: ({ name }) => `${t('building.members')} · ${name}` })
  private readonly paged = new Paged<Membership>(this, (cursor) => memberships(this.slug, { state: 'active', ...this.filters() }, cursor))
  /** A help: without the numbers the list can be read all the same. */
  private readonly facets = new Loaded<MembershipFacets>(this, (signal) => membershipFacets(this.slug, signal))
  private timer: ReturnType<typeof setTimeout> | undefined
  private asked: string | null = null
  private stop: (() => void) | null = null
  private inviteShown = false

  override createRenderRoot(): HTMLElement {
    return this
  }

  private filters(): Record<string, string | null> {
    return Object.fromEntries(['role', 'q', 'guest', 'source', 'group', 'organisation', 'sort'].map((name) => [name, this.search.get(name)]))
  }

  private get slug(): string {
    return addressIn(this.params)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.stop = listen(placeTopic(this.slug), ({ event }) => {
      if (event === 'membership.changed') void this.querySelector<PleinMemberRequests>('plein-member-requests')?.reload()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('search')) return
    const asked = JSON.stringify(this.filters())
    if (asked === this.asked) return
    this.asked = asked
    void this.paged.reload()
  }

  override updated(): void {
    const { value } = this.place
    if (!value || this.inviteShown) return
    this.inviteShown = true
    if (value.can.manageMembers) void this.loadBanned()
    if (value.can.invite && this.search.has('invite')) void this.invite(value)
  }

  private async loadBanned(): Promise<void> {
    this.banned = (await memberships(this.slug, { state: 'banned' }, null).catch(() => ({ items: [] }))).items
  }

  private readonly refresh = async (): Promise<void> => {
    await this.place.reload()
    // Outside now: the front door is the only page left to see.
    if (isStatus(this.place.error, 404)) await navigate('/buildings', { replace: true })
    else if (!this.place.value?.can.read) await navigate(`/buildings/${this.slug}`, { replace: true })
    else await Promise.all([this.paged.reload(), this.facets.reload()])
  }

  private async invite(place: Building): Promise<void> {
    const { showInvite } = await import('./invite-dialog.ts')
    await showInvite(place, () => void this.querySelector<PleinInvitations>('plein-invitations')?.reload())
    if (this.search.has('invite')) setQuery({ invite: null })
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null }), event.type === 'submit' ? 0 : 250)
  }

  private async unban(one: Membership): Promise<void> {
    try {
      await endMembership(this.slug, one.id)
      this.banned = this.banned.filter((known) => known.id !== one.id)
      toast(t('members.unbanned', { name: one.member.name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private select(name: string, label: string, options: { value: string; label: string }[]): TemplateResult {
    const chosen = this.search.get(name) ?? ''
    return html`<label class="finder__sort"
      ><span>${label}</span>
      <select class="control" name=${name} @change=${(event: Event) => setQuery({ [name]: (event.target as HTMLSelectElement).value || null })}>
        ${options.map((one) => html`<option value=${one.value} .selected=${one.value === chosen}>${one.label}</option>`)}
      </select></label
    >`
  }

  /** Only where there is something to choose. */
  private counted(): TemplateResult {
    const { organisations = [], groups = [] } = this.facets.value ?? {}
    const choice = (name: 'organisation' | 'group', label: string, options: { value: string; name: string; count: number }[]): TemplateResult | typeof nothing =>
      options.length < (name === 'group' ? 1 : 2) && !this.search.get(name) ? nothing : this.select(name, label, [{ value: '', label: t('members.everywhere') }, ...options.map((one) => ({ value: one.value, label: `${one.name} (${formatNumber(one.count)})` }))])
    return html`${choice('organisation', t('people.choice.organisation'), organisations.map(({ id, name, count }) => ({ value: id, name, count })))} ${choice('group', t('members.group'), groups.map(({ slug, name, count }) => ({ value: slug, name, count })))}`
  }

  private finder(place: Building): TemplateResult {
    const source = this.search.get('source') ?? ''
    const known = (ways as readonly string[]).includes(source)
    return html`<form class="finder" role="search" @submit=${this.onSearch}>
      <label class="search-field">${icon('search')}<span class="visually-hidden">${t('members.search')}</span><input class="control" type="search" name="q" autocomplete="off" placeholder=${t(place.can.edit ? 'members.searchAddress' : 'members.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
      <div class="people-choices">
        ${this.select('role', t('members.role'), [{ value: '', label: t('members.all') }, ...(['admin', 'moderator', 'member'] as const).map((value) => ({ value, label: t(`members.all.${value}`) }))])}
        ${this.counted()}
        ${place.access === 'open' ? nothing : this.select('guest', t('guest.filter'), [{ value: '', label: t('members.all') }, { value: 'true', label: `${t('guest.only')}${this.facets.value ? ` (${formatNumber(this.facets.value.guests)})` : ''}` }, { value: 'false', label: t('guest.none') }])}
        ${place.can.manageMembers ? this.select('source', t('sources.way'), [{ value: '', label: t('sources.all') }, ...ways.map((value) => ({ value, label: t(`way.${value}`) })), ...(source && !known ? [{ value: source, label: t('sources.oneLink') }] : [])]) : nothing}
        ${this.select('sort', t('buildings.sort'), [{ value: '', label: t('members.role') }, { value: 'name', label: t('buildings.sort.name') }, { value: 'newest', label: t('members.sort.newest') }, { value: 'oldest', label: t('members.sort.oldest') }])}
      </div>
    </form>`
  }

  private list(place: Building): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    if (!items.length) return empty(t('members.noneFound', { q: this.search.get('q') ?? '' }))
    return html`<ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => html`<li><plein-member-row .building=${place} .membership=${one}></plein-member-row></li>`)}</ul>
      ${pager(this.paged)}`
  }

  private bannedList(): TemplateResult | typeof nothing {
    if (!this.banned.length) return nothing
    return html`<details class="below">
      <summary>${t('members.bannedList', { count: this.banned.length })}</summary>
      <ul class="lines" role="list">
        ${this.banned.map((one) => html`<li class="line"><span class="line__mark">${avatar(one.member)}</span><div class="line__text"><span>${one.member.name}</span></div><button type="button" class="button button--small" @click=${() => this.unban(one)}>${t('members.unban')}<span class="visually-hidden"> ${one.member.name}</span></button></li>`)}
      </ul>
    </details>`
  }

  private get tab(): Part {
    const asked = this.search.get('tab')
    return parts.find((one) => one === asked) ?? 'members'
  }

  private readonly tabAddress = (part: Part): string => `/buildings/${this.slug}/members${part === 'members' ? '' : `?tab=${part}`}`

  private tabsOf(place: Building): Tab[] {
    return parts.filter((part) => part !== 'import' || (place.can.edit && !this.params['groupSlug'])).map((part) => ({ href: this.tabAddress(part), label: t(`members.tab.${part}`) }))
  }

  private partOf(place: Building): TemplateResult {
    const { can } = place
    if (this.tab === 'requests' && can.manageMembers) {
      return html`<plein-member-requests .building=${place} always @member-changed=${() => this.querySelector<PleinAnsweredRequests>('plein-answered-requests')?.reload()}></plein-member-requests><plein-answered-requests .building=${place}></plein-answered-requests>`
    }
    if (this.tab === 'invitations' && can.invite) return html`<plein-invitations .building=${place} always></plein-invitations><plein-sources .building=${place}></plein-sources>`
    if (this.tab === 'import' && can.edit) return html`<plein-import-panel .building=${place} .importId=${this.search.get('import')} @import-finished=${() => void this.place.reload()}></plein-import-panel>`
    return html`${can.manageMembers ? html`<plein-member-requests .building=${place}></plein-member-requests>` : nothing}
      <section class="stack" aria-label=${t('building.members')}>${this.finder(place)} ${can.edit ? html`<p><a class="text-button" href=${exportUrl(placeAddress(place), this.filters())} download>${icon('download')}${t('members.export')}</a></p>` : nothing} ${this.list(place)}</section>
      ${this.bannedList()}`
  }

  override render(): unknown {
    return this.place.render(
      (place) => html`<div @membership-changed=${this.refresh}>
        <div class="building-top">${buildingHead(place, 'members')}</div>
        <div class="page page--under page--reading stack" @member-changed=${() => void Promise.all([this.paged.reload(), this.place.reload(), this.facets.reload()])} @member-gone=${(event: CustomEvent<Membership>) => (this.paged.drop(event.detail.id), void Promise.all([this.loadBanned(), this.place.reload(), this.facets.reload()]))}>
          <div class="row row--apart">
            <h1 tabindex="-1">${t('building.members')}</h1>
            ${place.can.invite ? html`<button type="button" class="button button--primary" @click=${() => this.invite(place)}>${icon('user-plus')}${t('building.invite')}</button>` : nothing}
          </div>
          ${place.can.manageMembers ? tabs(t('members.tabs'), this.tabsOf(place), this.tabAddress(this.tab)) : nothing} ${this.partOf(place)}
        </div>
      </div>`,
    )
  }
}
