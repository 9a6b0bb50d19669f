// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
import type { IconName } from '../../components/icon/icon.ts'
import { icon } from '../../components/icon/icon.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { t } from '../../i18n/t.ts'

const parts: { at: string; label: MessageKey; icon: IconName }[] = [
  { at: '', label: 'admin.instance', icon: 'home' },
  { at: '/organisations', label: 'admin.organisations', icon: 'building-community' },
  { at: '/people', label: 'admin.people', icon: 'users' },
  { at: '/themes', label: 'admin.themes', icon: 'notebook' },
  { at: '/moderation', label: 'admin.moderation', icon: 'shield' },
  { at: '/federation', label: 'fed.tab', icon: 'world' },
  { at: '/duplicates', label: 'admin.duplicates', icon: 'copy' },
  { at: '/mails', label: 'admin.mails.tab', icon: 'mail' },
  { at: '/queues', label: 'admin.queues', icon: 'refresh' },
]

/** On a phone the parts stand on one line that scrolls; the one that is open is in sight. */
function showCurrent(tabs: Element | undefined): void {
  requestAnimationFrame(() => {
    const open = tabs?.querySelector<HTMLElement>('[aria-current]')
    if (tabs && open) tabs.scrollLeft = open.offsetLeft + open.offsetWidth - tabs.clientWidth
  })
}

/** The title and the parts of the administrator's screens. */
export const administrationHead = (here: string, title: string, lead?: string): TemplateResult =>
  html`<nav aria-label=${t('nav.administration')}>
      <ul class="tabs tabs--line" role="list" ${ref(showCurrent)}>
        ${parts.map((part) => html`<li><a class="tabs__link" href="/administration${part.at}" aria-current=${part.at === here ? 'page' : nothing}>${icon(part.icon)}${t(part.label)}</a></li>`)}
      </ul>
    </nav>
    <header class="page__head">
      <div>
        <h1 tabindex="-1">${title}</h1>
        ${lead ? html`<p class="lead">${lead}</p>` : nothing}
      </div>
    </header>`
