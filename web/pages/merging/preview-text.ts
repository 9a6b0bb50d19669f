// SPDX-License-Identifier: EUPL-1.2
import type { MergePreview } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'

/** What would happen, one sentence for each thing that somebody should know before. */
export function previewSentences(preview: MergePreview): string[] {
  const { source, target } = preview
  const names = { source: source.name, target: target.name }
  const posts = preview.posts === null ? t('merge.effect.allPosts', names) : t('merge.effect.posts', { ...names, count: preview.posts })
  const sentences = [posts, t('merge.effect.members', { ...names, count: preview.sourceMembers })]
  if (preview.newReadersOfSource) sentences.push(t('merge.effect.readSource', { ...names, count: preview.newReadersOfSource }))
  if (preview.newReadersOfSource === null) sentences.push(t('merge.effect.readSourceUnknown', names))
  if (preview.newReadersOfTarget) sentences.push(t('merge.effect.readTarget', { ...names, count: preview.newReadersOfTarget }))
  if (preview.targetOpen) sentences.push(t('merge.effect.open', names))
  if (preview.narrowed !== 'nothing') sentences.push(t('merge.effect.narrows', names))
  if (preview.banned) sentences.push(t('merge.effect.banned', { count: preview.banned }))
  if (preview.requests) sentences.push(t('merge.effect.requests', { count: preview.requests }))
  if (preview.groups) sentences.push(t('merge.effect.groups', { ...names, count: preview.groups }))
  if (preview.rules) sentences.push(t('merge.effect.rules', { ...names, count: preview.rules }))
  if (preview.long) sentences.push(t('merge.effect.long'))
  sentences.push(t('merge.effect.address', names), t('merge.effect.undo'))
  return sentences
}
