// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { placeAddress } from '../../api/place-address.ts'
import type { Post } from '../../api/types.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { homeOfPlace, whyNotIn } from '../../components/home-mark/home-of-place.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { me, refreshMe } from '../../state/session.ts'
import { Watch } from '../../state/store.ts'
import { joinPlace } from './data.ts'

/** Where a reader may not write yet: the one press that lets them. Emits `joined`. */
@customElement('plein-join-first')
export class PleinJoinFirst extends LitElement {
  @property({ attribute: false }) declare root: Post
  @state() private busy = false
  private readonly home = homeOfPlace(this, () => this.root.group ?? this.root.building)

  constructor() {
    super()
    new Watch(this, me)
  }

  override createRenderRoot(): HTMLElement {
    return this
  }

  private readonly join = async (): Promise<void> => {
    if (this.busy) return
    this.busy = true
    try {
      await joinPlace(placeAddress(this.root.group ?? this.root.building))
      await refreshMe().catch(() => null)
      toast(t('building.joined', { name: (this.root.group ?? this.root.building).name }))
      this.dispatchEvent(new CustomEvent('joined', { bubbles: true }))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
    this.busy = false
  }

  override render(): TemplateResult | typeof nothing {
    const { deletedAt } = this.root
    const place = this.root.group ?? this.root.building
    if (deletedAt) return nothing
    const isMember = me.value?.buildings.some((one) => one.id === place.id || one.groups.some(({ id }) => id === place.id))
    if (isMember) return nothing
    if (this.home.value === undefined) return nothing
    const why = whyNotIn(this.home.value)
    if (me.value && why) return html`<div class="join-first">${gableMark(place.slug, place.access)}<p>${why.text}</p></div>`
    return html`<div class="join-first">
      ${gableMark(place.slug, place.access)}
      <div class="stack stack--tight">
        <p>${t(me.value ? 'thread.joinText' : 'thread.guestText', { name: place.name })}</p>
        ${me.value
          ? html`<p><button type="button" class="button button--primary" aria-disabled=${this.busy} @click=${this.join}>${t('thread.join')}</button></p>`
          : html`<p class="row"><a class="button button--primary" href="/sign-in?next=${encodeURIComponent(location.pathname)}">${t('nav.signIn')}</a> <a class="button" href="/sign-up">${t('nav.signUp')}</a></p>`}
      </div>
    </div>`
  }
}
