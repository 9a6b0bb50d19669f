// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest'
import { ProblemError } from '../../api/problem.ts'
import { underField } from './under-field.ts'

const refused = (path: string) => () => Promise.reject(new ProblemError(400, { title: 'Fout', errors: [{ path, message: 'Dit is geen domein.' }] }))

test('a fault of one domain is a fault of the field, and names the domain', async () => {
  await expect(underField('domains', ['goed.nl', 'fout'], refused('domains/1'))).rejects.toMatchObject({ status: 400, errors: [{ path: 'domains', message: 'fout: Dit is geen domein.' }] })
})

test('other faults stay where they were', async () => {
  await expect(underField('domains', ['goed.nl'], refused('name'))).rejects.toMatchObject({ errors: [{ path: 'name', message: 'Dit is geen domein.' }] })
  await expect(underField('domains', [], () => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError)
  expect(await underField('domains', [], async () => 1)).toBe(1)
})
