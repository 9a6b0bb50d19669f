// SPDX-License-Identifier: EUPL-1.2

/** What is kept on this device: who is signed in, what they are writing, and what waits to be sent. Shared with the service worker. */
const stores = { who: 'name', draft: ['owner', 'place'], outbox: 'id' } as const
export type StoreName = keyof typeof stores

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('plein', 1)
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(stores)) request.result.createObjectStore(name, { keyPath: keyPath as string | string[] })
    }
    request.onsuccess = () => {
      // A later version, in another tab, may change it.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error ?? new Error('no storage'))
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function within<T>(name: StoreName, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const request = ask(transaction.objectStore(name))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? new Error('no storage'))
  })
}

// The shapes are those that were put there, by this version or one before it.
export const getOne = <T>(name: StoreName, key: IDBValidKey): Promise<T | undefined> => within(name, 'readonly', (store) => store.get(key)) as Promise<T | undefined>
export const getAll = <T>(name: StoreName): Promise<T[]> => within(name, 'readonly', (store) => store.getAll()) as Promise<T[]>
export const putOne = (name: StoreName, value: object): Promise<unknown> => within(name, 'readwrite', (store) => store.put(value))
export const dropOne = (name: StoreName, key: IDBValidKey): Promise<unknown> => within(name, 'readwrite', (store) => store.delete(key))

/** Everything of everybody. */
export async function dropAll(): Promise<void> {
  for (const name of Object.keys(stores) as StoreName[]) await within(name, 'readwrite', (store) => store.clear())
}
