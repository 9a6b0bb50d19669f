// SPDX-License-Identifier: EUPL-1.2
import { isStatus } from '../../api/problem.ts'
import { randomId } from '../../api/random-id.ts'
import type { Draft } from '../../api/types.ts'
import { deleteDraft, saveDraft } from './data.ts'

export type DraftState = 'none' | 'here' | 'kept'

const storageKey = (place: string): string => `plein.draft.${place}`

/** Keeps what is being written: at once on this device, a second later with the account. Offline it stays on the device. */
export class DraftKeeper {
  state: DraftState = 'none'
  private id = randomId()
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> = Promise.resolve()
  /** What was last sent, or is to be sent when the line is back. */
  private latest: Draft | null = null
  private readonly place: string
  private readonly changed: () => void
  private readonly remote: boolean

  /** `place` tells texts apart on one device: the square, a building, a thread. Without `remote` the text stays on this device. */
  constructor(place: string, changed: () => void, remote = true) {
    this.place = place
    this.changed = changed
    this.remote = remote
  }

  /** What was left here, or the draft given. */
  restore(given: Draft | null): Draft | null {
    const draft = given ?? this.local()
    if (draft) {
      this.id = draft.id
      this.state = 'kept'
    }
    return draft
  }

  private local(): Draft | null {
    try {
      return JSON.parse(localStorage.getItem(storageKey(this.place)) ?? 'null') as Draft | null
    } catch {
      return null
    }
  }

  keep(draft: Omit<Draft, 'id'>): void {
    clearTimeout(this.timer)
    const whole: Draft = { ...draft, id: this.id }
    try {
      localStorage.setItem(storageKey(this.place), JSON.stringify(whole))
    } catch {
      // Full or forbidden storage: the account still keeps it.
    }
    this.set('here')
    if (!this.remote) return
    this.timer = setTimeout(() => this.save(whole), 1000)
  }

  private save(draft: Draft): void {
    const isLatest = (): boolean => draft.id === this.id && this.latest === draft
    this.latest = draft
    this.saving = saveDraft(draft).then(
      () => {
        if (isLatest()) this.set('kept')
      },
      () => window.addEventListener('online', () => void (isLatest() && this.state === 'here' && this.save(draft)), { once: true }),
    )
  }

  /** Hands the draft to another place on this device, where it is restored from; answers its id. */
  moveTo(place: (id: string) => string, draft: Omit<Draft, 'id'>): string {
    clearTimeout(this.timer)
    const { id } = this
    try {
      localStorage.removeItem(storageKey(this.place))
      localStorage.setItem(storageKey(place(id)), JSON.stringify({ ...draft, id }))
    } catch {
      // Then the account's copy, made below, is the only one.
    }
    void saveDraft({ ...draft, id }).catch(() => undefined)
    this.id = randomId()
    this.set('none')
    return id
  }

  /** The text was placed or thrown away. */
  async drop(): Promise<void> {
    clearTimeout(this.timer)
    const { id } = this
    const wasSaved = this.remote && this.state !== 'none'
    this.id = randomId()
    this.set('none')
    try {
      localStorage.removeItem(storageKey(this.place))
    } catch {
      // Nothing was kept then.
    }
    await this.saving
    if (wasSaved) {
      await deleteDraft(id).catch((error: unknown) => {
        if (!isStatus(error, 404)) this.set('none')
      })
    }
  }

  private set(state: DraftState): void {
    this.state = state
    this.changed()
  }
}
