// SPDX-License-Identifier: EUPL-1.2
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** A value that elements can watch. */
export type Store<T> = { readonly value: T; set: (value: T) => void; subscribe: (listener: () => void) => () => void }

export function createStore<T>(initial: T): Store<T> {
  const listeners = new Set<() => void>()
  let value = initial
  return {
    get value() {
      return value
    },
    set(next) {
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Re-renders its host when one of the stores changes. */
export class Watch implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly stores: { subscribe: Store<unknown>['subscribe'] }[]
  private stops: (() => void)[] = []

  constructor(host: ReactiveControllerHost, ...stores: { subscribe: Store<unknown>['subscribe'] }[]) {
    this.host = host
    this.stores = stores
    host.addController(this)
  }

  hostConnected(): void {
    this.stops = this.stores.map((store) => store.subscribe(() => this.host.requestUpdate()))
  }

  hostDisconnected(): void {
    for (const stop of this.stops) stop()
    this.stops = []
  }
}
