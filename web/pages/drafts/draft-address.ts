// SPDX-License-Identifier: EUPL-1.2
import type { Draft } from '../../api/types.ts'

/** Where a draft is gone on with: the editor, its thread, its building, or the square. */
export function draftAddress({ id, kind, inReplyTo, buildingSlug }: Pick<Draft, 'id' | 'kind' | 'inReplyTo' | 'buildingSlug'>): string {
  if (inReplyTo) return `/posts/${inReplyTo}?draft=${id}`
  if (kind === 'article' || !buildingSlug) return `/write?draft=${id}`
  return `/buildings/${encodeURIComponent(buildingSlug)}?draft=${id}`
}

/** The first words, without tags of HTML. */
export function excerptOf({ body, format }: Pick<Draft, 'body' | 'format'>): string {
  const text = (format === 'html' ? (new DOMParser().parseFromString(body, 'text/html').body.textContent ?? '') : body).trim().replace(/\s+/g, ' ')
  return text.length > 90 ? `${text.slice(0, 90).replace(/\s+\S*$/, '')}…` : text
}
