// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { QueueState, ScheduleState } from '../../api/types.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { formatMoment } from '../../i18n/dates.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import { formatNumber, t } from '../../i18n/t.ts'
import { administrationHead } from './administration-nav.ts'
import { queues, schedules } from './data.ts'
import { PleinFailedJobs } from './failed-jobs.ts'

const columns: { label: MessageKey; value: (queue: QueueState) => number }[] = [
  { label: 'admin.queue.waiting', value: ({ waiting }) => waiting },
  { label: 'admin.queue.active', value: ({ active }) => active },
  { label: 'admin.queue.delayed', value: ({ delayed }) => delayed },
  { label: 'admin.queue.failed', value: ({ failed }) => failed },
]

/** "12 s", "4 min", "3 uur": how long the oldest has been waiting. */
export function formatAge(seconds: number | null): string {
  if (seconds === null) return '–'
  if (seconds < 60) return t('admin.seconds', { count: Math.round(seconds) })
  if (seconds < 3600) return t('time.minutes', { count: Math.round(seconds / 60) })
  return t('time.hours', { count: Math.round(seconds / 3600) })
}

/** In plain words; a task of a newer process by its name. */
function taskName(name: string): string {
  const key = `admin.schedule.task.${name}` as MessageKey
  const said = t(key)
  return said === key ? name : said
}

/** "/administration/queues": the work behind the screens. Looks again every ten seconds. */
@customElement('plein-queues-page')
export class PleinQueuesPage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinFailedJobs]
  private readonly list = new Loaded<QueueState[]>(this, async (signal) => (await queues(signal)).items)
  private readonly tasks = new Loaded<ScheduleState[]>(this, async (signal) => (await schedules(signal)).items)
  private readonly page = new Loaded<true>(this, async () => true, { title: () => t('admin.queues') })
  private timer: ReturnType<typeof setInterval> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      void this.list.reload()
      void this.tasks.reload()
    }, 10_000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.timer)
  }

  private table(list: QueueState[]): TemplateResult {
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${t('admin.queues')}>
      <table class="table table--cards" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${t('admin.queue.name')}</th>
            ${columns.map(({ label }) => html`<th scope="col" role="columnheader" class="number">${t(label)}</th>`)}
            <th scope="col" role="columnheader" class="number">${t('admin.queue.oldest')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${list.map(
            (queue) => html`<tr role="row">
              <th scope="row" role="rowheader">${t(`admin.queue.purpose.${queue.name}` as MessageKey)}<small class="muted table__note">${queue.name} · ${t('admin.queue.attempts', { count: queue.attempts })}</small></th>
              ${columns.map(({ label, value }) => html`<td role="cell" data-label=${t(label)} class="number ${label === 'admin.queue.failed' && queue.failed ? 'fault' : ''}">${formatNumber(value(queue))}</td>`)}
              <td role="cell" data-label=${t('admin.queue.oldest')} class="number">${formatAge(queue.oldestSeconds)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
  }

  private schedule(list: ScheduleState[]): TemplateResult {
    if (!list.length) return html`<p class="muted">${t('admin.schedules.none')}</p>`
    return html`<ul class="lines" role="list">
      ${list.map(
        (each) => html`<li class="line">
          <div class="line__text">
            <span>${taskName(each.name)}</span>
            <small class="muted"><span class="address">${each.name}</span> · ${t('admin.schedule.every', { period: formatAge(each.everySeconds) })}${each.nextAt ? html` · ${t('admin.schedule.next')} <time datetime=${each.nextAt}>${formatMoment(each.nextAt)}</time>` : nothing}</small>
          </div>
        </li>`,
      )}
    </ul>`
  }

  override render(): unknown {
    return this.page.render(
      () => html`<div class="page page--directory">
        ${administrationHead('/queues', t('admin.queues'), t('admin.queues.lead'))}
        ${this.list.render((list) => {
          const broken = list.filter((queue) => queue.failed > 0)
          return html`${this.table(list)}
            <section class="below" aria-labelledby="failed">
              <div class="row row--apart section-head">
                <h2 id="failed">${t('admin.failed')}</h2>
                <button type="button" class="button button--small" @click=${() => this.list.reload()}>${icon('refresh')}${t('admin.refresh')}</button>
              </div>
              ${broken.length ? nothing : html`<p class="muted">${t('admin.failed.none')}</p>`}
              ${broken.map((queue) => html`<plein-failed-jobs queue=${queue.name} .count=${queue.failed} @job-retried=${() => this.list.reload()}></plein-failed-jobs>`)}
            </section>`
        })}
        <section class="below" aria-labelledby="schedules">
          <h2 id="schedules">${t('admin.schedules')}</h2>
          <p class="muted">${t('admin.schedules.lead')}</p>
          ${this.tasks.render((list) => this.schedule(list))}
        </section>
      </div>`,
    )
  }
}
