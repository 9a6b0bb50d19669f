// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A Chromium that talks to nobody but us. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

export const widths = { phone: 360, tablet: 768, wide: 1280 } as const;
export type Scheme = 'light' | 'dark';

export interface TestBrowser {
  /** A visitor of their own: no cookies, no storage. Anything that goes wrong on the page is kept in `faults`. */
  visitor(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page; faults: string[] }>;
  close(): Promise<void>;
}

export async function startBrowser(): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'plein-chromium-'));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: quiet,
    env: { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile } as Record<string, string>,
  });
  return {
    async visitor(options = {}) {
      const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport: { width: widths.wide, height: 900 }, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        // A refused or missing answer is shown by the page itself; everything else is a fault of ours.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`);
      });
      return { context, page, faults };
    },
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** What axe-core finds against WCAG 2.2 AA on the page as it is now: rule, and the first element. `contrast`: of its colours only. */
export async function accessibilityFaults(page: Page, of: 'everything' | 'contrast' = 'everything'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: of === 'contrast' ? { type: 'rule', values: ['color-contrast'] } : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
    // Drawings that are hidden from assistive technology have thousands of parts and nothing to say.
    .exclude('svg[aria-hidden="true"]')
    // There are no frames, so nothing has to be gathered in a page of its own.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id} (${nodes.length}×): ${nodes[0]?.html.slice(0, 160) ?? ''} — ${nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`);
}

/** Whether the page can be scrolled sideways, which it must not. */
export async function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
}
