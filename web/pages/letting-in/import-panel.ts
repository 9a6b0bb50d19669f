// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Import, ImportPreview } from '../../api/types.ts'
import { fieldError } from '../../components/field/field.ts'
import { explain } from '../../components/field/form-state.ts'
import { ProblemError } from '../../api/problem.ts'
import { icon } from '../../components/icon/icon.ts'
import { announce } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { importsOf, previewImport, startImport } from './data.ts'
import { PleinImportReport } from './import-report.ts'
import { linesTable } from './lines-table.ts'

const example = 'e-mail;naam;rol;groepen\r\nanna@gemeente.example;Anna de Wit;lid;Wonen|Vergunningen\r\nbas@gemeente.example;Bas Kok;moderator;Wonen\r\n'
const shownAtFirst = 50

/** Brings in many people from a file: choose it, see what would happen, let it run, read what became of each line. */
@customElement('plein-import-panel')
export class PleinImportPanel extends LitElement {
  @property({ attribute: false }) declare building: Building
  /** The import whose report is shown; from the address, so that it can be returned to. */
  @property({ attribute: false }) importId: string | null = null
  @state() private file: File | null = null
  @state() private preview: ImportPreview | null = null
  @state() private createGroups = false
  @state() private onlyFaulty = false
  @state() private busy = false
  @state() private fault: string | null = null
  @state() private over = false
  @state() private earlier: Import[] = []

  static readonly needs = [PleinImportReport]

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('importId') && !this.importId) void this.loadEarlier()
  }

  private async loadEarlier(): Promise<void> {
    this.earlier = (await importsOf(placeAddress(this.building)).catch(() => ({ items: [] }))).items
  }

  private async choose(file: File | null | undefined): Promise<void> {
    if (!file) return
    this.file = file
    this.createGroups = false
    await this.look()
  }

  private async look(): Promise<void> {
    if (!this.file || this.busy) return
    this.busy = true
    this.fault = null
    try {
      this.preview = await previewImport(placeAddress(this.building), this.file, this.createGroups)
      const { counts } = this.preview
      announce(t('import.previewed', { in: counts.in, faulty: counts.faulty }))
      await this.updateComplete
      this.querySelector<HTMLElement>('#import-preview')?.focus()
    } catch (error) {
      this.preview = null
      this.fault = error instanceof ProblemError && error.errors[0] ? error.errors[0].message : explain(error)
      announce(this.fault)
    }
    this.busy = false
  }

  private readonly run = async (): Promise<void> => {
    if (!this.file || this.busy) return
    this.busy = true
    this.fault = null
    try {
      const started = await startImport(placeAddress(this.building), this.file, this.createGroups)
      this.file = null
      this.preview = null
      setQuery({ import: started.id })
    } catch (error) {
      this.fault = explain(error)
    }
    this.busy = false
  }

  private readonly again = (): void => {
    this.file = null
    this.preview = null
    this.fault = null
    setQuery({ import: null })
  }

  private readonly onDrop = (event: DragEvent): void => {
    event.preventDefault()
    this.over = false
    void this.choose(event.dataTransfer?.files[0])
  }

  private chooser(): TemplateResult {
    return html`<div class="stack">
      <p>${t('import.lead')}</p>
      <div class="drop ${this.over ? 'drop--over' : ''}" @dragover=${(event: DragEvent) => (event.preventDefault(), (this.over = true))} @dragleave=${() => (this.over = false)} @drop=${this.onDrop}>
        <label for="import-file"><b>${t('import.file')}</b></label>
        <p class="field__hint" id="import-file-hint">${t('import.file.hint')}</p>
        ${fieldError('import-file-error', this.fault)}
        <input class="drop__file" type="file" id="import-file" name="file" accept=".csv,.txt,text/csv" aria-describedby="import-file-hint ${this.fault ? 'import-file-error' : ''}" aria-invalid=${this.fault ? 'true' : nothing} @change=${(event: Event) => {
          const box = event.target as HTMLInputElement
          void this.choose(box.files?.[0]).then(() => (box.value = ''))
        }} />
        ${this.busy ? html`<p role="status">${t('import.reading')}</p>` : nothing}
      </div>
      <p><a class="text-button" download="voorbeeld.csv" href="data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${example}`)}">${icon('download')}${t('import.example')}</a></p>
      ${this.history()}
    </div>`
  }

  private history(): TemplateResult | typeof nothing {
    if (!this.earlier.length) return nothing
    return html`<section class="below" aria-labelledby="imports">
      <h2 id="imports">${t('import.earlier')}</h2>
      <ul class="lines" role="list">
        ${this.earlier.map((one) => html`<li class="line"><div class="line__text"><a href="?tab=import&import=${one.id}">${t('import.earlier.one', { date: formatDate(one.createdAt), count: one.total })}</a><small class="muted">${t('import.earlier.facts', { changes: one.changes, faulty: one.counts.faulty })}</small></div></li>`)}
      </ul>
    </section>`
  }

  private missing({ missingGroups, mayCreateGroups }: ImportPreview): TemplateResult | typeof nothing {
    if (!missingGroups.length && !this.createGroups) return nothing
    if (!mayCreateGroups) return html`<div class="notice notice--warning">${icon('alert-triangle')}<p>${t('import.missing', { list: missingGroups.map((name) => `“${name}”`).join(', ') })}</p></div>`
    return html`<div class="notice">
      ${icon('info-circle')}
      <div class="stack">
        <p>${t('import.missing', { list: missingGroups.map((name) => `“${name}”`).join(', ') })}</p>
        <label class="choice"><input type="checkbox" name="createGroups" .checked=${this.createGroups} @change=${(event: Event) => ((this.createGroups = (event.target as HTMLInputElement).checked), void this.look())} /><span>${t('import.createGroups', { count: missingGroups.length })}</span></label>
      </div>
    </div>`
  }

  private previewed(preview: ImportPreview): TemplateResult {
    const { counts } = preview
    const lines = this.onlyFaulty ? preview.items.filter((line) => line.outcome === 'faulty') : preview.items
    const going = counts.in + counts.extended
    return html`<section class="stack" aria-labelledby="import-preview">
      <h2 id="import-preview" tabindex="-1">${t('import.preview', { file: this.file?.name ?? '' })}</h2>
      <ul class="counts" role="list">
        <li><b>${counts.in}</b> ${t('import.count.in')}</li>
        <li><b>${counts.extended}</b> ${t('import.count.extended', { count: counts.extended })}</li>
        <li><b>${counts.already}</b> ${t('import.count.already')}</li>
        <li class=${counts.faulty ? 'counts__faulty' : ''}><b>${counts.faulty}</b> ${t('import.count.faulty')}</li>
      </ul>
      <p class="muted">${t('import.whoIsAsked')}</p>
      ${this.missing(preview)}
      ${counts.faulty ? html`<label class="choice"><input type="checkbox" .checked=${this.onlyFaulty} @change=${(event: Event) => (this.onlyFaulty = (event.target as HTMLInputElement).checked)} /><span>${t('import.onlyFaulty')}</span></label>` : nothing}
      ${linesTable(lines.slice(0, shownAtFirst), t('import.preview', { file: this.file?.name ?? '' }))}
      ${lines.length > shownAtFirst ? html`<p class="muted">${t('import.more', { count: lines.length - shownAtFirst })}</p>` : nothing}
      ${fieldError('import-run-error', this.fault)}
      <div class="row">
        <button type="button" class="button button--primary" aria-disabled=${this.busy || !going} @click=${() => (going ? void this.run() : undefined)}>${icon('users')}${t('import.run', { count: going })}</button>
        <button type="button" class="button" @click=${this.again}>${t('import.other')}</button>
      </div>
    </section>`
  }

  override render(): TemplateResult {
    if (this.importId) return html`<plein-import-report .building=${this.building} .importId=${this.importId} @import-again=${this.again}></plein-import-report>`
    return this.preview ? this.previewed(this.preview) : this.chooser()
  }
}
