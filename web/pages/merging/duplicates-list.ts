// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Duplicate } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { duplicates, notTheSame } from './data.ts'

/** Pairs of places that may be the same thing, and why; each to merge, or to let be for good. */
@customElement('plein-duplicates-list')
export class PleinDuplicatesList extends LitElement {
  /** The slug of a building, for the groups in it. */
  @property() building: string | null = null
  private readonly pairs = new Loaded<Duplicate[]>(this, async (signal) => (await duplicates(this.building, signal)).items)

  override createRenderRoot(): HTMLElement {
    return this
  }

  private async dismiss(pair: Duplicate): Promise<void> {
    try {
      await notTheSame(pair.one.id, pair.other.id)
      this.pairs.set((this.pairs.value ?? []).filter((each) => each !== pair))
      toast(t('merge.dismissed', { one: pair.one.name, other: pair.other.name }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private place({ slug, name, url, access, memberCount, summary }: Duplicate['one']): TemplateResult {
    return html`<div class="place-row">
      ${gableMark(slug, access)}
      <p><a href=${url}>${name}</a> ${accessBadge(access)}<br /><small class="muted">${t('place.members', { count: memberCount })}${summary ? ` · ${summary}` : nothing}</small></p>
    </div>`
  }

  private why({ score, sharedWords, sharedTags, sharedMembers }: Duplicate): string {
    const reasons = [t(score >= 1 ? 'merge.why.sameWords' : 'merge.why.names')]
    if (sharedWords.length) reasons.push(t('merge.why.summary', { words: sharedWords.join(', ') }))
    if (sharedTags.length) reasons.push(t('merge.why.tags', { tags: sharedTags.map((tag) => `#${tag}`).join(', ') }))
    if (sharedMembers) reasons.push(t('merge.why.members', { count: sharedMembers }))
    return reasons.join(' ')
  }

  private row(pair: Duplicate): TemplateResult {
    const { one, other } = pair
    // The smaller one goes up in the larger; the next screen turns it round.
    const [source, target] = one.memberCount <= other.memberCount ? [one, other] : [other, one]
    const named = html`<span class="visually-hidden">: ${one.name}, ${other.name}</span>`
    return html`<li class="panel stack stack--tight">
      <div class="merge-pair">${this.place(one)}${this.place(other)}</div>
      <p class="muted">${this.why(pair)}</p>
      <p class="row">
        <a class="button button--small button--primary" href="/merges/new?source=${source.id}&target=${target.id}">${t('merge.look')}${named}</a>
        <button type="button" class="button button--small" @click=${() => void this.dismiss(pair)}>${t('merge.notTheSame')}${named}</button>
      </p>
    </li>`
  }

  override render(): TemplateResult {
    if (this.pairs.error) return failure(this.pairs.error, () => void this.pairs.reload())
    if (!this.pairs.value) return skeleton(2)
    if (!this.pairs.value.length) return empty(t('merge.none'))
    return html`<ul class="stack" role="list">${this.pairs.value.map((pair) => this.row(pair))}</ul>`
  }
}
