// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD, fillDemonstration } from '../../scripts/demo/fill.ts';
import { accessibilityFaults, overflowsSideways, startBrowser, type TestBrowser, widths } from '../support/browser.ts';
import { openPlein } from '../support/open-instance.ts';

let plein: Awaited<ReturnType<typeof openPlein>>;
let browser: TestBrowser;
let postId: string;

beforeAll(async () => {
  plein = await openPlein();
  await fillDemonstration(plein.deps);
  postId = await plein.db(async (trx) => {
    const post = await trx.selectFrom('post').select('id').where('audience_id', '=', 1).where('kind', '=', 'article').where('reply_count', '>', 1).orderBy('published_at', 'desc').executeTakeFirstOrThrow();
    return post.id;
  });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await plein?.close();
});

/** The application's own list, read as text: its elements need a browser. */
const routes = [...readFileSync(new URL('../../web/routes.ts', import.meta.url), 'utf8').matchAll(/\{ path: '(?<path>[^']+)'.*?(?:for: '(?<for>\w+)' )?\},?$/gm)].map((match) => ({ path: match.groups?.['path'] ?? '', for: match.groups?.['for'] }));

const accounts = { guest: null, member: 'sanne-voorbeeld@zuiderdam.example', administrator: 'bas-beheer@zuiderdam.example' } as const;
type As = keyof typeof accounts;

/** Where a pattern of an address leads in the demonstration; Sanne is admin of "participatie". */
function addressOf(pattern: string): string {
  return pattern
    .replace('/buildings/:slug/', '/buildings/participatie/')
    .replace(':groupSlug', 'inloopavonden')
    .replace(':theme', 'omgevingswet')
    .replace(':slug', 'omgevingswet')
    .replace(':id', postId)
    .replace(':handle', 'sanne-voorbeeld')
    .replace(':tag', 'omgevingsplan');
}

function asWhom(route: { for: string | undefined }): As[] {
  if (route.for === 'administrator') return ['administrator'];
  if (route.for === 'member') return ['member'];
  return ['guest', 'member'];
}

const visits: [path: string, as: As][] = [
  ...routes.flatMap((route) => asWhom(route).map((as): [string, As] => [route.path, as])),
  ['/search?q=vergunning', 'guest'],
  ['/search?q=vergunning', 'member'],
  ['/no/such/page', 'guest'],
  ['/buildings/raad', 'guest'],
  ['/buildings/raad', 'member'],
];

async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

describe.each(Object.keys(accounts) as As[])('as %s', (as) => {
  let visitor: Awaited<ReturnType<TestBrowser['visitor']>>;
  beforeAll(async () => {
    visitor = await browser.visitor();
    if (accounts[as] === null) return;
    await visitor.context.request.post(`${plein.address}/api/v1/sessions`, { data: { email: accounts[as], password: DEMO_PASSWORD }, headers: { origin: plein.address } });
  });
  afterAll(() => visitor.context.close());

  test.each(visits.filter((visit) => visit[1] === as).map(([path]) => path))(
    '%s has no barriers, one heading, and fits, narrow and wide, light and dark',
    async (pattern) => {
      const { page, faults } = visitor;
      faults.length = 0;
      await page.setViewportSize({ width: widths.wide, height: 900 });
      await page.goto(plein.address + addressOf(pattern));
      await settled(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toContain('Waterstreek');
      const found: Record<string, string[]> = {};
      // Another scheme has other colours, on a phone as on a screen, and nothing else that is different.
      for (const [width, scheme, of] of [[widths.phone, 'light', 'everything'], [widths.phone, 'dark', 'contrast'], [widths.wide, 'light', 'everything']] as const) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: 900 });
        const barriers = await accessibilityFaults(page, of);
        if (barriers.length > 0) found[`${width} ${scheme}`] = barriers;
      }
      expect(found).toEqual({});
      for (const width of [320, widths.phone, widths.tablet, widths.wide]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflowsSideways(page), `${width} px`).toBe(false);
      }
      expect(faults).toEqual([]);
    },
    90_000,
  );
});

test('the list of pages was found', () => {
  expect(routes.length).toBeGreaterThan(25);
  expect(routes.filter((route) => route.for === 'administrator').length).toBeGreaterThan(3);
});

test('the server knows every address of the application, so that a reload finds its page', async () => {
  for (const { path } of routes) {
    const response = await plein.app.inject({ url: addressOf(path), headers: { accept: 'text/html' } });
    expect(response.statusCode, path).toBe(200);
  }
});

/** Compressed, as sent. The bound for the first load of a public page. */
const MOST_JAVASCRIPT = 120_000;

test.each(['/', '/buildings/omgevingswet', '/posts/:id'])('the first visit to %s loads little JavaScript', async (pattern) => {
  const { page, context } = await browser.visitor();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) sizes.push(response.request().sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(plein.address + addressOf(pattern));
  await settled(page);
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  console.log(`JavaScript on the first visit to ${pattern}: ${total} bytes, compressed`);
  expect(total).toBeGreaterThan(5_000);
  expect(total).toBeLessThanOrEqual(MOST_JAVASCRIPT);
  await context.close();
});

test('an admin looks at a building as an outsider and as a member, only looks, and comes back', async () => {
  const { page, context, faults } = await browser.visitor();
  await context.request.post(`${plein.address}/api/v1/sessions`, { data: { email: accounts.member, password: DEMO_PASSWORD }, headers: { origin: plein.address } });
  await page.goto(`${plein.address}/buildings/participatie`);
  await settled(page);
  const menu = page.locator('plein-membership-action plein-menu > button');
  const bar = page.locator('.view-bar');
  await menu.click();
  await page.getByText('Bekijk als buitenstaander').click();
  await expect.poll(() => bar.textContent()).toContain('Zo ziet een buitenstaander Participatie.');
  await page.locator('plein-membership-action a').waitFor();
  expect(await page.locator('plein-composer').count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  // Where an outsider is asked to sign in, so is the admin; and a page loaded anew is still theirs.
  await page.goto(`${plein.address}/buildings/participatie/members`);
  await settled(page);
  expect(await page.locator('main h1').textContent()).toBe('Log eerst in');
  await bar.getByRole('button').click();
  await expect.poll(() => page.locator('main h1').textContent()).toBe('Leden');
  await menu.click();
  await page.getByText('Bekijk als lid').click();
  await expect.poll(() => menu.textContent()).toContain('Je bent lid');
  // It is for this place: whoever leaves it looks as themselves.
  await page.locator('.rail a[href="/people"]').click();
  await expect.poll(() => bar.count()).toBe(0);
  await page.goBack();
  await expect.poll(() => menu.textContent()).toContain('Je bent beheerder');
  expect(faults).toEqual([]);
  await context.close();
});

test('a public page can be read without JavaScript', async () => {
  const { page, context } = await browser.visitor({ javaScriptEnabled: false });
  await page.goto(`${plein.address}/posts/${postId}`);
  expect((await page.locator('main').textContent())?.length).toBeGreaterThan(300);
  expect(await page.locator('meta[property="og:title"]').getAttribute('content')).not.toBe('');
  await context.close();
});
