// SPDX-License-Identifier: EUPL-1.2

export type Form = 'step' | 'neck' | 'bell' | 'spout' | 'cornice'
export type Traits = {
  form: Form
  wall: string
  shade: string
  /** plaster walls carry no courses of brick */
  plaster: boolean
  door: string
  shutter: string
  width: number
  floors: number
  floorHeight: number
  columns: 2 | 3
  panes: 'cross' | 'six' | 'sash'
  arched: boolean
  shutters: boolean
  bands: boolean
  anchors: boolean
  beam: boolean
  attic: 'round' | 'oval' | 'door'
  entrance: 'left' | 'middle' | 'right'
  /** 0 to 2: steps, crest or slope within a form */
  variant: number
}

const forms: Form[] = ['step', 'neck', 'bell', 'spout', 'cornice']
/** wall, its shaded side, plaster or not */
const tones: [string, string, boolean][] = [
  ['#A4452C', '#873721', false],
  ['#8C3F33', '#703127', false],
  ['#7B4B3E', '#633B30', false],
  ['#B86F45', '#9A5934', false],
  ['#6C5148', '#563F38', false],
  ['#9C5A48', '#7F4738', false],
  ['#B4563A', '#94442C', false],
  ['#5E4A4F', '#4A393E', false],
  ['#C98F5C', '#AA7546', false],
  ['#D8CBB2', '#BBAE94', true],
  ['#7E8A86', '#66716D', true],
  ['#B7A27E', '#998563', true],
  ['#94A3A8', '#7A898E', true],
]
const doors = ['#1F4D3A', '#17507A', '#5A2A3C', '#2B3A42', '#6B4A1E', '#7A2E22', '#3C5A2E']
const shutterTones = ['#2F5D48', '#2C4F6B', '#6A2F35', '#40484D']

/** FNV-1a with a murmur finish: neighbouring slugs get unlike numbers. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i)
    h = Math.imul(h, 0x01000193)
  }
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** mulberry32: a short, well spread row of numbers from one seed. */
export function dice(seed: string): (sides: number) => number {
  let state = hash(seed)
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 0x1_0000_0000) * sides)
  }
}

/** Picks from a list that is not empty. */
const one = <T>(list: readonly T[], index: number): T => list[index] as T

/** Same slug, same façade, for ever: change the order of throws and every building changes face. */
export function traitsOf(slug: string): Traits {
  const roll = dice(slug)
  const form = one(forms, roll(forms.length))
  const [wall, shade, plaster] = one(tones, roll(tones.length))
  const width = one([80, 88, 94, 100], roll(4))
  return {
    form,
    wall,
    shade,
    plaster,
    door: one(doors, roll(doors.length)),
    shutter: one(shutterTones, roll(shutterTones.length)),
    width,
    floors: one([1, 2, 2, 3, 3], roll(5)),
    floorHeight: one([31, 34, 37], roll(3)),
    columns: width > 84 && roll(2) ? 3 : 2,
    panes: one(['cross', 'six', 'sash'] as const, roll(3)),
    arched: roll(3) === 0,
    shutters: roll(3) === 0,
    bands: roll(3) === 0,
    anchors: roll(2) === 0,
    beam: roll(2) === 0,
    attic: one(['round', 'oval', 'door'] as const, roll(3)),
    entrance: one(['left', 'middle', 'middle', 'right'] as const, roll(4)),
    variant: roll(3),
  }
}
