// SPDX-License-Identifier: EUPL-1.2
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { until } from '../support/until.ts';

/** The line between browser and server, that can be cut: also the service worker then reaches nothing. */
async function openLine(): Promise<{ port: number; server: Server; to: { port: number; version: string | null }; cut(): void; mend(): void }> {
  const open = new Set<Socket>();
  const to: { port: number; version: string | null } = { port: 0, version: null };
  let whole = true;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (!whole) return void socket.destroy();
    open.add(socket);
    const inner = connect(to.port, '127.0.0.1');
    inner.on('error', () => socket.destroy());
    socket.on('close', () => (open.delete(socket), inner.destroy()));
    inner.on('close', () => socket.destroy());
    socket.pipe(inner);
    // A later version of the worker differs in a few letters.
    inner.on('data', (bytes: Buffer) => socket.write(to.version === null ? bytes : Buffer.from(bytes.toString('latin1').replace(/version:(.)[\w-]{8}\1/, `version:$1${to.version}$1`), 'latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    server,
    to,
    cut() {
      whole = false;
      for (const socket of open) socket.destroy();
    },
    mend() {
      whole = true;
    },
  };
}

let line: Awaited<ReturnType<typeof openLine>>;
let plein: TestPlein;
let address: string;
let browser: TestBrowser;
beforeAll(async () => {
  line = await openLine();
  address = `http://localhost:${line.port}`;
  plein = await startPlein({ workers: true, env: { PORT: String(line.port), PUBLIC_URL: address, RATE_LIMITS: 'relaxed' } });
  line.to.port = Number(new URL(await plein.listen()).port);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  line?.cut();
  line?.server.close();
  await plein?.close();
});
beforeEach(() => line.mend());

const origin = () => ({ origin: address });
async function enter(context: BrowserContext, member: TestMember): Promise<void> {
  await context.addCookies([{ name: 'plein_session', value: member.cookie?.split('=')[1] ?? '', url: address }]);
}

/** Somebody with a building, on a device that has kept the shell. */
async function onDevice(slug: string): Promise<{ member: TestMember; context: BrowserContext; page: Page; faults: string[] }> {
  const member = await buildMember(plein);
  expect((await member.post('/buildings', { slug, name: 'Wijkhuis', summary: '', access: 'open' }, origin())).statusCode).toBe(201);
  const visitor = await browser.visitor();
  await enter(visitor.context, member);
  await visitor.page.goto(`${address}/`);
  await shellIsKept(visitor.page);
  return { member, ...visitor };
}

const shellIsKept = (page: Page) => until(() => page.evaluate<boolean>(`(async () => navigator.serviceWorker.controller !== null && (await caches.match('/offline', { ignoreVary: true })) !== undefined)()`), Boolean, 20_000);
const kept = (page: Page) => page.evaluate<string[]>(`(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())()`);
const goOffline = async (context: BrowserContext) => {
  line.cut();
  await context.setOffline(true);
};
const goOnline = async (context: BrowserContext) => {
  line.mend();
  await context.setOffline(false);
};
const postsOf = async (member: TestMember) => (await plein.db((trx) => trx.selectFrom('post').select('source').where('author_id', '=', member.actorId).execute())).map(({ source }) => source);

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nieuw bericht').fill(text);
  await page.getByRole('button', { name: 'Plaats', exact: true }).click();
}

describe('the application', () => {
  test('can be installed: name, pictures of the right sizes, start, and a worker of this version only', async () => {
    const manifest = (await plein.app.inject({ url: '/manifest.webmanifest' })).json<{ name: string; start_url: string; display: string; lang: string; icons: { src: string; sizes: string; purpose: string }[]; shortcuts: { url: string }[] }>();
    expect(manifest).toMatchObject({ name: 'Plein', start_url: '/today', display: 'standalone', lang: 'nl' });
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
    for (const { src, sizes } of manifest.icons) {
      const answer = await plein.app.inject({ url: src });
      const { width, height, format } = await sharp(answer.rawPayload).metadata();
      expect([`${width}x${height}`, format, answer.headers['content-type']]).toEqual([sizes, 'png', 'image/png']);
    }
    for (const { url } of manifest.shortcuts) expect((await plein.app.inject({ url, headers: { accept: 'text/html' } })).statusCode).toBe(200);
    const worker = await plein.app.inject({ url: '/service-worker.js' });
    expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' });
    expect(worker.headers['content-security-policy']).toContain("worker-src 'self'");
    const { page, context, faults } = await browser.visitor();
    await page.goto(`${address}/`);
    await shellIsKept(page);
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
    // Only what is the same for everybody.
    expect((await kept(page)).filter((path) => path !== '/offline' && !path.startsWith('/assets/'))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('keeps no page, no answer of the API and no link of a mail, and nothing at all after signing out', async () => {
    const { page, context, faults } = await onDevice('geenbewaard');
    for (const path of ['/buildings/geenbewaard', '/settings', '/confirm?token=geheim', '/notifications']) {
      await page.goto(address + path);
      await page.locator('main h1').first().waitFor();
    }
    const all = await page.evaluate<string>(`(async () => { let text = ''; for (const name of await caches.keys()) { const cache = await caches.open(name); for (const request of await cache.keys()) text += request.url + ' ' + (/\\.woff2|\\.png/.test(request.url) ? '' : await (await cache.match(request)).text()) } return text })()`);
    expect(all).toContain('/offline');
    for (const word of ['/api/', 'geheim', 'Wijkhuis', 'geenbewaard', '/settings ', '/notifications ']) expect(all.includes(`${address}${word}`) || (/Wijkhuis|geheim|geenbewaard/.test(word) && all.includes(word)), word).toBe(false);
    await page.goto(`${address}/`);
    await page.getByLabel('Nieuw bericht').first().fill('Half af en alleen van mij');
    await page.locator('.rail plein-menu > button').click();
    await page.getByText('Uitloggen').first().click();
    await page.getByRole('link', { name: 'Inloggen' }).first().waitFor();
    const left = await page.evaluate<string>(`new Promise((resolve) => { const asked = indexedDB.open('plein'); asked.onsuccess = async () => { const names = [...asked.result.objectStoreNames]; const all = await Promise.all(names.map((name) => new Promise((done) => { const get = asked.result.transaction(name).objectStore(name).getAll(); get.onsuccess = () => done(get.result) }))); resolve(JSON.stringify([all, { ...localStorage }])) } })`);
    expect(left).not.toContain('Half af');
    expect(left).not.toContain('@');
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('a new version says so, takes over when the reader wants it, and leaves nothing of the old one', async () => {
  const { page, context, faults } = await onDevice('nieuwer');
  line.to.version = 'nieuwer1';
  await page.evaluate('navigator.serviceWorker.getRegistration().then((worker) => worker.update())');
  await page.getByText('Er is een nieuwe versie van Plein.').waitFor();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Ververs' }).click();
  await loaded;
  await until(() => page.evaluate<string[]>('caches.keys()'), (names) => names.join() === 'plein-shell-nieuwer1');
  await page.locator('main h1').first().waitFor();
  expect(await page.getByText('Er is een nieuwe versie van Plein.').count()).toBe(0);
  line.to.version = null;
  expect(faults).toEqual([]);
  await context.close();
});

describe('without a line', () => {
  test('the application starts, says so and what can be done; what is written is placed once when the line is back, with two tabs open', async () => {
    const { member, page, context } = await onDevice('tweetabs');
    await goOffline(context);
    await page.goto(`${address}/settings/sessions`);
    await page.locator('plein-sessions-page h1', { hasText: 'Je bent offline' }).waitFor();
    await page.goto(`${address}/buildings`);
    await page.getByRole('link', { name: 'Schrijf alvast' }).click();
    await page.getByLabel('Nieuw bericht').waitFor();
    await write(page, 'Geschreven in de trein');
    await page.getByRole('heading', { name: 'Nog te versturen' }).waitFor();
    const other = await context.newPage();
    await other.goto(`${address}/drafts`);
    await other.getByText('Geschreven in de trein').waitFor();
    expect(await postsOf(member)).toEqual([]);
    await goOnline(context);
    await until(() => postsOf(member), (posts) => posts.length > 0);
    for (const tab of [page, other]) await tab.getByRole('heading', { name: 'Nog te versturen' }).waitFor({ state: 'detached' });
    expect(await postsOf(member)).toEqual(['Geschreven in de trein']);
    expect((await member.get('/drafts')).json<{ items: unknown[] }>().items).toEqual([]);
    await context.close();
  });

  test('what was begun is there after the tab was closed; what waits can be changed, and goes at the next start', async () => {
    const { member, page, context } = await onDevice('dichtgedaan');
    await goOffline(context);
    await page.goto(`${address}/drafts`);
    await page.getByLabel('Nieuw bericht').fill('Nog niet klaar');
    await page.getByText('Concept op dit apparaat bewaard').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(`${address}/drafts`);
    await until(() => again.getByLabel('Nieuw bericht').inputValue(), (text) => text === 'Nog niet klaar');
    await again.getByRole('button', { name: 'Plaats', exact: true }).click();
    await again.getByRole('button', { name: /^Bewerken: / }).click();
    await again.getByLabel('Je tekst').fill('Nu wel klaar');
    await again.getByRole('button', { name: 'Opslaan' }).click();
    await again.getByText('Nu wel klaar').waitFor();
    await again.close();
    await goOnline(context);
    const later = await context.newPage();
    await later.goto(`${address}/`);
    expect(await until(() => postsOf(member), (posts) => posts.length > 0)).toEqual(['Nu wel klaar']);
    await context.close();
  });

  test('what is refused later keeps its words and tells why, and somebody else on the device neither sees nor sends it', async () => {
    const { member, page, context } = await onDevice('geenlid');
    await goOffline(context);
    await page.goto(`${address}/drafts`);
    await write(page, 'Dit mag straks niet meer');
    await page.getByText('wacht op verbinding').waitFor();
    const stranger = await buildMember(plein);
    await enter(context, stranger);
    await goOnline(context);
    await page.goto(`${address}/drafts`);
    await page.getByRole('heading', { name: 'Concepten' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Dit mag straks').count()).toBe(0);
    expect([await postsOf(member), await postsOf(stranger)]).toEqual([[], []]);
    await plein.db((trx) => trx.deleteFrom('membership').where('member_id', '=', member.actorId).execute());
    await enter(context, member);
    await page.goto(`${address}/drafts`);
    await page.getByText('niet geplaatst').waitFor();
    await page.getByText('Dit mag straks niet meer').waitFor();
    expect(await page.locator('.outbox__why').textContent()).not.toBe('');
    expect([await postsOf(member), await postsOf(stranger)]).toEqual([[], []]);
    await context.close();
  });
});

const settingsOfPush = '/settings/notifications';
describe('told outside', () => {
  test('a push shows once for a thread, opens it in the tab that is there, and goes when it was read', async () => {
    const { member, page, context, faults } = await onDevice('pushhuis');
    await context.grantPermissions(['notifications'], { origin: address });
    const post = (await member.post('/buildings/pushhuis/posts', { kind: 'article', title: 'Het plan', body: 'Wat vinden jullie?', audience: 'public' }, origin())).json<{ id: string; url: string }>();
    const other = await buildMember(plein);
    await other.post('/buildings/pushhuis/memberships', undefined, origin());
    expect((await other.post(`/posts/${post.id}/replies`, { body: 'Goed plan.' }, origin())).statusCode).toBe(201);
    await until(async () => (await member.get('/notifications?unread=true')).json<{ items: unknown[] }>().items.length === 1);

    const session = await context.newCDPSession(page);
    const known = new Promise<string>((resolve) => session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => registrations[0] && resolve(registrations[0].registrationId)));
    await session.send('ServiceWorker.enable');
    const registrationId = await known;
    const message = { title: 'Iemand reageerde', body: 'Wijkhuis: Goed plan.', tag: `thread ${post.id}`, url: post.url, locale: 'nl' };
    const shown = () => page.evaluate<string[]>(`navigator.serviceWorker.ready.then((worker) => worker.getNotifications()).then((all) => all.map(({ title, tag }) => title + ' ' + tag))`);
    for (let times = 0; times < 2; times++) await session.send('ServiceWorker.deliverPushMessage', { origin: address, registrationId, data: JSON.stringify(message) });
    await until(shown, (all) => all.length > 0);
    expect(await shown()).toEqual([`Iemand reageerde thread ${post.id}`]);

    await member.post('/notifications/read', { ids: (await member.get('/notifications?unread=true')).json<{ items: { id: string }[] }>().items.map(({ id }) => id) }, origin());
    await until(shown, (all) => all.length === 0);

    await session.send('ServiceWorker.deliverPushMessage', { origin: address, registrationId, data: JSON.stringify(message) });
    await until(shown, (all) => all.length > 0);
    const worker = context.serviceWorkers()[0];
    await worker?.evaluate(`registration.getNotifications().then(([notification]) => void dispatchEvent(new NotificationEvent('notificationclick', { notification })))`);
    await page.waitForURL(`**${post.url}`);
    await page.locator('main h1', { hasText: 'Het plan' }).waitFor();
    expect(await shown()).toEqual([]);

    // Asked for after a press only, and where the browser says no, that is told.
    await page.goto(address + settingsOfPush);
    await page.getByRole('button', { name: 'Zet notificaties aan op dit apparaat' }).waitFor();
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.send('Browser.setPermission', { permission: { name: 'notifications' }, setting: 'denied', origin: address, ...(targetInfo.browserContextId === undefined ? {} : { browserContextId: targetInfo.browserContextId }) });
    await page.reload();
    await page.getByText('Je browser houdt notificaties van Plein tegen.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
