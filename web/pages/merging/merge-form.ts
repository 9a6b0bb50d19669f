// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { randomId } from '../../api/random-id.ts'
import { ProblemError } from '../../api/problem.ts'
import type { Merge, MergePreview } from '../../api/types.ts'
import { formFault, inputField } from '../../components/field/field.ts'
import { FormState } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { failure } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { agreeToMerge, mergePreview, proposeMerge } from './data.ts'
import { previewSentences } from './preview-text.ts'

/** What a merge brings, the name typed as proof that the right place is meant, and the one press. Emits `merged` with the merge, and `merge-changed` when what was agreed no longer is so. */
@customElement('plein-merge-form')
export class PleinMergeForm extends LitElement {
  @property() source = ''
  @property() target = ''
  /** A proposal of somebody else, that waits for a word; null for a new one. */
  @property({ attribute: false }) proposal: Merge | null = null
  @state() private preview: MergePreview | null = null
  @state() private error: unknown
  @state() private name = ''
  private asking: AbortController | null = null
  private readonly form = new FormState(this)
  private readonly key = randomId()

  override createRenderRoot(): HTMLElement {
    return this
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source') || changed.has('target')) void this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.asking?.abort()
  }

  private async look(): Promise<void> {
    this.asking?.abort()
    const asking = new AbortController()
    this.asking = asking
    this.error = undefined
    this.preview = null
    this.name = ''
    try {
      const preview = await mergePreview(this.source, this.target, asking.signal)
      if (!asking.signal.aborted) this.preview = preview
    } catch (error) {
      if (!asking.signal.aborted) this.error = error
    }
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const { preview, proposal } = this
    const name = this.name.trim()
    if (!preview || !this.form.check({ name: name === preview.source.name ? null : t('merge.wrongName') })) return
    const merge = await this.form.send(() => (proposal ? agreeToMerge(proposal.id, name).catch((error: unknown) => this.refused(error)) : proposeMerge({ sourceId: this.source, targetId: this.target, name }, this.key)))
    if (merge) this.dispatchEvent(new CustomEvent('merged', { bubbles: true, detail: merge }))
  }

  /** The other side agreed on something else than is so now: the new effect is shown under the sentence that says so. */
  private refused(error: unknown): never {
    if (error instanceof ProblemError && error.type.endsWith('merge-changed')) {
      this.dispatchEvent(new CustomEvent('merge-changed', { bubbles: true }))
      void this.look()
    }
    throw error
  }

  private press({ asksSource, asksTarget }: MergePreview): string {
    const last = this.proposal ? !!this.proposal.sourceAgreed || !!this.proposal.targetAgreed : !asksSource && !asksTarget
    return t(this.proposal ? (last ? 'merge.agree' : 'merge.agreeFirst') : last ? 'merge.now' : 'merge.propose')
  }

  override render(): TemplateResult {
    const { preview } = this
    if (this.error) return failure(this.error, () => void this.look())
    if (!preview) return html`<p class="muted" role="status">${t('merge.looking')}</p>`
    const { source, target } = preview
    return html`<form class="form stack" novalidate @submit=${this.submit}>
      <div class="merge-two">
        <p class="merge-two__place">${gableMark(source.slug, source.access)}<b>${source.name}</b></p>
        <p class="merge-two__arrow">${icon('chevron-right')}<span class="visually-hidden">${t('merge.goesInto')}</span></p>
        <p class="merge-two__place">${gableMark(target.slug, target.access)}<b>${target.name}</b></p>
      </div>
      <div class="notice">
        ${icon('info-circle')}
        <div class="stack stack--tight">
          <h2 class="notice__title">${t('merge.effect.title')}</h2>
          <ul class="bullets">${previewSentences(preview).map((one) => html`<li>${one}</li>`)}</ul>
        </div>
      </div>
      ${!this.proposal && (preview.asksSource || preview.asksTarget)
        ? html`<p>${t(preview.asksSource && preview.asksTarget ? 'merge.asksBoth' : 'merge.asksOne', { name: preview.asksSource ? source.name : target.name, other: target.name })}</p>`
        : nothing}
      ${inputField({ form: this.form, name: 'name', label: t('merge.typeName', { name: source.name }), value: this.name, maxlength: 200, autocomplete: 'off', onInput: (value) => (this.name = value) })}
      ${formFault(this.form)}
      <div class="form__actions"><button class="button button--primary" aria-disabled=${this.form.busy}>${this.press(preview)}</button></div>
    </form>`
  }
}
