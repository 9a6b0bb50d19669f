// SPDX-License-Identifier: EUPL-1.2
import type { Post } from '../../api/types.ts'

/** The tags to name below a post: those that stand in its text as a link need no repeating, unless the text is cut off. */
export const tagsBelow = (post: Pick<Post, 'tags' | 'html'>, cut: boolean): string[] => (cut ? post.tags : post.tags.filter((tag) => !post.html.includes(`href="/tags/${encodeURIComponent(tag)}"`)))
