// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { placeAddress } from '../../api/place-address.ts'
import type { Me, Post, ReactionName, ReactionState } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { me, refreshMe } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { confirmDialog } from '../dialog/dialog.ts'
import { explain } from '../field/form-state.ts'
import { icon, type IconName } from '../icon/icon.ts'
import { toast } from '../toast/toast.ts'
import { join, postAgain, react } from './data.ts'

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

/** Who is signed in and reads along in an open building is one press away from taking part. */
export function reach({ can, building, group }: Pick<Post, 'can' | 'building'> & { group?: Post['group'] }, mine: Pick<Me, 'buildings'> | null): 'reacts' | 'joins' | 'reads' {
  if (can.react) return 'reacts'
  if (!mine || (group ?? building).access !== 'open') return 'reads'
  // Who joined a moment ago may, also on a post that was fetched before.
  if (group) return mine.buildings.some(({ groups }) => groups.some(({ id }) => id === group.id)) ? 'reacts' : 'joins'
  return mine.buildings.some(({ slug }) => slug === building.slug) ? 'reacts' : 'joins'
}

/** Four small answers. Emits `post-changed` with the post. */
@customElement('plein-reactions')
export class PleinReactions extends LitElement {
  @property({ attribute: false }) declare post: Post

  constructor() {
    super()
    new Watch(this, me)
  }

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

  /** Reacting is for members: says so, and lets them in. */
  private async joinFirst(name: ReactionName): Promise<void> {
    const { id } = this.post
    const place = this.post.group ?? this.post.building
    if (!(await confirmDialog({ title: t('reaction.joinTitle'), text: t('reaction.joinText', { name: place.name }), yes: t('reaction.join') }))) return
    try {
      await join(placeAddress(place))
      await refreshMe().catch(() => null)
      toast(t('building.joined', { name: place.name }))
      const post = await postAgain(id)
      this.post = post
      if (post.can.react && !post.myReactions.includes(name)) await this.press(name)
      else this.change(post)
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private one(name: ReactionName): TemplateResult | typeof nothing {
    const count = this.post.reactions[name] ?? 0
    const mine = this.post.myReactions.includes(name)
    const label = t(`reaction.${name}`)
    const number = count ? html`<span>${count}</span>` : nothing
    const may = reach(this.post, me.value)
    if (may === 'joins') {
      const hint = `${label}: ${t('reaction.joinTitle')}`
      return html`<button type="button" class="reaction" title=${hint} @click=${() => this.joinFirst(name)}>${icon(icons[name])}<span class="visually-hidden">${hint}</span>${number}</button>`
    }
    if (may === 'reads') {
      return count ? html`<span class="reaction reaction--count" title=${label}>${icon(icons[name])}<span class="visually-hidden">${label}</span> ${count}</span>` : nothing
    }
    return html`<button type="button" class="reaction" title=${label} aria-pressed=${mine} @click=${() => this.press(name)}>
      ${icon(icons[name])}<span class="visually-hidden">${label}</span>${number}
    </button>`
  }

  override render(): TemplateResult {
    return html`<div class="reactions" role="group" aria-label=${t('reaction.add')}>${names.map((name) => this.one(name))}</div>`
  }
}
