// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

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

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [blockingScheme(), precompressed()],
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
