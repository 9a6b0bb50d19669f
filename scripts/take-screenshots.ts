// SPDX-License-Identifier: EUPL-1.2
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { renderMail } from '../server/platform/mail/render.ts';
import { digestExample } from './demo/digest-example.ts';
import { administratorOf, closedBuilding, emailOf, openBuilding, type SquareKey, squares, SQUARES_PASSWORD } from './demo/federation/squares.ts';
import { DEMO_PASSWORD } from './demo/fill.ts';

interface Shot {
  name: string;
  path: string;
  width: 360 | 768 | 1280;
  scheme: 'light' | 'dark';
  as?: string;
  /** Opens the first link of this kind on the page. */
  follow?: string;
  /** `end`: after everything was read, which is taken back. `newcomer`: as for who came just now, which nobody of the demonstration did. */
  today?: 'end' | 'newcomer';
  /** Of the demonstration of three squares: on which. */
  square?: SquareKey;
}

const [address, ...only] = process.argv.slice(2);
if (address === undefined) throw new Error('Give the address of a running demonstration.');

const staff = 'sanne-voorbeeld@zuiderdam.example';
const administrator = 'bas-beheer@zuiderdam.example';
const thread = 'plein-post-card .post__title a';
const merge = 'a[href^="/merges/new?"]';

/** The pictures of the README, taken from a running demonstration: node scripts/take-screenshots.ts http://localhost:3000 */
const shots: Shot[] = [
  { name: 'square-1280', path: '/', width: 1280, scheme: 'light', as: staff },
  { name: 'square-1280-dark', path: '/', width: 1280, scheme: 'dark', as: staff },
  { name: 'square-360', path: '/', width: 360, scheme: 'light' },
  { name: 'today-1280', path: '/today', width: 1280, scheme: 'light', as: staff },
  { name: 'today-360', path: '/today', width: 360, scheme: 'light', as: staff },
  { name: 'today-end-1280', path: '/today', width: 1280, scheme: 'light', as: staff, today: 'end' },
  { name: 'today-empty-360', path: '/today', width: 360, scheme: 'light', as: staff, today: 'newcomer' },
  { name: 'building-1280', path: '/buildings/omgevingswet', width: 1280, scheme: 'light', as: staff },
  { name: 'building-360-dark', path: '/buildings/havenkwartier', width: 360, scheme: 'dark' },
  { name: 'thread-1280', path: '/buildings/omgevingswet', width: 1280, scheme: 'light', as: staff, follow: thread },
  { name: 'thread-360', path: '/buildings/sluis', width: 360, scheme: 'light', follow: thread },
  { name: 'closed-door-768', path: '/buildings/jeugd-regio', width: 768, scheme: 'light' },
  { name: 'sign-up-360', path: '/sign-up', width: 360, scheme: 'light' },
  { name: 'new-building-1280', path: '/buildings/new?name=Wmo-zorg', width: 1280, scheme: 'light', as: staff },
  { name: 'groups-1280', path: '/buildings/jeugd-regio/groups', width: 1280, scheme: 'light', as: staff },
  { name: 'groups-360', path: '/buildings/jeugd-regio/groups', width: 360, scheme: 'light', as: staff },
  { name: 'group-1280', path: '/buildings/jeugd-regio/groups/wachttijden', width: 1280, scheme: 'light', as: staff },
  { name: 'members-1280', path: '/buildings/jeugd-regio/members', width: 1280, scheme: 'light', as: staff },
  { name: 'people-1280', path: '/people', width: 1280, scheme: 'light', as: staff },
  { name: 'people-360', path: '/people', width: 360, scheme: 'light', as: staff },
  { name: 'person-1280', path: '/people/mila-demo', width: 1280, scheme: 'light', as: staff },
  { name: 'ask-1280', path: '/ask?theme=omgevingswet', width: 1280, scheme: 'light', as: staff },
  { name: 'ask-360', path: '/ask?theme=omgevingswet', width: 360, scheme: 'light', as: staff },
  { name: 'search-1280', path: '/search?q=vergunning', width: 1280, scheme: 'light', as: staff },
  { name: 'search-360', path: '/search?q=vergunning', width: 360, scheme: 'dark', as: staff },
  { name: 'moderation-1280', path: '/buildings/participatie/moderation', width: 1280, scheme: 'light', as: staff },
  { name: 'moderation-360', path: '/buildings/participatie/moderation', width: 360, scheme: 'light', as: staff },
  { name: 'duplicates-1280', path: '/administration/duplicates', width: 1280, scheme: 'light', as: administrator },
  { name: 'merge-1280', path: '/administration/duplicates', width: 1280, scheme: 'light', as: administrator, follow: merge },
  { name: 'merge-360', path: '/administration/duplicates', width: 360, scheme: 'light', as: administrator, follow: merge },
  { name: 'profile-settings-1280', path: '/settings/profile', width: 1280, scheme: 'light', as: staff },
  { name: 'notification-settings-1280', path: '/settings/notifications', width: 1280, scheme: 'light', as: staff },
  { name: 'notification-settings-360', path: '/settings/notifications', width: 360, scheme: 'light', as: staff },
  { name: 'administration-1280', path: '/administration/people', width: 1280, scheme: 'light', as: administrator },
  { name: 'administration-queues-1280', path: '/administration/queues', width: 1280, scheme: 'light', as: administrator },
];

const portOf = (square: SquareKey): number => Number(new URL(address ?? '').port) + 1 + squares.findIndex(({ key }) => key === square);
const elsewhere = ({ slug, home }: { slug: string; home: SquareKey }): string => `/buildings/${slug}@${home}.localhost:${portOf(home)}`;
const mees = emailOf('mees-denkbeeldig', 'molenvliet');
const koen = emailOf('koen-verzonnen', 'kadezicht');

/** Of `npm run demo:federation`, with `federation` as the only name and the address of its page: node scripts/take-screenshots.ts http://localhost:3000 federation */
const shotsOfSquares = (): Shot[] => [
  { name: 'elsewhere-1280', path: '/elsewhere', width: 1280, scheme: 'light', as: mees, square: 'molenvliet' },
  { name: 'elsewhere-360', path: '/elsewhere', width: 360, scheme: 'light', as: mees, square: 'molenvliet' },
  { name: 'elsewhere-open-360', path: elsewhere(openBuilding), width: 360, scheme: 'dark', as: mees, square: 'molenvliet' },
  { name: 'elsewhere-closed-1280', path: elsewhere(closedBuilding), width: 1280, scheme: 'light', as: koen, square: 'kadezicht' },
  { name: 'elsewhere-closed-360', path: elsewhere(closedBuilding), width: 360, scheme: 'light', as: koen, square: 'kadezicht' },
  { name: 'federation-1280', path: '/administration/federation', width: 1280, scheme: 'light', as: administratorOf('kadezicht'), square: 'kadezicht' },
  { name: 'federation-360', path: '/administration/federation', width: 360, scheme: 'light', as: administratorOf('kadezicht'), square: 'kadezicht' },
];

/** A mail needs no instance: `digest` as the only name draws these alone. */
const mails = [{ width: 360, scheme: 'light' }, { width: 700, scheme: 'light' }, { width: 360, scheme: 'dark' }, { width: 700, scheme: 'dark' }] as const;

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
// Once for each person: signing in often is refused.
const signedIn = new Map<string, Awaited<ReturnType<Awaited<ReturnType<typeof browser.newContext>>['storageState']>>>();
async function stateOf(base: string, as: string, password: string): Promise<NonNullable<ReturnType<typeof signedIn.get>>> {
  const known = signedIn.get(as);
  if (known !== undefined) return known;
  const context = await browser.newContext();
  const page = await context.newPage();
  // In the browser: it knows names under "localhost", which not every resolver does.
  await page.goto(`${base}/healthz`);
  const status = await page.evaluate(async (given) => (await fetch('/api/v1/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) })).status, { email: as, password });
  if (status !== 201) throw new Error(`${as} cannot sign in: ${status}`);
  const state = await context.storageState();
  await context.close();
  signedIn.set(as, state);
  return state;
}

const wanted = only.includes('federation') ? shotsOfSquares() : shots.filter((shot) => only.length === 0 || only.includes(shot.name));
for (const { name, path, width, scheme, as, follow, today, square } of wanted) {
  const base = square === undefined ? address : `http://${square}.localhost:${portOf(square)}`;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', ...(as === undefined ? {} : { storageState: await stateOf(base, as, square === undefined ? DEMO_PASSWORD : SQUARES_PASSWORD) }) });
  const page = await context.newPage();
  if (today === 'newcomer') {
    await page.route('**/api/v1/today', async (route) => {
      const answer = await route.fetch();
      const found = (await answer.json()) as { ahead: object };
      await route.fulfill({ response: answer, json: { ...found, unreadNotifications: 0, asks: [], forMe: [], threads: [], places: [], square: [], ahead: { ...found.ahead, isMember: false } } });
    });
  }
  await page.goto(base + path);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  if (follow !== undefined) {
    const link = page.locator(follow).first();
    const target = await link.getAttribute('href');
    await link.click();
    await page.waitForURL(`**${target ?? ''}`);
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  let undo: string | null = null;
  if (today === 'end') {
    const read = page.waitForResponse((response) => response.url().endsWith('/today/read'));
    await page.getByRole('button', { name: 'Markeer alles als gelezen' }).click();
    undo = ((await (await read).json()) as { id: string }).id;
    await page.reload();
    await page.locator('main h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  }
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: today !== undefined });
  if (undo !== null) await context.request.delete(`${address}/api/v1/today/read/${undo}`, { headers: { origin: address } });
  await context.close();
}

if (only.length === 0 || only.includes('digest')) {
  const { text, html } = renderMail('digest', 'nl', digestExample);
  await writeFile(`${folder}digest.txt`, text);
  for (const { width, scheme } of mails) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: false, offline: true });
    const page = await context.newPage();
    await page.setContent(html);
    await page.screenshot({ path: `${folder}digest-${width}${scheme === 'dark' ? '-dark' : ''}.png`, fullPage: true });
    await context.close();
  }
}
await browser.close();
