// SPDX-License-Identifier: EUPL-1.2
import { ProblemError } from '../../api/problem.ts'
import type { Building } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { refreshMe } from '../../state/session.ts'
import { endMembership } from './data.ts'

/** A building always has an admin: the last one names who follows. */
export const isLastAdmin = (error: unknown): boolean => error instanceof ProblemError && error.status === 409 && error.type.endsWith('last-admin')

/** Asks, leaves, and asks for a successor when the building would be left without an admin. Answers whether the reader left. */
export async function leaveBuilding(building: Building): Promise<boolean> {
  const { slug, name, access, myMembership } = building
  if (!myMembership) return false
  const text = t(access === 'open' ? 'building.leave.open' : access === 'closed' ? 'building.leave.closed' : 'building.leave.hidden')
  if (!(await confirmDialog({ title: t('building.leave.title', { name }), text, yes: t('building.leave'), danger: access !== 'open' }))) return false
  try {
    await endMembership(slug, myMembership.id)
  } catch (error) {
    if (!isLastAdmin(error)) {
      toast(explain(error), { tone: 'error' })
      return false
    }
    const { chooseSuccessor } = await import('./successor-dialog.ts')
    const successor = await chooseSuccessor(building, myMembership.id)
    if (!successor) return false
    try {
      await endMembership(slug, myMembership.id, successor.id)
    } catch (refusal) {
      toast(explain(refusal), { tone: 'error' })
      return false
    }
  }
  await refreshMe().catch(() => null)
  toast(t('building.left', { name }))
  return true
}
