// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building, Group } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeMark, membersText } from '../../components/home-mark/home-mark.ts'
import { icon, type IconName } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { viewing } from '../../state/view-as.ts'
import { PleinHearingMenu } from '../../components/hearing/hearing-menu.ts'
import { PleinMembershipAction } from './membership-action.ts'

export type BuildingTab = 'posts' | 'groups' | 'members' | 'moderation' | 'settings'
/** Pages that draw the head name these classes in their `needs`. */
export const buildingHeadNeeds = [PleinMembershipAction, PleinHearingMenu]

const tab = (href: string, label: string, name: IconName, here: boolean): TemplateResult =>
  html`<li><a class="tabs__link" href=${href} aria-current=${here ? 'page' : nothing}>${icon(name)}${label}</a></li>`

/** The façade with the name beside it, what one may do, and the rooms within. */
/** Of a group the way back to its building stands above it. */
export const buildingHead = (building: Building | Group, at: BuildingTab): TemplateResult => {
  const { url, can, name, slug, access, myMembership, host } = building
  const inside = 'building' in building ? building.building : null
  const mayList = me.value && (can.read || can.manageMembers)
  const title = at === 'posts' ? html`<h1 tabindex="-1">${name}</h1>` : html`<p class="building-head__name"><a class="plain-link" href=${url}>${name}</a></p>`
  return html`<header class="building-head ${at === 'posts' ? '' : 'building-head--small'}">
      <div class="building-head__gable">${gableMark(slug, access)}</div>
      <div class="building-head__text">
        ${inside ? html`<p class="building-head__facts"><a href=${inside.url}>${inside.name}</a></p>` : nothing} ${title}
        <p class="building-head__facts">${accessBadge(access)} ${homeMark(slug)} ${host === null ? html`<span>${membersText(building)}</span>` : nothing}</p>
        ${at === 'posts' && me.value && !viewing.value && myMembership?.state === 'active' ? html`<plein-hearing-menu kind="places" of=${building.id} name=${name}></plein-hearing-menu>` : nothing}
        ${at === 'posts' && building.summary ? html`<p class="lead">${building.summary}</p>` : nothing}
      </div>
      <plein-membership-action .building=${building}></plein-membership-action>
    </header>
    ${mayList
      ? html`<nav class="building-tabs" aria-label=${t('building.nav', { name })}>
          <ul class="tabs" role="list">
            ${tab(url, t('building.posts'), 'message-circle', at === 'posts')} ${inside || host ? nothing : tab(`${url}/groups`, t('groups.title'), 'home', at === 'groups')} ${tab(`${url}/members`, t('building.members'), 'users', at === 'members')}
            ${can.moderate && (!inside || (myMembership?.state === 'active' && myMembership.role !== 'member')) ? tab(`${url}/moderation`, t('moderation.tab'), 'shield', at === 'moderation') : nothing}
            ${can.edit ? tab(`${url}/settings`, t('building.settings'), 'settings', at === 'settings') : nothing}
          </ul>
        </nav>`
      : nothing}`
}
