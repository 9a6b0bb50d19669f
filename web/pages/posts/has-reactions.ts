// SPDX-License-Identifier: EUPL-1.2
import type { Post } from '../../api/types.ts'

export const hasReactions = ({ reactions }: Pick<Post, 'reactions'>): boolean => Object.values(reactions).some((count) => count > 0)
