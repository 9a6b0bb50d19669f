// SPDX-License-Identifier: EUPL-1.2

/** The part of a ProseMirror document that the editor can make. */
export type RichNode = {
  type?: string
  text?: string
  attrs?: Record<string, unknown> | undefined
  marks?: { type: string; attrs?: Record<string, unknown> | undefined }[]
  content?: RichNode[]
}

const escapeText = (text: string): string => text.replace(/([\\`*_[\]<>])/g, '\\$1').replace(/^([ \t]*)(#{1,6}\s|[-+]\s|\d+[.)]\s|>)/gm, (_whole, space: string, sign: string) => `${space}\\${sign}`)

function inline(nodes: RichNode[] = []): string {
  return nodes.map(inlineOne).join('')
}

function inlineOne(node: RichNode): string {
  if (node.type === 'hardBreak') return '  \n'
  const text = node.text ?? ''
  const marks = node.marks ?? []
  if (marks.some((mark) => mark.type === 'code')) return `\`${text}\``
  // Markdown wants its signs against the word, not against a space.
  const core = text.trim()
  if (!core) return text
  const [before, after] = [text.slice(0, text.indexOf(core)), text.slice(text.indexOf(core) + core.length)]
  let out = escapeText(core)
  for (const { type, attrs } of marks) {
    if (type === 'bold') out = `**${out}**`
    else if (type === 'italic') out = `*${out}*`
    else if (type === 'strike') out = `~~${out}~~`
    else if (type === 'link') out = `[${out}](${String(attrs?.['href'] ?? '')})`
  }
  return before + out + after
}

const indent = (text: string, by: string): string => text.replace(/\n(?=.)/g, `\n${by}`)

function list(node: RichNode, sign: (index: number) => string): string {
  return (node.content ?? []).map((item, index) => sign(index) + indent(blocks(item.content, '\n'), ' '.repeat(sign(index).length))).join('\n')
}

function block(node: RichNode): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.['level'] ?? 2))} ${inline(node.content)}`
    case 'bulletList':
      return list(node, () => '- ')
    case 'orderedList':
      return list(node, (index) => `${Number(node.attrs?.['start'] ?? 1) + index}. `)
    case 'blockquote':
      return `> ${blocks(node.content).replace(/\n/g, '\n> ')}`
    case 'codeBlock':
      return `\`\`\`${String(node.attrs?.['language'] ?? '')}\n${(node.content ?? []).map((one) => one.text ?? '').join('')}\n\`\`\``
    case 'horizontalRule':
      return '---'
    default:
      return inline(node.content)
  }
}

function blocks(nodes: RichNode[] = [], between = '\n\n'): string {
  return nodes.map(block).join(between)
}

/** What was written in the editor as Markdown, for who would rather go on in that. */
export const toMarkdown = (document: RichNode): string => blocks(document.content).trim()
