// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { nameOfHost } from '../../components/home-mark/home-mark.ts'
import { homeOfPlace, whyNotIn } from '../../components/home-mark/home-of-place.ts'
import { icon } from '../../components/icon/icon.ts'
import { PleinMenu, type MenuItem } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me, refreshMe } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { viewAs } from '../../state/view-as.ts'
import { endMembership, join } from './data.ts'
import { leaveBuilding } from './leave-building.ts'

/** Join, or what a member may do: one press. Emits `membership-changed`. */
@customElement('plein-membership-action')
export class PleinMembershipAction extends LitElement {
  @property({ attribute: false }) declare building: Building
  @state() private busy = false

  static readonly needs = [PleinMenu]
  private readonly home = homeOfPlace(this, () => this.building)

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  /** After an answer of its home, that may say more. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.get('building')) void this.home.reload()
  }

  private tell(): void {
    this.dispatchEvent(new CustomEvent('membership-changed', { bubbles: true }))
  }

  private async run(work: () => Promise<unknown>, done: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await work()
      await refreshMe().catch(() => null)
      toast(done)
      this.tell()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = false
  }

  private readonly join = (): void => {
    const { host, name } = this.building
    void this.run(() => join(placeAddress(this.building)), host ? t('elsewhere.waits', { name: nameOfHost(host) }) : t('building.joined', { name }))
  }

  private readonly withdraw = (): void => {
    const { myMembership } = this.building
    if (myMembership) void this.run(() => endMembership(placeAddress(this.building), myMembership.id), t('building.withdrawn'))
  }

  private readonly leave = async (): Promise<void> => {
    if (await leaveBuilding(this.building)) this.tell()
  }

  /** The admins of a building administer its groups without being in them: as a member they do not look there. */
  private adminItems(): MenuItem[] {
    const { can, url, myMembership } = this.building
    if (!can.edit) return []
    const items: MenuItem[] = [
      { label: t('building.settings'), icon: 'settings', href: `${url}/settings` },
      { label: t('viewAs.outsider'), icon: 'eye', onChoose: () => viewAs('outsider', this.building) },
    ]
    if (myMembership?.state === 'active') items.push({ label: t('viewAs.member'), icon: 'eye', onChoose: () => viewAs('member', this.building) })
    return items
  }

  private items(): MenuItem[] {
    const { can, url, myMembership } = this.building
    const items: MenuItem[] = []
    if (can.invite) items.push({ label: t('building.invite'), icon: 'user-plus', href: `${url}/members?invite=1` })
    items.push(...this.adminItems())
    if (myMembership?.state === 'active') items.push({ label: t('building.leave'), icon: 'logout', onChoose: () => void this.leave() })
    return items
  }

  override render(): TemplateResult | typeof nothing {
    const { can, myMembership, access } = this.building
    if (!me.value) {
      if (access !== 'open') return nothing
      return html`<a class="button button--primary" href="/sign-in?next=${encodeURIComponent(this.building.url)}">${icon('door-enter')}${t('building.join')}</a>`
    }
    const { host } = this.building
    const why = whyNotIn(this.home.value ?? null)
    // Of an open place elsewhere the door is open too; its home says so in a moment.
    const joins = can.join || (host !== null && access === 'open' && can.ask && !this.home.pending && (why === null || why.mayTryAgain))
    if (myMembership?.state === 'requested') return html`${host ? html`<p class="muted small joining" role="status">${t('home.joining', { name: nameOfHost(host) })}</p>` : nothing}<button type="button" class="button" aria-disabled=${this.busy} @click=${this.withdraw}>${t('building.withdraw')}</button>`
    if (myMembership?.state === 'active') {
      const face = html`${icon('check')}${t(`building.you.${myMembership.role}`)}${icon('chevron-down', 'small')}`
      return html`<plein-menu buttonClass="button" .face=${face} .items=${this.items()}></plein-menu>`
    }
    const menu = can.edit ? html`<plein-menu label=${t('building.manage')} .items=${this.items()}></plein-menu>` : nothing
    if (joins) return html`<div class="row"><button type="button" class="button button--primary" aria-disabled=${this.busy} @click=${this.join}>${icon('door-enter')}${t('building.join')}</button>${menu}</div>`
    if (access === 'open' && why) return html`<p class="muted small joining">${why.text}</p>`
    return can.edit ? html`${menu}` : nothing
  }
}
