// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { HearLevel, MyLevel } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { explain } from '../field/form-state.ts'
import { icon } from '../icon/icon.ts'
import { type MenuItem, PleinMenu } from '../menu/menu.ts'
import { toast } from '../toast/toast.ts'
import { chooseLevel, hearLevels, levelOf, type Heard } from './data.ts'

/** What I hear of this place or thread, in a word, and another choice at one press. Shows itself once it is known. */
@customElement('plein-hearing-menu')
export class PleinHearingMenu extends LitElement {
  static readonly needs = [PleinMenu]
  @property() kind: Heard['kind'] = 'places'
  /** Of the place, or of a post of the thread. */
  @property() of = ''
  @property() name = ''
  @state() private mine: MyLevel | null = null

  override createRenderRoot(): HTMLElement {
    return this
  }

  private get heard(): Heard {
    return { kind: this.kind, id: this.of }
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('of') && !changed.has('kind')) return
    this.mine = null
    void this.load()
  }

  private async load(): Promise<void> {
    const { of } = this
    // Without an answer there is nothing to choose from here; the page itself says what is wrong.
    const mine = await levelOf(this.heard).catch(() => null)
    if (of === this.of) this.mine = mine
  }

  private async choose(level: HearLevel | null, undoing = false): Promise<void> {
    const before = this.mine
    if (!before || level === before.chosen) return
    this.mine = { chosen: level, level: level ?? before.level }
    try {
      await chooseLevel(this.heard, level)
      if (level === null) await this.load()
      const text = t(`hear.changed.${this.mine?.level ?? before.level}`, { name: this.name })
      if (undoing) toast(t('hear.undone'))
      else toast(text, { undo: () => void this.choose(before.chosen, true) })
    } catch (error) {
      this.mine = before
      toast(explain(error), { tone: 'error' })
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { mine } = this
    if (!mine) return nothing
    const items: MenuItem[] = hearLevels.map((level) => ({ label: t(`hear.${level}`), hint: t(`hear.hint.${level}`), chosen: mine.level === level, onChoose: () => void this.choose(level) }))
    if (this.kind === 'threads' && mine.chosen !== null) items.push({ label: t('hear.asPlace'), hint: t('hear.hint.asPlace'), chosen: false, onChoose: () => void this.choose(null) })
    const face = html`${icon('bell', 'small')}<span>${t('hear.button', { level: t(`hear.${mine.level}`).toLowerCase() })}</span>${icon('chevron-down', 'small')}`
    return html`<plein-menu class="hearing-menu" buttonClass="text-button" .face=${face} .items=${items}></plein-menu>`
  }
}
