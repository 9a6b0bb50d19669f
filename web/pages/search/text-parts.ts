// SPDX-License-Identifier: EUPL-1.2
import { html, type TemplateResult } from 'lit'
import type { TextPart } from '../../api/types.ts'

/** Text with what was looked for marked in it. Parts are text, never markup. */
export const textParts = (parts: readonly TextPart[]): (TemplateResult | string)[] => parts.map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text))

export const plainText = (parts: readonly TextPart[]): string => parts.map((part) => part.text).join('')
