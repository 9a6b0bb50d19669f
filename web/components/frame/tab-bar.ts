// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { t } from '../../i18n/t.ts'
import { goWrite } from '../../keys.ts'
import { me } from '../../state/session.ts'
import { icon, type IconName } from '../icon/icon.ts'
import { isCurrent, myItems } from './links.ts'
import { countBadge } from './rail.ts'

const tab = (path: string, href: string, label: string, name: IconName, count = 0): TemplateResult =>
  html`<li><a class="tab" href=${href} aria-current=${isCurrent(path, href) ? 'page' : nothing}>${icon(name)}<span>${label}</span>${countBadge(count)}</a></li>`

/** The phone's navigation. */
export function tabBar(path: string): TemplateResult {
  if (!me.value) {
    return html`<nav class="tabbar" aria-label=${t('nav.main')}>
      <ul role="list">
        ${tab(path, '/', t('nav.square'), 'home')} ${tab(path, '/buildings', t('nav.buildings'), 'building-community')} ${tab(path, '/search', t('nav.search'), 'search')} ${tab(path, '/sign-in', t('nav.signIn'), 'login')}
        ${tab(path, '/sign-up', t('nav.signUp'), 'user-plus')}
      </ul>
    </nav>`
  }
  const face = html`${icon('user')}<span>${t('nav.me')}</span>`
  return html`<nav class="tabbar" aria-label=${t('nav.main')}>
    <ul role="list">
      ${tab(path, '/today', t('nav.today'), 'sun-high')} ${tab(path, '/', t('nav.square'), 'home')}
      <li><button type="button" class="tab tab--write" aria-label=${t('nav.write')} @click=${() => goWrite()}><span>${icon('plus')}</span></button></li>
      ${tab(path, '/notifications', t('nav.notifications'), 'bell', me.value.unreadNotifications)}
      <li><plein-menu class="tabbar__me" above buttonClass="tab" .face=${face} .items=${myItems(true)}></plein-menu></li>
    </ul>
  </nav>`
}
