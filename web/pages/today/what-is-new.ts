// SPDX-License-Identifier: EUPL-1.2
import type { NewInPlace, PostLine, OnSquare, Today, TodayLine } from '../../api/types.ts'

/** A line stays the same line while more is told of the same thing. */
export const lineKey = (line: TodayLine): string => (line.kind === 'search-hit' ? `search ${line.search?.id ?? line.id}` : `line ${line.post?.rootId ?? line.id}`)
export const askKey = (ask: { id: string }): string => `ask ${ask.id}`
export const placeKey = ({ place }: Pick<NewInPlace, 'place'>): string => `place ${place.id}`
export const postKey = (post: { id: string }): string => `post ${post.id}`
export const squareKey = (one: Pick<OnSquare, 'id'>): string => `square ${one.id}`

const lines = (today: Today): TodayLine[] => [...today.forMe, ...today.threads]

/** Only the newest of a list are told: what is older than those may still be unread. */
function leftOut(post: { publishedAt: string }, told: readonly { publishedAt: string }[], most: number): boolean {
  return told.length >= most && told.every((other) => other.publishedAt >= post.publishedAt)
}

const shownPerPlace = 3
const shownOnSquare = 5

function postIsRead(post: PostLine, place: NewInPlace | undefined): boolean {
  return !place || (!place.posts.some((other) => other.id === post.id) && !leftOut(post, place.posts, shownPerPlace))
}

/** The keys of what is shown and no longer new, as the server tells now. It stays where it stands, quietly. */
export function readSince(shown: Today, now: Today): Set<string> {
  const read = new Set<string>()
  const asked = new Set(now.asks.filter((ask) => ask.isNew).map(askKey))
  for (const ask of shown.asks) if (!asked.has(askKey(ask))) read.add(askKey(ask))
  const told = new Set(lines(now).map(lineKey))
  for (const line of lines(shown)) if (!told.has(lineKey(line))) read.add(lineKey(line))
  for (const place of shown.places) {
    const there = now.places.find((other) => other.place.id === place.place.id)
    if (!there) read.add(placeKey(place))
    for (const post of place.posts) if (postIsRead(post, there)) read.add(postKey(post))
  }
  const onSquare = now.square.map((one) => ({ id: one.id, publishedAt: one.at }))
  for (const one of shown.square) if (!onSquare.some((other) => other.id === one.id) && !leftOut({ publishedAt: one.at }, onSquare, shownOnSquare)) read.add(squareKey(one))
  return read
}

/** How many things came in after what is shown. */
export function countFresh(shown: Today, now: Today): number {
  const moments = [...now.asks.filter((ask) => ask.isNew).map((ask) => ask.at), ...lines(now).map((line) => line.createdAt), ...now.places.flatMap((place) => place.posts.map((post) => post.publishedAt)), ...now.square.map((one) => one.at)]
  return moments.filter((at) => at > shown.upTo).length
}

/** How many things wait for an answer, whether they are new or not. */
export const waiting = (today: Today): number => today.asks.length

/** Whether nothing is new: what waits may still wait. */
export const isCaughtUp = (today: Today, read: ReadonlySet<string>): boolean =>
  today.asks.every((ask) => !ask.isNew || read.has(askKey(ask))) &&
  lines(today).every((line) => read.has(lineKey(line))) &&
  today.places.every((place) => read.has(placeKey(place)) || (place.posts.length > 0 && place.posts.length === place.unread && place.posts.every((post) => read.has(postKey(post))))) &&
  today.square.every((one) => read.has(squareKey(one)))

/** Every key of what is shown. */
export const allKeys = (today: Today): Set<string> => readSince(today, { ...today, asks: [], forMe: [], threads: [], places: [], square: [] })
