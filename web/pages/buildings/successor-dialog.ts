// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Building, Membership } from '../../api/types.ts'
import { avatar, originBadge } from '../../components/avatar/avatar.ts'
import { openDialog } from '../../components/dialog/dialog.ts'
import { Paged } from '../../components/feed/paged.ts'
import { hostIn } from '../../components/home-mark/home-mark.ts'
import { icon } from '../../components/icon/icon.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { t } from '../../i18n/t.ts'
import { membersOf } from './data.ts'

/** Members to choose one from. Emits `member-chosen` with the membership. */
@customElement('plein-successor-choice')
export class PleinSuccessorChoice extends LitElement {
  @property() slug = ''
  /** The one who leaves or steps down. */
  @property() except = ''
  @state() private q = ''
  @state() private chosen: Membership | null = null
  private readonly paged = new Paged<Membership>(this, () => membersOf(this.slug, { q: this.q || null, limit: 20 }))
  private timer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.paged.reload()
  }

  private readonly onInput = (event: Event): void => {
    this.q = (event.target as HTMLInputElement).value.trim()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.paged.reload(), 250)
  }

  private readonly confirm = (): void => {
    if (this.chosen) this.dispatchEvent(new CustomEvent('member-chosen', { detail: this.chosen }))
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(2)
    const others = items.filter((one) => one.id !== this.except && hostIn(one.member.handle) === null)
    if (!others.length) return empty(t(this.q ? 'members.noneFound' : 'successor.nobody', { q: this.q }))
    return html`<fieldset class="choices">
      <legend class="visually-hidden">${t('successor.title')}</legend>
      ${others.map(
        (one) => html`<label class="choice">
          <input type="radio" name="successor" .checked=${this.chosen?.id === one.id} @change=${() => (this.chosen = one)} />
          ${avatar(one.member, 'sm')}<span>${one.member.name} ${originBadge(one.member)}</span>
        </label>`,
      )}
    </fieldset>`
  }

  override render(): TemplateResult {
    return html`<div class="stack">
      <p>${t('successor.text')}</p>
      <label class="search-field">${icon('search')}<span class="visually-hidden">${t('members.search')}</span><input class="control" type="search" autocomplete="off" placeholder=${t('members.search')} @input=${this.onInput} /></label>
      ${this.list()}
      <div class="dialog__foot"><button type="button" class="button button--primary" ?disabled=${!this.chosen} @click=${this.confirm}>${this.chosen ? t('successor.submitNamed', { name: this.chosen.member.name }) : t('successor.submit')}</button></div>
    </div>`
  }
}

/** Who takes over the building; undefined when nobody was chosen. */
export const chooseSuccessor = (building: Building, except: string, title = t('successor.title')): Promise<Membership | undefined> =>
  openDialog<Membership>(
    title,
    (handle) => html`<plein-successor-choice slug=${placeAddress(building)} except=${except} @member-chosen=${(event: CustomEvent<Membership>) => handle.close(event.detail)}></plein-successor-choice>`,
  )
