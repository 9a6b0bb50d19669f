// SPDX-License-Identifier: EUPL-1.2

/** Put in by the build: what it made, and a name for all of it together. */
declare const BUILD: { version: string; atOnce: string[]; later: string[]; icon: string; badge: string }

const build = BUILD
const prefix = 'plein-shell-'
const name = prefix + build.version
/** The document without anybody's name in it, for when no other can be had. */
const offlineDocument = '/offline'

/** Everything of this build that a start without a line needs; nothing of it is anybody's. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(name)
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  const missing = build.atOnce.filter((path) => !kept.has(path))
  await cache.addAll(missing)
  // Without cookies: the same for everybody.
  await cache.add(new Request(offlineDocument, { credentials: 'omit', cache: 'reload' }))
}

export async function withoutOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== name)
  await Promise.all(old.map((each) => caches.delete(each)))
}

export async function fromShell(request: Request, path: string): Promise<Response> {
  const kept = await caches.match(path, { cacheName: name, ignoreVary: true })
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  // Parts of this build only: an old page may still ask for parts of its own.
  if (answer.ok && (build.later.includes(path) || build.atOnce.includes(path))) {
    const copy = answer.clone()
    const cache = await caches.open(name)
    await cache.put(path, copy).catch(() => undefined)
  }
  return answer
}

export const offlinePage = (): Promise<Response | undefined> => caches.match(offlineDocument, { cacheName: name, ignoreVary: true })

export const { icon, badge } = build
