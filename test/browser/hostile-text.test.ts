// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, type TestBrowser } from '../support/browser.ts';
import { buildGuest } from '../support/factories.ts';
import { judge, type Kind, liveFaults } from '../support/judge-html.ts';
import { buildXssHouse, type XssHouse } from '../support/xss-house.ts';
import { payloads } from '../support/xss-payloads.ts';

let house: XssHouse;
let browser: TestBrowser;
let reader: Page;
beforeAll(async () => {
  house = await buildXssHouse();
  browser = await startBrowser();
  ({ page: reader } = await browser.visitor());
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await house?.plein.close();
});

interface Text {
  where: string;
  html: string;
  kind: Kind;
}

/** Every value of a field named `html` in an answer, however deep. */
function htmlIn(value: unknown, where: string): Text[] {
  if (Array.isArray(value)) return value.flatMap((each) => htmlIn(each, where));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'html' && typeof each === 'string' ? [{ where, html: each, kind: 'prose' as const }] : htmlIn(each, where)));
}

async function expectHarmless(texts: Text[]): Promise<void> {
  for (let at = 0; at < texts.length; at += 100) expect(await judge(reader, texts.slice(at, at + 100))).toEqual([]);
}

describe('as text', () => {
  test('the corpus is large, and most of it is taken', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThan(200);
    expect(house.taken.posts).toBeGreaterThan(payloads.length * 0.9);
    expect(house.taken.replies).toBeGreaterThan(payloads.length * 1.8);
    expect(house.taken.buildings).toBeGreaterThan(payloads.length * 0.7);
    console.log(`${payloads.length} payloads; taken: ${JSON.stringify(house.taken)}`);
  });

  test('what the judge must find is found', async () => {
    const bad = ['<script>1</script>', '<p onclick=1>x', '<a href="javascript:1">x</a>', '<img src=x>', '<svg></svg>', '<a href="//evil.example">x</a>', '<p style=x>x', '<template></template>', '<a href="https://a@b.example">x</a>', '<title>x</title>', '<p id=x>x'];
    const found = await judge(reader, bad.map((html, index) => ({ where: String(index), html, kind: 'prose' })));
    expect(new Set(found.map((fault) => Number.parseInt(fault)))).toEqual(new Set(bad.keys()));
    expect(await judge(reader, [{ where: 'page', html: '<script id="plein-boot" type="application/json">{"a":"</script><p>"}</script>', kind: 'page' }])).toHaveLength(1);
    expect(await judge(reader, [{ where: 'mail', html: '<p>x<img src=x><a href="https://evil.example">x</a>', kind: 'mail' }])).toHaveLength(2);
  });

  test('no answer of the API holds HTML that is not on the list', async () => {
    const { founder, building, threads } = house;
    const texts: Text[] = [];
    const read = async (path: string): Promise<void> => {
      const answer = await founder.get(path);
      expect(answer.statusCode, path).toBe(200);
      expect(answer.headers['content-type']).toContain('application/json');
      texts.push(...htmlIn(answer.json(), path));
    };
    for (const thread of threads) for (const path of [`/posts/${thread}`, `/posts/${thread}/replies?limit=100`]) await read(path);
    for (let cursor = ''; ; ) {
      const path = `${building.path}/posts?limit=100${cursor}`;
      await read(path);
      const { next } = (await founder.get(path)).json<{ next: string | null }>();
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    for (const format of ['markdown', 'html'] as const) {
      for (const payload of payloads) {
        const { html } = (await founder.post('/previews', { body: `a\n\n${payload}\n\nb @${founder.handle} #label`, format })).json<{ html: string }>();
        texts.push({ where: `preview of ${payload}`, html, kind: 'prose' });
      }
    }
    expect(texts.length).toBeGreaterThan(payloads.length * 4);
    await expectHarmless(texts);
  });

  test('an edited post keeps nothing of it either', async () => {
    const { founder, building } = house;
    const { id } = (await founder.post(`${building.path}/posts`, { kind: 'article', title: 'Steeds anders', body: 'Eerst dit.', audience: 'public' })).json<{ id: string }>();
    for (const payload of payloads) expect((await founder.patch(`/posts/${id}`, { body: `<p>x</p>${payload}<p>y</p>`, format: 'html', title: payload.slice(0, 200) })).statusCode).toBeLessThan(500);
    const revisions = await founder.get(`/posts/${id}/revisions?limit=100`);
    const texts = [...htmlIn(revisions.json(), 'revisions'), ...htmlIn((await founder.get(`/posts/${id}`)).json(), 'post')];
    expect(texts.length).toBeGreaterThan(90);
    await expectHarmless(texts);
  }, 60_000);

  test('no page of the server holds more than its own elements, and none repeats a question as HTML', async () => {
    const guest = buildGuest(house.plein);
    const texts: Text[] = [];
    const read = async (client: typeof guest, path: string): Promise<void> => {
      const answer = await client.page(path);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|\*|data: *;? *script/);
      texts.push({ where: path, html: answer.body, kind: 'page' });
    };
    for (const path of ['/', '/buildings', '/buildings/verzameling', ...house.threads.map((id) => `/posts/${id}`)]) for (const client of [guest, house.founder]) await read(client, path);
    for (const [index, payload] of payloads.entries()) {
      const { handle, slug, post } = house.authors[index] ?? {};
      const typed = encodeURIComponent(payload.toWellFormed());
      for (const path of [`/people/${handle}`, ...(post == null ? [] : [`/posts/${post}`]), ...(slug == null ? [] : [`/buildings/${slug}`]), `/buildings?q=${typed}`, `/people?q=${typed}`, `/tags/${typed}`, `/people/${typed}`, `/nergens/${typed}`]) await read(guest, path);
    }
    await expectHarmless(texts);
  }, 120_000);

  test('what is said of unknown addresses and wrong words is no HTML', async () => {
    const guest = buildGuest(house.plein);
    for (const payload of payloads) {
      const typed = encodeURIComponent(payload.toWellFormed());
      for (const path of [`/people/${typed}`, `/buildings/${typed}`, `/tags/${typed}/posts?limit=${typed}`, `/nergens/${typed}`, `/feed?${typed}=x`]) {
        const answer = await guest.get(path, { accept: 'text/html' });
        expect(answer.headers['content-type'], path).toMatch(/^application\/(problem\+)?json/);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    }
  });

  test('no mail holds more than its own elements, and its subject is one line', async () => {
    const rows = await house.plein.db((trx) => trx.selectFrom('mail').select(['recipient', 'file']).where('template', '=', 'invitation').execute());
    expect(rows.length).toBe(house.taken.buildings);
    const mails = await Promise.all(rows.map(async ({ file }) => PostalMime.parse(await readFile(file ?? ''))));
    expect(mails.filter((mail) => /\n/.test(mail.subject ?? ''))).toEqual([]);
    await expectHarmless(mails.map((mail) => ({ where: mail.subject ?? '', html: mail.html ?? '', kind: 'mail' })));
    // The styles are those of the template: nobody brings their own.
    const styles = new Set(mails.flatMap((mail) => [...(mail.html ?? '').matchAll(/ style="([^"]*)"/g)].map((match) => match[1])));
    expect(styles.size).toBeLessThan(20);
    const blocks = new Set(mails.flatMap((mail) => [...(mail.html ?? '').matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map((match) => match[1])));
    expect(blocks.size).toBe(1);
    const classes = new Set(mails.flatMap((mail) => [...(mail.html ?? '').matchAll(/ class="([^"]*)"/g)].map((match) => match[1])));
    expect(classes.size).toBeLessThan(12);
  });
});

const probe = encodeURIComponent(`"><img src=x onerror=pwn()><script>pwn()</script>`);

describe.each([
  { as: 'a guest', bypassCSP: false },
  { as: 'the founder', bypassCSP: false },
  { as: 'the founder', bypassCSP: true },
])('in Chromium, for $as, with the policy switched off: $bypassCSP', ({ as, bypassCSP }) => {
  test('nothing runs, nothing is loaded from elsewhere, nothing is even tried', async () => {
    const { context, page, faults } = await browser.visitor({ bypassCSP });
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', () => seen.push('a window'));
    context.on('request', (request) => {
      if (!request.url().startsWith(`${house.address}/`) && !request.url().startsWith('data:')) seen.push(`a request to ${request.url()}`);
    });
    await context.exposeFunction('pleinSaw', (what: string) => void seen.push(what));
    await context.addInitScript(`window.pwn = () => pleinSaw('it ran: ' + location.pathname); document.addEventListener('securitypolicyviolation', (event) => pleinSaw('refused: ' + event.violatedDirective + ' ' + event.blockedURI + ' on ' + location.pathname));`);
    if (as === 'the founder') await context.addCookies([{ name: 'plein_session', value: house.founder.cookie?.split('=')[1] ?? '', url: house.address }]);

    const { authors, threads } = house;
    const forAll = ['/', '/buildings', `/buildings?q=${probe}`, '/buildings/verzameling', ...threads.map((id) => `/posts/${id}`), `/people/${authors[14]?.handle}`, `/posts/${authors.find((author) => author.post !== null)?.post}`, `/tags/${probe}`, `/nergens/${probe}`, `/sign-in?next=${encodeURIComponent('javascript:pwn()')}`];
    const forFounder = ['/people', `/people?q=${probe}`, '/notifications', '/buildings/verzameling/members', '/drafts', '/mine', '/settings', '/administration', '/administration/organisations', '/administration/people', '/administration/mails'];
    for (const path of as === 'the founder' ? [...forAll, ...forFounder] : forAll) {
      await page.goto(house.address + path);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await liveFaults(page), path).toEqual([]);
    }
    expect(seen).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);
});

test('a script that is let in would be seen by this test', async () => {
  const { context, page } = await browser.visitor({ bypassCSP: true });
  const seen: string[] = [];
  await context.exposeFunction('pleinSaw', (what: string) => void seen.push(what));
  await context.addInitScript(`window.pwn = () => pleinSaw('it ran')`);
  await page.goto(`${house.address}/buildings`);
  await page.waitForLoadState('networkidle');
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<div class="prose"><img src=x onerror=pwn()></div>')`);
  await expect.poll(() => seen).toContain('it ran');
  expect(await liveFaults(page)).toContain('<img onerror>');
  await context.close();
});
