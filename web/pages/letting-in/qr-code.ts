// SPDX-License-Identifier: EUPL-1.2
import encodeQR from 'qr'

/** Modules around the code that stay empty, so that a telephone finds it (ISO/IEC 18004). */
const QUIET = 4

/** Rows of dark and light modules. */
const modulesOf = (text: string): boolean[][] => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })

/** A QR code as SVG. Black on white in both colour schemes: a telephone reads no other. */
export function qrSvg(text: string): string {
  const rows = modulesOf(text)
  const size = rows.length
  let path = ''
  for (const [y, row] of rows.entries()) for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}

const PIXELS = 1_024

/** The same as a PNG file. Drawn module by module: our policy loads no pictures from memory. */
export function qrPng(text: string): Promise<Blob> {
  const rows = modulesOf(text)
  const step = Math.max(1, Math.floor(PIXELS / rows.length))
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = step * rows.length
  const pen = canvas.getContext('2d')
  if (!pen) return Promise.reject(new Error('there is nothing to draw on'))
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  for (const [y, row] of rows.entries()) for (const [x, dark] of row.entries()) if (dark) pen.fillRect(x * step, y * step, step, step)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture was not drawn'))), 'image/png'))
}

/** Lets the browser keep a file. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
