// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest'
import { gable } from './gable-svg.ts'
import { traitsOf } from './gable-traits.ts'

describe('a gable', () => {
  test('is the same for the same slug, and another for another', () => {
    expect(gable('havenkwartier')).toBe(gable('havenkwartier'))
    expect(gable('havenkwartier')).not.toBe(gable('havenkwartier-2'))
  })

  test('shows the access in its door and windows only', () => {
    expect(gable('raad', 'open')).toContain('#FFD873')
    expect(gable('raad', 'closed')).not.toContain('#FFD873')
    expect(gable('raad', 'hidden')).toContain('#3F4A45')
    expect(gable('raad', 'closed')).not.toContain('#3F4A45')
  })

  test('differs from its neighbours: 300 slugs give all forms about as often, and hardly a double', () => {
    const all = Array.from({ length: 300 }, (_, index) => traitsOf(`gebouw-${index}`))
    for (const form of ['step', 'neck', 'bell', 'spout', 'cornice']) {
      const count = all.filter((traits) => traits.form === form).length
      expect(count).toBeGreaterThan(40)
      expect(count).toBeLessThan(85)
    }
    expect(new Set(all.map((traits) => JSON.stringify(traits))).size).toBeGreaterThan(298)
  })

  test('carries nothing a slug could smuggle in, and no inline style', () => {
    const svg = gable('"><script>alert(1)</script>')
    expect(svg).not.toContain('script')
    expect(svg).not.toContain('style=')
    expect(svg).not.toContain('NaN')
  })
})
