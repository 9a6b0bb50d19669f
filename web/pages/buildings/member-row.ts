// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Building, Membership, Role } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { hostIn } from '../../components/home-mark/home-mark.ts'
import { PleinMenu, type MenuItem } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me, refreshMe } from '../../state/session.ts'
import { endMembership } from './data.ts'
import { changeMembership } from './data-members.ts'
import { askPutOut, putOutName } from './put-out-dialog.ts'
import { isLastAdmin, leaveBuilding } from './leave-building.ts'

const roles: Role[] = ['member', 'moderator', 'admin']

/** A member with their role and what may be done about it. Emits `member-changed`, `member-gone` (with the membership) and `membership-changed` when it is me. */
@customElement('plein-member-row')
export class PleinMemberRow extends LitElement {
  @property({ attribute: false }) declare building: Building
  @property({ attribute: false }) declare membership: Membership

  static readonly needs = [PleinMenu]

  override createRenderRoot(): HTMLElement {
    return this
  }

  private tell(name: 'member-changed' | 'member-gone' | 'membership-changed', detail: Membership = this.membership): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
  }

  private get isMe(): boolean {
    return this.membership.member.id === me.value?.id
  }

  private async setRole(role: Role, successor?: string): Promise<void> {
    const { building, membership } = this
    try {
      const changed = await changeMembership(placeAddress(building), membership.id, { role, ...(successor ? { successor } : {}) })
      this.membership = changed
      toast(t('members.roleChanged', { name: changed.member.name, role: t(`role.${role}`) }))
      this.tell('member-changed', changed)
      if (this.isMe) {
        await refreshMe().catch(() => null)
        this.tell('membership-changed')
      }
    } catch (error) {
      if (!isLastAdmin(error) || successor) return toast(explain(error), { tone: 'error' })
      const { chooseSuccessor } = await import('./successor-dialog.ts')
      const chosen = await chooseSuccessor(building, membership.id)
      if (chosen) await this.setRole(role, chosen.id)
    }
  }

  private async leave(): Promise<void> {
    if (await leaveBuilding(this.building)) this.tell('membership-changed')
  }

  private async putOut(): Promise<void> {
    const { building, membership } = this
    if (!(await askPutOut(building, membership))) return
    toast(t('members.banned', { name: membership.member.name }))
    this.tell('member-gone')
  }

  private async end(): Promise<void> {
    const { building, membership } = this
    const { name } = membership.member
    const text = t(building.access === 'open' ? 'members.remove.textOpen' : 'members.remove.text')
    if (!(await confirmDialog({ title: t('members.remove.title', { name }), text, yes: t('members.remove'), danger: true }))) return
    try {
      await endMembership(placeAddress(building), membership.id)
      toast(t('members.removed', { name }))
      this.tell('member-gone')
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  /** How they came in, for those who manage. */
  private through(): string {
    const { joinedThrough } = this.membership
    if (!joinedThrough || joinedThrough.way === 'unknown') return ''
    return ` · ${joinedThrough.source || t(`way.${joinedThrough.way}`)}`
  }

  /** Somebody of elsewhere is a member: a place is run where it stands. */
  private rolesFor(): Role[] {
    return hostIn(this.membership.member.handle) === null ? roles : ['member']
  }

  private items(): MenuItem[] {
    const { can } = this.building
    const items: MenuItem[] = []
    // Only an admin hands out roles; a moderator manages ordinary members.
    if (can.edit) for (const role of this.rolesFor()) if (role !== this.membership.role) items.push({ label: t(`members.make.${role}`), icon: role === 'member' ? 'user' : role === 'moderator' ? 'shield' : 'key', onChoose: () => void this.setRole(role) })
    if (this.isMe) items.push({ label: t('building.leave'), icon: 'logout', onChoose: () => void this.leave() })
    else if (can.edit || (can.manageMembers && this.membership.role === 'member')) {
      items.push({ label: t('members.remove'), icon: 'x', onChoose: () => void this.end() }, { label: putOutName(this.building), icon: 'lock', danger: true, onChoose: () => void this.putOut() })
    }
    return items
  }

  override render(): TemplateResult {
    const { member, role } = this.membership
    const items = this.items()
    return html`<div class="line">
      <span class="line__mark">${avatar(member)}</span>
      <div class="line__text">
        <p><a class="plain-link" href=${member.url}><b>${member.name}</b></a>${this.isMe ? html` <span class="muted">${t('members.you')}</span>` : nothing} ${this.membership.isGuest ? html`<span class="badge badge--sun">${t('guest.badge')}</span>` : originBadge(member)}</p>
        <small class="muted breaks">@${member.handle}${this.membership.email ? ` · ${this.membership.email}` : ''}${this.through()}</small>
      </div>
      ${role === 'member' ? nothing : html`<span class="badge ${role === 'admin' ? 'badge--brick' : ''}">${t(`role.${role}`)}</span>`}
      ${items.length ? html`<plein-menu label=${t('members.menu', { name: member.name })} .items=${items}></plein-menu>` : nothing}
    </div>`
  }
}
