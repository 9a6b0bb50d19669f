// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Import, ImportLine, ImportOutcome } from '../../api/types.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { announce } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { listen } from '../../state/live.ts'
import { faultyLinesUrl, importById, importLines } from './data.ts'
import { linesTable } from './lines-table.ts'

type Row = ImportLine & { id: string }
const filters: (ImportOutcome | null)[] = [null, 'faulty', 'added', 'invited', 'extended', 'already']
const pollMs = 3_000

/** How far an import is, and when it is done what became of every line. Emits `import-again` for another file. */
@customElement('plein-import-report')
export class PleinImportReport extends LitElement {
  @property({ attribute: false }) declare building: Building
  @property({ attribute: false }) declare importId: string
  @state() private outcome: ImportOutcome | null = null

  static readonly needs = [PleinPager]
  private readonly task = new Loaded<Import>(this, (signal) => importById(placeAddress(this.building), this.importId, signal))
  private readonly lines = new Paged<Row>(this, async (cursor) => {
    const page = await importLines(placeAddress(this.building), this.importId, this.outcome, cursor)
    return { ...page, items: page.items.map((line) => ({ ...line, id: String(line.line) })) }
  })
  private stop: (() => void) | null = null
  private timer: ReturnType<typeof setInterval> | undefined
  private told = 0
  private finished = false

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.stop = listen('me', ({ event, data }) => {
      if (event === 'import.progress' && data['importId'] === this.importId) void this.task.reload()
    })
    // Also without a line to the server.
    this.timer = setInterval(() => void (!this.finished && this.task.reload()), pollMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.stop?.()
    clearInterval(this.timer)
  }

  override updated(): void {
    const { value } = this.task
    if (!value) return
    const quarter = Math.floor((4 * value.done) / value.total)
    if (value.state === 'running' && quarter > this.told) announce(t('import.progress', { done: value.done, total: value.total }))
    this.told = quarter
    if (value.state === 'running' || this.finished) return
    this.finished = true
    announce(t('import.finished', { changes: value.changes, faulty: value.counts.faulty }))
    this.dispatchEvent(new CustomEvent('import-finished', { bubbles: true }))
    void this.lines.reload()
  }

  private filter(outcome: ImportOutcome | null): void {
    this.outcome = outcome
    void this.lines.reload()
  }

  private running(task: Import): TemplateResult {
    return html`<section class="stack" aria-labelledby="import-running">
      <h2 id="import-running">${t('import.running')}</h2>
      <progress class="progress" max=${task.total} value=${task.done} aria-labelledby="import-running"></progress>
      <p>${t('import.progress', { done: task.done, total: task.total })}</p>
      <p class="muted">${t('import.running.text')}</p>
    </section>`
  }

  private report(task: Import): TemplateResult {
    const { counts, total, changes } = task
    const number = (outcome: ImportOutcome | null): number => (outcome === null ? total : outcome === 'waiting' ? 0 : counts[outcome])
    return html`<section class="stack" aria-labelledby="import-report">
      <h2 id="import-report">${t('import.report')}</h2>
      <div class="notice ${counts.faulty ? 'notice--warning' : 'notice--success'}">${icon(counts.faulty ? 'alert-triangle' : 'circle-check')}<p>${changes ? t('import.finished', { changes, faulty: counts.faulty }) : t('import.nothing', { faulty: counts.faulty })}</p></div>
      ${counts.faulty ? html`<p class="row"><a class="button button--primary" href=${faultyLinesUrl(placeAddress(this.building), task.id)} download>${icon('download')}${t('import.faults', { count: counts.faulty })}</a> <span class="muted">${t('import.faults.hint')}</span></p>` : nothing}
      <div class="chips" role="group" aria-label=${t('import.filter')}>
        ${filters.filter((one) => one === null || number(one) > 0).map((one) => html`<button type="button" class="chip" aria-pressed=${this.outcome === one} aria-current=${this.outcome === one ? 'true' : nothing} @click=${() => this.filter(one)}>${one === null ? t('import.all') : t(`import.outcome.${one}`)} ${number(one)}</button>`)}
      </div>
      ${linesTable(this.lines.items, t('import.report'))} ${pager(this.lines)}
      <div><button type="button" class="button" @click=${() => this.dispatchEvent(new CustomEvent('import-again', { bubbles: true }))}>${icon('upload')}${t('import.again')}</button></div>
    </section>`
  }

  override render(): unknown {
    return this.task.render((task) => (task.state === 'running' ? this.running(task) : this.report(task)))
  }
}
