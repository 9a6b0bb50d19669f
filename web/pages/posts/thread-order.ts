// SPDX-License-Identifier: EUPL-1.2
import type { Post } from '../../api/types.ts'

/** A reply to the post with every answer below it, in the order of writing. */
export type Strand = { reply: Post; answers: Post[] }

/** One step of indentation whatever the depth: narrow screens stay readable. A reply whose parent is not here (yet) stands on its own. */
export function strandsOf(replies: Post[], rootId: string): Strand[] {
  const byId = new Map(replies.map((reply) => [reply.id, reply]))
  const strands = new Map<string, Strand>()
  for (const reply of replies) {
    const top = topOf(reply, byId, rootId)
    const strand = strands.get(top.id)
    if (!strand) strands.set(top.id, { reply: top, answers: top === reply ? [] : [reply] })
    else if (top !== reply) strand.answers.push(reply)
  }
  return [...strands.values()]
}

function topOf(reply: Post, byId: Map<string, Post>, rootId: string): Post {
  let at = reply
  const seen = new Set<string>()
  while (at.inReplyTo && at.inReplyTo !== rootId && !seen.has(at.id)) {
    seen.add(at.id)
    const parent = byId.get(at.inReplyTo)
    if (!parent) return at
    at = parent
  }
  return at
}
