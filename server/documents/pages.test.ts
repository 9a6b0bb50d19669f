// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { applicationPage, type Page } from './pages.ts';

test('a page that needs the application says so to who has no JavaScript', () => {
  const content = (['nl', 'en'] as const).map((locale) => applicationPage({ locale, instance: { tagline: '' } } as Page).content.text);
  expect(content[0]).toMatch(/<noscript><p>Deze pagina werkt alleen met JavaScript\./);
  expect(content[1]).toMatch(/<noscript><p>This page works with JavaScript only\./);
});
