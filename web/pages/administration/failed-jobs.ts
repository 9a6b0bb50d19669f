// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FailedJob } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { PleinTime } from '../../components/time/time.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { failedJobs, retryJob } from './data.ts'

/** What went wrong in one queue, each to be tried again. Emits `job-retried`. */
@customElement('plein-failed-jobs')
export class PleinFailedJobs extends LitElement {
  @property() queue = ''
  /** Another number means: look again. */
  @property({ attribute: false }) count = 0

  static readonly needs = [PleinTime]
  private readonly jobs = new Loaded<FailedJob[]>(this, async () => (await failedJobs(this.queue)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.get('count') !== undefined && this.hasUpdated) void this.jobs.reload()
  }

  private async retry(jobs: FailedJob[]): Promise<void> {
    try {
      for (const job of jobs) await retryJob(this.queue, job.id)
      toast(t('admin.job.retried', { count: jobs.length }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    await this.jobs.reload()
    this.dispatchEvent(new CustomEvent('job-retried', { bubbles: true }))
  }

  private row(job: FailedJob): TemplateResult {
    return html`<li class="line">
      <span class="line__mark">${icon('alert-triangle')}</span>
      <div class="line__text">
        <span class="address">${job.name}</span>
        <small class="fault">${job.reason}</small>
        <small class="muted">${t('admin.job.attempts', { count: job.attempts })} ${job.failedAt ? html`· <plein-time at=${job.failedAt}></plein-time>` : nothing}</small>
      </div>
      <button type="button" class="button button--small" @click=${() => this.retry([job])}>${t('admin.job.retry')}<span class="visually-hidden"> ${job.name}</span></button>
    </li>`
  }

  override render(): unknown {
    return this.jobs.render((list) =>
      list.length
        ? html`<div class="row row--apart"><h3>${this.queue}</h3>${list.length > 1 ? html`<button type="button" class="button button--small" @click=${() => this.retry(list)}>${t('admin.job.retryAll')}</button>` : nothing}</div>
            <ul class="lines" role="list">${list.map((job) => this.row(job))}</ul>`
        : nothing,
    )
  }
}
