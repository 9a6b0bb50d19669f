// SPDX-License-Identifier: EUPL-1.2
import { get, post } from '../../api/request.ts'
import type { ActorHome, FoundPlace, List, Neighbour, ThreadState } from '../../api/types.ts'

export const lookUpPlace = (address: string): Promise<FoundPlace> => post('/remote-places/lookup', { address })
/** Answers the same whether there is such a place or not. */
export const askAtAddress = (address: string): Promise<{ asked: true }> => post('/remote-places/requests', { address })
export const neighbours = (signal?: AbortSignal): Promise<List<Neighbour>> => get('/neighbours', {}, signal)

const asked = new Map<string, Promise<ActorHome>>()
/** Of a person or a place of another instance. What several parts of a page ask at the same time is asked once. */
export function homeOf(id: string): Promise<ActorHome> {
  const underWay = asked.get(id)
  if (underWay) return underWay
  const answer = get<ActorHome>(`/actors/${id}/home`).finally(() => asked.delete(id))
  asked.set(id, answer)
  return answer
}

export const threadState = (id: string, signal?: AbortSignal): Promise<ThreadState> => get(`/posts/${id}/thread-state`, {}, signal)
export const fetchReplies = (id: string): Promise<ThreadState> => post(`/posts/${id}/fetch-replies`)
