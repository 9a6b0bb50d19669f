// SPDX-License-Identifier: EUPL-1.2
import { placeAddress } from '../../api/place-address.ts'
import { ProblemError } from '../../api/problem.ts'
import type { Building, Membership } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { explain } from '../../components/field/form-state.ts'
import { toast } from '../../components/toast/toast.ts'
import { t } from '../../i18n/t.ts'
import { refreshMe } from '../../state/session.ts'
import { endMembership, membersOf } from './data.ts'

/** A building always has an admin: the last one names who follows. */
export const isLastAdmin = (error: unknown): boolean => error instanceof ProblemError && error.status === 409 && error.type.endsWith('last-admin')

/** Whether somebody is the only admin among those there are; when in doubt the server says so. */
export const isOnlyAdmin = (mine: Pick<Membership, 'id' | 'role'>, admins: readonly Pick<Membership, 'id'>[]): boolean => mine.role === 'admin' && admins.length === 1 && admins[0]?.id === mine.id

async function successorFor(building: Building, mine: string): Promise<Membership | undefined> {
  const { chooseSuccessor } = await import('./successor-dialog.ts')
  return chooseSuccessor(building, mine, t('successor.leaveTitle', { name: building.name }))
}

/** Asks, leaves, and asks for a successor when the building would be left without an admin. Answers whether the reader left. */
export async function leaveBuilding(building: Building): Promise<boolean> {
  const { slug, name, access, myMembership } = building
  if (!myMembership) return false
  const admins = myMembership.role === 'admin' ? await membersOf(slug, { role: 'admin', limit: 2 }).then(({ items }) => items, () => []) : []
  if (isOnlyAdmin(myMembership, admins)) return handOver(building, myMembership.id)
  const text = t(access === 'open' ? 'building.leave.open' : access === 'closed' ? 'building.leave.closed' : 'building.leave.hidden')
  if (!(await confirmDialog({ title: t('building.leave.title', { name }), text, yes: t('building.leave'), danger: access !== 'open' }))) return false
  try {
    await endMembership(slug, myMembership.id)
  } catch (error) {
    if (!isLastAdmin(error)) {
      toast(explain(error), { tone: 'error' })
      return false
    }
    return handOver(building, myMembership.id)
  }
  return gone(name)
}

/** Choosing who follows is the question and the answer: nothing is asked twice. */
async function handOver(building: Building, mine: string): Promise<boolean> {
  const successor = await successorFor(building, mine)
  if (!successor) return false
  try {
    await endMembership(placeAddress(building), mine, successor.id)
  } catch (refusal) {
    toast(explain(refusal), { tone: 'error' })
    return false
  }
  return gone(building.name)
}

async function gone(name: string): Promise<true> {
  await refreshMe().catch(() => null)
  toast(t('building.left', { name }))
  return true
}
