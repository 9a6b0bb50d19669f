// SPDX-License-Identifier: EUPL-1.2
import { get, post, put, remove } from '../../api/request.ts'
import type { AllowedInstance, InstanceKey, List, OtherInstance } from '../../api/types.ts'

const at = (host: string): `/instances/${string}` => `/instances/${encodeURIComponent(host)}`

export type Relation = OtherInstance['relation']
export const instances = (query: { relation?: Relation; cursor?: string | null }, signal?: AbortSignal): Promise<List<OtherInstance>> => get('/instances', { limit: 40, ...query }, signal)
export const instance = (host: string): Promise<OtherInstance> => get(at(host))
export const relate = (host: string, change: { relation: Relation; reason?: string; sharesQuestions?: boolean }): Promise<OtherInstance> => put(at(host), change)
export const forget = (host: string): Promise<void> => remove(at(host))
export const tryNow = (host: string): Promise<OtherInstance> => post(`${at(host)}/tries`)

export const keys = (signal?: AbortSignal): Promise<{ items: InstanceKey[] }> => get('/instance-keys', {}, signal)
export const rotateKeys = (): Promise<{ items: InstanceKey[] }> => post('/instance-keys/rotations')

const allowedAt = (slug: string): `/buildings/${string}/allowed-instances` => `/buildings/${encodeURIComponent(slug)}/allowed-instances`
export const allowedInstances = (slug: string, signal?: AbortSignal): Promise<List<AllowedInstance>> => get(allowedAt(slug), {}, signal)
export const allowInstance = (slug: string, host: string): Promise<List<AllowedInstance>> => put(`${allowedAt(slug)}/${encodeURIComponent(host)}`)
export const disallowInstance = (slug: string, host: string): Promise<void> => remove(`${allowedAt(slug)}/${encodeURIComponent(host)}`)
