// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDemonstration } from '../../scripts/demo/fill.ts';
import { accessibilityFaults, startBrowser, type TestBrowser } from '../support/browser.ts';
import { tokenMailedTo } from '../support/mailbox.ts';
import { openPlein } from '../support/open-instance.ts';
import { until } from '../support/until.ts';

let plein: Awaited<ReturnType<typeof openPlein>>;
let browser: TestBrowser;

beforeAll(async () => {
  plein = await openPlein();
  await fillDemonstration(plein.deps);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await plein?.close();
});

const name = 'Tessa Nieuwkomer';
const email = 'tessa@zuiderdam.example';
const password = 'een rustige ochtend in mei';

/** A picture for whoever wants to look: TEST_PICTURES names the folder. */
async function picture(page: Page, title: string): Promise<void> {
  const folder = process.env['TEST_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/newcomer-${title}.png` });
}

test('a newcomer reads, signs up, confirms, starts a closed building, writes, and is answered live; outsiders see nothing', async () => {
  const { page, faults, context } = await browser.visitor();

  // Reads the square as a guest.
  await page.goto(plein.address);
  await expect.poll(() => page.getByRole('heading', { level: 1 }).first().textContent()).toContain('Waterstreek');
  await page.getByRole('heading', { name: 'Nieuw op het plein' }).waitFor();
  await page.locator('plein-post-card').first().waitFor();
  await picture(page, '1-square');

  // Signs up; the link in the mail asks for one press.
  await page.getByRole('link', { name: 'Doe mee' }).first().click();
  await page.getByLabel('Je naam').fill(name);
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await picture(page, '2-sign-up');
  await page.getByRole('button', { name: 'Maak account' }).click();
  await page.getByRole('heading', { name: 'Kijk in je mail' }).waitFor();
  const token = await until(() => tokenMailedTo(plein, email).catch(() => ''));
  await page.goto(`${plein.address}/confirm?token=${token}`);
  await page.getByRole('button', { name: 'Ja, maak mijn account' }).click();
  await page.getByRole('button', { name: 'Ja, maak mijn account' }).waitFor({ state: 'detached' });

  // Is asked once what she does, and passes over nothing she knows; a reload does not ask again.
  await page.goto(plein.address);
  await page.getByRole('heading', { name: 'Welkom, Tessa' }).waitFor();
  await page.getByText('Je werkt bij Gemeente Zuiderdam').waitFor();
  await page.locator('plein-welcome').getByLabel('Soort werk').selectOption({ label: 'Ambtenaar' });
  await page.locator('plein-welcome').getByLabel('Functie').fill('Beleidsadviseur');
  // Typed, and not added: saving takes it along.
  await page.getByRole('combobox', { name: /Portefeuille/ }).fill('Omgevingswet');
  expect(await accessibilityFaults(page)).toEqual([]);
  await picture(page, '2b-welcome');
  await page.locator('plein-welcome').getByRole('button', { name: 'Bewaar' }).click();
  await page.getByRole('heading', { name: 'Dank je wel' }).waitFor();
  const told = await page.evaluate(async () => (await fetch('/api/v1/me/profile')).json());
  expect(told).toMatchObject({ jobTitle: 'Beleidsadviseur', workRole: 'ambtenaar', portfolio: [{ name: 'Omgevingswet' }] });
  await page.reload();
  await page.locator('plein-composer').first().waitFor();
  expect(await page.locator('plein-welcome').count()).toBe(0);

  // Starts a closed building: a name is enough.
  await page.goto(`${plein.address}/buildings/new`);
  await page.getByLabel('Naam', { exact: true }).fill('Ervaringen met Arbeidsmarktregiocoördinatoren');
  await page.getByRole('radio', { name: /Besloten/ }).check();
  await picture(page, '3-new-building');
  await page.getByRole('button', { name: 'Open het gebouw' }).click();
  await page.getByRole('heading', { level: 1, name: /Arbeidsmarktregiocoördinatoren/ }).waitFor();
  const address = new URL(page.url()).pathname;

  // Writes the first message; beside the button it says who may read it.
  const composer = page.locator('plein-composer').first();
  await composer.getByRole('textbox').first().fill('Welkom! Wie heeft een **voorbeeld** van een regioplan?');
  await expect.poll(() => composer.textContent()).toContain('Leden van');
  await composer.getByRole('button', { name: 'Plaats' }).click();
  await page.locator('plein-post-card', { hasText: 'regioplan' }).waitFor();
  await picture(page, '4-first-post');

  // A colleague asks to come in; the newcomer is told of it live and lets her in.
  const colleague = await browser.visitor();
  await signIn(colleague.page, 'sanne-voorbeeld@zuiderdam.example', 'welkom-op-het-plein');
  await colleague.page.goto(plein.address + address);
  expect(await colleague.page.locator('body').textContent()).not.toContain('regioplan');
  await colleague.page.getByRole('button', { name: /Vraag of je lid/ }).first().click();
  const send = colleague.page.getByRole('dialog').getByRole('button', { name: /Vraag|Stuur/ });
  if (await send.isVisible().catch(() => false)) await send.click();
  await page.goto(`${plein.address}${address}/members`);
  await page.getByRole('button', { name: /Laat .*toe|Laat .*binnen|Toelaten/ }).first().click();

  // She answers; the newcomer, looking at the message, sees the answer without reloading, and the bell counts one.
  await page.goto(plein.address + address);
  await page.locator('plein-post-card', { hasText: 'regioplan' }).getByRole('link', { name: /reactie|Reageer/ }).first().click();
  await page.waitForURL(/\/posts\//);
  const post = new URL(page.url()).pathname;
  await colleague.page.goto(plein.address + post);
  const answer = colleague.page.locator('plein-composer').last();
  await answer.getByRole('textbox').first().fill('Ja, dat van ons is net vastgesteld.');
  await answer.getByRole('button', { name: 'Plaats reactie' }).click();
  await page.getByText('Ja, dat van ons is net vastgesteld.').waitFor();
  await picture(page, '5-answered');
  await page.goto(`${plein.address}/notifications`);
  await page.getByText(/Sanne Voorbeeld/).first().waitFor();
  await picture(page, '6-notifications');

  // Outsiders find a closed door, and nothing of what was written.
  const guest = await browser.visitor();
  for (const path of [address, post, '/', '/tags/regioplan', '/people/tessa-nieuwkomer']) {
    await guest.page.goto(plein.address + path);
    await guest.page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await guest.page.content(), path).not.toMatch(/Wie heeft een|dat van ons is net/);
  }
  await picture(guest.page, '7-outsider');

  expect([...faults, ...colleague.faults, ...guest.faults]).toEqual([]);
  for (const each of [context, colleague.context, guest.context]) await each.close();
}, 120_000);

async function signIn(page: Page, as: string, secret: string): Promise<void> {
  await page.goto(`${plein.address}/sign-in`);
  await page.getByLabel('E-mailadres').fill(as);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}
