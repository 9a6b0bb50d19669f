// SPDX-License-Identifier: EUPL-1.2
import { addressIn, placeTopic } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { isStatus } from '../../api/problem.ts'
import { withQuery } from '../../api/request.ts'
import type { Building, Draft, Group, List, Membership, Post } from '../../api/types.ts'
import { PleinComposer } from '../../components/composer/composer.ts'
import { PleinFeed } from '../../components/feed/feed.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { t } from '../../i18n/t.ts'
import { navigate, setQuery } from '../../router.ts'
import { listen } from '../../state/live.ts'
import { me } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { PleinMergedHere } from '../merging/merged-here.ts'
import { asideNeeds, buildingAside } from './building-aside.ts'
import { buildingHead, buildingHeadNeeds } from './building-head.ts'
import { PleinClosedDoor } from './closed-door.ts'
import { building, draftById, membersOf, pinnedPosts, postsIn } from './data.ts'
import { leaveBuilding } from './leave-building.ts'
import { groupsIn } from '../groups/data.ts'
import { mayConcern } from './may-concern.ts'

const kinds: { kind: string | null; label: MessageKey }[] = [
  { kind: null, label: 'building.all' },
  { kind: 'question', label: 'building.questions' },
  { kind: 'article', label: 'building.articles' },
]

/** "/buildings/{slug}": its façade, what is said in it, who is in. */
@customElement('plein-building-page')
export class PleinBuildingPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinComposer, PleinFeed, ...buildingHeadNeeds, PleinClosedDoor, PleinMergedHere, ...asideNeeds]
  private readonly place = new Loaded(this, (signal) => this.load(signal), { title: ({ name }) => name })
  private readonly pinned = new Loaded<Post[]>(this, async (signal) => ((await this.readable()) ? (await pinnedPosts(this.slug, signal)).items : []))
  private readonly admins = new Loaded<Membership[]>(this, async (signal) => (me.value && (await this.readable()) ? (await membersOf(this.slug, { role: 'admin', limit: 10 }, signal)).items : []))
  private readonly members = new Loaded<Membership[]>(this, async (signal) => (me.value && (await this.readable()) ? (await membersOf(this.slug, { limit: 8 }, signal)).items : []))
  private readonly groups = new Loaded<Group[]>(this, async (signal) => (!this.params['groupSlug'] && (await this.readable()) ? (await groupsIn(this.slug, { limit: 6 }, null, signal)).items : []))
  private found: Promise<Building> | null = null
  private draft: Draft | null = null
  private kind: string | null = null
  private fetchPage: (cursor: string | null) => Promise<List<Post>> = (cursor) => postsIn(this.slug, this.kind, cursor)
  private stops: (() => void)[] = []
  private heard = false
  private askedToLeave = false

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get slug(): string {
    return addressIn(this.params)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // One's own membership is heard outside too; that of others only where one may read.
    this.stops = [listen('me', (event) => void (mayConcern(event, this.place.value?.id) && this.refresh()))]
  }

  private hear(): void {
    const may = this.place.value?.can.read ?? false
    if (this.heard === may) return
    this.heard = may
    // Outside, the server ended the subscription: it is asked for again after coming in.
    if (!may) return this.stops.pop()?.()
    this.stops.push(listen(placeTopic(this.slug), ({ event }) => void ((event === 'membership.changed' || event === 'place.merged') && this.refresh())))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const stop of this.stops) stop()
    this.stops = []
    this.heard = false
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.hear()
    if (!changed.has('search')) return
    const wanted = this.search.get('kind')
    if (wanted === this.kind) return
    this.kind = wanted
    this.fetchPage = (cursor) => postsIn(this.slug, wanted, cursor)
  }

  /** What is inside is only asked for by those who may read it. */
  private async readable(): Promise<boolean> {
    const place = await this.found?.catch(() => null)
    return place?.can.read ?? false
  }

  private async load(signal: AbortSignal): Promise<Building> {
    const draftId = this.search.get('draft')
    this.found = building(this.slug, signal)
    const [found, draft] = await Promise.all([this.found, draftId && me.value ? draftById(draftId).catch(() => null) : null])
    this.draft = draft
    // What was here went up in another place, and the server led on.
    if (this.isConnected && location.pathname.startsWith('/buildings/') && decodeURIComponent(location.pathname).toLowerCase() !== found.url.toLowerCase()) void navigate(withQuery(found.url, { from: location.pathname.split('/').at(-1) ?? null }), { replace: true })
    return found
  }

  /** After a change of membership everything here may look different, or be gone. */
  private readonly refresh = async (): Promise<void> => {
    const could = this.place.value?.can.read
    const before = this.place.value?.myMembership?.state
    await this.place.reload()
    if (isStatus(this.place.error, 404)) {
      this.place.value = undefined
      this.requestUpdate()
      return
    }
    // Nobody lets themselves in: this was an admin, while the reader waited at the door.
    if (before === 'requested' && this.place.value?.myMembership?.state === 'active') toast(t('building.joined', { name: this.place.value.name }))
    if (could !== this.place.value?.can.read) this.fetchPage = (cursor) => postsIn(this.slug, this.kind, cursor)
    await Promise.all([this.groups.reload(), this.admins.reload(), this.members.reload(), this.pinned.reload()])
  }

  private readonly onPublished = (event: CustomEvent<Post>): void => this.querySelector('plein-feed')?.add(event.detail)
  private readonly onChanged = ({ detail }: CustomEvent<Post>): void => {
    const known = this.pinned.value?.some((post) => post.id === detail.id) ?? false
    if (detail.pinned !== known) setTimeout(() => void this.pinned.reload(), 300)
  }

  private pins(): TemplateResult | typeof nothing {
    const { value } = this.pinned
    if (!value?.length || this.kind) return nothing
    return html`<section class="pins" aria-labelledby="pins">
      <h2 id="pins">${icon('pin')}${t('post.pinned')}</h2>
      <ul role="list">${value.map((post) => html`<li><a href=${post.url}>${post.title ?? shorten(post.text)}</a> <small class="muted">${post.author?.name}</small></li>`)}</ul>
    </section>`
  }

  private filters({ url, can }: Building): TemplateResult {
    return html`<div class="row row--apart feed-head">
      <nav aria-label=${t('building.filter')}>
        <ul class="chips" role="list">
          ${kinds.map(({ kind, label }) => html`<li><a class="chip" href=${withQuery(url, { kind })} aria-current=${this.kind === kind ? 'true' : nothing}>${t(label)}</a></li>`)}
        </ul>
      </nav>
      ${can.post ? html`<a class="text-button" href="/write?building=${this.params['slug'] ?? ''}${this.params['groupSlug'] ? `&group=${this.params['groupSlug']}` : ''}">${icon('article')}${t('building.writeArticle')}</a>` : nothing}
    </div>`
  }

  private whenEmpty({ can, name }: Building): TemplateResult {
    if (this.kind) return empty(t(this.kind === 'article' ? 'building.noArticles' : 'building.noQuestions'), { label: t('building.showAll'), href: location.pathname })
    if (can.post) return empty(t('building.empty', { name }), { label: t('building.emptyWrite'), onClick: () => this.querySelector('plein-composer')?.focus() }, t('building.emptyExample'))
    return empty(t('building.emptyGuest', { name }))
  }

  private inside(place: Building): TemplateResult {
    return html`<div class="columns columns--under">
      <div class="stack stack--loose">
        ${place.can.post ? html`<plein-composer .building=${place} .draft=${this.draft} @post-published=${this.onPublished} @post-deleted=${(event: CustomEvent<Post>) => this.querySelector('plein-feed')?.drop(event.detail)}></plein-composer>` : nothing}
        ${this.pins()}
        <section aria-labelledby="building-feed">
          <h2 class="visually-hidden" id="building-feed">${t('building.posts')}</h2>
          ${this.filters(place)}
          <plein-feed .fetchPage=${this.fetchPage} scope=${this.kind ? nothing : placeTopic(this.slug)} topic=${this.kind ? nothing : placeTopic(this.slug)} .hideBuilding=${true} .hideGroup=${!!this.params['groupSlug']} .whenEmpty=${this.whenEmpty(place)} @post-changed=${this.onChanged}></plein-feed>
        </section>
      </div>
      ${buildingAside(place, this.groups.value ?? [], this.admins.value ?? [], (this.members.value ?? []).filter((one) => one.role !== 'admin'))}
    </div>`
  }

  /** From the mail that says one was brought in: the one press is that of the question. */
  override updated(): void {
    const { value } = this.place
    if (this.askedToLeave || !this.search.has('leave') || value?.myMembership?.state !== 'active') return
    this.askedToLeave = true
    void leaveBuilding(value).then((left) => {
      setQuery({ leave: null })
      if (left) void this.refresh()
    })
  }

  override render(): unknown {
    return this.place.render(
      (place) => html`<div @membership-changed=${this.refresh}>
        <div class="building-top">${buildingHead(place, 'posts')}</div>
        <plein-merged-here .place=${place} .from=${this.search.get('from')}></plein-merged-here>
        ${place.can.read ? this.inside(place) : html`<div class="page page--reading"><plein-closed-door .building=${place}></plein-closed-door></div>`}
      </div>`,
    )
  }
}

const shorten = (text: string): string => (text.length > 90 ? `${text.slice(0, 90).replace(/\s+\S*$/, '')}…` : text)
