// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PlaceRef } from '../../api/types.ts'
import { accessBadge } from '../../components/badge/badge.ts'
import { explain } from '../../components/field/form-state.ts'
import { gableMark } from '../../components/gable/gable.ts'
import { icon } from '../../components/icon/icon.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { buildingsNamed, groupsOf } from './data.ts'

/** A place with the name of the building it stands in, for a group. */
export type Choice = PlaceRef & { inside: { name: string; slug: string } | null }

const shownAtMost = 8
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Finds a place by a part of its name. Emits `place-chosen` with the {@link Choice}. */
@customElement('plein-place-chooser')
export class PleinPlaceChooser extends LitElement {
  @property() label = ''
  /** The other of the two: only what can be merged with it is offered. */
  @property({ attribute: false }) other: Choice | null = null
  @state() private q = ''
  @state() private found: Choice[] | null = null
  @state() private fault: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Of the groups of one building there are few: they stand there at once.
    if (this.other?.inside) void this.look()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  private readonly onInput = (event: Event): void => {
    this.q = (event.target as HTMLInputElement).value.trim()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), 250)
  }

  private async look(): Promise<void> {
    const asked = this.q
    try {
      const found = await this.places(asked)
      if (asked === this.q) this.found = found.filter((one) => one.id !== this.other?.id).slice(0, shownAtMost)
      this.fault = null
    } catch (error) {
      this.fault = explain(error)
    }
  }

  private async places(q: string): Promise<Choice[]> {
    const inside = this.other?.inside
    if (inside) return (await groupsOf(inside.slug)).items.filter((group) => plain(group.name).includes(plain(q))).map((group) => ({ ...group, inside }))
    if (q.length < 2) return []
    const groups = this.other ? [] : (me.value?.buildings ?? []).flatMap(({ name, slug, groups }) => groups.map((group) => ({ ...group, inside: { name, slug } }))).filter((group) => plain(group.name).includes(plain(q)))
    return [...(await buildingsNamed(q)).items.map((building) => ({ ...building, inside: null })), ...groups]
  }

  private choose(place: Choice): void {
    this.dispatchEvent(new CustomEvent('place-chosen', { bubbles: true, detail: place }))
  }

  override render(): TemplateResult {
    const empty = this.found && !this.found.length && (this.q.length > 1 || this.other?.inside)
    return html`<div class="field">
        <label for="place-name">${this.label}</label>
        <p class="field__hint" id="place-name-hint">${t('merge.choose.hint')}</p>
        <input class="control" id="place-name" type="search" maxlength="100" autocomplete="off" aria-describedby="place-name-hint" .value=${this.q} @input=${this.onInput} />
      </div>
      ${this.fault ? html`<p class="field__error" role="alert">${icon('alert-triangle')}<span>${this.fault}</span></p>` : nothing}
      <p class="visually-hidden" role="status">${this.found?.length ? t('state.loaded', { count: this.found.length }) : nothing}</p>
      ${empty ? html`<p class="muted" role="status">${t('merge.choose.none', { q: this.q })}</p>` : nothing}
      ${this.found?.length
        ? html`<ul class="lines" role="list">
            ${this.found.map(
              (one) => html`<li><button type="button" class="choice choice--place" @click=${() => this.choose(one)}>${gableMark(one.slug, one.access)}<span><b>${one.name}</b> ${accessBadge(one.access)}${one.inside ? html`<br /><small class="muted">${t('merge.choose.group', { name: one.inside.name })}</small>` : nothing}</span></button></li>`,
            )}
          </ul>`
        : nothing}`
  }
}
