// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityFaults, overflowsSideways, startBrowser, type TestBrowser, widths } from '../support/browser.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

/** Two squares, and people who go from the one to the other without leaving their own screens. */

let here: OpenPlein;
let there: OpenPlein;
let browser: TestBrowser;
let administrator: TestMember;
let member: TestMember;
let open: TestBuilding;
let closed: TestBuilding;

beforeAll(async () => {
  [here, there] = await Promise.all([startOpenPlein(), startOpenPlein()]);
  administrator = await buildMember(here, { administrator: true });
  member = await buildMember(here);
  const theirs = await buildMember(there, { administrator: true });
  await theirs.patch('/instance', { name: 'Plein van Zaanstad' });
  open = await buildBuilding(there, { slug: 'omgevingswet', name: 'Omgevingswet Zaanstreek', summary: 'Voor arbeidsmarktregiocoördinatoren en planologen.' });
  closed = await buildBuilding(there, { slug: 'besloten-kamer', name: 'Besloten kamer', access: 'closed' });
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([here?.close(), there?.close()]);
});

async function visitAs(who: TestMember) {
  const visitor = await browser.visitor();
  const [name = '', ...value] = (who.cookie ?? '').split(';')[0]?.split('=') ?? [];
  await visitor.context.addCookies([{ name, value: value.join('='), url: here.url }]);
  return visitor;
}

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(here.url + path);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
}

/** Somebody of here is in the open building, and so is a post of there. @returns its id here */
async function postFromThere(): Promise<string> {
  const address = `${open.slug}@${there.host}`;
  await member.post('/remote-places/lookup', { address });
  await member.post(`/buildings/${address}/memberships`);
  await until(async () => (await member.get(`/buildings/${address}`)).json<{ myMembership: { state: string } | null }>().myMembership, (found) => found?.state === 'active');
  const post = await buildPost(await buildMemberOf(there, open), open, { body: 'Onaardige woorden' });
  const copy = await until(() => here.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', post.uri).executeTakeFirst()));
  return copy?.id ?? '';
}

/** Narrow and wide, light and dark. */
async function expectNoBarriers(page: Page): Promise<void> {
  const found: Record<string, string[]> = {};
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
  await page.setViewportSize({ width: widths.wide, height: 900 });
}

describe('an administrator', () => {
  test('names a neighbour, blocks a domain after reading what ends, and lifts it', async () => {
    const { page, context, faults } = await visitAs(administrator);
    await opened(page, '/administration/federation');
    await page.fill('#neighbour-host', 'geen naam');
    await page.click('plein-neighbours-panel form button');
    await page.locator('plein-neighbours-panel .field__error').waitFor();
    faults.length = 0;
    await page.fill('#neighbour-host', there.host);
    await page.click('plein-neighbours-panel form button');
    await page.locator('plein-neighbours-panel li', { hasText: 'Plein van Zaanstad' }).waitFor();
    await page.locator('plein-keys-panel .fingerprint').first().waitFor();
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Blokkeer een adres' }).click();
    await page.fill('#block-host', 'reclame.example');
    await page.fill('#block-reason', 'reclame');
    await page.locator('dialog form button').click();
    await page.getByText('Er zijn geen lidmaatschappen over en weer.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('dialog form button').click();
    const blocked = page.locator('li', { hasText: 'reclame.example' });
    await blocked.waitFor();
    await blocked.getByRole('button').click();
    await page.locator('dialog .button--primary').click();
    await expect.poll(() => blocked.count()).toBe(0);
    // It is asked first whether anything is known of the domain.
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await context.close();
  }, 90_000);
});

describe('somebody of here', () => {
  test('sees the open buildings of the neighbour on the square, finds one by its name and joins it in one press', async () => {
    const { page, context, faults } = await visitAs(member);
    await opened(page, '/');
    await page.locator('#square-neighbours').waitFor();
    expect(await page.locator('section[aria-labelledby="square-neighbours"]').textContent()).toContain('Omgevingswet Zaanstreek');
    await opened(page, '/elsewhere');
    await page.fill('#elsewhere-address', `zo-heet-niets@${there.host}`);
    await page.locator('plein-look-up form button').click();
    await expect.poll(() => page.locator('plein-look-up .field__error').textContent()).toContain('geen gebouw met deze naam');
    faults.length = 0;
    await page.fill('#elsewhere-address', `@${open.slug}@${there.host}`);
    await page.locator('plein-look-up form button').click();
    await page.locator('.found-place').waitFor();
    expect(await page.locator('.found-place').textContent()).toContain('van Plein van Zaanstad');
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Word lid' }).click();
    await page.getByText('Je bent lid.').waitFor();
    await page.getByRole('link', { name: 'Bekijk het gebouw' }).click();
    await page.locator('plein-composer').waitFor();
    await page.getByText(`Dit gebouw staat op Plein van Zaanstad`).waitFor();
    await expectNoBarriers(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  test('writes in it, reads there what others answer, and sees who is of where', async () => {
    const { page, context, faults } = await visitAs(member);
    const post = await buildPost(member, { slug: `${open.slug}@${there.host}`, path: `/buildings/${open.slug}@${there.host}` }, { body: 'Groeten uit Haarlem' });
    const copy = await until(() => there.db((trx) => trx.selectFrom('post').select('id').where('uri', '=', post.uri).executeTakeFirst()));
    await buildReply(open.founder, { id: copy?.id ?? '' }, { body: 'Welkom bij ons' });
    await until(async () => (await member.get(`/posts/${post.id}/replies`)).json<{ items: unknown[] }>().items, (items) => items.length === 1);
    await opened(page, `/posts/${post.id}`);
    const answer = page.locator('plein-reply', { hasText: 'Welkom bij ons' });
    await answer.waitFor();
    expect(await answer.locator('.home-mark').textContent()).toContain('van Plein van Zaanstad');
    expect(await page.locator('.rail').getByRole('link', { name: /Omgevingswet Zaanstreek.*van Plein van Zaanstad/ }).count()).toBe(1);
    await page.locator('plein-thread-home').waitFor();
    await expectNoBarriers(page);
    await answer.locator('.post__author').click();
    await page.getByText(`Dit profiel staat op ${there.host}.`, { exact: false }).waitFor();
    await expectNoBarriers(page);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  test('reports what somebody elsewhere wrote to who answers for it here, and with one tick to its home', async () => {
    const { page, context, faults } = await visitAs(member);
    await opened(page, `/posts/${await postFromThere()}`);
    await page.locator('plein-post-card plein-menu > button').click();
    await page.locator('plein-post-card plein-menu').getByRole('button', { name: 'Meld', exact: true }).click();
    await page.getByText('Je melding gaat naar de platformbeheerders.', { exact: false }).waitFor();
    await page.getByLabel('Meld het ook aan', { exact: false }).check();
    await page.locator('dialog input[value="abuse"]').check();
    await page.fill('#report-note', 'Dit is niet aardig');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('dialog form .button--primary').click();
    await page.getByText('Dank voor je melding').waitFor();
    type Cases = { items: { place: { slug: string } | null; reports: { note: string }[] }[] };
    const atHome = await until(async () => (await open.founder.get(`/reports?place=${open.slug}`)).json<Cases>().items, (items) => items.length === 1);
    expect(atHome[0]?.reports[0]?.note).toBe('Dit is niet aardig');
    // At once: nobody else moderates a place of elsewhere here.
    expect((await administrator.get('/reports?scope=instance')).json<Cases>().items[0]).toMatchObject({ place: { slug: `${open.slug}@${there.host}` }, reports: [{ note: 'Dit is niet aardig' }] });
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  test('is told at a closed door who decides, and asks there', async () => {
    await closed.founder.put(`/buildings/${closed.slug}/allowed-instances/${here.host}`);
    const { page, context, faults } = await visitAs(member);
    await opened(page, `/buildings/${closed.slug}@${there.host}`);
    await page.getByText('Wie er binnenkomt, beslist Plein van Zaanstad.', { exact: false }).waitFor();
    await expectNoBarriers(page);
    await page.getByRole('button', { name: 'Vraag of je lid mag worden' }).click();
    await page.getByText('Een beheerder op Plein van Zaanstad beslist.', { exact: false }).waitFor();
    const asked = await until(async () => (await closed.founder.get(`${closed.path}/memberships?state=requested`)).json<{ items: { id: string; member: { handle: string; isResident: boolean }; isGuest: boolean }[] }>().items, (items) => items.length === 1);
    expect(asked[0]).toMatchObject({ isGuest: false, member: { isResident: false } });
    expect(asked[0]?.member.handle).toContain(`@${here.host}`);
    expect((await closed.founder.patch(`${closed.path}/memberships/${asked[0]?.id}`, { state: 'active' })).statusCode).toBe(200);
    // Heard without a reload.
    await page.locator('plein-composer').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});

test('an admin of a closed building lets an instance in and out again', async () => {
  const mine = await buildBuilding(here, { founder: member, slug: 'onder-ons', name: 'Onder ons', access: 'closed' });
  const { page, context, faults } = await visitAs(member);
  await opened(page, `/buildings/${mine.slug}/settings`);
  await page.fill('#allowed-host', there.host);
  await page.locator('plein-allowed-instances form button').click();
  const row = page.locator('plein-allowed-instances li', { hasText: 'Plein van Zaanstad' });
  await row.waitFor();
  expect(await row.textContent()).toContain('houdt besloten gebouwen besloten');
  await expectNoBarriers(page);
  await row.getByRole('button').click();
  expect(await page.locator('dialog').textContent()).toContain('kan bewaren wat het al had');
  await page.locator('dialog .button--danger').click();
  await expect.poll(() => row.count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
}, 90_000);

test('whoever cannot come in reads why, and is offered no button that leads nowhere', async () => {
  const elsewhere = await buildBuilding(there, { slug: 'alleen-wij', name: 'Alleen wij', access: 'closed' });
  const outsider = await buildMember(here);
  const postId = await postFromThere();
  const { page, context, faults } = await visitAs(outsider);
  await opened(page, `/buildings/${elsewhere.slug}@${there.host}`);
  await page.getByRole('button', { name: 'Vraag of je lid mag worden' }).click();
  const why = page.locator('plein-closed-door .notice');
  await why.getByText('laat nog niemand van', { exact: false }).waitFor();
  await expectNoBarriers(page);
  await why.getByRole('button', { name: 'Vraag het opnieuw' }).click();
  await page.getByRole('button', { name: 'Vraag of je lid mag worden' }).waitFor();
  await opened(page, `/elsewhere?address=${elsewhere.slug}@${there.host}`);
  await page.locator('.found-place').getByText('laat nog niemand van', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Vraag om toegang' }).count()).toBe(0);
  await opened(page, `/buildings/${open.slug}@${there.host}`);
  const join = page.locator('plein-membership-action').getByRole('button', { name: 'Word lid' });
  await join.waitFor();
  expect((await administrator.put(`/instances/${there.host}`, { relation: 'blocked' })).statusCode).toBe(200);
  await opened(page, `/buildings/${open.slug}@${there.host}`);
  await page.locator('plein-membership-action').getByText('geblokkeerd', { exact: false }).waitFor();
  expect(await join.count()).toBe(0);
  await expectNoBarriers(page);
  await opened(page, `/posts/${postId}`);
  await page.locator('plein-join-first').getByText('geblokkeerd', { exact: false }).waitFor();
  expect(await page.locator('plein-join-first button').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);
