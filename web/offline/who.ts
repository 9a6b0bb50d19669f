// SPDX-License-Identifier: EUPL-1.2
import type { Instance, Me } from '../api/types.ts'
import { dropOne, getOne, putOne } from './store.ts'

/** Who is signed in and where, for a start without a line. Gone at the first start that hears of nobody. */
type Kept = { me: Me; instance: Instance | null }

const isThere = typeof indexedDB !== 'undefined'

export function remember(me: Me | null, instance: Instance | null): void {
  if (!isThere) return
  void (me ? putOne('who', { name: 'signed-in', me, instance } satisfies Kept & { name: string }) : dropOne('who', 'signed-in')).catch(() => undefined)
}

export const remembered = async (): Promise<Kept | null> => (isThere ? ((await getOne<Kept>('who', 'signed-in').catch(() => undefined)) ?? null) : null)
