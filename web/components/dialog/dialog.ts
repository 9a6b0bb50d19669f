// SPDX-License-Identifier: EUPL-1.2
import { html, nothing, render, type TemplateResult } from 'lit'
import { t } from '../../i18n/t.ts'
import { icon } from '../icon/icon.ts'

let counter = 0

export type DialogHandle<T> = { close: (result?: T) => void; redraw: () => void }

/** Opens a native modal dialog and answers what it was closed with; undefined on Escape or the cross. Focus returns where it was. */
export function openDialog<T>(title: string, body: (handle: DialogHandle<T>) => TemplateResult, options: { wide?: boolean } = {}): Promise<T | undefined> {
  return new Promise((resolve) => {
    const id = `dialog-${++counter}`
    const dialog = document.createElement('dialog')
    dialog.className = options.wide ? 'dialog dialog--wide' : 'dialog'
    dialog.setAttribute('aria-labelledby', id)
    let result: T | undefined
    const handle: DialogHandle<T> = {
      close: (value) => {
        result = value
        dialog.close()
      },
      redraw: () =>
        render(
          html`<div class="dialog__head">
              <h2 id=${id}>${title}</h2>
              <button type="button" class="icon-button" aria-label=${t('action.close')} @click=${() => dialog.close()}>${icon('x')}</button>
            </div>
            ${body(handle)}`,
          dialog,
        ),
    }
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(result)
    })
    handle.redraw()
    document.body.append(dialog)
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[autofocus]')?.focus()
  })
}

type Confirm = { title: string; text: string | TemplateResult; yes: string; no?: string; danger?: boolean }

/** Asks one question with two answers. */
export async function confirmDialog({ title, text, yes, no, danger }: Confirm): Promise<boolean> {
  const answer = await openDialog<boolean>(
    title,
    (handle) => html`<p>${text}</p>
      <div class="dialog__foot">
        <button type="button" class="button" ?autofocus=${danger} @click=${() => handle.close(false)}>${no ?? t('action.cancel')}</button>
        <button type="button" class="button ${danger ? 'button--danger' : 'button--primary'}" ?autofocus=${!danger} @click=${() => handle.close(true)}>${yes ?? nothing}</button>
      </div>`,
  )
  return answer === true
}
