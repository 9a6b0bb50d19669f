// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building, Group, Membership } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { report } from '../../components/report/person-menu.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { nameOfHost } from '../../components/home-mark/home-mark.ts'
import { PleinHomePanel } from '../../components/home-mark/home-panel.ts'
import { PleinHouseRules, rulesOfPlace } from './house-rules.ts'

/** Pages that draw it name these in their `needs`. */
export const asideNeeds = [PleinHouseRules, PleinHomePanel]

const about = (building: Building): TemplateResult =>
  html`<section class="panel" aria-labelledby="building-about">
    <h2 id="building-about">${t('building' in building ? 'groups.about' : 'building.about')}</h2>
    <p>${t('building' in building ? `groups.access.${building.access}` : building.can.edit || building.access === 'open' ? `access.${building.access}.text` : `access.${building.access}.members`)}</p>
    <p class="muted"><small>${[building.host ? null : t('building.since', { date: formatDate(building.createdAt) }), building.postCount === null ? null : t('place.posts', { count: building.postCount })].filter((fact) => fact !== null).join(' · ')}</small></p>
    <p class="muted"><small class="address">@${building.handle}</small></p>
  </section>`

const row = ({ member }: Membership): TemplateResult =>
  html`<li>
    <div class="person-row">${avatar(member, 'sm')}<span><a href=${member.url}>${member.name}</a><br /><small class="muted">${member.organisation ?? (member.isResident ? t('person.resident') : '')}</small></span></div>
  </li>`

const admins = (list: Membership[]): TemplateResult | typeof nothing =>
  list.length
    ? html`<section class="panel" aria-labelledby="building-admins">
        <h2 id="building-admins">${t('building.admins')}</h2>
        <ul role="list">${list.map(row)}</ul>
      </section>`
    : nothing

const members = (building: Building, list: Membership[]): TemplateResult | typeof nothing =>
  list.length
    ? html`<section class="panel" aria-labelledby="building-members">
        <h2 id="building-members">${t(building.host ? 'home.membersTitle' : 'building.members')}</h2>
        <ul role="list">${list.map(row)}</ul>
        ${building.host ? html`<p class="muted small">${t('home.members', { name: nameOfHost(building.host) })}</p>` : nothing}
        <p><a href="${building.url}/members">${building.host ? t('home.membersAll') : t('building.allMembers', { count: building.memberCount })}</a></p>
        ${building.can.invite ? html`<p class="panel__foot"><a class="button button--small" href="${building.url}/members?invite=1">${icon('user-plus')}${t('building.invite')}</a></p>` : nothing}
      </section>`
    : nothing

const groups = (building: Building, list: Group[]): TemplateResult | typeof nothing =>
  list.length || building.can.startGroup
    ? html`<section class="panel" aria-labelledby="building-groups">
        <h2 id="building-groups">${t('groups.title')}</h2>
        <ul role="list">${list.map((group) => html`<li class="place-row">${gableMark(group.slug, group.access)}<span class="place-row__text"><a href=${group.url}>${group.name}</a></span></li>`)}</ul>
        ${list.length ? html`<p><a href="${building.url}/groups">${t('groups.all')}</a></p>` : nothing}
        ${building.can.startGroup ? html`<p class="panel__foot"><a class="button button--small" href="${building.url}/groups/new">${icon('plus')}${t('groups.start')}</a></p>` : nothing}
      </section>`
    : nothing

/** Of a place of another instance. */
const home = (building: Building): TemplateResult | typeof nothing => (building.host ? html`<plein-home-panel of=${building.id} .place=${building}></plein-home-panel>` : nothing)

const reportLabel = (building: Building): string => t('building' in building ? 'report.group' : 'report.place')

/** Beside the feed: what this place is, its rules and groups, who keeps it, who is in. Of a group the rules of its building hold too. */
export const buildingAside = (building: Building, rooms: Group[], keepers: Membership[], others: Membership[]): TemplateResult => html`<aside>${home(building)} ${about(building)} ${rulesOfPlace(building)} ${groups(building, rooms)} ${admins(keepers)} ${members(building, others)}
    <p class="aside-report"><button type="button" class="text-button" @click=${() => void report(reportLabel(building), { placeId: building.id }, null)}>${icon('alert-triangle')}${reportLabel(building)}</button></p></aside>`
