// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { buildMember } from '../support/factories.ts';
import { openPlein } from '../support/open-instance.ts';
import { until } from '../support/until.ts';

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

test('a draft that was thrown away comes back as it was when that is undone', async () => {
  const member = await buildMember(plein);
  const origin = { origin: plein.address };
  const building = await member.post('/buildings', { slug: 'concepthuis', name: 'Concepthuis', summary: '', access: 'open' }, origin);
  expect(building.statusCode, building.body).toBe(201);
  const id = newId();
  const draft = { buildingSlug: 'concepthuis', kind: 'article', title: 'Half af', body: 'De eerste zin', format: 'markdown', tags: ['proef'] };
  expect((await member.send('PUT', `/api/v1/drafts/${id}`, draft, origin)).statusCode).toBe(200);
  const { page, context, faults } = await browser.visitor();
  await context.addCookies([{ name: 'plein_session', value: member.cookie?.split('=')[1] ?? '', url: plein.address }]);
  await page.goto(`${plein.address}/drafts`);
  await page.getByRole('link', { name: 'Half af' }).waitFor();
  await page.getByRole('button', { name: /Half af/ }).click();
  await page.getByRole('link', { name: 'Half af' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('link', { name: 'Half af' }).waitFor();
  const { items } = (await until(() => member.get('/drafts'), (answer) => answer.json<{ items: unknown[] }>().items.length === 1)).json<{ items: Record<string, unknown>[] }>();
  expect(items[0]).toMatchObject({ id, ...draft });
  expect(faults).toEqual([]);
  await context.close();
});
