// SPDX-License-Identifier: EUPL-1.2
import type { ApiPath } from './addresses.ts'
import { OfflineError, ProblemError } from './problem.ts'
import { randomId } from './random-id.ts'

export const apiRoot = '/api/v1'

/** Told to the window when the server does not know us: the session may have ended. */
export const unauthorised = 'plein-unauthorised'

/** What the server is to answer as, while an admin looks at a place with somebody else's eyes. */
let viewHeader: string | null = null
export const setViewHeader = (value: string | null): void => void (viewHeader = value)
/** What is in the place is read so, and nothing is done; one's own frame (who am I, what is new) stays one's own. */
const isViewed = (method: Method, path: string): boolean => (method === 'GET' ? /^\/(buildings\/[^/]+(\/|$)|posts\/[0-9a-f-]{36})/.test(path) : !path.startsWith('/sessions'))

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Query = Record<string, string | number | boolean | null | undefined>
export type RequestOptions = {
  query?: Query
  body?: unknown
  /** A file, sent as it is instead of a body. */
  file?: { content: Blob; type: string }
  signal?: AbortSignal | undefined
  /** Give the same key again to repeat a create whose answer was lost. */
  idempotencyKey?: string
}

export function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('retry-after')) || null
  try {
    return new ProblemError(response.status, await response.json(), retryAfter)
  } catch {
    return new ProblemError(response.status, {}, retryAfter)
  }
}

/** Answers the parsed body, or undefined where there is none; throws ProblemError, OfflineError or an AbortError. */
export async function request<T = void>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang || 'nl' })
  if (options.body !== undefined) headers.set('content-type', 'application/json')
  if (options.file !== undefined) headers.set('content-type', options.file.type)
  if (method === 'POST') headers.set('idempotency-key', options.idempotencyKey ?? randomId())
  if (viewHeader && isViewed(method, path)) headers.set('plein-view-as', viewHeader)
  let response: Response
  try {
    response = await fetch(withQuery(apiRoot + path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.file === undefined ? {} : { body: options.file.content }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new OfflineError()
  }
  if (response.status === 401) window.dispatchEvent(new Event(unauthorised))
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  // The shapes are those of types.ts, kept by the tests of the API; they are not parsed a second time here.
  return (text ? JSON.parse(text) : undefined) as T
}

export const get = <T>(path: ApiPath<'get'>, query?: Query, signal?: AbortSignal): Promise<T> => request<T>('GET', path, { ...(query ? { query } : {}), signal })
export const post = <T = void>(path: ApiPath<'post'>, body?: unknown, idempotencyKey?: string): Promise<T> =>
  request<T>('POST', path, { ...(body === undefined ? {} : { body }), ...(idempotencyKey ? { idempotencyKey } : {}) })
export const upload = <T>(path: ApiPath<'post'>, file: { content: Blob; type: string }, query?: Query): Promise<T> => request<T>('POST', path, { file, ...(query ? { query } : {}) })
export const put = <T = void>(path: ApiPath<'put'>, body?: unknown): Promise<T> => request<T>('PUT', path, body === undefined ? {} : { body })
export const patch = <T = void>(path: ApiPath<'patch'>, body: unknown): Promise<T> => request<T>('PATCH', path, { body })
export const remove = <T = void>(path: ApiPath<'delete'>, query?: Query): Promise<T> => request<T>('DELETE', path, query ? { query } : {})
