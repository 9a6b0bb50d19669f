// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { showPage } from '../../components/loaded/page-event.ts'
import { t } from '../../i18n/t.ts'
import { administrationHead } from '../administration/administration-nav.ts'
import { PleinModerationQueue, queuePart } from './moderation-queue.ts'

/** "/administration/moderation": persons, buildings, and what came to the administrators. */
@customElement('plein-instance-moderation-page')
export class PleinInstanceModerationPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinModerationQueue]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    showPage(this, t('moderation.title'))
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory">
      ${administrationHead('/moderation', t('moderation.title'), t('moderation.lead.instance'))}
      <plein-moderation-queue shown=${queuePart(this.search)} address="/administration/moderation" mayExport></plein-moderation-queue>
    </div>`
  }
}
