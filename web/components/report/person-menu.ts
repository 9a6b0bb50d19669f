// SPDX-License-Identifier: EUPL-1.2
import type { ActorRef } from '../../api/types.ts'
import { t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { confirmDialog } from '../dialog/dialog.ts'
import { explain } from '../field/form-state.ts'
import type { MenuItem } from '../menu/menu.ts'
import { toast } from '../toast/toast.ts'
import { type Reported, setTie } from './data.ts'

/** Fetched when it is opened. @param person whom it is about; the home of who is of elsewhere can be told too */
export async function report(title: string, about: Reported, place: { slug: string; name: string } | null, person: ActorRef | null = null): Promise<void> {
  try {
    const { showReport } = await import('./report-dialog.ts')
    await showReport(title, about, place, person)
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}

async function spare(person: ActorRef, kind: 'block' | 'mute', done: () => void): Promise<void> {
  const { name, handle } = person
  if (!(await confirmDialog({ title: t(`block.${kind}.title`, { name }), text: t(`block.${kind}.text`, { name }), yes: t(`block.${kind}`), danger: kind === 'block' }))) return
  try {
    await setTie(handle, kind, true)
    toast(t('block.blocked', { name }), { undo: () => void setTie(handle, kind, false).then(done, (error: unknown) => toast(explain(error), { tone: 'error' })) })
    done()
  } catch (error) {
    toast(explain(error), { tone: 'error' })
  }
}

/** What one may want to be spared of somebody else. */
export function spareItems(person: ActorRef | null, done: () => void): MenuItem[] {
  if (!person || !me.value || person.handle === me.value.handle) return []
  return [
    { label: t('block.mute'), icon: 'eye-off', onChoose: () => void spare(person, 'mute', done) },
    { label: t('block.block'), icon: 'lock', onChoose: () => void spare(person, 'block', done) },
  ]
}
