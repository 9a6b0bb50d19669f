// SPDX-License-Identifier: EUPL-1.2

type Answer = { root: { id: string }; inReplyTo: string | null }

/** Tells the boxes to write in apart: each keeps its own text, also two in one thread. */
export function draftPlace(replyTo: Answer | null, building: { slug: string } | null): string {
  if (!replyTo) return building?.slug ?? 'square'
  const { root, inReplyTo } = replyTo
  return inReplyTo && inReplyTo !== root.id ? `reply.${root.id}.${inReplyTo}` : `reply.${root.id}`
}
