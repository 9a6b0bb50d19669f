// SPDX-License-Identifier: EUPL-1.2
import type { Traits } from './gable-traits.ts'

const trim = '#F4EDE0'
const middle = 60

/** Steps up to the middle: rise and run depend on the variant. */
function stepPath(left: number, top: number, width: number, variant: number): { path: string; height: number } {
  const steps = 3 + variant
  const cap = 22
  const run = (width - cap) / 2 / steps
  const rise = 44 / (steps + 1) + variant
  let path = `M${left} ${top}`
  for (let i = 0; i < steps; i++) path += `v${-rise}h${run}`
  path += `v${-rise}h${cap}v${rise}`
  for (let i = 0; i < steps; i++) path += `h${run}v${rise}`
  return { path: `${path}z`, height: rise * (steps + 1) }
}

function neckPath(left: number, top: number, width: number, variant: number): { path: string; height: number } {
  const neck = 44
  const side = (width - neck) / 2
  const crown = ['q22 -16 44 0', 'l22 -13l22 13', 'h4v-5h36v5h4'][variant] ?? ''
  return { path: `M${left} ${top}v-5q${side * 0.75} -2 ${side} -28v-10${crown}v10q${side * 0.25} 26 ${side} 28v5z`, height: 54 }
}

function bellPath(left: number, top: number, width: number, variant: number): { path: string; height: number } {
  const half = width / 2
  const height = [50, 42, 56][variant] ?? 50
  const flat = variant === 1 ? 18 : 12
  const slope = half - flat
  return {
    path: `M${left} ${top}v-4c${slope * 0.5} -2 ${slope * 0.55} ${-height * 0.35} ${slope * 0.62} ${-height * 0.6}c${slope * 0.05} ${-height * 0.25} ${slope * 0.2} ${-height * 0.32} ${slope * 0.38} ${-height * 0.32}q${flat} -7 ${flat * 2} 0c${slope * 0.18} 0 ${slope * 0.33} ${height * 0.07} ${slope * 0.38} ${height * 0.32}c${slope * 0.07} ${height * 0.25} ${slope * 0.12} ${height * 0.58} ${slope * 0.62} ${height * 0.6}v4z`,
    height,
  }
}

function spoutPath(left: number, top: number, width: number, variant: number): { path: string; height: number } {
  const cap = 16
  const rise = [34, 42, 28][variant] ?? 34
  const run = (width - cap) / 2
  return { path: `M${left} ${top}v-4l${run} ${-rise}v-9h${cap}v9l${run} ${rise}v4z`, height: rise + 13 }
}

function cornice(traits: Traits, left: number, top: number): string {
  const { width, variant } = traits
  const roof = `<path d="M${left + 5} ${top - 9}l${9} -${variant === 2 ? 16 : 24}h${width - 28}l9 ${variant === 2 ? 16 : 24}z" fill="#4A4E55"/>`
  const dormer = variant === 0 ? `<path d="M${middle - 11} ${top - 9}v-19l11 -8l11 8v19z" fill="${traits.wall}" stroke="${trim}" class="g-line" stroke-width="2.2" stroke-linejoin="round"/><path d="M${middle - 5} ${top - 12}v-12h10v12z" fill="#CFE0E8" class="g-lit"/>` : ''
  const chimney = variant === 0 ? '' : `<path d="M${left + width - 30} ${top - 42}h10v22h-10z" fill="${traits.shade}"/><path d="M${left + width - 32} ${top - 44}h14v4h-14z" fill="${trim}" class="g-trim"/>`
  let blocks = ''
  for (let x = left + 3; x < left + width - 4; x += 11) blocks += `M${x} ${top}h4v4h-4z`
  return `${chimney}${roof}${dormer}<path d="M${left - 4} ${top - 9}h${width + 8}v9h${-width - 8}z" fill="${trim}" class="g-trim"/><path d="M${left - 4} ${top - 4}h${width + 8}" stroke="${traits.shade}" stroke-width="1.2"/><path d="${blocks}" fill="${trim}" class="g-trim"/>`
}

function attic(traits: Traits, y: number, shut: boolean): string {
  const fill = shut ? '#3F4A45' : '#CFE0E8'
  const light = shut ? '' : ' class="g-lit"'
  if (traits.attic === 'door') return `<path d="M${middle - 6} ${y - 8}h12v17h-12z" fill="${traits.shutter}" stroke="${trim}" stroke-width="2"/><path d="M${middle} ${y - 8}v17" stroke="#00000055"/>`
  const ry = traits.attic === 'oval' ? 8 : 6
  return `<ellipse cx="${middle}" cy="${y}" rx="6" ry="${ry}" fill="${fill}"${light}/><ellipse cx="${middle}" cy="${y}" rx="6" ry="${ry}" stroke="${trim}" class="g-line" stroke-width="2"/>`
}

/** All above the cornice line: the part by which a gable is known. */
export function crest(traits: Traits, left: number, top: number, shut: boolean): string {
  if (traits.form === 'cornice') return cornice(traits, left, top)
  const draw = { step: stepPath, neck: neckPath, bell: bellPath, spout: spoutPath }[traits.form]
  const { path, height } = draw(left, top + 0.5, traits.width, traits.variant)
  const beam = traits.beam ? `<path d="M${middle - 1.5} ${top - height + 5}h3v9h-3z" fill="#2B2623"/><path d="M${middle} ${top - height + 14}v5" stroke="#2B2623" stroke-width="1.2"/>` : ''
  const y = traits.form === 'spout' ? top - 12 : top - height / 2 + 4
  return `<path d="${path}" fill="none" stroke="${trim}" class="g-edge" stroke-width="5" stroke-linejoin="round"/><path d="${path}" fill="${traits.wall}"/>${attic(traits, y, shut)}${beam}`
}
