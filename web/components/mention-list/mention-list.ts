// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { get } from '../../api/request.ts'
import type { List, MentionOption } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'
import { mentionAt } from './mention-at.ts'

let counter = 0

/** Proposes people and buildings while somebody types @name in a text box. */
export class MentionList implements ReactiveController {
  options: MentionOption[] = []
  private active = 0
  private start = 0
  private run = 0
  private readonly id = `mentions-${++counter}`
  private readonly host: ReactiveControllerHost
  private readonly building: () => string | null
  private readonly insert: (start: number, handle: string) => void

  constructor(host: ReactiveControllerHost, building: () => string | null, insert: (start: number, handle: string) => void) {
    this.host = host
    this.building = building
    this.insert = insert
    host.addController(this)
  }

  hostConnected(): void {}

  get controls(): string | undefined {
    return this.options.length ? this.id : undefined
  }

  get activeId(): string | undefined {
    return this.options.length ? `${this.id}-${this.active}` : undefined
  }

  close(): void {
    this.run += 1
    this.options = []
    this.host.requestUpdate()
  }

  onInput(box: HTMLTextAreaElement): Promise<void> {
    return this.onText(box.value, box.selectionStart)
  }

  /** For what is no text box: the text before the caret is enough. */
  async onText(text: string, caret: number): Promise<void> {
    const mention = mentionAt(text, caret)
    if (!mention) {
      if (this.options.length) this.close()
      return
    }
    const run = ++this.run
    const found = await get<List<MentionOption>>('/mentions', { q: mention.query, building: this.building() }).catch(() => null)
    if (run !== this.run || !found) return
    this.start = mention.start
    this.active = 0
    this.options = found.items.slice(0, 6)
    this.host.requestUpdate()
  }

  /** Answers true when the key was meant for the list. */
  onKey(event: KeyboardEvent): boolean {
    const count = this.options.length
    if (!count) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.active = (this.active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count
    else if (event.key === 'Enter' || event.key === 'Tab') this.choose(this.active)
    else if (event.key === 'Escape') this.close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    this.host.requestUpdate()
    return true
  }

  private choose(index: number): void {
    const option = this.options[index]
    if (option) this.insert(this.start, option.handle)
    this.close()
  }

  render(): TemplateResult | typeof nothing {
    if (!this.options.length) return nothing
    return html`<ul class="menu__list mention-list" role="listbox" id=${this.id} aria-label=${t('composer.mentions')}>
      ${this.options.map(
        (option, index) =>
          html`<li class="menu__item" role="option" id="${this.id}-${index}" aria-selected=${index === this.active} @pointerdown=${(event: Event) => (event.preventDefault(), this.choose(index))}>
            ${icon(option.type === 'person' ? 'user' : 'building-community')}<span>${option.name} <small class="muted">@${option.handle}${option.organisation ? ` · ${option.organisation}` : ''}</small>${option.isGuest ? html` <span class="badge badge--sun">${t('guest.badge')}</span>` : nothing}</span>
          </li>`,
      )}
    </ul>`
  }
}
