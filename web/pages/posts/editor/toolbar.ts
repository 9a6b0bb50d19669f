// SPDX-License-Identifier: EUPL-1.2
import bold from '@tabler/icons/outline/bold.svg?raw'
import h2 from '@tabler/icons/outline/h-2.svg?raw'
import h3 from '@tabler/icons/outline/h-3.svg?raw'
import italic from '@tabler/icons/outline/italic.svg?raw'
import linkSign from '@tabler/icons/outline/link.svg?raw'
import listSign from '@tabler/icons/outline/list.svg?raw'
import numbers from '@tabler/icons/outline/list-numbers.svg?raw'
import quote from '@tabler/icons/outline/quote.svg?raw'
import rule from '@tabler/icons/outline/separator.svg?raw'
import type { Editor } from '@tiptap/core'
import { html, type TemplateResult } from 'lit'
import { inputField } from '../../../components/field/field.ts'
import { openDialog } from '../../../components/dialog/dialog.ts'
import { ownIcon } from '../../../components/icon/icon.ts'
import type { MessageKey } from '../../../i18n/messages.ts'
import { t } from '../../../i18n/t.ts'
import { addressOf } from './link-address.ts'

type Tool = { label: MessageKey; sign: string; active: (editor: Editor) => boolean; run: (editor: Editor) => void }

const tools: Tool[] = [
  { label: 'editor.heading', sign: h2, active: (editor) => editor.isActive('heading', { level: 2 }), run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { label: 'editor.subheading', sign: h3, active: (editor) => editor.isActive('heading', { level: 3 }), run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run() },
  { label: 'editor.bold', sign: bold, active: (editor) => editor.isActive('bold'), run: (editor) => editor.chain().focus().toggleBold().run() },
  { label: 'editor.italic', sign: italic, active: (editor) => editor.isActive('italic'), run: (editor) => editor.chain().focus().toggleItalic().run() },
  { label: 'editor.link', sign: linkSign, active: (editor) => editor.isActive('link'), run: (editor) => void askLink(editor) },
  { label: 'editor.list', sign: listSign, active: (editor) => editor.isActive('bulletList'), run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { label: 'editor.numbers', sign: numbers, active: (editor) => editor.isActive('orderedList'), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { label: 'editor.quote', sign: quote, active: (editor) => editor.isActive('blockquote'), run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  { label: 'editor.rule', sign: rule, active: () => false, run: (editor) => editor.chain().focus().setHorizontalRule().run() },
]

async function askLink(editor: Editor): Promise<void> {
  const current = String(editor.getAttributes('link')['href'] ?? '')
  let typed = current
  const answer = await openDialog<string>(
    t('editor.link'),
    (handle) => html`<form
      class="form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        handle.close(typed)
      }}
    >
      ${inputField({ name: 'href', id: 'editor-href', label: t('editor.linkAddress'), hint: t('editor.linkHint'), optional: true, value: current, autofocus: true, autocomplete: 'off', onInput: (value) => (typed = value) })}
      <div class="dialog__foot">
        ${current ? html`<button type="button" class="button" @click=${() => handle.close('')}>${t('editor.unlink')}</button>` : ''}
        <button class="button button--primary">${t('action.save')}</button>
      </div>
    </form>`,
  )
  if (answer === undefined) return void editor.commands.focus()
  const href = addressOf(answer)
  const chain = editor.chain().focus().extendMarkRange('link')
  if (!href) chain.unsetLink().run()
  else if (editor.state.selection.empty && !current) chain.insertContent({ type: 'text', text: answer.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.setLink({ href }).run()
}

/** Arrow keys move along the bar, so that Tab passes it in one step (WAI-ARIA toolbar). */
function onKey(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  const next = buttons[(at + step + buttons.length) % buttons.length]
  event.preventDefault()
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1
  next?.focus()
}

/** A press with the mouse leaves the caret where it is. */
const keepFocus = (event: Event): void => event.preventDefault()

export const toolbar = (editor: Editor, controls: string): TemplateResult =>
  html`<div class="toolbar" role="toolbar" aria-label=${t('editor.toolbar')} aria-controls=${controls} @keydown=${onKey} @mousedown=${keepFocus}>
    ${tools.map(
      (tool, index) => html`<button type="button" class="toolbar__tool" title=${t(tool.label)} tabindex=${index ? -1 : 0} aria-pressed=${tool.active(editor)} @click=${() => tool.run(editor)}>
        ${ownIcon(tool.sign)}<span class="visually-hidden">${t(tool.label)}</span>
      </button>`,
    )}
  </div>`
