// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderMail } from '../../server/platform/mail/render.ts';
import { digestExample } from '../../scripts/demo/digest-example.ts';
import { accessibilityFaults, startBrowser, type TestBrowser } from '../support/browser.ts';
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

test('the link at the foot of a mail says what it ends, ends it at one press, and knows the way back, for who is not signed in', async () => {
  const member = await buildMember(plein);
  const rhythm = () => plein.db((trx) => trx.selectFrom('notification_setting').select('digest_rhythm').where('owner_id', '=', member.actorId).executeTakeFirstOrThrow());
  const token = await plein.deps.signing.sign('unsubscribe', { person: member.actorId, what: 'digest', thing: '' }, 3_600);
  const { page, context, faults } = await browser.visitor({ viewport: { width: 360, height: 800 } });
  await page.goto(`${plein.address}/unsubscribe?token=${token}`);
  await page.getByText('Wil je geen overzicht meer per mail?').waitFor();
  expect(await rhythm()).toEqual({ digest_rhythm: 'workdays' });
  await page.getByRole('button', { name: 'Stop het overzicht' }).click();
  await page.getByText('Gelukt. Je krijgt geen overzicht meer per mail.').waitFor();
  expect(await rhythm()).toEqual({ digest_rhythm: 'never' });
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Toch weer wel' }).click();
  await page.getByText('Alles is weer zoals het was.').waitFor();
  expect(await rhythm()).toEqual({ digest_rhythm: 'workdays' });
  expect(faults).toEqual([]);
  await context.close();
});

test('whose mail comes back reads so on every page and in the settings, and tries again with one press', async () => {
  const member = await buildMember(plein);
  await plein.db((trx) => trx.insertInto('mail_pause').values({ address: member.email, reason: 'bounced', since: plein.clock.now() }).execute());
  const { page, context, faults } = await browser.visitor({ viewport: { width: 360, height: 800 } });
  await context.addCookies([{ name: 'plein_session', value: member.cookie?.split('=')[1] ?? '', url: plein.address }]);
  await page.goto(`${plein.address}/bookmarks`);
  await page.getByText('Mail naar je adres', { exact: false }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByText('Mail naar je adres', { exact: false }).waitFor({ state: 'detached' });
  await page.goto(`${plein.address}/settings/notifications`);
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.getByText('We mailen je weer.').waitFor();
  expect(await plein.db((trx) => trx.selectFrom('mail_pause').selectAll().execute())).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

test.each([360, 700] as const)('a digest fits %i px, light and dark, with enough contrast, and fetches nothing', async (width) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await browser.visitor({ viewport: { width, height: 800 }, colorScheme });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(renderMail('digest', 'nl', digestExample).html);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await accessibilityFaults(page, 'contrast')).toEqual([]);
    for (const box of await page.locator('a.button, a.second').all()) expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(asked).toEqual([]);
    await context.close();
  }
});
