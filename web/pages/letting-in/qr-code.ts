// SPDX-License-Identifier: EUPL-1.2
import encodeQR from 'qr'

/** Modules around the code that stay empty, so that a telephone finds it (ISO/IEC 18004). */
const QUIET = 4

/** A QR code as SVG. Black on white in both colour schemes: a telephone reads no other. */
export function qrSvg(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const size = rows.length
  let path = ''
  for (const [y, row] of rows.entries()) for (const [x, dark] of row.entries()) if (dark) path += `M${x} ${y}h1v1h-1z`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}

const PNG_SIZE = 1_024

/** The same as a PNG file, drawn by the browser. */
export async function qrPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg.replace('<svg ', `<svg width="${PNG_SIZE}" height="${PNG_SIZE}" `)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = PNG_SIZE
    canvas.getContext('2d')?.drawImage(image, 0, 0, PNG_SIZE, PNG_SIZE)
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture was not drawn'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** Lets the browser keep a file. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
