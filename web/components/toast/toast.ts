// SPDX-License-Identifier: EUPL-1.2
import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { t } from '../../i18n/t.ts'

type Toast = { id: number; text: string; tone: 'plain' | 'error'; undo: (() => void) | null }

/** More would hide the page. */
const most = 2

let toasts: Toast[] = []
let counter = 0

function holder(className: string, attributes: Record<string, string>): HTMLElement {
  const known = document.body.querySelector<HTMLElement>(`:scope > .${className}`)
  if (known) return known
  const made = document.createElement('div')
  made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  document.body.append(made)
  return made
}

/** Speaks a sentence to assistive technology without showing it. */
export function announce(text: string): void {
  const region = holder('announcer', { role: 'status', 'aria-live': 'polite' })
  region.classList.add('visually-hidden')
  region.textContent = ''
  // A region that is emptied and filled in one task is not read.
  setTimeout(() => (region.textContent = text), 50)
}

function close(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id)
  draw()
}

function draw(): void {
  const region = holder('toasts', { role: 'region', 'aria-label': 'Plein' })
  render(
    repeat(
      toasts,
      (toast) => toast.id,
      (toast) => html`<div class="toast ${toast.tone === 'error' ? 'toast--error' : ''}">
        <span>${toast.text}</span>
        ${toast.undo ? html`<button type="button" @click=${() => (close(toast.id), toast.undo?.())}>${t('action.undo')}</button>` : html`<button type="button" @click=${() => close(toast.id)}>${t('action.close')}</button>`}
      </div>`,
    ),
    region,
  )
}

/** A short sentence at the bottom, also spoken; with `undo` it stays long enough to use. */
export function toast(text: string, options: { tone?: 'plain' | 'error'; undo?: () => void } = {}): void {
  const id = ++counter
  toasts = [...toasts.slice(-(most - 1)), { id, text, tone: options.tone ?? 'plain', undo: options.undo ?? null }]
  draw()
  announce(text)
  setTimeout(() => close(id), options.undo ? 12_000 : options.tone === 'error' ? 10_000 : 6_000)
}
