// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Session } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { endOtherSessions, endSession, sessions } from './data.ts'
import { settingsFrame } from './settings-frame.ts'

/** The devices I am signed in on, each with an end. */
@customElement('plein-sessions-page')
export class PleinSessionsPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  static readonly needs = [PleinTime]
  private readonly list = new Loaded(this, async (signal) => (await sessions(signal)).items, { title: () => t('sessions.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async end(work: () => Promise<void>, told: string): Promise<void> {
    try {
      await work()
      toast(told)
      await this.list.reload()
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private row(session: Session): TemplateResult {
    return html`<li class="item">
      ${icon('device-laptop')}
      <div>
        <p><b>${session.userAgent}</b> ${session.current ? html`<span class="badge badge--grass">${t('sessions.current')}</span>` : nothing}</p>
        <p class="muted small">${t('sessions.since', { date: formatDate(session.createdAt) })}${session.current ? nothing : html` · ${t('sessions.seen')}: <plein-time at=${session.lastSeenAt}></plein-time>`}</p>
      </div>
      ${session.current
        ? nothing
        : html`<button type="button" class="button button--small" aria-label=${t('sessions.endLabel', { device: session.userAgent })} @click=${() => this.end(() => endSession(session.id), t('sessions.ended'))}>${t('sessions.end')}</button>`}
    </li>`
  }

  override render(): unknown {
    return this.list.render((items) =>
      settingsFrame(
        '/settings/sessions',
        html`<section class="stack" aria-labelledby="sessions-title">
          <h2 id="sessions-title">${t('sessions.title')}</h2>
          <p class="lead">${t('sessions.lead')}</p>
          <ul class="items" role="list">
            ${items.map((session) => this.row(session))}
          </ul>
          ${items.length > 1
            ? html`<p><button type="button" class="button button--danger" @click=${() => this.end(endOtherSessions, t('sessions.othersEnded'))}>${t('sessions.endOthers')}</button></p>`
            : html`<p class="muted">${t('sessions.only')}</p>`}
        </section>`,
      ),
    )
  }
}
