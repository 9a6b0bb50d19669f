// SPDX-License-Identifier: EUPL-1.2
import { noChange } from 'lit'
import type { ReactiveControllerHost } from 'lit'
import { expect, test, vi } from 'vitest'
import { OfflineError } from '../../api/problem.ts'
import { given } from './field.ts'
import { explain, FormState, isFailedImport } from './form-state.ts'

vi.mock('../toast/toast.ts', () => ({ announce: () => undefined }))

/** As much of an element as the state of a form needs. */
function host(): ReactiveControllerHost & HTMLElement {
  const made = { addController: () => undefined, requestUpdate: () => undefined, updateComplete: new Promise(() => undefined) }
  return made as unknown as ReactiveControllerHost & HTMLElement
}

test('the fault of a field goes when the field is changed, that of another stays', () => {
  const form = new FormState(host())
  form.check({ title: 'no title', body: 'no body' })
  form.mend('title')
  expect([form.error('title'), form.error('body')]).toEqual([null, 'no body'])
})

test('a field without a value of its own is left as it is', () => {
  expect(given(undefined)).toBe(noChange)
  expect(given('')).not.toBe(noChange)
})

test('a part that could not be fetched is told as being out of reach', () => {
  const failed = ['Failed to fetch dynamically imported module: https://x/a.js', 'error loading dynamically imported module: https://x/a.js', 'Importing a module script failed.', 'Unable to preload CSS for /assets/a.css'].map((text) => new TypeError(text))
  expect(failed.every(isFailedImport)).toBe(true)
  expect(failed.map(explain)).toEqual(failed.map(() => explain(new OfflineError())))
  expect(isFailedImport(new TypeError('x is undefined'))).toBe(false)
})
