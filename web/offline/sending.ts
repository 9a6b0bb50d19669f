// SPDX-License-Identifier: EUPL-1.2
import type { Draft } from '../api/types.ts'
import { saveDraft } from '../components/composer/data.ts'
import { toast } from '../components/toast/toast.ts'
import { t } from '../i18n/t.ts'
import { me } from '../state/session.ts'
import { createStore } from '../state/store.ts'
import { exclusively, outboxChannel, outboxSync, type Outgoing, type Round, sendWaiting, waitingOf } from './outbox.ts'
import { keepLocally, localDraft, localDrafts } from './drafts.ts'
import { dropOne, getOne, putOne } from './store.ts'
import { registration } from './worker.ts'

/** What waits to be sent, and what was refused, of who is signed in; oldest first. */
export const outbox = createStore<Outgoing[]>([])

const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 300_000
let pause = FIRST_PAUSE_MS
let timer: ReturnType<typeof setTimeout> | undefined
let channel: BroadcastChannel | null = null

async function look(): Promise<void> {
  const owner = me.value?.id
  outbox.set(owner ? await waitingOf(owner).catch(() => []) : [])
}

async function changed(): Promise<void> {
  await look()
  channel?.postMessage({})
}

/** Puts something in the outbox that could not be sent. Rejects when this device cannot keep it. */
export async function sendLater(entry: Pick<Outgoing, 'id' | 'path' | 'body' | 'where'> & { draft: Draft }): Promise<void> {
  const owner = me.value?.id
  if (!owner) throw new Error('nobody is signed in')
  // It was tried just now, and may have arrived.
  const whole: Outgoing = { ...entry, owner, language: document.documentElement.lang || 'nl', at: Date.now(), triedAt: Date.now(), state: 'waiting' }
  await putOne('outbox', whole)
  await changed()
  // Where the browser can, it sends when the line is back, also when this tab is gone.
  const worker = (await registration().catch(() => null)) as (ServiceWorkerRegistration & { sync?: { register: (tag: string) => Promise<void> } }) | null
  await worker?.sync?.register(outboxSync).catch(() => undefined)
  again()
}

/** Takes it out, to go on writing or for good. Undefined when it was sent in the meantime. */
export async function takeOut(id: string): Promise<Outgoing | undefined> {
  const entry = await exclusively(async () => {
    const found = await getOne<Outgoing>('outbox', id)
    if (found) await dropOne('outbox', id)
    return found
  })
  await changed()
  return entry
}

/** Puts it (back) as it is now, and lets it be sent. */
export async function putBack(entry: Outgoing): Promise<void> {
  await exclusively(() => putOne('outbox', entry))
  await changed()
}

/** Changes the words of what was not sent yet. @returns false when it is gone: sent in the meantime, in another tab perhaps. */
export async function rewrite(id: string, body: string): Promise<boolean> {
  const there = await exclusively(async () => {
    const found = await getOne<Outgoing>('outbox', id)
    if (!found) return false
    const { problem: _, ...rest } = found
    await putOne('outbox', { ...rest, body: { ...found.body, body }, draft: { ...found.draft, body }, state: 'waiting' })
    return true
  })
  await changed()
  return there
}

function tell({ sent, refused }: Pick<Round, 'sent' | 'refused'>): void {
  if (refused.length) toast(t('outbox.refusedNow', { count: refused.length }), { tone: 'error' })
  else if (sent.length) toast(t(sent.some(({ withheld }) => withheld === 'waiting') ? 'held.note.waiting' : 'outbox.sentNow', { count: sent.length }))
}

let sending = false

/** Tries to send all that waits. */
export async function sendNow(): Promise<void> {
  clearTimeout(timer)
  if (!me.value || sending || !outbox.value.some(({ state }) => state === 'waiting')) return
  sending = true
  try {
    const round = await sendWaiting()
    tell(round)
    if (round.sent.length || round.refused.length) {
      pause = FIRST_PAUSE_MS
      await changed()
      if (round.sent.length) window.dispatchEvent(new Event('plein-outbox-sent'))
    }
  } catch {
    // No storage, or no line: the next time.
  } finally {
    sending = false
  }
  await look()
  again()
}

/** While something waits and this tab is open: 5 s, 10 s, 20 s … at most five minutes. */
function again(): void {
  clearTimeout(timer)
  if (!outbox.value.some(({ state }) => state === 'waiting')) return
  timer = setTimeout(() => void sendNow(), pause)
  pause = Math.min(LONGEST_PAUSE_MS, pause * 2)
}

/** What was written without a line, in a tab that is closed by now, goes to the account. */
async function saveLeftDrafts(): Promise<void> {
  const owner = me.value?.id
  const waiting = new Set(outbox.value.map(({ id }) => id))
  for (const { place, draft, kept, at } of owner ? await localDrafts(owner) : []) {
    if (!owner || kept || waiting.has(draft.id)) continue
    await saveDraft(draft)
    const now = await localDraft(owner, place)
    // Unless somebody went on writing meanwhile.
    if (now?.at === at) await keepLocally({ ...now, kept: true })
  }
}

const atOnce = (): void => {
  pause = FIRST_PAUSE_MS
  void look()
    .then(sendNow)
    .then(saveLeftDrafts)
    .catch(() => undefined)
}

/** Once at start: what was left from before goes first. */
export function startSending(): void {
  if (typeof BroadcastChannel !== 'undefined') {
    channel = new BroadcastChannel(outboxChannel)
    channel.onmessage = ({ data }: MessageEvent<{ round?: Round }>) => {
      void look()
      // Sent by the worker: told in the tab that is looked at.
      if (data.round && document.visibilityState === 'visible') tell(data.round)
    }
  }
  window.addEventListener('online', atOnce)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') atOnce()
  })
  let owner = me.value?.id
  me.subscribe(() => {
    if (me.value?.id === owner) return
    owner = me.value?.id
    atOnce()
  })
  atOnce()
}
