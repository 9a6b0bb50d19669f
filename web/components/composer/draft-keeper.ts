// SPDX-License-Identifier: EUPL-1.2
import { isStatus } from '../../api/problem.ts'
import { randomId } from '../../api/random-id.ts'
import type { Draft } from '../../api/types.ts'
import { dropLocally, keepLocally, localDraft } from '../../offline/drafts.ts'
import { me } from '../../state/session.ts'
import { deleteDraft, saveDraft } from './data.ts'

export type DraftState = 'none' | 'here' | 'kept'

/** Keeps what is being written: at once on this device, a second later with the account. Offline it stays on the device. */
export class DraftKeeper {
  state: DraftState = 'none'
  /** Of the draft, and of the post it becomes: sent along as Idempotency-Key, so that it is placed once however often it is sent. */
  id = randomId()
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> = Promise.resolve()
  /** What was last sent to the account. */
  private latest: Draft | null = null
  /** What was written last. */
  private newest: Draft | null = null
  private readonly place: string
  private readonly changed: () => void
  private readonly remote: boolean

  /** `place` tells texts apart on one device: the square, a building, a thread. Without `remote` the text stays on this device. */
  constructor(place: string, changed: () => void, remote = true) {
    this.place = place
    this.changed = changed
    this.remote = remote
  }

  /** What was left here, or the draft given. Null, too, when something was written before it was found. */
  async restore(given: Draft | null): Promise<Draft | null> {
    const owner = me.value?.id
    const before = this.id
    const found = given ? null : owner ? await localDraft(owner, this.place).catch(() => undefined) : undefined
    const draft = given ?? found?.draft ?? null
    if (!draft || this.state !== 'none' || this.id !== before) return null
    this.id = draft.id
    this.state = found?.kept === false ? 'here' : 'kept'
    return draft
  }

  /** @returns whether it is on this device now. Full or forbidden storage: the account still keeps it. */
  private async here(draft: Draft, kept: boolean, place = this.place): Promise<boolean> {
    const owner = me.value?.id
    if (!owner) return false
    return keepLocally({ owner, place, draft, remote: this.remote, kept, at: Date.now() }).then(
      () => true,
      () => false,
    )
  }

  private gone(): void {
    const owner = me.value?.id
    if (owner) void dropLocally(owner, this.place).catch(() => undefined)
  }

  keep(draft: Omit<Draft, 'id'>): void {
    clearTimeout(this.timer)
    const whole: Draft = { ...draft, id: this.id }
    this.newest = whole
    void this.here(whole, false).then((there) => there && this.newest === whole && whole.id === this.id && this.set('here'))
    if (!this.remote) return
    this.timer = setTimeout(() => this.save(whole), 1000)
  }

  private save(draft: Draft): void {
    const isLatest = (): boolean => draft.id === this.id && this.newest === draft
    this.latest = draft
    this.saving = saveDraft(draft).then(
      () => {
        if (!isLatest()) return
        void this.here(draft, true)
        this.set('kept')
      },
      () => window.addEventListener('online', () => void (isLatest() && this.state !== 'kept' && this.save(draft)), { once: true }),
    )
  }

  /** Hands the draft to another place on this device, where it is restored from; answers its id. */
  moveTo(place: (id: string) => string, draft: Omit<Draft, 'id'>): string {
    clearTimeout(this.timer)
    const { id } = this
    this.gone()
    void this.here({ ...draft, id }, false, place(id))
    void saveDraft({ ...draft, id }).catch(() => undefined)
    this.handOver()
    return id
  }

  /** The text goes on elsewhere under its own id; what is written here next is another one. */
  handOver(): void {
    clearTimeout(this.timer)
    this.id = randomId()
    this.set('none')
  }

  /** As {@link handOver}, for what waits to be sent: its draft with the account goes when it is placed. */
  async giveToOutbox(): Promise<void> {
    this.gone()
    this.handOver()
    await this.saving
  }

  /** The text was placed or thrown away. */
  async drop(): Promise<void> {
    const { id } = this
    const wasSaved = this.remote && (this.state !== 'none' || this.latest?.id === id)
    this.handOver()
    this.gone()
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
