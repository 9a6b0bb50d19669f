// SPDX-License-Identifier: EUPL-1.2
import { Editor } from '@tiptap/core'
import { Placeholder } from '@tiptap/extension-placeholder'
import { StarterKit } from '@tiptap/starter-kit'
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { mentionAt } from '../../../components/mention-list/mention-at.ts'
import { MentionList } from '../../../components/mention-list/mention-list.ts'
import { t } from '../../../i18n/t.ts'
import { toMarkdown } from './to-markdown.ts'
import { toolbar } from './toolbar.ts'

let counter = 0

/** Text with headings, lists, quotes and links. Emits `editor-changed` with the HTML. Heavy: fetched when an article is written. */
@customElement('plein-rich-editor')
export class PleinRichEditor extends LitElement {
  /** What it begins with; later changes by the page go through `setHTML`. */
  @property() content = ''
  @property() label = ''
  /** Where mentions are looked for. */
  @property() building: string | null = null
  @property({ type: Boolean }) faulty = false

  private editor: Editor | null = null
  private readonly textId = `editor-${++counter}`
  private readonly mentions = new MentionList(this, () => this.building, (_start, handle) => this.insertMention(handle))

  override createRenderRoot(): HTMLElement {
    return this
  }

  override firstUpdated(): void {
    const element = this.querySelector<HTMLElement>('.editor__text')
    if (!element) return
    this.editor = new Editor({
      element,
      // The policy of the page allows no style elements; ours are in the stylesheet.
      injectCSS: false,
      extensions: [
        StarterKit.configure({ heading: { levels: [2, 3] }, underline: false, link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['mailto'] } }),
        Placeholder.configure({ placeholder: () => t('editor.placeholder') }),
      ],
      content: this.content,
      editorProps: {
        attributes: { id: this.textId, role: 'textbox', 'aria-multiline': 'true', 'aria-label': this.label, class: 'prose' },
        handleKeyDown: (_view, event) => this.mentions.onKey(event),
        handleDOMEvents: { blur: () => (this.mentions.close(), false) },
      },
      onUpdate: ({ editor }) => {
        this.dispatchEvent(new CustomEvent('editor-changed', { bubbles: true, detail: editor.isEmpty ? '' : editor.getHTML() }))
        const before = this.textBefore()
        void this.mentions.onText(before, before.length)
      },
      onTransaction: () => this.requestUpdate(),
    })
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.editor?.destroy()
    this.editor = null
  }

  override updated(): void {
    const dom = this.editor?.view.dom
    if (!dom) return
    dom.setAttribute('aria-label', this.label)
    if (this.faulty) dom.setAttribute('aria-invalid', 'true')
    else dom.removeAttribute('aria-invalid')
    const { activeId } = this.mentions
    if (activeId) dom.setAttribute('aria-activedescendant', activeId)
    else dom.removeAttribute('aria-activedescendant')
  }

  private textBefore(): string {
    const { $from, empty } = this.editor?.state.selection ?? {}
    return $from && empty ? $from.parent.textBetween(0, $from.parentOffset, '\n', '\ufffc') : ''
  }

  private insertMention(handle: string): void {
    const { editor } = this
    const before = this.textBefore()
    const mention = mentionAt(before, before.length)
    if (!editor || !mention) return
    const { from } = editor.state.selection
    editor.chain().focus().insertContentAt({ from: from - (before.length - mention.start), to: from }, `@${handle} `).run()
  }

  setHTML(content: string): void {
    this.editor?.commands.setContent(content)
  }

  markdown(): string {
    return this.editor ? toMarkdown(this.editor.getJSON()) : ''
  }

  override focus(): void {
    this.editor?.commands.focus('end')
  }

  override render(): TemplateResult {
    return html`<div class="editor ${this.faulty ? 'editor--faulty' : ''}">
      ${this.editor ? toolbar(this.editor, this.textId) : nothing}
      <div class="editor__text"></div>
      ${this.mentions.render()}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'plein-rich-editor': PleinRichEditor
  }
}
