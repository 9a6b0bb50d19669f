// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { build, defineConfig, type Plugin } from 'vite'

const outDir = join(import.meta.dirname, '../dist/web')

/** Places scheme.js, hashed and unbundled, before everything else in the head: it must block the first paint. */
function blockingScheme(): Plugin {
  const source = readFileSync(join(import.meta.dirname, 'scheme.js'), 'utf8')
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8)
  const fileName = `assets/scheme-${hash}.js`
  return {
    name: 'plein:scheme',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' }],
  }
}

/** Writes .br and .gz beside every asset that shrinks, so that the server never compresses while answering. */
function precompressed(): Plugin {
  let folder = ''
  return {
    name: 'plein:precompressed',
    configResolved({ root, build }) {
      folder = join(resolve(root, build.outDir), 'assets')
    },
    writeBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(js|css|svg|json)$/.test(file))) {
        const path = join(folder, name)
        const content = readFileSync(path)
        if (content.length < 600) continue
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
      }
    },
  }
}

const shortHash = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64url').slice(0, 8)

/** The mark as pictures, for where the application is installed. A maskable one may be cut to any form: its edge is only colour. */
async function icons(): Promise<Record<'small' | 'large' | 'maskable' | 'touch' | 'badge', Buffer>> {
  const mark = readFileSync(join(import.meta.dirname, 'mark.svg'), 'utf8')
  const square = mark.replace('rx="6" ', '')
  const drawn = (svg: string, size: number): Promise<Buffer> => sharp(Buffer.from(svg), { density: 1200 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()
  const background = '#17507a'
  const inset = sharp({ create: { width: 512, height: 512, channels: 4, background } }).composite([{ input: await drawn(square, 384) }])
  const house = mark.replaceAll(/<rect[^<>]{1,200}>/g, '').replaceAll(/(fill|stroke)="#\w{6}"/g, '$1="#ffffff"')
  return { small: await drawn(mark, 192), large: await drawn(mark, 512), maskable: await inset.png({ compressionLevel: 9 }).toBuffer(), touch: await drawn(square, 180), badge: await drawn(house, 96) }
}

/**
 * The icons, the service worker that keeps this build for when the line is down, and shell.json, which tells the server where
 * they are. Heavy parts and letters that few need are kept when they are first asked for, the rest at once.
 */
function installable(): Plugin {
  const heavy = 100_000
  let folder = ''
  return {
    name: 'plein:installable',
    configResolved({ root, build: { outDir: out } }) {
      folder = resolve(root, out)
    },
    async generateBundle() {
      const made = Object.entries(await icons()).map(([name, source]) => ({ name, source, fileName: `assets/icon-${name}-${shortHash(source)}.png` }))
      for (const { fileName, source } of made) this.emitFile({ type: 'asset', fileName, source })
      this.emitFile({ type: 'asset', fileName: 'shell.json', source: JSON.stringify({ icons: Object.fromEntries(made.map(({ name, fileName }) => [name, `/${fileName}`])) }) })
    },
    async writeBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((file) => (file.fileName.startsWith('assets/') ? [{ path: `/${file.fileName}`, size: file.type === 'chunk' ? file.code.length : file.source.length }] : []))
      const later = files.filter(({ path, size }) => size > heavy || /-latin-ext-|\/icon-/.test(path)).map(({ path }) => path)
      const atOnce = files.map(({ path }) => path).filter((path) => !later.includes(path))
      // The page itself names no version that the names of its files do not tell.
      const version = shortHash([...atOnce, ...later].sort().join('\n') + readFileSync(join(folder, 'index.html'), 'utf8'))
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { BUILD: JSON.stringify({ version, atOnce, later, icon: later.find((path) => path.includes('icon-small')), badge: later.find((path) => path.includes('icon-badge')) }) },
        build: { outDir: folder, emptyOutDir: false, target: 'es2023', rollupOptions: { input: join(import.meta.dirname, 'worker/service-worker.ts'), output: { format: 'iife', entryFileNames: 'service-worker.js' } } },
      })
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [blockingScheme(), installable(), precompressed()],
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    cssTarget: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
