// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { openPlein } from '../support/open-instance.ts';

let plein: Awaited<ReturnType<typeof openPlein>>;
let browser: TestBrowser;
beforeAll(async () => {
  plein = await openPlein();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await plein?.close();
});

const say = async (who: TestMember, path: string, body: unknown) => {
  const answer = await who.post(path, body, { origin: plein.address });
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json<{ id: string }>();
};

test('what is read at one press is quiet in every window, comes back when that is undone, and what comes in waits behind a button', async () => {
  const [member, other] = [await buildMember(plein, { name: 'Lena Lezer' }), await buildMember(plein, { name: 'Sam Schrijver' })];
  await say(other, '/buildings', { slug: 'arbeidsmarkt', name: 'Arbeidsmarktregiocoördinatorenoverleg', summary: '', access: 'open' });
  await say(member, '/buildings/arbeidsmarkt/memberships', {});
  const thread = await say(other, '/buildings/arbeidsmarkt/posts', { title: 'Het regioplan', kind: 'article', body: 'Hier is het dan.', audience: 'members' });
  await say(other, '/buildings/arbeidsmarkt/posts', { body: `Weet jij dit, @${member.handle}?`, audience: 'members' });

  const faults: string[] = [];
  const windowOf = async (): Promise<Page> => {
    const visitor = await browser.visitor();
    await visitor.context.addCookies([{ name: 'plein_session', value: member.cookie?.split('=')[1] ?? '', url: plein.address }]);
    visitor.page.on('close', () => faults.push(...visitor.faults));
    await visitor.page.goto(`${plein.address}/today`);
    await visitor.page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor();
    return visitor.page;
  };
  const one = await windowOf();
  await one.getByText('noemde je in').waitFor();
  const two = await windowOf();
  const bell = await windowOf();
  await bell.goto(`${plein.address}/notifications`);
  const unread = () => bell.locator('.notification--unread').count();
  await expect.poll(unread).toBe(1);
  const fresh = (page: Page) => page.locator('.today-line--new').count();
  const rail = (page: Page) => page.locator('.rail .count').allTextContents().then((texts) => texts.length);
  await expect.poll(() => fresh(two)).toBe(2);
  expect(await rail(two)).toBe(2);

  // Read here: quiet there, in its place.
  await one.getByRole('button', { name: 'Markeer alles als gelezen' }).click();
  for (const page of [one, two]) {
    await expect.poll(() => fresh(page), { timeout: 15_000 }).toBe(0);
    await page.getByText('Je bent bij.').waitFor();
    await expect.poll(() => rail(page), { timeout: 15_000 }).toBe(0);
    expect(await page.locator('.today-line').count()).toBe(2);
  }
  await expect.poll(unread, { timeout: 15_000 }).toBe(0);
  // Also when the sentence with the undoing has gone.
  await one.reload();
  await one.getByRole('button', { name: 'Maak gelezen ongedaan' }).click();
  await expect.poll(unread, { timeout: 15_000 }).toBe(1);
  await bell.close();
  for (const page of [one, two]) await expect.poll(() => fresh(page), { timeout: 15_000 }).toBe(2);

  // From line to line by key; opened and back, the page stands as it was left, with that line quiet.
  await one.keyboard.press('j');
  await one.keyboard.press('j');
  await one.keyboard.press('Enter');
  await one.waitForURL(/\/posts\//);
  expect(new URL(one.url()).pathname).toBe(`/posts/${thread.id}`);
  await one.getByRole('heading', { level: 1, name: 'Het regioplan' }).waitFor();
  await one.goBack();
  await one.getByText('Het regioplan').waitFor();
  await expect.poll(() => fresh(one), { timeout: 15_000 }).toBe(1);
  await expect.poll(() => fresh(two), { timeout: 15_000 }).toBe(1);

  // What comes in moves nothing.
  await say(other, '/buildings/arbeidsmarkt/posts', { body: 'Nog iets.', audience: 'members' });
  await two.getByRole('button', { name: '1 nieuwe' }).click({ timeout: 15_000 });
  await two.getByText('Nog iets.').waitFor();
  await one.close();
  await two.close();
  expect(faults).toEqual([]);
}, 90_000);

test('what one hears of a place and a thread is chosen there by keyboard, undone at one press, and stands in the settings', async () => {
  const [member, other] = [await buildMember(plein, { name: 'Vera Volger' }), await buildMember(plein)];
  const building = await say(other, '/buildings', { slug: 'waterberging', name: 'Waterberging', summary: '', access: 'open' });
  await say(member, '/buildings/waterberging/memberships', {});
  const post = await say(other, '/buildings/waterberging/posts', { title: 'De polder', kind: 'article', body: 'Hoe hoog?' });
  const { page, context, faults } = await browser.visitor();
  await context.addCookies([{ name: 'plein_session', value: member.cookie?.split('=')[1] ?? '', url: plein.address }]);
  const levelOf = async (what: 'places' | 'threads', id: string) => (await member.get(`/notification-settings/${what}/${id}`)).json<{ chosen: string | null }>().chosen;

  await page.goto(`${plein.address}/buildings/waterberging`);
  const button = page.getByRole('button', { name: 'Volgen: overzicht' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Je hoort nu alles van Waterberging.').first().waitFor();
  await page.getByRole('button', { name: 'Volgen: alles' }).waitFor();
  expect(await levelOf('places', building.id)).toBe('all');
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await button.waitFor();
  await expect.poll(() => levelOf('places', building.id)).toBe(null);

  await page.goto(`${plein.address}/posts/${post.id}`);
  await page.getByRole('button', { name: 'Volgen: overzicht' }).click();
  await page.getByRole('button', { name: 'Niets' }).click();
  await page.getByRole('button', { name: 'Volgen: niets' }).waitFor();
  await expect.poll(() => levelOf('threads', post.id)).toBe('none');

  await page.goto(`${plein.address}/settings/notifications`);
  await page.getByLabel('Waterberging').selectOption('mentions');
  await expect.poll(() => levelOf('places', building.id)).toBe('mentions');
  await page.getByRole('button', { name: /^Volg zoals de plek.*De polder/ }).click();
  await expect.poll(() => levelOf('threads', post.id)).toBe(null);
  await page.getByLabel('Hoe vaak').selectOption('weekly');
  await page.getByLabel('Op welke dag').selectOption('4');
  await page.getByText(/Het volgende overzicht komt donderdag/).waitFor();
  await page.getByLabel('Laat mij met rust').check();
  await page.getByLabel('Vanaf').selectOption('23');
  const settings = async () => (await member.get('/notification-settings')).json<{ digest: object; quietHours: object | null }>();
  await expect.poll(settings).toMatchObject({ digest: { rhythm: 'weekly', hour: 8, weekday: 4 }, quietHours: { from: 23, until: 7 } });
  expect(faults).toEqual([]);
  await page.close();
}, 90_000);
