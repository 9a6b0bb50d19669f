// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Post, ReactionName, ReactionState } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { explain } from '../field/form-state.ts'
import { icon, type IconName } from '../icon/icon.ts'
import { toast } from '../toast/toast.ts'
import { react } from './data.ts'

const names: ReactionName[] = ['like', 'thanks', 'agree', 'idea']
const icons: Record<ReactionName, IconName> = { like: 'thumb-up', thanks: 'heart-handshake', agree: 'check', idea: 'bulb' }

/** What a press makes of the counts, before the server has said so. */
export function toggled(state: ReactionState, name: ReactionName): ReactionState {
  const on = !state.myReactions.includes(name)
  const count = Math.max(0, (state.reactions[name] ?? 0) + (on ? 1 : -1))
  return {
    reactions: { ...state.reactions, [name]: count },
    myReactions: on ? [...state.myReactions, name] : state.myReactions.filter((one) => one !== name),
  }
}

/** Four small answers. Emits `post-changed` with the post. */
@customElement('plein-reactions')
export class PleinReactions extends LitElement {
  @property({ attribute: false }) declare post: Post

  override createRenderRoot(): HTMLElement {
    return this
  }

  private change(state: ReactionState): void {
    this.post = { ...this.post, reactions: state.reactions, myReactions: state.myReactions }
    this.dispatchEvent(new CustomEvent('post-changed', { bubbles: true, detail: this.post }))
  }

  private async press(name: ReactionName): Promise<void> {
    const before: ReactionState = { reactions: this.post.reactions, myReactions: this.post.myReactions }
    this.change(toggled(before, name))
    try {
      this.change(await react(this.post.id, name, !before.myReactions.includes(name)))
    } catch (error) {
      this.change(before)
      toast(explain(error), { tone: 'error' })
    }
  }

  private one(name: ReactionName): TemplateResult | typeof nothing {
    const count = this.post.reactions[name] ?? 0
    const mine = this.post.myReactions.includes(name)
    const label = t(`reaction.${name}`)
    if (!this.post.can.react) {
      return count ? html`<span class="reaction" title=${label}>${icon(icons[name])}<span class="visually-hidden">${label}</span> ${count}</span>` : nothing
    }
    return html`<button type="button" class="reaction" title=${label} aria-pressed=${mine} @click=${() => this.press(name)}>
      ${icon(icons[name])}<span class="visually-hidden">${label}</span>${count ? html`<span>${count}</span>` : nothing}
    </button>`
  }

  override render(): TemplateResult {
    return html`<div class="reactions" role="group" aria-label=${t('reaction.add')}>${names.map((name) => this.one(name))}</div>`
  }
}
