// SPDX-License-Identifier: EUPL-1.2
// Pure text in, text out: no Lit, no document, so that a build step or a mail can use it as well.
import type { Access } from '../../api/types.ts'
import { crest } from './gable-crest.ts'
import { dice, traitsOf, type Traits } from './gable-traits.ts'

const trim = '#F4EDE0'
const glass = '#CFE0E8'
const closedShutter = '#3F4A45'
const base = 212
const groundHeight = 46
const middle = 60

type Box = { x: number; y: number; w: number; h: number }

function panes({ x, y, w, h }: Box, kind: Traits['panes']): string {
  const cx = x + w / 2
  if (kind === 'six') return `M${cx} ${y}v${h}M${x} ${y + h / 3}h${w}M${x} ${y + (2 * h) / 3}h${w}`
  if (kind === 'sash') return `M${x} ${y + h / 2}h${w}M${cx} ${y}v${h / 2}`
  return `M${cx} ${y}v${h}M${x} ${y + h * 0.4}h${w}`
}

/** A window; at night the lit ones glow (the class), and a hidden building keeps its shutters closed. */
function pane(box: Box, traits: Traits, access: Access, lit: boolean, arched: boolean): string {
  const { x, y, w, h } = box
  const shape = arched ? `M${x} ${y + h}v${-h + 5}q${w / 2} -9 ${w} 0v${h - 5}z` : `M${x} ${y}h${w}v${h}h${-w}z`
  if (access === 'hidden') {
    const slats = [0.22, 0.42, 0.62, 0.82].map((part) => `M${x + 2} ${y + h * part}h${w - 4}`).join('')
    return `<path d="${shape}" fill="${closedShutter}" stroke="${trim}" class="g-line" stroke-width="2.2"/><path d="M${x + w / 2} ${y}v${h}${slats}" stroke="#2A322E" stroke-width="1.2"/>`
  }
  return (
    `<path d="${shape}" fill="${glass}" class="${lit ? 'g-lit' : 'g-glass'}"/><path d="${panes(box, traits.panes)}" stroke="${trim}" class="g-line" stroke-width="1.4" fill="none"/>` +
    `<path d="${shape}" fill="none" stroke="${trim}" class="g-line" stroke-width="2.2" stroke-linejoin="round"/><path d="M${x - 2} ${y + h + 1.5}h${w + 4}" stroke="${traits.shade}" stroke-width="1.6"/>`
  )
}

function upperFloors(traits: Traits, access: Access, left: number, top: number, roll: (sides: number) => number): string {
  const withShutters = traits.shutters && traits.columns === 2 && access !== 'hidden'
  const w = traits.columns === 3 ? 16 : withShutters ? 17 : 22
  const gap = (traits.width - traits.columns * w) / (traits.columns + 1)
  let out = ''
  for (let floor = 0; floor < traits.floors; floor++) {
    const h = traits.floorHeight - 11 - (floor === 0 ? 1 : 0)
    for (let column = 0; column < traits.columns; column++) {
      const box = { x: left + gap + column * (w + gap), y: top + 7 + floor * traits.floorHeight, w, h }
      if (withShutters) for (const x of [box.x - 8.5, box.x + w + 1.5]) out += `<path d="M${x} ${box.y}h7v${h}h-7z" fill="${traits.shutter}"/>`
      out += pane(box, traits, access, roll(5) < 2, traits.arched)
    }
  }
  return out
}

/** Open: the door stands ajar and light falls out. Closed: a bell beside it. Hidden: shut. */
function door(x: number, traits: Traits, access: Access): string {
  const y = base - 36
  const frame = `<path d="M${x - 3} ${y - 3}h30v39h-30z" fill="${trim}" class="g-trim"/>`
  if (access === 'open') {
    return `${frame}<path d="M${x} ${y}h24v36h-24z" fill="#FFD873"/><path d="M${x} ${y}l9 4v36l-9 -4z" fill="${traits.door}"/><path d="M${x + 3} ${base}h21l7 6h-34z" fill="#FFD873"/>`
  }
  const leaf = `<path d="M${x} ${y}h24v36h-24z" fill="${traits.door}"/><path d="M${x + 3} ${y + 3}h18v6h-18z" fill="${access === 'hidden' ? closedShutter : glass}"/><path d="M${x + 4} ${y + 13}h16v8h-16zM${x + 4} ${y + 24}h16v8h-16z" fill="none" stroke="#0000004d"/><circle cx="${x + 21}" cy="${y + 22.5}" r="1.5" fill="#F2B632"/>`
  const bell = access === 'closed' ? `<circle cx="${x + 31.5}" cy="${y + 17}" r="3" fill="#F2B632" stroke="${traits.shade}" stroke-width="1.2"/>` : ''
  return frame + leaf + bell
}

function ground(traits: Traits, access: Access, left: number): string {
  const right = left + traits.width
  const y = base - 34
  const low = (x: number, w: number): string => pane({ x, y, w, h: 23 }, traits, access, true, false)
  if (traits.entrance === 'middle') {
    const room = (traits.width - 44) / 2
    const w = Math.min(17, room - 6)
    return low(left + (room - w) / 2 + 1, w) + low(right - (room - w) / 2 - w - 1, w) + door(middle - 12, traits, access)
  }
  const wide = traits.width - 62
  const atLeft = traits.entrance === 'left'
  return door(atLeft ? left + 11 : right - 35 - (access === 'closed' ? 4 : 0), traits, access) + low(atLeft ? left + 52 : left + 9, wide)
}

function wall(traits: Traits, left: number, top: number): string {
  const right = left + traits.width
  const height = base - top
  let out = `<path d="M${left} ${top}h${traits.width}v${height}h${-traits.width}z" fill="${traits.wall}"/><path d="M${right - 6} ${top}h6v${height}h-6z" fill="${traits.shade}"/>`
  if (!traits.plaster) {
    let courses = ''
    for (let y = top + 10; y < base - groundHeight; y += 17) courses += `M${left + 3} ${y}h8M${right - 19} ${y + 7}h8`
    out += `<path d="${courses}" stroke="${traits.shade}" stroke-width="1.4"/>`
  }
  if (traits.bands) {
    for (let floor = 1; floor <= traits.floors; floor++) out += `<path d="M${left} ${top + floor * traits.floorHeight + 1}h${traits.width}" stroke="${trim}" class="g-line" stroke-width="2"/>`
  }
  if (traits.anchors && !traits.plaster) {
    const y = top + traits.floorHeight - 3
    out += `<path d="M${left + 5} ${y}v9M${right - 11} ${y}v9" stroke="#23201E" stroke-width="1.8" stroke-linecap="round"/>`
  }
  return `${out}<path d="M${left} ${base - groundHeight + 2}h${traits.width}" stroke="${traits.shade}" stroke-width="2"/>`
}

/** The façade of a building as SVG, 112 by 230; the same slug always gives the same one. Decoration: hidden from assistive technology. */
export function gable(slug: string, access: Access = 'open'): string {
  const traits = traitsOf(slug)
  const roll = dice(`${slug} lights`)
  const left = middle - traits.width / 2
  const top = base - groundHeight - traits.floors * traits.floorHeight
  const body = crest(traits, left, top, access === 'hidden') + wall(traits, left, top) + upperFloors(traits, access, left, top, roll) + ground(traits, access, left)
  const pavement = `<path d="M${left - 3} ${base}h${traits.width + 6}v6h${-traits.width - 6}z" fill="#8B8378"/>`
  return `<svg class="gable" viewBox="4 -12 112 230" preserveAspectRatio="xMidYMax meet" fill="none" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">${pavement}${body}</svg>`
}
