// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Merge } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { refreshMe } from '../../state/session.ts'
import { endMerge, merge, undoMerge } from './data.ts'
import { PleinMergeForm } from './merge-form.ts'

const LOOK_AGAIN_MS = 1_500

/** "/merges/{id}": a proposal to answer, how far it is, and the way back. */
@customElement('plein-merge-page')
export class PleinMergePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()
  @state() private busy = false

  static readonly needs = [PleinMergeForm]
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly one = new Loaded<Merge>(this, (signal) => merge(this.params['id'] ?? '', signal), { title: () => t('merge.title') })

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override updated(): void {
    clearTimeout(this.timer)
    const state = this.one.value?.state
    if (state === 'moving' || state === 'undoing') this.timer = setTimeout(() => void this.one.reload(), LOOK_AGAIN_MS)
  }

  private readonly onMerged = ({ detail }: CustomEvent<Merge>): void => {
    this.one.set(detail)
    void refreshMe().catch(() => null)
  }

  private async run(work: () => Promise<Merge>, done: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      this.one.set(await work())
      await refreshMe().catch(() => null)
      toast(done)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = false
  }

  private async undo({ id, source, target }: Merge): Promise<void> {
    const yes = await confirmDialog({ title: t('merge.undo.title'), text: t('merge.undo.text', { source: source.name, target: target.name }), yes: t('merge.undo') })
    if (yes) await this.run(() => undoMerge(id), t('merge.undone'))
  }

  private progress({ moved, posts, state }: Merge): TemplateResult {
    return html`<div class="stack stack--tight">
      <p id="how-far">${t(state === 'moving' ? 'merge.moving' : 'merge.undoing')} ${t('merge.progress', { moved, count: posts })}</p>
      <progress aria-labelledby="how-far" max=${Math.max(posts, 1)} value=${moved}></progress>
      <p class="muted">${t('merge.mayLeave')}</p>
    </div>`
  }

  private end(one: Merge): TemplateResult | typeof nothing {
    if (!one.can.end) return nothing
    const label = t(one.can.agree ? 'merge.refuse' : 'merge.takeBack')
    return html`<p><button type="button" class="button" aria-disabled=${this.busy} @click=${() => void this.run(() => endMerge(one.id), t('merge.ended'))}>${label}</button></p>`
  }

  private body(one: Merge): TemplateResult {
    const names = { source: one.source.name, target: one.target.name }
    switch (one.state) {
      case 'proposed':
        return one.can.agree
          ? html`<p>${t('merge.asked', names)}</p><plein-merge-form source=${one.source.id} target=${one.target.id} .proposal=${one}></plein-merge-form>${this.end(one)}`
          : html`<p>${one.sourceAgreed || one.targetAgreed ? t('merge.waits', { name: one.sourceAgreed ? one.target.name : one.source.name }) : t('merge.waitsBoth', names)}</p>${this.end(one)}`
      case 'moving':
      case 'undoing':
        return this.progress(one)
      case 'done':
        return html`<div class="notice notice--success">${icon('circle-check')}<p>${t('merge.doneText', names)} <a href=${one.target.url}>${t('merge.goTo', { name: one.target.name })}</a></p></div>
          ${one.can.undo && one.undoUntil
            ? html`<p>${t('merge.undo.until', { date: formatDate(one.undoUntil) })}</p><p><button type="button" class="button" aria-disabled=${this.busy} @click=${() => void this.undo(one)}>${t('merge.undo')}</button></p>`
            : nothing}`
      case 'undone':
        return html`<div class="notice">${icon('info-circle')}<p>${t('merge.undoneText', names)} <a href=${one.source.url}>${t('merge.goTo', { name: one.source.name })}</a></p></div>`
      case 'ended':
        return html`<p>${t('merge.endedText', names)}</p>`
    }
  }

  override render(): unknown {
    return this.one.render(
      (one) => html`<div class="page page--narrow stack" @merged=${this.onMerged} @merge-changed=${() => void this.one.reload()}>
        <header class="page__head"><h1 tabindex="-1">${t('merge.of', { source: one.source.name, target: one.target.name })}</h1></header>
        ${this.body(one)}
      </div>`,
    )
  }
}
