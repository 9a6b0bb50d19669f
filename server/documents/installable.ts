// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { App } from '../platform/http/app.ts';
import { type InstanceView, readerFor } from './read.ts';

interface BuiltShell {
  icons: { small: string; large: string; maskable: string; touch: string };
}

const paper = '#fbf9f5';
const canal = '#17507a';
/** Longer names are cut off below an icon. */
const LONGEST_SHORT_NAME = 12;

/** What a browser asks for to install the application: the manifest and the service worker. */
export function registerInstallable(app: App, folder: string): void {
  const { icons } = JSON.parse(readFileSync(`${folder}/shell.json`, 'utf8')) as BuiltShell;
  const worker = readFileSync(`${folder}/service-worker.js`);
  const icon = (src: string, size: number, purpose: 'any' | 'maskable') => ({ src, sizes: `${size}x${size}`, type: 'image/png', purpose });
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icon(icons.small, 192, 'any')] });

  app.get('/manifest.webmanifest', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, async (request, reply) => {
    const { name, tagline } = (await readerFor(app, request)<InstanceView>('/instance')) ?? { name: 'Plein', tagline: '' };
    return reply.header('cache-control', 'public, max-age=3600').type('application/manifest+json; charset=utf-8').send(
      JSON.stringify({
        id: '/',
        name,
        short_name: name.length <= LONGEST_SHORT_NAME ? name : 'Plein',
        description: tagline,
        lang: 'nl',
        dir: 'ltr',
        start_url: '/today',
        scope: '/',
        display: 'standalone',
        background_color: paper,
        theme_color: canal,
        icons: [icon(icons.small, 192, 'any'), icon(icons.large, 512, 'any'), icon(icons.maskable, 512, 'maskable')],
        shortcuts: [shortcut('Vandaag', '/today'), shortcut('Schrijf een bericht', '/?write=1')],
      }),
    );
  });

  // Asked for anew every time, or a browser would go on with the worker of a version that is gone.
  app.get('/service-worker.js', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, (_request, reply) => reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(worker));

  // iOS asks for it at this address, whatever the page says.
  app.get('/apple-touch-icon.png', { config: { access: 'public', anonymous: true }, schema: { hide: true } }, (_request, reply) => reply.header('cache-control', 'public, max-age=86400').redirect(icons.touch, 302));
}
