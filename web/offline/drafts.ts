// SPDX-License-Identifier: EUPL-1.2
import type { Draft } from '../api/types.ts'
import { dropOne, getAll, getOne, putOne } from './store.ts'

/** What somebody is writing at one place on this device: the square, a building, a thread. */
export type LocalDraft = {
  owner: string
  place: string
  draft: Draft
  /** Belongs with the account, too; else it stays on this device. */
  remote: boolean
  /** The account has it as it is here. */
  kept: boolean
  at: number
}

export const localDraft = (owner: string, place: string): Promise<LocalDraft | undefined> => getOne<LocalDraft>('draft', [owner, place])
export const keepLocally = (draft: LocalDraft): Promise<unknown> => putOne('draft', draft)
export const dropLocally = (owner: string, place: string): Promise<unknown> => dropOne('draft', [owner, place])

/** Newest first; what belongs with the account only. */
export const localDrafts = async (owner: string): Promise<LocalDraft[]> => (await getAll<LocalDraft>('draft')).filter((each) => each.owner === owner && each.remote).sort((one, other) => other.at - one.at)
