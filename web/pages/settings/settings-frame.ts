// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import { tabs } from '../../components/tabs/tabs.ts'
import { t } from '../../i18n/t.ts'

/** The heading and the parts, the same above each. */
export const settingsFrame = (href: string, content: unknown): TemplateResult =>
  html`<div class="page page--reading">
    <h1 tabindex="-1">${t('settings.title')}</h1>
    ${tabs(
      t('settings.tabs'),
      [
        { href: '/settings', label: t('settings.tab.profile') },
        { href: '/settings/profile', label: t('settings.tab.more') },
        { href: '/settings/notifications', label: t('settings.tab.hearing') },
        { href: '/settings/sessions', label: t('settings.tab.sessions') },
        { href: '/settings/blocks', label: t('settings.tab.blocks') },
        { href: '/settings/tokens', label: t('settings.tab.tokens') },
      ],
      href,
    )}
    ${content}
  </div>`
