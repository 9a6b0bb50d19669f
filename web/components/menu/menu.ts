// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { icon, type IconName } from '../icon/icon.ts'

export type MenuItem = { label: string; icon?: IconName; href?: string; danger?: boolean; /** Under the label. */ hint?: string; /** Of choices of which one holds. */ chosen?: boolean; onChoose?: () => void }

let counter = 0

/** A button that opens a short list of links and actions. Escape and a click elsewhere close it; focus returns to the button. */
@customElement('plein-menu')
export class PleinMenu extends LitElement {
  @property({ attribute: false }) items: MenuItem[] = []
  @property() label = ''
  /** What the button shows; three dots when absent. */
  @property({ attribute: false }) face: TemplateResult | null = null
  @property() buttonClass = 'icon-button'
  @property({ type: Boolean }) above = false
  @state() private open = false
  private readonly listId = `menu-${++counter}`

  override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.classList.add('menu')
    document.addEventListener('pointerdown', this.onOutside)
    this.addEventListener('keydown', this.onKey)
    this.addEventListener('focusout', this.onFocusOut)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('pointerdown', this.onOutside)
  }

  private readonly onOutside = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this)) this.open = false
  }

  private readonly onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.open = false
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!this.open) return
    const entries = [...this.querySelectorAll<HTMLElement>('.menu__item')]
    const at = entries.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      entries[(at + (event.key === 'ArrowDown' ? 1 : -1) + entries.length) % entries.length]?.focus()
    }
  }

  private close(): void {
    this.open = false
    this.querySelector<HTMLElement>(':scope > button')?.focus()
  }

  private choose(item: MenuItem): void {
    this.close()
    item.onChoose?.()
  }

  private entry(item: MenuItem): TemplateResult {
    const className = `menu__item ${item.danger ? 'menu__item--danger' : ''}`
    const mark = item.chosen === undefined ? (item.icon ?? null) : item.chosen ? 'check' : null
    const face = html`${mark ? icon(mark) : item.chosen === undefined ? nothing : html`<span class="menu__unchosen"></span>`}<span>${item.label}${item.hint ? html`<small>${item.hint}</small>` : nothing}</span>`
    return item.href
      ? html`<a class=${className} href=${item.href} @click=${() => (this.open = false)}>${face}</a>`
      : html`<button type="button" class=${className} aria-pressed=${item.chosen ?? nothing} @click=${() => this.choose(item)}>${face}</button>`
  }

  override render(): TemplateResult {
    return html`<button type="button" class=${this.buttonClass} aria-expanded=${this.open} aria-controls=${this.listId} aria-label=${this.label || nothing} @click=${() => (this.open = !this.open)}>
        ${this.face ?? icon('dots')}
      </button>
      <ul class="menu__list ${this.above ? 'menu__list--above' : ''}" id=${this.listId} ?hidden=${!this.open}>
        ${this.items.map((item) => html`<li>${this.entry(item)}</li>`)}
      </ul>`
  }
}
