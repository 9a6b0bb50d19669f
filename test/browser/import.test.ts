// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, overflowsSideways, startBrowser, type TestBrowser } from '../support/browser.ts';
import { buildMember } from '../support/factories.ts';
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

const pictures = process.env['TEST_PICTURES'];

test.each([['phone', 360, 'light'], ['wide', 1280, 'dark']] as const)('many people come in from a file: looked at first, then done, then told of each line (%s)', async (kind, width, colorScheme) => {
  const admin = await buildMember(plein, { name: 'Arbeidsmarktregiocoördinator Roos' });
  const colleagues = await Promise.all([1, 2, 3].map(() => buildMember(plein)));
  const slug = `regiotafel-${kind}`;
  const made = await admin.post('/buildings', { slug, name: 'Regiotafel', summary: '', access: 'closed' }, { origin: plein.address });
  expect(made.statusCode, made.body).toBe(201);
  const lines = ['E-mail;Naam;Rol;Groepen', ...colleagues.map(({ email, name }) => `${email};${name};lid;`), 'geen-adres;Jan;;', 'nieuw@elders.example;Zoë;koning;', `gast-${kind}@elders.example;Gerrit;;`];
  const { page, context, faults } = await browser.visitor({ viewport: { width, height: 900 }, colorScheme, acceptDownloads: true });
  await context.addCookies([{ name: 'plein_session', value: admin.cookie?.split('=')[1] ?? '', url: plein.address }]);
  const look = async (name: string) => {
    expect(await accessibilityFaults(page), name).toEqual([]);
    expect(await overflowsSideways(page), name).toBe(false);
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/import-${name}-${width}-${colorScheme}.png`, fullPage: true });
  };
  await page.goto(`${plein.address}/buildings/${slug}/members?tab=import`);
  const box = page.getByLabel(/Kies een CSV-bestand/);
  await box.waitFor();
  await look('choose');

  await box.setInputFiles({ name: 'kapot.csv', mimeType: 'text/csv', buffer: Buffer.from('e-mail;naam\n"los') });
  await page.getByText(/aanhalingsteken/).first().waitFor();
  await box.setInputFiles({ name: 'leden.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') });
  await page.getByRole('heading', { name: /Dit gaat er gebeuren met leden.csv/ }).waitFor();
  await page.getByText('"koning" is geen rol').waitFor();
  await page.getByText('Zoë').waitFor();
  await look('preview');

  await page.getByRole('button', { name: 'Voer uit: 4 mensen' }).click();
  await page.getByRole('heading', { name: 'Verslag' }).waitFor();
  await page.getByText('Klaar: 4 veranderd, 2 niet gelukt.').first().waitFor();
  await page.getByText('Lid geworden').first().waitFor();
  await look('report');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /Download 2 regels/ }).click();
  const file = await (await downloading).path();
  expect(await readFile(file, 'utf8')).toMatch(/^\ufeffe-mail;naam;rol;groepen;regel;wat er niet goed was\r\ngeen-adres;Jan;/);

  await page.goto(`${plein.address}/buildings/${slug}/members`);
  await page.getByRole('link', { name: colleagues[0]?.name ?? '' }).first().waitFor();
  await look('members');
  expect(faults).toEqual([]);
  await context.close();
});

test('a link has a sheet to hang up, by which members are counted', async () => {
  const admin = await buildMember(plein);
  await admin.post('/buildings', { slug: 'buurthuis', name: 'Buurthuis De Linde', summary: '', access: 'closed' }, { origin: plein.address });
  const link = await admin.post('/buildings/buurthuis/invitations', { link: true, source: 'Poster bakker' }, { origin: plein.address });
  const { page, context, faults } = await browser.visitor();
  await context.addCookies([{ name: 'plein_session', value: admin.cookie?.split('=')[1] ?? '', url: plein.address }]);
  await page.goto(`${plein.address}/buildings/buurthuis/members?tab=invitations`);
  await page.getByRole('link', { name: /QR-code/ }).click();
  await page.getByRole('img', { name: new RegExp(link.json<{ url: string }>().url.slice(-20)) }).waitFor();
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/poster.png`, fullPage: true });
  expect(await accessibilityFaults(page)).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PNG' }).click();
  expect((await downloading).suggestedFilename()).toBe('buurthuis-poster-bakker.png');
  expect(faults).toEqual([]);
  await context.close();
});
