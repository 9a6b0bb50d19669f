// SPDX-License-Identifier: EUPL-1.2
import { dropOne, getAll, getOne, putOne } from './store.ts'

/** Something to be placed that could not be sent yet. Shared with the service worker: nothing here knows a page. */
export type Outgoing = {
  /** That of the draft, which is the Idempotency-Key too: however often it is sent, it is placed once. */
  id: string
  /** Whose it is; nobody else sends or sees it. */
  owner: string
  path: string
  body: object
  /** What it was before, to go on writing. */
  draft: object
  /** The name of the place, to show where it goes. */
  where: string
  language: string
  at: number
  /** The first time that it may have arrived without our knowing. */
  triedAt?: number
  state: 'waiting' | 'refused'
  /** Why it was refused: the type of the problem and its sentence. */
  problem?: { type: string; detail: string }
}

export type Round = { sent: { id: string; url: string; withheld: string | null }[]; refused: Outgoing[]; left: number }

/** Told between tabs and the worker: something of the outbox changed. */
export const outboxChannel = 'plein-outbox'
/** The name under which the browser wakes the worker when the line is back. */
export const outboxSync = 'plein-outbox'

const apiRoot = '/api/v1'
const PATIENCE_MS = 30_000
/** The server knows a key for a day; after that it would take a repeat for something new. */
const KEY_LIVES_MS = 23 * 3_600_000
/** Not a judgement on what was sent. */
const later = new Set([401, 408, 425, 429])

/** One at a time, over all tabs and the worker. Without locks the key still sees to it that it is placed once. */
export const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
  typeof navigator !== 'undefined' && 'locks' in navigator ? (navigator.locks.request('plein-outbox', work) as Promise<T>) : work()

export const waitingOf = async (owner: string): Promise<Outgoing[]> => (await getAll<Outgoing>('outbox')).filter((each) => each.owner === owner).sort((one, other) => one.at - other.at)

/** Sends what waits of whoever is signed in now, oldest first. */
export function sendWaiting(): Promise<Round> {
  return exclusively(async () => {
    const round: Round = { sent: [], refused: [], left: 0 }
    const all = (await getAll<Outgoing>('outbox')).filter(({ state }) => state === 'waiting')
    if (!all.length) return round
    const owner = await signedIn()
    const mine = all.filter((each) => each.owner === owner).sort((one, other) => one.at - other.at)
    for (const { id } of mine) {
      // It may have been thrown away or changed since.
      const entry = await getOne<Outgoing>('outbox', id)
      if (entry?.state !== 'waiting') continue
      if (!(await sendOne(entry, round))) {
        round.left = mine.length - round.sent.length - round.refused.length
        break
      }
    }
    return round
  })
}

/** Who the server says is signed in; null for nobody, or when it cannot be asked. */
async function signedIn(): Promise<string | null> {
  const answer = await ask('GET', '/me', {}).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { id: string }).id : null
}

function ask(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Response> {
  return fetch(apiRoot + path, {
    method,
    headers: { accept: 'application/json', ...headers },
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** @returns false when the rest had better wait too. */
async function sendOne(entry: Outgoing, round: Round): Promise<boolean> {
  if (entry.triedAt !== undefined && Date.now() - entry.triedAt > KEY_LIVES_MS) return refuse(entry, { type: 'perhaps-placed', detail: '' }, round)
  await putOne('outbox', { ...entry, triedAt: entry.triedAt ?? Date.now() })
  let answer: Response
  try {
    answer = await ask('POST', entry.path, { 'content-type': 'application/json', 'accept-language': entry.language, 'idempotency-key': entry.id }, entry.body)
  } catch {
    return false
  }
  if (answer.ok) {
    const made = (await answer.json().catch(() => ({}))) as { url?: string; withheld?: string | null }
    await dropOne('outbox', entry.id)
    round.sent.push({ id: entry.id, url: made.url ?? '/', withheld: made.withheld ?? null })
    // Its draft has become a post.
    await ask('DELETE', `/drafts/${entry.id}`, {}).catch(() => undefined)
    return true
  }
  if (answer.status >= 500 || later.has(answer.status)) return false
  const { type = '', detail = '', errors } = (await answer.json().catch(() => ({}))) as { type?: string; detail?: string; errors?: { message: string }[] }
  return refuse(entry, { type, detail: errors?.[0]?.message ?? detail }, round)
}

/** The words stay here until their writer has seen why. */
async function refuse(entry: Outgoing, problem: { type: string; detail: string }, round: Round): Promise<true> {
  const refused: Outgoing = { ...entry, state: 'refused', problem }
  await putOne('outbox', refused)
  round.refused.push(refused)
  return true
}
