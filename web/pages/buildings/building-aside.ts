// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import type { Building, Membership } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { icon } from '../../components/icon/icon.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'

const about = (building: Building): TemplateResult =>
  html`<section class="panel" aria-labelledby="building-about">
    <h2 id="building-about">${t('building.about')}</h2>
    <p>${t(`access.${building.access}.text`)}</p>
    <p class="muted"><small>${t('building.since', { date: formatDate(building.createdAt) })}${building.postCount === null ? nothing : html` · ${t('place.posts', { count: building.postCount })}`}</small></p>
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
        <h2 id="building-members">${t('building.members')}</h2>
        <ul role="list">${list.map(row)}</ul>
        <p><a href="${building.url}/members">${t('building.allMembers', { count: building.memberCount })}</a></p>
        ${building.can.invite ? html`<p class="panel__foot"><a class="button button--small" href="${building.url}/members?invite=1">${icon('user-plus')}${t('building.invite')}</a></p>` : nothing}
      </section>`
    : nothing

/** Beside the feed: what this place is, who keeps it, who is in. */
export const buildingAside = (building: Building, keepers: Membership[], others: Membership[]): TemplateResult => html`<aside>${about(building)} ${admins(keepers)} ${members(building, others)}</aside>`
